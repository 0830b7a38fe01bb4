"""Where the words of an entry stand in a process: the steps that speak of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jbakb.language.prose import plain_prose
from jbakb.model import Glossary, Process
from jbakb.model.process import Step
from jbakb.recognition.lexicon import Lexicon
from jbakb.recognition.matcher import find_terms


@dataclass(frozen=True)
class Place:
    """A step of a process, counted from 1."""

    process: Process
    number: int
    step: Step


def entries_in_steps(glossary: Glossary, lexicon: Lexicon, process: Process) -> Iterator[tuple[Place, str]]:
    """Iterate over the steps with the ids of the entries that each speaks of; doubtful readings do not count."""
    for number, step in enumerate(process.steps, 1):
        area = glossary.area_of_role(process, step.actor)
        areas = (area,) if area else ()
        text = f"{step.action}\n\n{step.result}"
        found = (match for match in find_terms(lexicon, plain_prose(text), areas) if not match.ambiguous)
        for entry in dict.fromkeys(match.senses[0].entry.id for match in found):
            yield Place(process, number, step), entry


def places_of(glossary: Glossary, lexicon: Lexicon, processes: Mapping[str, Process]) -> dict[str, dict[str, Place]]:
    """Return for each entry the first step of each process that speaks of it, by the process' path."""
    places: dict[str, dict[str, Place]] = {}
    for path, process in processes.items():
        for place, entry in entries_in_steps(glossary, lexicon, process):
            places.setdefault(entry, {}).setdefault(path, place)
    return places
