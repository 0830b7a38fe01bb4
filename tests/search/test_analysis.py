"""Spellings that people take for the same become the same tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jbakb.search.analysis import fold, phrase, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hilfepläne", "hilfeplaene"),
        ("Hilfepläne", "HILFEPLANE"),
        ("Förderung", "Foerderung"),
        ("Überblick", "ueberblick"),
        ("Straße", "STRASSE"),
    ],
)
def test_these_spellings_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("word", ["neue", "treue", "konsequenz", "steuer"])
def test_two_letters_are_not_always_an_umlaut(word: str) -> None:
    assert fold(word) == word


def test_a_text_becomes_words_and_numbers() -> None:
    assert tokens("§ 16a Nr. 3 SGB II: psycho-soziale") == ["16a", "nr", "3", "sgb", "ii", "psycho", "soziale"]
    assert phrase("Hilfe  zum\nLebensunterhalt") == "hilf zum lebensunterhalt"


@given(st.text())
def test_folded_text_has_no_separator_of_the_index(text: str) -> None:
    assert all("," not in token and " " not in token for token in tokens(text))
