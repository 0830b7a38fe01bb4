"""German: inflection, and what of a text is prose."""
