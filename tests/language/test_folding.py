import pytest
from hypothesis import given
from hypothesis import strategies as st

from jbakb.language.folding import feminine, fold


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("Hilfepläne", "hilfeplaene"),
        ("HILFEPLÄNE", "hilfeplaene"),
        ("Hilfepla\u0308ne", "hilfeplaene"),
        ("Maßnahme", "massnahme"),
        ("Hilfe\u00adplan", "hilfeplan"),
        ("BG\u2011Vertretung", "bg-vertretung"),
        ("§\u00a036", "§ 36"),
    ],
)
def test_spellings_that_count_as_the_same(typed: str, same: str) -> None:
    assert fold(typed) == same


@given(st.text(alphabet="abcABCäöüÄÖÜßéa\u0308 -"))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("Berater*in", "Beraterin"),
        ("Berater:innen", "Beraterinnen"),
        ("Berater_innen", "Beraterinnen"),
        ("Berater/-innen", "Beraterinnen"),
        ("Berater(in)", "Beraterin"),
        ("Termin", "Termin"),
        ("Berater", "Berater"),
    ],
)
def test_gender_signs_become_the_feminine_form(typed: str, word: str) -> None:
    assert feminine(typed) == word
