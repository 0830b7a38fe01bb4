"""The glossary in other formats: exporters write it, importers read rows, and a plan says what they would change."""
