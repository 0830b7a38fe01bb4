"""A process of the handbook: who does what next, on what basis (front matter of docs/prozesse/*.md)."""

from __future__ import annotations

from datetime import date

from jbakb.model.entry import Record
from jbakb.model.values import BasisKind, DeadlineKind, Visibility

#: Value of `next` for the last step, and prefix of a target in another process.
END = "end"
OTHER_PROCESS = "process:"


class ProcessRole(Record, frozen=True, kw_only=True):
    """A role that exists only in this process, and the roles of areas.yml that can play it."""

    title: str
    played_by: tuple[str, ...] = ()
    task: str = ""


class Deadline(Record, frozen=True, kw_only=True):
    """A time limit and what sets it."""

    text: str
    kind: DeadlineKind
    source: str = ""


class Branch(Record, frozen=True, kw_only=True):
    """A conditional way on: to a step, `end`, or `process:<id>`."""

    when: str
    to: str


class Step(Record, frozen=True, kw_only=True):
    """One step; its number follows from its place. Without `next` the following step comes next."""

    id: str
    title: str
    actor: str
    action: str
    tools: tuple[str, ...] = ()
    deadline: Deadline | None = None
    result: str = ""
    next: str | tuple[Branch, ...] = ()


class Handover(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A hand-over from one role to another after a step, and what proves that it arrived."""

    after: str
    from_: str
    to: str
    what: str
    receipt: str = ""


class Basis(Record, frozen=True, kw_only=True):
    """One legal ground for passing personal data on."""

    kind: BasisKind
    source: str = ""


class Gate(Record, frozen=True, kw_only=True):
    """A data-protection gate before a step: one basis is enough; `otherwise` is the way on without one."""

    before: str
    data: str
    basis: tuple[Basis, ...]
    otherwise: str


class Misunderstanding(Record, frozen=True, kw_only=True):
    """A typical misunderstanding, with the entries that clear it up."""

    text: str
    entries: tuple[str, ...] = ()


class Process(Record, frozen=True, kw_only=True):
    """A process across authorities. `id` is the file's name; the prose below the front matter is the page's own.

    `formerly` are ids that it had before: their addresses still lead here.
    """

    id: str
    title: str
    purpose: str
    trigger: str
    sources: tuple[str, ...] = ()
    roles: dict[str, str | ProcessRole] = {}
    steps: tuple[Step, ...]
    handovers: tuple[Handover, ...] = ()
    gates: tuple[Gate, ...] = ()
    misunderstandings: tuple[Misunderstanding, ...] = ()
    clauses: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    verified: date | None = None
    open: tuple[str, ...] = ()
    visibility: Visibility | None = None
    formerly: tuple[str, ...] = ()

    def step(self, step_id: str) -> Step | None:
        """Find a step by its id."""
        return next((step for step in self.steps if step.id == step_id), None)
