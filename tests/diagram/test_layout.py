"""Where things stand in a diagram, whatever the process: nothing overlaps, nothing is cut, lines touch nothing else."""

import pytest
from hypothesis import given, settings

from jbakb.diagram.drawing import Drawing, Edge, Node
from jbakb.diagram.flow import Flow
from jbakb.diagram.metrics import text_width
from jbakb.diagram.stacked import draw_stacked
from jbakb.diagram.swimlane import draw_swimlanes
from tests.diagram.processes import everything, flow, flows, project_flows

DRAW = {"wide": draw_swimlanes, "narrow": draw_stacked}
both = pytest.mark.parametrize("form", DRAW)


@both
@given(flow=flows())
@settings(max_examples=60)
def test_any_process_is_drawn_without_overlaps(form: str, flow: Flow) -> None:
    check(DRAW[form](flow))


@both
@pytest.mark.parametrize("flow", project_flows(), ids=lambda flow: flow.process.id)
def test_the_projects_processes_are_drawn_without_overlaps(form: str, flow: Flow) -> None:
    check(DRAW[form](flow))


def check(drawing: Drawing) -> None:
    lanes = {lane.role.id: lane for lane in drawing.lanes}
    assert all(lane.box.right <= drawing.width and lane.box.bottom <= drawing.height for lane in drawing.lanes)
    for number, node in enumerate(drawing.nodes):
        for other in drawing.nodes[number + 1 :]:
            assert not node.box.overlaps(other.box), (node.id, other.id)
        assert fits(node), node
        if node.kind != "caption":
            assert lanes[node.lane].box.contains(node.box), (node.id, "outside its lane")
        assert node.box.right <= drawing.width
        assert node.box.bottom <= drawing.height
    nodes = {node.id: node for node in drawing.nodes}
    assert len(nodes) == len(drawing.nodes), "an id twice"
    for edge in drawing.edges:
        assert {edge.source, edge.target} <= set(nodes)
        assert touches(edge.points[0], nodes[edge.source])
        assert touches(edge.points[-1], nodes[edge.target])
        assert edge.label == "" or edge.label in nodes
        for node in drawing.nodes:
            if node.id not in (edge.source, edge.target):
                assert drawing.rails or not crosses(edge, node), (edge.id, node.id)
    shown = {node.step for node in drawing.nodes if node.kind in ("step", "mark")}
    assert shown == {stage.step.id for stage in drawing.flow.stages}


def fits(node: Node) -> bool:
    text, room = node.text, node.box.width - 2 * node.padding
    lines = (*text.heading, *text.lines)
    widths = [text_width(line, text.size) + (text.indent if line in text.heading else 0) for line in lines]
    return all(width <= room for width in widths) and text.height <= node.box.height - node.padding


def touches(point: tuple[float, float], node: Node) -> bool:
    x, y, box = *point, node.box
    return box.x - 0.1 <= x <= box.right + 0.1 and box.y - 0.1 <= y <= box.bottom + 0.1


def crosses(edge: Edge, node: Node) -> bool:
    """Whether a line runs through the inside of a node."""
    box = node.box
    return any(
        min(x, to_x) < box.right and max(x, to_x) > box.x and min(y, to_y) < box.bottom and max(y, to_y) > box.y
        for (x, y), (to_x, to_y) in edge.segments
    )


def test_lines_only_turn_at_right_angles() -> None:
    for edge in draw_swimlanes(flow(everything())).edges:
        assert all(x == to_x or y == to_y for (x, y), (to_x, to_y) in edge.segments)


def test_every_way_of_a_branch_leads_where_the_process_says() -> None:
    drawing = draw_swimlanes(flow(everything()))
    ways = {
        drawing.node(edge.label).name: drawing.node(edge.target)
        for edge in drawing.edges
        if edge.label and edge.source.startswith("fork-zwei")
    }
    assert (ways["noch einmal"].kind, ways["noch einmal"].step) == ("step", "eins")
    assert (ways["woanders"].kind, ways["woanders"].process) == ("process", "anderer")
    assert ways["fertig"].kind == "end"
    assert (ways["weiter"].kind, ways["weiter"].step) == ("step", "drei")


def test_a_way_to_a_step_with_a_gate_leads_through_the_gate() -> None:
    drawing = draw_swimlanes(flow(everything()))
    into = [(edge.source, edge.target) for edge in drawing.edges if edge.target in ("gate-zwei-1", "step-zwei")]
    assert into == [("gate-zwei-1", "step-zwei"), ("step-eins", "gate-zwei-1")]


def test_a_hand_over_starts_with_its_sender_and_ends_in_the_receivers_lane() -> None:
    drawing = draw_swimlanes(flow(everything()))
    found = {
        (drawing.node(edge.source).lane, drawing.node(edge.target).lane, drawing.node(edge.target).name)
        for edge in drawing.edges
        if edge.kind == "handover"
    }
    assert found == {("jobcenter", "gast", "ein Blatt"), ("schule", "jobcenter", "ein Zeugnis")}


def test_who_neither_acts_nor_receives_has_no_lane() -> None:
    process = everything()
    assert [lane.role.id for lane in draw_swimlanes(flow(process)).lanes] == ["jobcenter", "gast", "schule"]


def test_the_narrow_form_fits_a_phone() -> None:
    assert all(draw_stacked(flow).width <= 358 for flow in project_flows())
