"""The diagram for narrow places: lanes as thin rails of symbols on the left, the texts beside them."""

from __future__ import annotations

from typing import Final

from jbakb.diagram.drawing import Box, Drawing, Edge, Lane, Node, NodeKind, Point, Text
from jbakb.diagram.flow import Flow, Stage, Way
from jbakb.diagram.nodes import SMALL, gate_notes
from jbakb.i18n import _

_WHOLE: Final = 348
_RAIL, _MARK, _SYMBOL = 25.0, 24.0, 16.0
_NARROWEST_TEXT: Final = 168
_TITLE: Final = 14.0
_SPACE: Final = 10.0
_HEAD_LINE: Final = 19.0


def draw_stacked(flow: Flow) -> Drawing:
    """Lay out a flow for a narrow place."""
    return _Layout(flow).run()


class _Layout:
    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        count = len(flow.lanes)
        self.rail = {role.id: _RAIL * (number + 0.5) for number, role in enumerate(flow.lanes)}
        self.left = _RAIL * count + 8
        self.text_width = max(_WHOLE - self.left, _NARROWEST_TEXT)
        self.width = self.left + self.text_width
        self.titles = {role.id: role.title for role in flow.lanes}
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.y = 0.0

    def run(self) -> Drawing:
        heads = self._heads()
        for stage in self.flow.stages:
            self._stage(stage)
        for stage in self.flow.stages:
            self._connect(stage)
        bottom = self.y + 4
        lanes = tuple(
            Lane(role, Box(_RAIL * number, 0, _RAIL, bottom), head, text)
            for number, (role, (head, text)) in enumerate(zip(self.flow.lanes, heads, strict=True))
        )
        return Drawing(self.flow, self.width, bottom, lanes, tuple(self.nodes), tuple(self.edges), rails=True)

    def _heads(self) -> list[tuple[Box, Text]]:
        """Write each lane's name beside the beginning of its rail, one below the other."""
        heads = []
        for role in self.flow.lanes:
            x = self.rail[role.id] + 8
            text = Text.fitted(role.title, "", self.width - x, SMALL + 1)
            height = max(text.height, _HEAD_LINE)
            heads.append((Box(x, self.y, self.width - x, height), text))
            self.y += height
        self.y += _SPACE
        return heads

    def _stage(self, stage: Stage) -> None:
        step = stage.step
        for number, gate in enumerate(stage.gates, 1):
            text = Text.fitted(_("Datenschutz-Tor"), gate.data, self.text_width, SMALL)
            self._row(f"gate-{step.id}-{number}", "gate", step.actor, text, stage, _SYMBOL, gate_notes(gate))
        title = Text.fitted(step.title, self.titles[step.actor], self.text_width, _TITLE)
        self._row(f"step-{step.id}", "mark", step.actor, title, stage, _MARK)
        for number in range(1, len(stage.handovers) + 1):
            self._handover(stage, number)
        if stage.branches or len(stage.ways) > 1:
            for number, way in enumerate(stage.ways):
                kind: NodeKind = "gateway" if not number else "caption"
                text = Text.fitted(way.when, self._onward(way), self.text_width, SMALL)
                self._row(f"way-{step.id}-{number}", kind, step.actor, text, stage, _SYMBOL, way=way)
        elif stage.ways[0].kind != "step":
            kind = "end" if stage.ways[0].kind == "end" else "gateway"
            text = Text.fitted(self._onward(stage.ways[0]), "", self.text_width, SMALL)
            self._row(f"way-{step.id}-0", kind, step.actor, text, stage, _SYMBOL, way=stage.ways[0])
        elif self.flow.stage(stage.ways[0].to).number != stage.number + 1:
            text = Text.fitted(self._onward(stage.ways[0]), "", self.text_width, SMALL)
            self._row(f"way-{step.id}-0", "gateway", step.actor, text, stage, _SYMBOL, way=stage.ways[0])
        self.y += _SPACE

    def _onward(self, way: Way) -> str:
        if way.kind == "end":
            return _("Ende")
        if way.kind == "process":
            return _("weiter im Prozess „{title}“").format(title=way.title or _("ein anderer Prozess"))
        target = self.flow.stage(way.to)
        return _("weiter mit {number}. {title}").format(number=target.number, title=way.title)

    def _row(
        self,
        name: str,
        kind: NodeKind,
        lane: str,
        text: Text,
        stage: Stage,
        size: float,
        notes: str = "",
        way: Way | None = None,
    ) -> None:
        """Add a symbol on its rail and its text beside it; `caption` is a text without a symbol."""
        height = max(text.height, size if kind != "caption" else 0)
        middle = self.y + min(height, max(size, text.line_height)) / 2
        x = self.rail[lane]
        process = way.to if way and way.kind == "process" else ""
        step = way.to if way and way.kind == "step" else stage.step.id
        if kind != "caption":
            box = Box(x - size / 2, middle - size / 2, size, size)
            mark = Text((str(stage.number),), (), SMALL) if kind == "mark" else Text((), (), 0)
            told = f"{stage.number}. {stage.step.title}, {self.titles[lane]}" if kind == "mark" else ""
            self.nodes.append(Node(name, kind, lane, box, mark, 0, stage.step.id, name=told, documentation=notes))
        top = middle - max(size, text.line_height) / 2 if text.height > size else middle - text.height / 2
        place = Box(self.left, top, self.text_width, text.height)
        self.nodes.append(Node(f"text-{name}", "caption", lane, place, text, 0, step, process, documentation=notes))
        self.y += height + _SPACE

    def _handover(self, stage: Stage, number: int) -> None:
        handover = stage.handovers[number - 1]
        heading = _("Übergabe: {sender} an {receiver}").format(
            sender=self.titles[handover.from_], receiver=self.titles[handover.to]
        )
        text = Text.fitted(heading, handover.what, self.text_width, SMALL)
        name = f"handover-{stage.step.id}-{number}"
        start, goal = self.rail[handover.from_], self.rail[handover.to]
        middle = self.y + max(_SYMBOL, text.line_height) / 2
        self._row(name, "handover", handover.to, text, stage, _SYMBOL, handover.receipt)
        if start == goal:
            return
        dot = Box(start - 5, middle - 5, 10, 10)
        sender = Node(name.replace("handover", "sender", 1), "sender", handover.from_, dot, step=stage.step.id)
        self.nodes.append(sender)
        away = 1 if goal > start else -1
        points: tuple[Point, ...] = (start + away * 5, middle), (goal - away * _SYMBOL / 2, middle)
        self.edges.append(Edge(f"hand-{name}", "handover", sender.id, name, points))

    def _connect(self, stage: Stage) -> None:
        """Draw the line to the next stage if a way leads there."""
        if stage.number == len(self.flow.stages):
            return
        following = self.flow.stages[stage.number]
        if not any(way.kind == "step" and way.to == following.step.id for way in stage.ways):
            return
        entry = f"gate-{following.step.id}-1" if following.gates else f"step-{following.step.id}"
        own = [node for node in self.nodes if node.step == stage.step.id and node.kind in ("mark", "gateway")]
        source = next((node for node in own if node.kind == "gateway" and node.lane == stage.step.actor), own[0])
        target = next(node for node in self.nodes if node.id == entry)
        (x, _y), (goal, _top) = source.box.center, target.box.center
        turn = target.box.y - _SPACE
        points: tuple[Point, ...] = ((x, source.box.bottom), (x, turn), (goal, turn), (goal, target.box.y))
        if x == goal:
            points = (x, source.box.bottom), (goal, target.box.y)
        self.edges.insert(0, Edge(f"flow-{stage.step.id}", "flow", source.id, target.id, points))
