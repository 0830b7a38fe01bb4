"""A drawing as BPMN 2.0 XML with diagram interchange, for tools that model and run processes.

One pool with a lane per role. A data-protection gate is a task, since what happens without a legal ground is told
and not modelled; a hand-over is a data object that its step writes, or that a message event of another role sends.
Source: OMG, Business Process Model and Notation 2.0.2, schemas BPMN20.xsd and BPMNDI.xsd.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from typing import Final

from jbakb.diagram.drawing import Box, Drawing, Edge, Node
from jbakb.diagram.nodes import ICON

_MODEL: Final = "http://www.omg.org/spec/BPMN/20100524/MODEL"
_SPACES: Final = {
    "bpmn": _MODEL,
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
}
_ELEMENTS: Final = {
    "start": "startEvent",
    "end": "endEvent",
    "step": "task",
    "gate": "task",
    "gateway": "exclusiveGateway",
    "process": "callActivity",
    "sender": "intermediateThrowEvent",
}
#: The height of the pool's own heading above the lanes.
_HEAD: Final = 30.0


def bpmn_file(drawing: Drawing) -> bytes:
    """Return a swimlane drawing as BPMN 2.0 XML, UTF-8."""
    for prefix, uri in _SPACES.items():
        ET.register_namespace(prefix, uri)
    root = _Writer(drawing).write()
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _tag(name: str) -> str:
    prefix, _colon, local = name.rpartition(":")
    return f"{{{_SPACES[prefix or 'bpmn']}}}{local}"


def _add(parent: ET.Element, name: str, text: str = "", /, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, _tag(name), {key.rstrip("_"): value for key, value in attributes.items() if value})
    element.text = text or None
    return element


def _ncname(text: str) -> str:
    return re.sub(r"[^\w.-]", "_", text)


class _Writer:
    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.id = _ncname(drawing.flow.process.id)
        self.nodes = {node.id: node for node in drawing.nodes}
        self.flows = [edge for edge in drawing.edges if edge.kind == "flow"]
        self.handovers = [edge for edge in drawing.edges if edge.kind == "handover"]

    def write(self) -> ET.Element:
        process = self.drawing.flow.process
        root = ET.Element(
            _tag("definitions"),
            {"id": f"definitions_{self.id}", "targetNamespace": "urn:jbakb:process", "exporter": "jbakb"},
        )
        collaboration = _add(root, "collaboration", id=f"collaboration_{self.id}")
        model_id = f"process_{self.id}"
        _add(collaboration, "participant", id=f"participant_{self.id}", name=process.title, processRef=model_id)
        model = _add(root, "process", id=model_id, name=process.title, isExecutable="false")
        _add(model, "documentation", process.purpose)
        self._lanes(model)
        self._flow_nodes(model)
        for edge in self.flows:
            label = self.nodes[edge.label].name if edge.label else ""
            _add(
                model, "sequenceFlow", id=self._name(edge.id), name=label,
                sourceRef=self._name(edge.source), targetRef=self._name(edge.target),
            )  # fmt: skip
        self._data(model)
        self._associations(model)
        self._diagram(root)
        return root

    def _name(self, own: str) -> str:
        return _ncname(f"{self.id}_{own}")

    def _lanes(self, model: ET.Element) -> None:
        lanes = _add(model, "laneSet", id=f"lanes_{self.id}")
        for lane in self.drawing.lanes:
            element = _add(lanes, "lane", id=self._name(f"lane-{lane.role.id}"), name=lane.role.title)
            for node in self.drawing.nodes:
                if node.lane == lane.role.id and node.kind in _ELEMENTS:
                    _add(element, "flowNodeRef", self._name(node.id))

    def _flow_nodes(self, model: ET.Element) -> None:
        comes, goes, writes = defaultdict(list), defaultdict(list), defaultdict(list)
        for edge in self.flows:
            goes[edge.source].append(edge)
            comes[edge.target].append(edge)
        for edge in self.handovers:
            writes[edge.source].append(edge)
        for node in self.drawing.nodes:
            if node.kind not in _ELEMENTS:
                continue
            called = f"process_{_ncname(node.process)}" if node.process else ""
            element = _add(model, _ELEMENTS[node.kind], id=self._name(node.id), name=node.name, calledElement=called)
            if node.documentation:
                _add(element, "documentation", node.documentation)
            for edge in comes[node.id]:
                _add(element, "incoming", self._name(edge.id))
            for edge in goes[node.id]:
                _add(element, "outgoing", self._name(edge.id))
            if node.kind == "sender":
                _add(element, "messageEventDefinition", id=self._name(f"message-{node.id}"))
                continue
            for edge in writes[node.id]:
                association = _add(element, "dataOutputAssociation", id=self._name(edge.id))
                _add(association, "targetRef", self._name(edge.target))

    def _data(self, model: ET.Element) -> None:
        for node in self.drawing.nodes:
            if node.kind == "handover":
                data = self._name(f"data-{node.id}")
                _add(model, "dataObject", id=data)
                reference = _add(
                    model, "dataObjectReference", id=self._name(node.id), name=node.name, dataObjectRef=data
                )
                _add(reference, "documentation", node.documentation)

    def _associations(self, model: ET.Element) -> None:
        for edge in self.handovers:
            if self.nodes[edge.source].kind == "sender":
                _add(
                    model, "association", id=self._name(edge.id), associationDirection="One",
                    sourceRef=self._name(edge.source), targetRef=self._name(edge.target),
                )  # fmt: skip

    def _diagram(self, root: ET.Element) -> None:
        drawing = self.drawing
        diagram = _add(root, "bpmndi:BPMNDiagram", id=f"diagram_{self.id}")
        plane = _add(diagram, "bpmndi:BPMNPlane", id=f"plane_{self.id}", bpmnElement=f"collaboration_{self.id}")
        pool = Box(0, -_HEAD, drawing.width, drawing.height + _HEAD)
        self._shape(plane, f"participant_{self.id}", pool, isHorizontal="false")
        for lane in drawing.lanes:
            self._shape(plane, self._name(f"lane-{lane.role.id}"), lane.box, isHorizontal="false")
        for node in drawing.nodes:
            if node.kind == "gateway":
                self._shape(plane, self._name(node.id), node.box, isMarkerVisible="true")
            elif node.kind == "start":
                beside = Box(node.box.right + 4, node.box.y + 2, 70, 14)
                self._label(self._shape(plane, self._name(node.id), node.box), beside)
            elif node.kind in _ELEMENTS:
                self._shape(plane, self._name(node.id), node.box)
            elif node.kind == "handover":
                self._label(self._shape(plane, self._name(node.id), node.box), _text_box(node))
        for edge in drawing.edges:
            self._line(plane, edge)

    def _shape(self, plane: ET.Element, element: str, box: Box, /, **attributes: str) -> ET.Element:
        shape = _add(plane, "bpmndi:BPMNShape", id=f"shape_{element}", bpmnElement=element, **attributes)
        _bounds(shape, box)
        return shape

    def _line(self, plane: ET.Element, edge: Edge) -> None:
        line = _add(plane, "bpmndi:BPMNEdge", id=f"edge_{self._name(edge.id)}", bpmnElement=self._name(edge.id))
        for x, y in edge.points:
            _add(line, "di:waypoint", x=_number(x), y=_number(y))
        if edge.label:
            self._label(line, self.nodes[edge.label].box)

    def _label(self, parent: ET.Element, box: Box) -> None:
        _bounds(_add(parent, "bpmndi:BPMNLabel"), box)


def _text_box(node: Node) -> Box:
    inside = node.padding
    box = node.box
    return Box(box.x + inside, box.y + inside + ICON, box.width - 2 * inside, box.height - 2 * inside - ICON)


def _bounds(parent: ET.Element, box: Box) -> None:
    _add(
        parent, "dc:Bounds", x=_number(box.x), y=_number(box.y), width=_number(box.width), height=_number(box.height)
    )  # fmt: skip


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
