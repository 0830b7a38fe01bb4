"""Search: documents made of the glossary and the handbook, an analysis that all engines share, and the engine."""
