"""A drawing as SVG: inline in a page, with links, or as a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Final

from jbakb.diagram.drawing import Drawing, Edge, Lane, Node, Point
from jbakb.diagram.style import file_style
from jbakb.i18n import _

#: Drawn on a ground of 16 × 16.
_ICONS: Final = {
    "gate": "M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7zm2 0h4V5a2 2 0 0 0-4 0z",
    "handover": "M1 6h7V2l7 6-7 6v-4H1z",
    "receipt": "M2 0h8l4 4v12H2zm8 1v3h3z",
}
_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_ICON_SIZE: Final = 12
_TIP: Final = 7
_FOLD: Final = 9


@dataclass(frozen=True)
class Look:
    """What a picture takes from where it stands.

    `styles` has the number of each area's look, `link` the address of a node (empty for none), and `described_by` the
    id of the text that explains the picture. `body` is an id for its contents, to show them again (sheets.py).
    """

    styles: Mapping[str, int] = field(default_factory=dict)
    link: Callable[[Node], str] = lambda node: ""
    described_by: str = ""
    css_class: str = ""
    body: str = ""


def inline_svg(drawing: Drawing, look: Look) -> str:
    """Return a picture for a page, on one line: a group of links in the order of the steps, all else is decoration."""
    described = f' aria-describedby="{look.described_by}"' if look.described_by else ""
    label = escape(_("Ablauf: {title}").format(title=drawing.flow.process.title))
    head = (
        f'<svg class="jd {look.css_class}" xmlns="{_NAMESPACE}" role="group" aria-label="{label}"{described} '
        f'width="{_n(drawing.width + 2)}" height="{_n(drawing.height + 2)}" viewBox="{_view(drawing)}">'
    )
    parts = "".join(_parts(drawing, look))
    return head + (f'<g class="jd" id="{look.body}">{parts}</g>' if look.body else parts) + "</svg>"


def svg_file(drawing: Drawing, styles: Mapping[str, int], colours: Mapping[int, str]) -> str:
    """Return a picture as a file: light, with its style, a title and a description.

    `styles` has the number of each area's look, `colours` the colour of each look.
    """
    process = drawing.flow.process
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg class="jd" xmlns="{_NAMESPACE}" role="img" aria-labelledby="title description" '
        f'width="{_n(drawing.width + 2)}" height="{_n(drawing.height + 2)}" viewBox="{_view(drawing)}">\n'
        f'<title id="title">{escape(process.title)}</title>\n'
        f'<desc id="description">{escape(describe(drawing))}</desc>\n'
        f"<style>{file_style(colours)}</style>\n"
        f'<rect x="-1" y="-1" width="{_n(drawing.width + 2)}" height="{_n(drawing.height + 2)}" fill="#fff"/>\n'
    )
    return head + "\n".join(_parts(drawing, Look(styles))) + "\n</svg>\n"


def describe(drawing: Drawing) -> str:
    """Return what a picture shows in a few sentences."""
    flow = drawing.flow
    who = ", ".join(lane.title for lane in flow.lanes)
    steps = "; ".join(f"{stage.number}. {stage.step.title}" for stage in flow.stages)
    return _("Beteiligt: {who}. Schritte: {steps}.").format(who=who, steps=steps)


def _parts(drawing: Drawing, look: Look) -> Iterator[str]:
    looks = {lane.role.id: look.styles.get(lane.role.area, 0) for lane in drawing.lanes}
    areas = {lane.role.id: lane.role.area for lane in drawing.lanes}
    for number, lane in enumerate(drawing.lanes):
        yield (_rail if drawing.rails else _lane)(lane, number, looks[lane.role.id])
    for edge in drawing.edges:
        yield _edge(edge)
    for node in drawing.nodes:
        shape = _node(node)
        address = look.link(node)
        area = f' data-area="{escape(areas[node.lane])}"' if areas.get(node.lane) else ""
        # No line ends: a blank line would end the HTML for a Markdown parser.
        notes = escape(node.documentation).replace("\n", "&#10;")
        tip = f"<title>{notes}</title>" if notes else ""
        group = f"jbakb-a{looks.get(node.lane, 0)}"
        if address:
            name = f' aria-label="{escape(node.name)}"' if node.name else ""
            yield f'<a class="{group}" href="{escape(address)}"{name}{area}>{tip}{shape}</a>'
        else:
            yield f'<g class="{group}" aria-hidden="true"{area}>{tip}{shape}</g>'


def _lane(lane: Lane, number: int, style: int) -> str:
    area = f' data-area="{escape(lane.role.area)}"' if lane.role.area else ""
    odd = " jd-odd" if number % 2 else ""
    box, head = lane.box, lane.head
    top = head.y + 4 + (head.height - 4 - lane.text.height) / 2 + lane.text.line_height * 0.5 + lane.text.size * 0.36
    middle = head.center[0]
    lines = "".join(
        f'<text class="jd-b" x="{_n(middle)}" y="{_n(top + row * lane.text.line_height)}" text-anchor="middle" '
        f'font-size="{_n(lane.text.size)}">{escape(line)}</text>'
        for row, line in enumerate(lane.text.heading)
    )
    return (
        f'<g class="jbakb-a{style}{odd}" aria-hidden="true"{area}>'
        f'<rect class="jd-ground" x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}"/>'
        f'<rect class="jd-bar" x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="4"/>'
        f'<rect class="jd-bar" x="{_n(box.x)}" y="{_n(head.bottom)}" width="{_n(box.width)}" height="1"/>{lines}</g>'
    )


def _rail(lane: Lane, number: int, style: int) -> str:
    area = f' data-area="{escape(lane.role.area)}"' if lane.role.area else ""
    x, y = lane.box.center[0], lane.head.y + lane.text.line_height / 2 + 1
    lines = "".join(
        f'<text class="jd-b" x="{_n(lane.head.x)}" y="{_n(lane.head.y + (row + 0.8) * lane.text.line_height)}" '
        f'font-size="{_n(lane.text.size)}">{escape(line)}</text>'
        for row, line in enumerate(lane.text.heading)
    )
    return (
        f'<g class="jbakb-a{style}" aria-hidden="true"{area}>'
        f'<line class="jd-rail" x1="{_n(x)}" y1="{_n(y)}" x2="{_n(x)}" y2="{_n(lane.box.bottom)}"/>'
        f'<circle class="jd-bar" cx="{_n(x)}" cy="{_n(y)}" r="5"/>{lines}</g>'
    )


def _edge(edge: Edge) -> str:
    way, tip = ("jd-hand", "jd-hand-tip") if edge.kind == "handover" else ("jd-way", "jd-tip")
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in edge.points)
    head = " ".join(f"{_n(x)},{_n(y)}" for x, y in _arrow(*edge.points[-2:]))
    return (
        f'<g aria-hidden="true"><polyline class="{way}" points="{points}"/><polygon class="{tip}" points="{head}"/></g>'
    )


def _arrow(before: Point, tip: Point) -> tuple[Point, Point, Point]:
    (x, y), (dx, dy) = tip, (tip[0] - before[0], tip[1] - before[1])
    if abs(dx) > abs(dy):
        back = x - _TIP if dx > 0 else x + _TIP
        return tip, (back, y - _TIP * 0.6), (back, y + _TIP * 0.6)
    back = y - _TIP if dy > 0 else y + _TIP
    return tip, (x - _TIP * 0.6, back), (x + _TIP * 0.6, back)


def _node(node: Node) -> str:
    return _shape(node) + _text(node)


def _shape(node: Node) -> str:
    box, (cx, cy) = node.box, node.box.center
    match node.kind:
        case "start" | "end" | "sender":
            inset = 2 if node.kind == "end" else 1
            return f'<circle class="jd-{node.kind}" cx="{_n(cx)}" cy="{_n(cy)}" r="{_n(box.width / 2 - inset)}"/>'
        case "gateway":
            points = f"{_n(cx)},{_n(box.y)} {_n(box.right)},{_n(cy)} {_n(cx)},{_n(box.bottom)} {_n(box.x)},{_n(cy)}"
            return f'<polygon class="jd-gateway" points="{points}"/>'
        case "handover" if node.text.size:
            path = (
                f"M{_n(box.x)} {_n(box.y)}H{_n(box.right - _FOLD)}l{_FOLD} {_FOLD}V{_n(box.bottom)}H{_n(box.x)}z"
                f"M{_n(box.right - _FOLD)} {_n(box.y)}v{_FOLD}h{_FOLD}"
            )
            return f'<path class="jd-handover" d="{path}"/>' + _icon(
                "handover", box.x + node.padding, _first_line(node)
            )
        case "gate" if node.text.size:
            return _rect(node, 3) + _icon("gate", box.x + node.padding, _first_line(node))
        case "gate" | "handover":
            return f'<circle class="jd-plate" cx="{_n(cx)}" cy="{_n(cy)}" r="{_n(box.width / 2 + 1)}"/>' + _icon(
                "receipt" if node.kind == "handover" else "gate", box.x, box.y, box.width
            )
        case "mark":
            return f'<circle class="jd-step jd-shape" cx="{_n(cx)}" cy="{_n(cy)}" r="{_n(box.width / 2 - 1)}"/>'
        case "step":
            return _rect(node, 6)
        case "process":
            return _rect(node, 12)
        case _:
            return ""


def _rect(node: Node, radius: int) -> str:
    box = node.box
    return (
        f'<rect class="jd-{node.kind} jd-shape" x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" '
        f'height="{_n(box.height)}" rx="{radius}"/>'
    )


def _first_line(node: Node) -> float:
    return node.box.y + node.padding + 2


def _icon(kind: str, x: float, y: float, size: float = _ICON_SIZE) -> str:
    move = f"translate({_n(x)} {_n(y)}) scale({size / 16:.3f})"
    return f'<path class="jd-{kind}-icon" transform="{move}" d="{_ICONS[kind]}"/>'


def _text(node: Node) -> str:
    """Write the lines: in the middle of steps and marks, else from the left."""
    text = node.text
    if not text.size:
        return ""
    middle = node.kind in ("step", "mark", "process")
    x = node.box.center[0] if middle else node.box.x + node.padding
    anchor = ' text-anchor="middle"' if middle else ""
    y = node.box.y + (node.box.height - text.height) / 2 + text.line_height * 0.5 + text.size * 0.36
    rows = []
    for number, line in enumerate((*text.heading, *text.lines)):
        bold = number < len(text.heading)
        left = x + (text.indent if bold and not middle else 0)
        look = "jd-b jd-link" if bold else "jd-q" if node.kind == "caption" else ""
        css = f' class="{look}"' if look else ""
        rows.append(
            f'<text{css} x="{_n(left)}" y="{_n(y + number * text.line_height)}" font-size="{_n(text.size)}"{anchor}>'
            f"{escape(line)}</text>"
        )
    return "".join(rows)


def _view(drawing: Drawing) -> str:
    return f"-1 -1 {_n(drawing.width + 2)} {_n(drawing.height + 2)}"


def _n(value: float) -> str:
    """Return a number as short as it can be."""
    return f"{value:.1f}".removesuffix(".0")
