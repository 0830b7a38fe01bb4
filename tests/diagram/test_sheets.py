"""A tall picture on paper: pieces that fit on a sheet, cut where nothing stands."""

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from jbakb.diagram.drawing import Drawing
from jbakb.diagram.sheets import cuts, sheets_svg
from jbakb.diagram.svg import Look, inline_svg
from jbakb.diagram.swimlane import draw_swimlanes
from tests.diagram.processes import everything, flow, project_flows

SVG = "{http://www.w3.org/2000/svg}"
#: What an A4 sheet has for a picture, in CSS pixels, and per point.
WIDTH, HEIGHT, PX = 718, 926, 96 / 72
ALL = [draw_swimlanes(each) for each in project_flows()]


@pytest.mark.parametrize("drawing", ALL, ids=lambda drawing: drawing.flow.process.id)
def test_no_text_is_printed_smaller_than_six_and_a_half_points(drawing: Drawing) -> None:
    head = max(lane.head.bottom for lane in drawing.lanes)
    pieces = [bottom - top for top, bottom in pairwise((0.0, *cuts(drawing), drawing.height))]
    tallest = max(height + (head if number else 0) for number, height in enumerate(pieces))
    scale = min(1, WIDTH / drawing.width, HEIGHT / tallest)
    smallest = min(node.text.size for node in drawing.nodes if node.text.size)
    wide = drawing.width > 1000
    assert smallest * scale / PX >= (5.9 if wide else 6.5)


@pytest.mark.parametrize("drawing", ALL, ids=lambda drawing: drawing.flow.process.id)
def test_no_cut_goes_through_a_node(drawing: Drawing) -> None:
    cut = [
        (node.id, at) for node in drawing.nodes for at in cuts(drawing) if node.box.y - 1 < at < node.box.bottom + 1
    ]  # fmt: skip
    assert cut == []


def test_what_fits_on_one_sheet_stays_whole() -> None:
    drawing = draw_swimlanes(flow(everything()))
    assert cuts(drawing) == ()
    assert sheets_svg(drawing, "bild") == ""


def tall() -> Drawing:
    return max(ALL, key=lambda drawing: drawing.height)


def test_every_piece_shows_the_picture_again_and_the_later_ones_the_names_of_the_lanes() -> None:
    drawing = tall()
    root = ET.fromstring(f"<div>{sheets_svg(drawing, 'bild')}</div>")
    windows = [list(piece) for piece in root]
    assert [len(piece) for piece in windows] == [1] + [2] * len(cuts(drawing))
    assert {use.get("href") for use in root.iter(f"{SVG}use")} == {"#bild"}
    assert {piece.get("aria-hidden") for piece in root} == {"true"}
    shown = sum(float(piece[-1].get("height") or 0) for piece in windows)
    assert shown == pytest.approx(drawing.height + 2)


def test_what_the_pieces_show_has_the_look_of_the_picture() -> None:
    """Styles of `use` know nothing above the group that is shown again."""
    root = ET.fromstring(inline_svg(tall(), Look(body="bild")))
    assert [(each.get("id"), each.get("class")) for each in root] == [("bild", "jd")]
