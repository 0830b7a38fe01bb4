"""What is marked as uncertain anywhere: open questions of concepts, processes and tables, and law that nobody read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from jbakb.model.entry import Concept, Entry
from jbakb.model.glossary import Glossary
from jbakb.model.process import Process
from jbakb.model.tables import Tables

DoubtKind: TypeAlias = Literal["open", "unverified", "process", "table"]


@dataclass(frozen=True)
class Doubt:
    """One uncertain thing: `id` is the concept's address, the process or the table; `text` is empty if unverified.

    `about` is the row of a table that the doubt is about.
    """

    id: str
    kind: DoubtKind
    text: str = ""
    area: str = ""
    about: str = ""


def doubts_of_entry(entry: Entry) -> Iterator[Doubt]:
    """Iterate over the open questions of an entry, and its concepts whose law was not read and that do not say why."""
    for concept in entry.concepts:
        ref = entry.ref(concept)
        yield from (Doubt(ref, "open", text, concept.area) for text in concept.open)
        if not concept.open and _unverified(concept):
            yield Doubt(ref, "unverified", area=concept.area)


def all_doubts(glossary: Glossary, processes: Iterable[Process], tables: Tables) -> Iterator[Doubt]:
    """Iterate over everything that is marked as uncertain: entries, then processes, then tables."""
    for entry in glossary.entries.values():
        yield from doubts_of_entry(entry)
    for process in processes:
        yield from (Doubt(process.id, "process", text) for text in process.open)
    for change in tables.changes.changes if tables.changes else ():
        yield from (Doubt("changes.yml", "table", text, "".join(change.areas[:1]), change.text) for text in change.open)
    for limit in tables.ages.limits if tables.ages else ():
        yield from (Doubt("ages.yml", "table", text, limit.area, limit.text or limit.ref) for text in limit.open)
    for service in tables.services.services if tables.services else ():
        yield from (Doubt("services.yml", "table", text, about=service.title) for text in service.open)


def _unverified(concept: Concept) -> bool:
    return concept.verified is None and not concept.use and not concept.absent
