"""What a cell may hold survives the way into a table and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jbakb.exchange.cells import guard, join, split, unguard

TEXTS = st.text(st.characters(exclude_categories=["C"])).map(str.strip).filter(bool)


@given(st.lists(TEXTS))
def test_a_list_comes_back_from_its_cell(items: list[str]) -> None:
    assert split(join(items)) == tuple(items)


@given(st.one_of(st.text(), st.text("'=+-@\t\rx", max_size=5)))
def test_a_guarded_text_comes_back_as_it_was(text: str) -> None:
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+49", "-5", "@SUMME(A1)", "\t=1", "'=1"])
def test_no_text_reaches_a_spreadsheet_as_a_formula(text: str) -> None:
    assert guard(text).startswith("'")


@pytest.mark.parametrize("text", ["Hilfeplan", "1. Stufe", "‚so genannt‘", "'s", ""])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert guard(text) == unguard(text) == text


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("§ 1 SGB II|§ 2 SGB II", ("§ 1 SGB II", "§ 2 SGB II")),
        ("§ 36 Abs. 2, 3 SGB VIII", ("§ 36 Abs. 2, 3 SGB VIII",)),
        (" | a || b | ", ("a", "b")),
        (r"a\|b", ("a|b",)),
        ("a\\", ("a\\",)),
    ],
)
def test_lists_are_read_as_people_type_them(cell: str, items: tuple[str, ...]) -> None:
    assert split(cell) == items
