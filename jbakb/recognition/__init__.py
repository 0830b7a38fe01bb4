"""Recognition: finding the glossary's terms in prose, whatever their form."""
