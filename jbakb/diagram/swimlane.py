"""The swimlane diagram: lanes as columns, time from top to bottom, lines only where nothing else can be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jbakb.diagram.drawing import Box, Drawing, Edge, Lane, Node, Point
from jbakb.diagram.flow import Flow
from jbakb.diagram.grid import Grid, Item, Link, arrange
from jbakb.diagram.nodes import Made, head_text, make
from jbakb.diagram.tracks import assign

#: Pixels. A lane with steps is as wide as the whole allows; one that only receives is narrow.
_WHOLE: Final = 880
_WIDEST, _NARROWEST, _RECEIVING = 210, 132, 122
_PAD: Final = 10
_TRACK: Final = 9
_SPACE: Final = 12
#: Between two rows of one stage, and above a stage, where the line to it runs across.
_GAP, _STAGE_GAP, _RUN = 16, 34, 14
_MARGIN: Final = 8


def draw_swimlanes(flow: Flow) -> Drawing:
    """Lay out a flow as a swimlane diagram."""
    return _Layout(arrange(flow)).run()


class _Layout:
    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.flow = grid.flow
        self.tracks = self._assign_tracks()
        self.widths = self._lane_widths()
        self.made: dict[str, Made] = {}
        self.nodes: dict[str, Node] = {}
        #: The upper edge of each row.
        self.tops: list[float] = []

    def run(self) -> Drawing:
        lanes = self._lanes_without_height()
        self._place(lanes)
        edges = [edge for number, link in enumerate(self.grid.links) for edge in self._edges(number, link, lanes)]
        edges += [edge for made in self.made.values() for edge in made.edges]
        bottom = max((node.box.bottom for node in self.nodes.values()), default=60.0) + 2 * _PAD
        whole = [
            Lane(lane.role, Box(lane.box.x, 0, lane.box.width, bottom), lane.head, lane.text) for lane in lanes
        ]  # fmt: skip
        width = whole[-1].box.right if whole else 0
        return Drawing(self.flow, width, bottom, tuple(whole), tuple(self.nodes.values()), tuple(edges))

    def _assign_tracks(self) -> dict[int, int]:
        """Give each line that runs beside a lane its own track there, by the number of the link."""
        tracks: dict[int, int] = {}
        for lane in range(len(self.flow.lanes)):
            spans = {
                number: (min(link.row + 0.5, link.goal), max(link.row + 0.5, link.goal))
                for number, link in enumerate(self.grid.links)
                if link.how == "aside" and link.lane == lane
            }
            tracks |= assign(spans)
        return tracks

    def _channel(self, lane: int) -> float:
        """Return the width of the space right of a lane's boxes."""
        used = [
            self.tracks[number] + 1 for number, link in enumerate(self.grid.links) if self._beside(number, link, lane)
        ]
        return _SPACE + _TRACK * (max(used) - 1) + _PAD if used else _PAD

    def _beside(self, number: int, link: Link, lane: int) -> bool:
        return number in self.tracks and link.lane == lane

    def _lane_widths(self) -> list[float]:
        acting = {self.lane_of(stage.step.actor) for stage in self.flow.stages}
        count = len(self.flow.lanes)
        spare = _WHOLE - sum(_PAD + self._channel(lane) for lane in range(count)) - _RECEIVING * (count - len(acting))
        share = min(max(spare // max(len(acting), 1), _NARROWEST), _WIDEST)
        return [float(share if lane in acting else _RECEIVING) for lane in range(count)]

    def lane_of(self, role: str) -> int:
        return next(number for number, lane in enumerate(self.flow.lanes) if lane.id == role)

    def _lanes_without_height(self) -> list[Lane]:
        widths = [_PAD + width + self._channel(number) for number, width in enumerate(self.widths)]
        texts = [
            head_text(role, width - 2 * _PAD) for role, width in zip(self.flow.lanes, widths, strict=True)
        ]  # fmt: skip
        height = max((text.height for text in texts), default=0) + 2 * _MARGIN + 4
        lanes, x = [], 0.0
        for role, width, text in zip(self.flow.lanes, widths, texts, strict=True):
            box = Box(x, 0, width, height)
            lanes.append(Lane(role, box, box, text))
            x += width
        return lanes

    def _place(self, lanes: list[Lane]) -> None:
        y = lanes[0].box.bottom if lanes else 0.0
        for number, row in enumerate(self.grid.rows):
            y += _STAGE_GAP if row.first and number > 1 else _GAP
            self.tops.append(y)
            height = 0.0
            for item in row.items.values():
                cell = Box(lanes[item.lane].box.x + _PAD, y, self.widths[item.lane], 0)
                made = make(item, cell, self.flow)
                self.made[item.id] = made
                height = max(height, made.height)
            for item in row.items.values():
                self._settle(item, height)
            y += height

    def _settle(self, item: Item, height: float) -> None:
        """Put a sender at the middle of its row, everything else where it was made."""
        for node in self.made[item.id].nodes:
            if node.kind == "sender":
                box = Box(node.box.x, node.box.y + (height - node.box.height) / 2, node.box.width, node.box.height)
                node = Node(node.id, node.kind, node.lane, box, step=node.step, name=node.name)
            self.nodes[node.id] = node

    def _edges(self, number: int, link: Link, lanes: list[Lane]) -> Iterator[Edge]:
        source = self.made[link.source]
        start, target = self.nodes[source.nodes[0].id], self.nodes[self.made[link.target].nodes[0].id]
        label = ""
        middle = target.box.center[0]
        points: tuple[Point, ...]
        if link.how == "straight":
            points = (start.box.center[0], start.box.bottom), (middle, target.box.y)
        elif link.how == "down":
            run = self.tops[link.goal] - _STAGE_GAP + _RUN
            points = _without_repeats(
                (start.box.center[0], start.box.bottom),
                (start.box.center[0], run),
                (middle, run),
                (middle, target.box.y),
            )
        elif link.how == "over":
            side = start.box.right if middle > start.box.right else start.box.x
            points = (side, start.box.center[1]), (middle, start.box.center[1]), (middle, target.box.y)
        elif link.how == "across":
            points = self._across(start, target)
        else:
            first = self.grid.rows[link.goal].first and link.goal > 1
            run = self.tops[link.goal] - (_STAGE_GAP - _RUN if first else _GAP / 2)
            right = lanes[link.lane].box.x + _PAD + self.widths[link.lane] + _SPACE + _TRACK * self.tracks[number]
            begin: tuple[Point, ...] = ((start.box.right, start.box.y + start.box.height * 0.78),)
            if link.number >= 0:
                begin, label = source.exits[link.number]
            points = _without_repeats(
                *begin, (right, begin[-1][1]), (right, run), (middle, run), (middle, target.box.y)
            )
        yield Edge(f"{link.kind}-{number}", link.kind, start.id, target.id, points, label)

    def _across(self, start: Node, target: Node) -> tuple[Point, ...]:
        y = start.box.center[1]
        if target.box.x > start.box.x:
            return (start.box.right, y), (target.box.x, y)
        return (start.box.x, y), (target.box.right, y)


def _without_repeats(*points: Point) -> tuple[Point, ...]:
    """Leave out points that change nothing: doubled ones."""
    return tuple(point for number, point in enumerate(points) if not number or point != points[number - 1])
