"""What the core areas say about an entry, and what is still to be settled."""

from __future__ import annotations

from jbakb.model.entry import Concept, Entry
from jbakb.model.glossary import Glossary


def concepts_for(glossary: Glossary, entry: Entry, area: str) -> tuple[Concept, ...]:
    """Return what an area says about an entry: its own concepts, else those of areas whose law applies there too."""
    own = tuple(concept for concept in entry.concepts if concept.area == area)
    return own or tuple(
        concept
        for concept in entry.concepts
        if concept.area in glossary.areas and area in glossary.areas[concept.area].applies_to
    )


def missing_core_areas(glossary: Glossary, entry: Entry) -> list[str]:
    """Return the core areas for which an entry has neither a concept nor one of an area that applies there."""
    return [area.id for area in glossary.core_areas if not concepts_for(glossary, entry, area.id)]
