"""A process as a flow: lanes, stages in their order, and the ways from one to the next, with nothing left implicit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from jbakb.diagram.roles import RoleView, list_roles
from jbakb.model import Glossary, Process
from jbakb.model.process import END, OTHER_PROCESS, Gate, Handover, Step


@dataclass(frozen=True)
class Way:
    """A way on after a step: to a step of this process (`to` is its id), into another process, or to the end.

    `when` is the condition, empty if there is none; `title` is that of the step or the other process.
    """

    kind: Literal["step", "process", "end"]
    to: str = ""
    title: str = ""
    when: str = ""


@dataclass(frozen=True)
class Stage:
    """A step with its number from 1, the gates before it, the ways on and the hand-overs after it."""

    number: int
    step: Step
    gates: tuple[Gate, ...]
    ways: tuple[Way, ...]
    handovers: tuple[Handover, ...]

    @property
    def branches(self) -> bool:
        """Tell whether the way on depends on a condition."""
        return any(way.when for way in self.ways)


@dataclass(frozen=True)
class Flow:
    """A process with a lane for everybody who acts or receives something, in the order of its front matter."""

    process: Process
    lanes: tuple[RoleView, ...]
    stages: tuple[Stage, ...]

    def stage(self, step_id: str) -> Stage:
        """Return the stage of a step; raises KeyError."""
        for stage in self.stages:
            if stage.step.id == step_id:
                return stage
        raise KeyError(step_id)


def flow_of(glossary: Glossary, process: Process, titles: Mapping[str, str]) -> Flow:
    """Return the flow of a process; `titles` are those of all processes by id.

    What a process names and does not have (`jbakb check` reports it) is left out or becomes an end.
    """
    roles = list_roles(glossary, process)
    steps = {step.id for step in process.steps}
    handovers = [each for each in process.handovers if each.after in steps]
    busy = {step.actor for step in process.steps} | {role for each in handovers for role in (each.from_, each.to)}
    stages = tuple(
        Stage(
            number,
            step,
            tuple(gate for gate in process.gates if gate.before == step.id),
            tuple(_ways(process, number, titles)),
            tuple(each for each in handovers if each.after == step.id),
        )
        for number, step in enumerate(process.steps, 1)
    )
    return Flow(process, tuple(role for role in roles.values() if role.id in busy), stages)


def _ways(process: Process, number: int, titles: Mapping[str, str]) -> Iterator[Way]:
    step = process.steps[number - 1]
    if isinstance(step.next, tuple) and step.next:
        for branch in step.next:
            yield _way(process, branch.to, branch.when, titles)
    elif isinstance(step.next, str) and step.next:
        yield _way(process, step.next, "", titles)
    elif number < len(process.steps):
        following = process.steps[number]
        yield Way("step", following.id, following.title)
    else:
        yield Way("end")


def _way(process: Process, to: str, when: str, titles: Mapping[str, str]) -> Way:
    if to.startswith(OTHER_PROCESS):
        other = to.removeprefix(OTHER_PROCESS)
        return Way("process", other if other in titles else "", titles.get(other, other), when)
    target = process.step(to) if to != END else None
    return Way("step", to, target.title, when) if target else Way("end", when=when)
