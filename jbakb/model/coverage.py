"""What the core areas say about an entry, and what is still to be settled."""

from __future__ import annotations

from typing import Final, Literal

from jbakb.model.entry import Concept, Entry
from jbakb.model.glossary import Glossary

Origin = Literal["concept", "use", "absent", "shared", "missing"]

#: Where what an area says comes from, from its own word to nothing.
ORIGINS: Final[tuple[Origin, ...]] = ("concept", "use", "absent", "shared", "missing")


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


def origin(glossary: Glossary, entry: Entry, area: str) -> Origin:
    """Tell where what an area says about an entry comes from: itself, another entry, a shared law or nowhere."""
    found = concepts_for(glossary, entry, area)
    if not found:
        return "missing"
    if found[0].area != area:
        return "shared"
    if all(concept.use for concept in found):
        return "use"
    return "absent" if all(concept.absent for concept in found) else "concept"
