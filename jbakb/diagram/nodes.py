"""What stands in one cell of a swimlane diagram: one node, or a fork with its conditions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from jbakb.diagram.drawing import Box, Edge, Node, Point, Text
from jbakb.diagram.flow import Flow, Stage, Way
from jbakb.diagram.grid import Item
from jbakb.diagram.roles import RoleView
from jbakb.i18n import _
from jbakb.labels import basis_label, deadline_label
from jbakb.model.process import Gate, Handover

TITLE, SMALL = 13.0, 12.0
#: Room for an icon before a heading.
ICON: Final = 17.0
_PADDING: Final = 8.0
_EVENT, _DOT, _DIAMOND = 18.0, 12.0, 26.0
#: In a fork: where its line runs down, where the conditions begin, and the space for the end of a way.
_SPINE, _LABELS, _END_SPACE = 6.0, 14.0, 24.0
_SHORTEST_STEP: Final = 44.0


@dataclass(frozen=True)
class Made:
    """The nodes of a cell, the first being the one that lines come to, and where the ways of a fork leave it.

    `exits` has by the number of the way the points up to the edge of the cell, and the id of the label.
    """

    nodes: tuple[Node, ...]
    height: float
    edges: tuple[Edge, ...] = ()
    exits: dict[int, tuple[tuple[Point, ...], str]] = field(default_factory=dict)


def make(item: Item, cell: Box, flow: Flow) -> Made:
    """Make what an item shows at the top of a cell, whose height is not known yet."""
    lane = flow.lanes[item.lane].id
    match item.kind:
        case "start":
            box = Box(cell.center[0] - _EVENT / 2, cell.y, _EVENT, _EVENT)
            return _one(Node("start", "start", lane, box, name=_("Auslöser"), documentation=flow.process.trigger))
        case "step":
            return _one(_step(item.id, lane, item.stage, cell))
        case "gate":
            assert item.gate is not None
            return _one(_gate(item.id, lane, item.stage, item.gate, cell))
        case "handover":
            assert item.handover is not None
            return _one(_handover(item.id, lane, item.stage, item.handover, cell, flow))
        case "sender":
            box = Box(cell.center[0] - _DOT / 2, cell.y, _DOT, _DOT)
            return _one(Node(item.id, "sender", lane, box, step=item.stage.step.id, name=_("Übergeben")))
        case "end":
            return _one(_end(item.id, lane, item.stage, cell.center[0], cell.y))
        case "process":
            assert item.way is not None
            return _one(_process(item.id, lane, item.stage, item.way, cell))
        case "fork":
            return _fork(item, lane, cell)


def head_text(role: RoleView, width: float) -> Text:
    """Return the heading of a lane."""
    return Text.fitted(role.title, "", width, TITLE)


def gate_bases(gate: Gate) -> str:
    """Return the legal grounds of a gate in one line; one of them is enough."""
    grounds = [basis_label(each.kind) + (f" ({each.source})" if each.source else "") for each in gate.basis]
    return _(" oder ").join(grounds)


def gate_notes(gate: Gate) -> str:
    """Return the legal grounds of a gate and what happens without one, in two lines."""
    return _("Eine Grundlage genügt:") + " " + gate_bases(gate) + "\n" + _("Ohne Grundlage:") + " " + gate.otherwise


def _one(node: Node) -> Made:
    return Made((node,), node.box.height)


def _boxed(cell: Box, text: Text, padding: float = _PADDING, least: float = 0) -> Box:
    return Box(cell.x, cell.y, cell.width, max(text.height + 2 * padding, least))


def _step(node: str, lane: str, stage: Stage, cell: Box) -> Node:
    step = stage.step
    text = Text.fitted(f"{stage.number}. {step.title}", "", cell.width - 2 * _PADDING, TITLE)
    notes = [step.action]
    if step.deadline:
        source = f", {step.deadline.source}" if step.deadline.source else ""
        notes.append(
            _("Frist: {text} ({kind}{source})").format(
                text=step.deadline.text, kind=deadline_label(step.deadline.kind), source=source
            )
        )
    if step.tools:
        notes.append(_("Womit: {tools}").format(tools=", ".join(step.tools)))
    if step.result:
        notes.append(_("Ergebnis: {result}").format(result=step.result))
    return Node(
        node, "step", lane, _boxed(cell, text, least=_SHORTEST_STEP), text, _PADDING, step.id,
        name=f"{stage.number}. {step.title}", documentation="\n".join(notes),
    )  # fmt: skip


def _gate(node: str, lane: str, stage: Stage, gate: Gate, cell: Box) -> Node:
    heading = _("Datenschutz-Tor")
    text = Text.fitted(heading, gate.data, cell.width - 2 * _PADDING, SMALL, ICON)
    return Node(
        node, "gate", lane, _boxed(cell, text), text, _PADDING, stage.step.id,
        name=f"{heading}: {gate.data}", documentation=gate_notes(gate),
    )  # fmt: skip


def _handover(node: str, lane: str, stage: Stage, handover: Handover, cell: Box, flow: Flow) -> Node:
    text = Text.fitted(_("Übergabe"), handover.what, cell.width - 2 * _PADDING, SMALL, ICON)
    titles = {role.id: role.title for role in flow.lanes}
    told = _("Übergabe von {sender} an {receiver}: {what}").format(
        sender=titles[handover.from_], receiver=titles[handover.to], what=handover.what
    )
    receipt = "\n" + _("Nachweis:") + " " + handover.receipt if handover.receipt else ""
    return Node(
        node, "handover", lane, _boxed(cell, text), text, _PADDING, stage.step.id,
        name=handover.what, documentation=told + receipt,
    )  # fmt: skip


def _end(node: str, lane: str, stage: Stage, x: float, y: float) -> Node:
    return Node(node, "end", lane, Box(x - _EVENT / 2, y, _EVENT, _EVENT), step=stage.step.id, name=_("Ende"))


def _process(node: str, lane: str, stage: Stage, way: Way, cell: Box) -> Node:
    title = way.title or _("ein anderer Prozess")
    text = Text.fitted(_("Weiter im Prozess"), title, cell.width - 2 * _PADDING, SMALL)
    name = _("Weiter im Prozess: {title}").format(title=title)
    return Node(node, "process", lane, _boxed(cell, text, 6), text, _PADDING, stage.step.id, way.to, name)


def _fork(item: Item, lane: str, cell: Box) -> Made:
    """Stack the ways below a gateway: the condition above a line that leaves to the right, or leads to an end."""
    step = item.stage.step.id
    diamond = Box(cell.center[0] - _DIAMOND / 2, cell.y, _DIAMOND, _DIAMOND)
    gateway = Node(f"{item.id}-gateway", "gateway", lane, diamond, step=step)
    nodes, edges = [gateway], []
    exits: dict[int, tuple[tuple[Point, ...], str]] = {}
    spine, y = cell.x + _SPINE, diamond.bottom + 6
    begin = (diamond.x, diamond.center[1]), (spine, diamond.center[1])
    for number, way in enumerate(item.stage.ways):
        space = _END_SPACE if way.kind == "end" else 0
        text = Text.fitted("", way.when, cell.width - _LABELS - space, SMALL)
        place = Box(cell.x + _LABELS, y, cell.width - _LABELS - space, text.height)
        label = Node(f"label-{step}-{number}", "label", lane, place, text, 0, step, name=way.when)
        if way.when:
            nodes.append(label)
        name, line = label.id if way.when else "", y + max(text.height, _EVENT / 2) + 3
        edge = f"flow-{step}-{number}"
        if way.kind == "step":
            exits[number] = (*begin, (spine, line), (cell.right, line)), name
            y = line + 9
        elif way.kind == "end":
            end = _end(f"end-{step}-{number}", lane, item.stage, cell.right - _EVENT / 2, line - _EVENT / 2)
            edges.append(Edge(edge, "flow", gateway.id, end.id, (*begin, (spine, line), (end.box.x, line)), name))
            nodes.append(end)
            y = end.box.bottom + 5
        else:
            below = Box(cell.x + 2 * _LABELS, y + text.height + 4, cell.width - 2 * _LABELS, 0)
            other = _process(f"process-{step}-{number}", lane, item.stage, way, below)
            middle = other.box.center[1]
            edges.append(
                Edge(edge, "flow", gateway.id, other.id, (*begin, (spine, middle), (other.box.x, middle)), name)
            )
            nodes.append(other)
            y = other.box.bottom + 9
    return Made(tuple(nodes), y - cell.y - 5, tuple(edges), exits)
