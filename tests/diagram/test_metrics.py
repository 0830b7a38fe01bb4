"""Breaking texts: nothing is wider than its place, nothing is lost, German words break where people break them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jbakb.diagram.metrics import text_width, wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Eingliederungsvereinbarung überprüfen", 110, ("Eingliederungs-", "vereinbarung", "überprüfen")),
        ("Zuständigkeitsübergang", 110, ("Zuständigkeits-", "übergang")),
        ("Leistungs- und Vermittlungsfachkraft", 130, ("Leistungs- und", "Vermittlungs-", "fachkraft")),
        ("kurz", 110, ("kurz",)),
        ("", 110, ()),
        ("etwa nach § 36b Abs. 2 SGB VIII", 85, ("etwa nach", "§ 36b Abs. 2", "SGB VIII")),
        ("Mutter-Kind-Einrichtung", 90, ("Mutter-Kind-", "Einrichtung")),
    ],
)
def test_texts_break_at_words_then_at_joints(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert tuple(line.replace("\N{NO-BREAK SPACE}", " ") for line in wrap(text, width, 13)) == lines


@given(st.text(st.sampled_from("abcdeinußäWM -/§1"), max_size=80), st.floats(40, 300))
def test_no_line_is_wider_than_its_place(text: str, width: float) -> None:
    assert all(text_width(line, 13) <= width for line in wrap(text, width, 13))


@given(st.text(st.sampled_from("abcdeinußäWM "), max_size=80), st.floats(40, 300))
def test_only_hyphens_are_added(text: str, width: float) -> None:
    lines = wrap(text, width, 13)
    assert "".join(lines).replace("-", "").replace(" ", "") == text.replace(" ", "")


def test_a_letter_nobody_measured_counts_as_wide() -> None:
    assert text_width("漢", 10) == 10
