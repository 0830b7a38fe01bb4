"""One colour and one symbol per area: readable, distinct, chosen by the region where it wants to."""

from __future__ import annotations

import re

import pytest

from jbakb.model import Area, Glossary
from jbakb.site.area_style import NEUTRAL, PALETTE, SHAPES, area_css, area_looks
from tests.conftest import PROJECT

TOKENS = (PROJECT / "plugins/jbakb_mkdocs/assets/tokens.css").read_text(encoding="utf-8")


def luminance(color: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def token(name: str, scheme: int) -> str:
    values = re.findall(rf"--jbakb-{name}: (#[0-9a-f]+);", TOKENS)
    value: str = values[scheme]
    return value if len(value) == 7 else "#" + "".join(2 * digit for digit in value[1:])


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["ground", "soft", "go-soft"])
@pytest.mark.parametrize("color", [*PALETTE, "neutral"])
def test_an_areas_name_is_readable_on_every_ground(color: str, ground: str, scheme: int) -> None:
    pair = {**PALETTE, "neutral": NEUTRAL}[color]  # type: ignore[dict-item]
    assert contrast(pair[scheme], token(ground, scheme)) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [(text, ground) for text in ("ink", "quiet", "go") for ground in ("ground", "soft", "go-soft")]
    + [("warn", "warn-soft"), ("warn", "ground"), ("fine", "ground"), ("ink", "warn-soft")],
)
def test_so_are_texts(text: str, ground: str, scheme: int) -> None:
    assert contrast(token(text, scheme), token(ground, scheme)) >= 4.5


def glossary(*areas: Area) -> Glossary:
    return Glossary(areas={area.id: area for area in areas})


def test_no_two_areas_look_the_same() -> None:
    areas = [Area(id=f"a{number}", title="A", short="A") for number in range(40)]
    looks = area_looks(glossary(*areas))
    assert len({(look.color, look.symbol) for look in looks.values()}) == 40
    first = [looks[f"a{number}"] for number in range(12)]
    assert len({look.color for look in first}) == len({look.symbol for look in first}) == 12


def test_a_region_chooses_and_the_rest_gives_way() -> None:
    chosen = Area(id="b", title="B", short="B", color="teal", symbol="square")
    half = Area(id="c", title="C", short="C", symbol="circle")
    looks = area_looks(glossary(Area(id="a", title="A", short="A"), chosen, half))
    assert looks["b"][1:] == ("teal", "square")
    assert looks["c"].symbol == "circle"
    assert looks["a"].color != "teal"
    assert looks["a"].symbol not in ("square", "circle")


def test_the_style_sheet_has_each_area_in_both_schemes() -> None:
    css = area_css(glossary(Area(id="a", title="A", short="A", color="plum", symbol="star")))
    assert f".jbakb-a1{{--c:var(--jbakb-plum);--s:{SHAPES['star']}}}" in css
    assert all(value in css for value in PALETTE["plum"])
