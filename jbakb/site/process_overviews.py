"""What the overviews of all processes show: who meets where, what is handed over, deadlines, gates, documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from jbakb.i18n import _
from jbakb.model import Glossary, Process
from jbakb.model.participants import players_of, roles_of, title_of_role
from jbakb.model.process import Gate, Handover, Step
from jbakb.site.addresses import folded, initial
from jbakb.site.content import SiteContent

#: Stands for roles of a process that none of areas.yml plays.
ELSEWHERE: Final = ""
#: A role whose title is longer goes by its short name in heads of columns.
_LONGEST: Final = 18


@dataclass(frozen=True)
class Side:
    """A column of the map: a role of areas.yml, or everybody else (no id)."""

    id: str
    title: str
    area: str = ""
    short: str = ""

    @property
    def name(self) -> str:
        """Return what fits the head of a column: a long title gives way to the short one."""
        return self.short if self.short and len(self.title) > _LONGEST else self.title


@dataclass(frozen=True)
class Part:
    """A side's part in a process: steps that are its own, and steps that are its own depending on the case."""

    steps: int = 0
    may: int = 0


@dataclass(frozen=True)
class ProcessPlace:
    """Where something stands: a process and its page, and the step it belongs to."""

    path: str
    process: Process
    step: Step | None = None

    @property
    def number(self) -> int:
        """Return the step's number, 0 without one."""
        return self.process.steps.index(self.step) + 1 if self.step else 0

    @property
    def anchor(self) -> str:
        """Return the step's place on the page."""
        return f"schritt-{self.step.id}" if self.step else ""


@dataclass(frozen=True)
class HandoverRow:
    """A hand-over with the names of its roles, and the sides that can stand behind them."""

    place: ProcessPlace
    handover: Handover
    giver: str
    taker: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class DeadlineRow:
    """A deadline and who keeps it."""

    place: ProcessPlace
    step: Step
    actor: str
    area: str


@dataclass(frozen=True)
class GateRow:
    """A data-protection gate with the citations of its grounds by kind."""

    place: ProcessPlace
    gate: Gate
    grounds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class DocumentLetter:
    """The documents and tools under one letter, each with where it is used."""

    letter: str
    rows: tuple[tuple[str, tuple[ProcessPlace, ...]], ...]


def list_sides(content: SiteContent) -> tuple[Side, ...]:
    """List the roles that take part in any process, in the order of areas.yml; last everybody else if there is one."""
    there = {player for _path, process in processes_of(content) for player in parts_of(content.glossary, process)}
    roles = [role for role in content.glossary.roles.values() if role.id in there]
    sides = [Side(role.id, role.title, role.area, role.short) for role in roles]
    return (*sides, Side(ELSEWHERE, _("Weitere Stellen"))) if ELSEWHERE in there else tuple(sides)


def processes_of(content: SiteContent) -> Iterator[tuple[str, Process]]:
    """Iterate over the processes with the paths of their pages, by title."""
    return ((path, page.process) for path, page in content.process_rows if page.process)


def parts_of(glossary: Glossary, process: Process) -> Mapping[str, Part]:
    """Return the part of each side in a process, by the side's id."""
    own: dict[str, int] = defaultdict(int)
    may: dict[str, int] = defaultdict(int)
    there: dict[str, None] = {}
    for role in roles_of(process):
        there |= dict.fromkeys(sides_behind(glossary, process, role))
    for step in process.steps:
        behind = sides_behind(glossary, process, step.actor)
        for side in behind:
            (own if len(behind) == 1 else may)[side] += 1
    return {side: Part(own[side], may[side]) for side in there}


def sides_behind(glossary: Glossary, process: Process, role: str) -> tuple[str, ...]:
    """Return the ids of the sides that stand behind a role."""
    return tuple(player for player in players_of(process, role) if player in glossary.roles) or (ELSEWHERE,)


