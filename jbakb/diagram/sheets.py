"""A tall picture on several sheets of paper: cut between its rows, under the names of the lanes again."""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from typing import Final

from jbakb.diagram.drawing import Drawing

#: CSS pixels that an A4 sheet has for a picture, beside margins, heading and caption (print.css).
_WIDTH: Final = 718
_HEIGHT: Final = 926
#: What may be too tall and is made smaller to fit, rather than be cut.
_SQUEEZE: Final = 1.06


def cuts(drawing: Drawing) -> tuple[float, ...]:
    """Return where to cut a picture (pixels from the top), so that each piece fits on a sheet; none if all of it does.

    No cut goes through a node; pieces are about equally tall.
    """
    tall = _HEIGHT * max(1, drawing.width / _WIDTH)
    if drawing.height <= tall * _SQUEEZE:
        return ()
    head = _head(drawing)
    pieces = ceil((drawing.height - head) / (tall - head))
    gaps = _gaps(drawing)
    chosen: list[float] = []
    for number in range(1, pieces):
        ideal = head + (drawing.height - head) * number / pieces
        behind = [gap for gap in gaps if not chosen or gap > chosen[-1]]
        if behind:
            chosen.append(min(behind, key=lambda gap: abs(gap - ideal)))
    return tuple(chosen)


def sheets_svg(drawing: Drawing, body: str) -> str:
    """Return the pieces of a picture as SVG, on one line; empty if one sheet is enough.

    They show the group with the id `body` of the same page again, so nothing is said twice.
    """
    at = cuts(drawing)
    if not at:
        return ""
    head = _head(drawing)
    edges = (-1.0, *at, drawing.height + 1)
    return "".join(
        _piece(drawing.width + 2, head if number else 0, top, bottom - top, body)
        for number, (top, bottom) in enumerate(pairwise(edges))
    )


def _piece(width: float, head: float, top: float, height: float, body: str) -> str:
    names = _window(width, -1, head, 0, body) if head else ""
    return (
        f'<svg class="jd jd-sheet" xmlns="http://www.w3.org/2000/svg" aria-hidden="true" width="{width:g}" '
        f'height="{head + height:g}" viewBox="0 0 {width:g} {head + height:g}">'
        f"{names}{_window(width, top, height, head, body)}</svg>"
    )


def _window(width: float, top: float, height: float, y: float, body: str) -> str:
    return (
        f'<svg x="0" y="{y:g}" width="{width:g}" height="{height:g}" viewBox="-1 {top:g} {width:g} {height:g}">'
        f'<use href="#{body}"/></svg>'
    )


def _head(drawing: Drawing) -> float:
    return max((lane.head.bottom for lane in drawing.lanes), default=0) + 2


def _gaps(drawing: Drawing) -> list[float]:
    """Return the middle of each stretch without a node, but for the one under the names of the lanes."""
    gaps: list[float] = []
    reached = _head(drawing)
    for box in sorted((node.box for node in drawing.nodes), key=lambda box: box.y):
        if box.y - reached >= 4:
            gaps.append((reached + box.y) / 2)
        reached = max(reached, box.bottom)
    return gaps[1:]
