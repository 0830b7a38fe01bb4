"""Which row and lane everything of a swimlane diagram has, and which lines there are, before any pixel is known.

A row holds at most one thing per lane. The rows of a stage: its gates, the step alone, what follows from it (ways on in
the actor's own lane, hand-overs in those of the receivers), then a row for each hand-over by somebody else. So a line
runs freely beside a step, between two rows and between two lanes, which is where lines are laid.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from jbakb.diagram.flow import Flow, Stage, Way
from jbakb.model.process import Gate, Handover


@dataclass(frozen=True)
class Item:
    """Something in a cell: what it is made of is the stage with one of gate, hand-over and way."""

    id: str
    kind: Literal["start", "gate", "step", "fork", "end", "process", "handover", "sender"]
    lane: int
    stage: Stage
    gate: Gate | None = None
    handover: Handover | None = None
    way: Way | None = None


@dataclass
class Row:
    """A row: at most one item per lane; `first` if a stage begins, with room for a line above."""

    items: dict[int, Item] = field(default_factory=dict)
    first: bool = False


@dataclass(frozen=True)
class Link:
    """A line to be. `how` is the way it takes; `number` is that of the branch, from 0.

    `straight`: down to the next thing in this lane; `down`: down and across above the next stage; `aside`: to the right
    into the space between two lanes, along it and across above the target's stage; `over`: beside the step and down;
    `across`: along one row.
    """

    source: str
    target: str
    kind: Literal["flow", "handover"]
    how: Literal["straight", "down", "aside", "over", "across"]
    lane: int
    row: int
    goal: int
    number: int = -1


@dataclass
class Grid:
    """Rows and links of a flow."""

    flow: Flow
    rows: list[Row] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def add(self, *items: Item, first: bool = False) -> int:
        """Add a row and return its number."""
        self.rows.append(Row({item.lane: item for item in items}, first))
        return len(self.rows) - 1


def arrange(flow: Flow) -> Grid:
    """Give everything its row and lane."""
    return _Arranger(flow).run()


class _Arranger:
    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.grid = Grid(flow)
        self.lanes = {role.id: number for number, role in enumerate(flow.lanes)}
        #: By step: its own row, and the first thing of its stage with its row.
        self.row_of: dict[str, int] = {}
        self.entry: dict[str, tuple[str, int]] = {}
        #: Steps below which something stands in their own lane, so that no line can run there.
        self.blocked: set[str] = set()

    def run(self) -> Grid:
        if self.flow.stages:
            first = self.flow.stages[0]
            self.grid.add(Item("start", "start", self.lanes[first.step.actor], first))
        for stage in self.flow.stages:
            self._place(stage)
        if self.flow.stages:
            first = self.flow.stages[0]
            self._link("start", self.entry[first.step.id][0], "straight", self.lanes[first.step.actor], 0, 1)
        for stage in self.flow.stages:
            self._connect(stage)
        return self.grid

    def _place(self, stage: Stage) -> None:
        step, lane = stage.step, self.lanes[stage.step.actor]
        above = ""
        for number, gate in enumerate(stage.gates, 1):
            item = Item(f"gate-{step.id}-{number}", "gate", lane, stage, gate=gate)
            row = self.grid.add(item, first=not above)
            self._enter(step.id, above, item.id, lane, row)
            above = item.id
        row = self.grid.add(Item(f"step-{step.id}", "step", lane, stage), first=not above)
        self._enter(step.id, above, f"step-{step.id}", lane, row)
        self.row_of[step.id] = row
        self._place_after(stage, lane, row)

    def _enter(self, step: str, above: str, item: str, lane: int, row: int) -> None:
        if above:
            self._link(above, item, "straight", lane, row - 1, row)
        else:
            self.entry[step] = item, row

    def _place_after(self, stage: Stage, lane: int, row: int) -> None:
        """Place the ways on below the step, hand-overs of the actor beside, and those of others in further rows."""
        step = stage.step
        after: dict[int, Item] = {}
        only = stage.ways[0]
        if stage.branches or len(stage.ways) > 1:
            after[lane] = Item(f"fork-{step.id}", "fork", lane, stage)
        elif only.kind != "step":
            after[lane] = Item(f"{only.kind}-{step.id}", only.kind, lane, stage, way=only)
        later = []
        for number, handover in enumerate(stage.handovers, 1):
            to = self.lanes[handover.to]
            item = Item(f"handover-{step.id}-{number}", "handover", to, stage, handover=handover)
            if handover.from_ == step.actor and to not in after and to != lane:
                after[to] = item
            else:
                later.append(item)
        if after:
            below = self.grid.add(*after.values())
            for item in after.values():
                if item.lane == lane:
                    self._link(f"step-{step.id}", item.id, "straight", lane, row, below)
                    self.blocked.add(step.id)
                else:
                    self._link(f"step-{step.id}", item.id, "over", item.lane, row, below, kind="handover")
        for item in later:
            self._place_foreign(item, lane)

    def _place_foreign(self, item: Item, lane: int) -> None:
        assert item.handover is not None
        origin = self.lanes[item.handover.from_]
        if origin == item.lane:  # handed over to oneself: `jbakb check` reports it
            row = self.grid.add(item)
        else:
            sender = Item(
                item.id.replace("handover", "sender", 1), "sender", origin, item.stage, handover=item.handover
            )
            row = self.grid.add(item, sender)
            self._link(sender.id, item.id, "across", item.lane, row, row, kind="handover")
            step = item.stage.step.id
            self._link(f"step-{step}", sender.id, "aside", lane, self.row_of[step], row)
        if lane in (origin, item.lane):
            self.blocked.add(item.stage.step.id)

    def _connect(self, stage: Stage) -> None:
        step, lane = stage.step, self.lanes[stage.step.actor]
        row = self.row_of[step.id]
        forks = stage.branches or len(stage.ways) > 1
        for number, way in enumerate(stage.ways):
            if way.kind != "step":
                continue
            target, goal = self.entry[way.to]
            if forks:
                self._link(f"fork-{step.id}", target, "aside", lane, row + 1, goal, number=number)
            elif self.flow.stage(way.to).number == stage.number + 1 and step.id not in self.blocked:
                self._link(f"step-{step.id}", target, "down", lane, row, goal)
            else:
                self._link(f"step-{step.id}", target, "aside", lane, row, goal)

    def _link(
        self,
        source: str,
        target: str,
        how: Literal["straight", "down", "aside", "over", "across"],
        lane: int,
        row: int,
        goal: int,
        *,
        kind: Literal["flow", "handover"] = "flow",
        number: int = -1,
    ) -> None:
        self.grid.links.append(Link(source, target, kind, how, lane, row, goal, number))