def list_handovers(content: SiteContent) -> tuple[HandoverRow, ...]:
    """List all hand-overs in the order of the processes and their steps."""
    glossary = content.glossary
    rows = []
    for path, process in processes_of(content):
        order = {step.id: number for number, step in enumerate(process.steps)}
        for each in sorted(process.handovers, key=lambda handover: order.get(handover.after, len(order))):
            givers, takers = (sides_behind(glossary, process, role) for role in (each.from_, each.to))
            pairs = tuple((giver, taker) for giver, taker in product(givers, takers) if giver != taker or not giver)
            giver, taker = (title_of_role(glossary, process, role) for role in (each.from_, each.to))
            rows.append(HandoverRow(ProcessPlace(path, process, process.step(each.after)), each, giver, taker, pairs))
    return tuple(rows)


def handover_matrix(rows: tuple[HandoverRow, ...]) -> Mapping[tuple[str, str], tuple[ProcessPlace, ...]]:
    """Return the processes in which one side can hand over to another, by both ids."""
    cells: dict[tuple[str, str], dict[str, ProcessPlace]] = defaultdict(dict)
    for row in rows:
        for pair in row.pairs:
            cells[pair].setdefault(row.place.path, ProcessPlace(row.place.path, row.place.process))
    return {pair: tuple(found.values()) for pair, found in cells.items()}


def meetings(content: SiteContent) -> Mapping[tuple[str, str], int]:
    """Count the processes in which two sides meet at a hand-over, in either direction."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (giver, taker), places in handover_matrix(list_handovers(content)).items():
        if giver != taker:
            first, second = sorted((giver, taker))
            found[first, second] |= {place.path for place in places}
    for pair, paths in found.items():
        counts[pair] = len(paths)
    return counts


def list_deadlines(content: SiteContent, kind: str) -> tuple[DeadlineRow, ...]:
    """List the deadlines of a kind in the order of the processes and their steps."""
    return tuple(
        DeadlineRow(
            ProcessPlace(path, process, step),
            step,
            title_of_role(content.glossary, process, step.actor),
            area_of_role(content.glossary, process, step.actor),
        )
        for path, process in processes_of(content)
        for step in process.steps
        if step.deadline and step.deadline.kind == kind
    )


def area_of_role(glossary: Glossary, process: Process, role: str) -> str:
    """Return the legal area of a role, empty for one of no side and for a role that several can play."""
    behind = sides_behind(glossary, process, role)
    known = glossary.roles.get(behind[0]) if len(behind) == 1 else None
    return known.area if known else ""


def list_gates(content: SiteContent) -> tuple[GateRow, ...]:
    """List all data-protection gates in the order of the processes and their steps."""
    rows = []
    for path, process in processes_of(content):
        order = {step.id: number for number, step in enumerate(process.steps)}
        for gate in sorted(process.gates, key=lambda gate: order.get(gate.before, len(order))):
            grounds: dict[str, tuple[str, ...]] = {}
            for basis in gate.basis:
                grounds[basis.kind] = (*grounds.get(basis.kind, ()), *filter(None, [basis.source]))
            rows.append(GateRow(ProcessPlace(path, process, process.step(gate.before)), gate, grounds))
    return tuple(rows)


def list_documents(content: SiteContent) -> tuple[DocumentLetter, ...]:
    """List all documents and tools by letter, each with the steps that use it."""
    found: dict[str, list[ProcessPlace]] = defaultdict(list)
    names: dict[str, str] = {}
    for path, process in processes_of(content):
        for step in process.steps:
            for tool in step.tools:
                name = names.setdefault(tool.casefold(), tool[:1].upper() + tool[1:])
                found[name].append(ProcessPlace(path, process, step))
    letters: dict[str, list[tuple[str, tuple[ProcessPlace, ...]]]] = defaultdict(list)
    for name in sorted(found, key=folded):
        letters[initial(name)].append((name, tuple(found[name])))
    return tuple(DocumentLetter(letter, tuple(rows)) for letter, rows in sorted(letters.items()))
