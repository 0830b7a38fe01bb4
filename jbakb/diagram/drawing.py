"""The picture of a process as a value: where lanes, nodes and edges are, in pixels from the top left corner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from jbakb.diagram.flow import Flow
from jbakb.diagram.metrics import text_width, wrap
from jbakb.diagram.roles import RoleView

#: `gateway` is where ways part, `label` the condition of a way, `sender` where a hand-over comes from if not from the
#: step itself, `mark` the number of a step whose text is a `caption` beside it.
NodeKind: TypeAlias = Literal[
    "start", "end", "step", "gate", "gateway", "label", "process", "handover", "sender", "mark", "caption"
]
EdgeKind: TypeAlias = Literal["flow", "handover"]
Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return self.y + self.height

    @property
    def center(self) -> Point:
        """Return the point in the middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def overlaps(self, other: Box) -> bool:
        """Tell whether two rectangles share more than an edge."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )  # fmt: skip

    def contains(self, other: Box) -> bool:
        """Tell whether another rectangle lies within."""
        return (
            self.x <= other.x and other.right <= self.right and self.y <= other.y and other.bottom <= self.bottom
        )  # fmt: skip


@dataclass(frozen=True)
class Text:
    """A text broken into lines: a heading in bold (may be empty), then the rest; `indent` leaves room for an icon."""

    heading: tuple[str, ...]
    lines: tuple[str, ...]
    size: float
    indent: float = 0

    @classmethod
    def fitted(cls, heading: str, text: str, width: float, size: float, indent: float = 0) -> Text:
        """Break a text so that it is at most `width` wide."""
        return cls(wrap(heading, width - indent, size), wrap(text, width, size), size, indent)

    @property
    def line_height(self) -> float:
        """Return the distance of two lines."""
        return round(self.size * 1.3)

    @property
    def width(self) -> float:
        """Return the width of the longest line."""
        widths = [self.indent + text_width(line, self.size) for line in self.heading]
        return max([*widths, *(text_width(line, self.size) for line in self.lines)], default=0)

    @property
    def height(self) -> float:
        """Return the height of all lines."""
        return self.line_height * (len(self.heading) + len(self.lines))


NO_TEXT = Text((), (), 0)


@dataclass(frozen=True)
class Node:
    """Something with a place. `step` is the step that it belongs to, `source` the process that it leads to."""

    id: str
    kind: NodeKind
    lane: str
    box: Box
    text: Text = NO_TEXT
    padding: float = 0
    step: str = ""
    process: str = ""
    #: What a tool says beside the name: whole texts without line breaks.
    name: str = ""
    documentation: str = ""


@dataclass(frozen=True)
class Edge:
    """A line between two nodes; `label` is the id of the node with its condition."""

    id: str
    kind: EdgeKind
    source: str
    target: str
    points: tuple[Point, ...]
    label: str = ""

    @property
    def segments(self) -> Iterator[tuple[Point, Point]]:
        """Return the straight pieces."""
        return zip(self.points, self.points[1:], strict=False)


@dataclass(frozen=True)
class Lane:
    """A lane with its heading; `head` is the part of `box` that has it."""

    role: RoleView
    box: Box
    head: Box
    text: Text


@dataclass(frozen=True)
class Drawing:
    """A finished picture. With `rails` a lane is a thin line of symbols, with its name beside its beginning."""

    flow: Flow
    width: float
    height: float
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    rails: bool = False

    def node(self, node_id: str) -> Node:
        """Return a node; raises KeyError."""
        for node in self.nodes:
            if node.id == node_id:
                return node
        raise KeyError(node_id)
