"""What the core areas say in each entry, and what is still to be clarified."""

from __future__ import annotations

from jbakb.model.entry import Entry
from jbakb.model.glossary import Glossary


def missing_core_areas(glossary: Glossary, entry: Entry) -> list[str]:
    """Return the core areas for which an entry has neither a concept nor one of an area that applies there."""
    covered: set[str] = set()
    for concept in entry.concepts:
        covered.add(concept.area)
        area = glossary.areas.get(concept.area)
        covered.update(area.applies_to if area else ())
    return [area.id for area in glossary.core_areas if area.id not in covered]
