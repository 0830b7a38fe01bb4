"""Two versions of a text, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jbakb.history.words import compare_words

LONG = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("a b c", "a b c", [("same", "a b c")]),
        ("der alte Plan gilt", "der neue Plan gilt", [("same", "der"), ("old", "alte"), ("new", "neue"), ("same", "Plan gilt")]),
        ("", "ganz neu", [("new", "ganz neu")]),
        ("ganz weg", "", [("old", "ganz weg")]),
        ("dies ist etwas", "völlig anderer Text hier", [("old", "dies ist etwas"), ("new", "völlig anderer Text hier")]),
        (f"{LONG} a", f"{LONG} b", [("cut", "…"), ("same", "elf zwölf dreizehn vierzehn fünfzehn sechzehn"), ("old", "a"), ("new", "b")]),
    ],
)  # fmt: skip
def test_pieces(old: str, new: str, wanted: list[tuple[str, str]]) -> None:
    assert [tuple(piece) for piece in compare_words(old, new)] == wanted


@given(st.text("ab c", max_size=60), st.text("ab c", max_size=60))
def test_nothing_that_differs_is_lost(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    if not any(piece.kind == "cut" for piece in pieces):
        for kind, text in (("old", old), ("new", new)):
            assert " ".join(piece.text for piece in pieces if piece.kind in ("same", kind)).split() == text.split()
