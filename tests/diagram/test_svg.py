"""The picture as SVG: a file by itself, and inline with links."""

import os
import xml.etree.ElementTree as ET

import pytest

from jbakb.diagram.flow import Flow
from jbakb.diagram.stacked import draw_stacked
from jbakb.diagram.svg import Look, inline_svg, svg_file
from jbakb.diagram.swimlane import draw_swimlanes
from tests.conftest import HERE
from tests.diagram.processes import everything, flow, project_flows

GOLDEN = HERE / "data" / "golden" / "diagram"
SVG = "{http://www.w3.org/2000/svg}"


def file() -> str:
    return svg_file(draw_swimlanes(flow(everything())), {"sgb2": 1}, {1: "#00626b"})


def inline(**look: object) -> ET.Element:
    drawing = draw_swimlanes(flow(everything()))
    return ET.fromstring(inline_svg(drawing, Look(**look)))  # type: ignore[arg-type]


def test_the_file_is_the_agreed_one() -> None:
    """Renew it with JBAKB_RENEW_GOLDEN=1, and look at it."""
    golden = GOLDEN / "alles.svg"
    if os.environ.get("JBAKB_RENEW_GOLDEN"):
        golden.write_text(file(), encoding="utf-8")
    assert file() == golden.read_text(encoding="utf-8")


def test_the_file_has_a_name_and_a_description_and_needs_nothing_else() -> None:
    root = ET.fromstring(file().encode())
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Alles & mehr"
    assert "2. Entscheiden" in (root.findtext(f"{SVG}desc") or "")
    assert "var(" not in file()
    assert "href" not in file()


def test_inline_every_step_is_a_link_with_its_name_in_the_order_of_the_steps() -> None:
    root = inline(link=lambda node: f"#{node.step}" if node.kind == "step" else "")
    links = [(each.get("href"), each.get("aria-label")) for each in root.iter(f"{SVG}a")]
    assert links == [("#eins", "1. Beginnen"), ("#zwei", "2. Entscheiden"), ("#drei", "3. Schließen <hier>")]


def test_inline_everything_else_is_hidden_from_screen_readers() -> None:
    root = inline(described_by="text")
    assert (root.get("role"), root.get("aria-describedby")) == ("group", "text")
    assert root.get("aria-label") == "Ablauf: Alles & mehr"
    assert all(each.get("aria-hidden") == "true" for each in root if each.tag != f"{SVG}a")


def test_lanes_say_whose_they_are() -> None:
    areas = {each.get("data-area") for each in inline(styles={"sgb2": 3}) if each.get("class") == "jbakb-a3"}
    assert areas == {"sgb2"}


@pytest.mark.parametrize("flow", project_flows(), ids=lambda flow: flow.process.id)
def test_all_processes_make_wellformed_pictures_on_one_line(flow: Flow) -> None:
    for draw in (draw_swimlanes, draw_stacked):
        text = inline_svg(draw(flow), Look())
        assert "\n" not in text
        ET.fromstring(text)
