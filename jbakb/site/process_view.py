"""A process as its page shows it: roles and steps with their names, and where each step leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jbakb.diagram.roles import RoleView, list_roles
from jbakb.i18n import _
from jbakb.model import Entry, Glossary, Process
from jbakb.model.process import END, OTHER_PROCESS, Gate, Handover, Misunderstanding, Step


@dataclass(frozen=True)
class NextView:
    """A way on: on what condition, where to, and the step's number or the process if it is one."""

    when: str
    text: str
    step: str = ""
    process: str = ""


@dataclass(frozen=True)
class StepView:
    """A step with its number, who acts, the gates before it, the ways on and the hand-overs after it."""

    number: int
    step: Step
    actor: RoleView
    gates: tuple[Gate, ...]
    ways: tuple[NextView, ...]
    handovers: tuple[Handover, ...]


@dataclass(frozen=True)
class ProcessView:
    """A process' page."""

    process: Process
    roles: tuple[RoleView, ...]
    steps: tuple[StepView, ...]
    role: Mapping[str, RoleView]
    misunderstandings: tuple[tuple[Misunderstanding, tuple[Entry, ...]], ...]

    @property
    def has_deadlines(self) -> bool:
        """Tell whether any step has a time limit."""
        return any(each.step.deadline for each in self.steps)


def view_process(glossary: Glossary, process: Process, titles: Mapping[str, str]) -> ProcessView:
    """Compute what a process' page shows; `titles` are those of all processes by id."""
    roles = list_roles(glossary, process)
    numbers = {step.id: number for number, step in enumerate(process.steps, 1)}
    steps = tuple(
        StepView(
            number,
            step,
            roles[step.actor],
            tuple(gate for gate in process.gates if gate.before == step.id),
            tuple(_ways(process, step, numbers, titles)),
            tuple(each for each in process.handovers if each.after == step.id),
        )
        for number, step in enumerate(process.steps, 1)
    )
    misunderstandings = tuple(
        (each, tuple(glossary.entries[ref] for ref in each.entries if ref in glossary.entries))
        for each in process.misunderstandings
    )
    return ProcessView(process, tuple(roles[role] for role in process.roles), steps, roles, misunderstandings)


def _ways(process: Process, step: Step, numbers: Mapping[str, int], titles: Mapping[str, str]) -> Iterator[NextView]:
    """List the ways on; the step that simply follows is no news and is left out."""
    if isinstance(step.next, str):
        if step.next:
            yield _way(process, "", step.next, numbers, titles)
        elif step is process.steps[-1]:
            yield NextView("", _("Ende"))
        return
    for branch in step.next:
        yield _way(process, branch.when, branch.to, numbers, titles)


def _way(process: Process, when: str, to: str, numbers: Mapping[str, int], titles: Mapping[str, str]) -> NextView:
    if to == END:
        return NextView(when, _("Ende"))
    if to.startswith(OTHER_PROCESS):
        other = to.removeprefix(OTHER_PROCESS)
        if other in titles:
            return NextView(when, titles[other], process=other)
        return NextView(when, _("ein anderer Prozess") + (f" ({other})" if other else ""))
    target = process.step(to)
    if target is None:
        return NextView(when, to)
    return NextView(when, _("Schritt {number}: {title}").format(number=numbers[to], title=target.title), step=to)
