"""Where the sides meet, as a drawing: sides on a circle, lines as thick as there are processes in which they meet."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from jbakb.site.content import SiteContent
from jbakb.site.process_overviews import Side, meetings

#: Size of the drawing in its own units; a name is about 13 of them high.
WIDTH: Final = 520
HEIGHT: Final = 300
_RADIUS_X: Final = 112
_RADIUS_Y: Final = 112
#: The number on a line stands a little off its middle, so that those of crossing lines stand apart.
_ALONG: Final = 0.4


@dataclass(frozen=True)
class Node:
    """A side on the circle; its name stands beside it, anchored `start`, `middle` or `end`."""

    side: Side
    x: float
    y: float
    text_x: float
    text_y: float
    anchor: str


@dataclass(frozen=True)
class Edge:
    """A line between two sides, with its number."""

    x1: float
    y1: float
    x2: float
    y2: float
    label_x: float
    label_y: float
    count: int
    width: float


@dataclass(frozen=True)
class Drawing:
    """The nodes and the edges."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int = WIDTH
    height: int = HEIGHT


def draw_map(content: SiteContent, sides: tuple[Side, ...]) -> Drawing:
    """Draw the sides and where they meet; the thickest lines come last, on top."""
    nodes = {side.id: _node(side, place, len(sides)) for place, side in enumerate(sides)}
    counts = {pair: count for pair, count in meetings(content).items() if set(pair) <= nodes.keys()}
    most = max(counts.values(), default=1)
    edges = []
    for (first, second), count in sorted(counts.items(), key=lambda item: item[1]):
        one, other = nodes[first], nodes[second]
        x, y = (one.x + (other.x - one.x) * _ALONG, one.y + (other.y - one.y) * _ALONG)
        width = round(1 + 6 * count / most, 1)
        edges.append(Edge(one.x, one.y, other.x, other.y, round(x, 1), round(y, 1), count, width))
    return Drawing(tuple(nodes.values()), tuple(edges))


def _node(side: Side, place: int, count: int) -> Node:
    angle = 2 * pi * place / max(count, 1) - pi / 2
    across, down = cos(angle), sin(angle)
    x, y = WIDTH / 2 + _RADIUS_X * across, HEIGHT / 2 + _RADIUS_Y * down
    if abs(across) < 0.1:
        return Node(side, round(x, 1), round(y, 1), round(x, 1), round(y + (26 if down > 0 else -15), 1), "middle")
    anchor, beside = ("start", 14) if across > 0 else ("end", -14)
    return Node(side, round(x, 1), round(y, 1), round(x + beside, 1), round(y + 5, 1), anchor)
