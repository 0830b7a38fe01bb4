"""Which texts of an entry or a process cite the law: sources first, then prose."""

from __future__ import annotations

from collections.abc import Iterator

from jbakb.model import Concept, Entry, Process


def cited_by_concept(concept: Concept) -> Iterator[str]:
    """Iterate over a concept's sources and the texts that may hold a citation."""
    yield from concept.sources
    for change in concept.changes:
        yield change.source
    for term in concept.terms or ():
        if term.tolerated:
            yield term.tolerated.source
    yield from (concept.definition, concept.note, concept.absent)


def cited_by_entry(entry: Entry) -> Iterator[str]:
    """Iterate over the sources and texts of an entry that belong to none of its concepts alone."""
    yield entry.notion
    for difference in entry.differences:
        yield from difference.sources
        yield from (difference.difference, difference.consequence)


def cited_by_process(process: Process) -> Iterator[str]:
    """Iterate over a process' sources, deadlines, legal grounds and texts."""
    yield from process.sources
    for step in process.steps:
        if step.deadline:
            yield from (step.deadline.source, step.deadline.text)
        yield from (step.action, step.result)
    for gate in process.gates:
        yield from (basis.source for basis in gate.basis)
        yield gate.otherwise
    yield from (each.text for each in process.misunderstandings)
