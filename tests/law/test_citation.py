"""Citations as people write them, and what they name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jbakb.law.citation import find_citations
from jbakb.model.law import LawsFile, section_exists, section_repealed
from jbakb.store.loading import load_laws
from tests.conftest import PROJECT


def read() -> LawsFile:
    laws, problems = load_laws(PROJECT)
    assert laws is not None and not problems
    return laws


LAWS = read()


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("§ 7 Abs. 1 Nr. 4 SGB VIII", ["§ 7 Abs. 1 Nr. 4 SGB VIII"]),
        ("§ 20 Abs. 1 Satz 2 SGB IX", ["§ 20 Abs. 1 Satz 2 SGB IX"]),
        ("§§ 51, 52 SGB III sowie § 16k SGB II", ["§ 51 SGB III", "§ 52 SGB III", "§ 16k SGB II"]),
        ("§ 28–§ 32 SGB VIII", ["§§ 28 bis 32 SGB VIII"]),
        ("§§ 28 bis 32 SGB VIII", ["§§ 28 bis 32 SGB VIII"]),
        ("§ 15 Abs. 2 und 3 SGB II", ["§ 15 Abs. 2 SGB II", "§ 15 Abs. 3 SGB II"]),
        ("§ 4 Abs. 2 Satz 1 und Abs. 3 KKG", ["§ 4 Abs. 2 Satz 1 KKG", "§ 4 Abs. 3 KKG"]),
        ("§§ 36 Abs. 2, 37 SGB VIII", ["§ 36 Abs. 2 SGB VIII", "§ 37 SGB VIII"]),
        ("§ 1 Abs. 3 Nr. 2, 4 SGB II", ["§ 1 Abs. 3 Nr. 2 SGB II", "§ 1 Abs. 3 Nr. 4 SGB II"]),
        ("§ 41 i. V. m. § 27 SGB VIII", ["§ 41 SGB VIII", "§ 27 SGB VIII"]),
        ("§ 48 Abs. 1 und § 50 SGB X", ["§ 48 Abs. 1 SGB X", "§ 50 SGB X"]),
        ("Art. 5–7 DSGVO", ["Art. 5 bis 7 DSGVO"]),
        ("Art. 6 GG", ["Art. 6 GG"]),
        ("Artikel 6 Absatz 1 Buchstabe a DSGVO", ["Art. 6 Abs. 1 DSGVO"]),
        ("§ 16 h SGB II", ["§ 16h SGB II"]),
        ("Paragraf 16h", ["§ 16h"]),
        ("§ 7 SGB 2", ["§ 7 SGB II"]),
        ("§ 27 ff. SGB VIII", ["§ 27 SGB VIII"]),
        ("§ 35a des Achten Buches Sozialgesetzbuch und § 99 SGB IX.", ["§ 35a SGB VIII", "§ 99 SGB IX"]),
        ("§ 61 der StPO", ["§ 61 StPO"]),
        ("§ 7 Bafög", ["§ 7 BAföG"]),
        ("Nach § 12 kamen 30 Jahre.", ["§ 12"]),
        ("Das kostet 16 Euro.", []),
        ("Art der Hilfe", []),
    ],
)
def test_a_text_cites(text: str, cited: list[str]) -> None:
    assert [str(citation) for citation in find_citations(text, LAWS)] == cited


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Nach § 54 SGB XII wird gezahlt.", False),
        ("Die vormals in § 54 SGB XII geregelten Hilfen", True),
        ("nach dem früheren § 54 SGB XII", True),
        ("nach § 54 Absatz 1 Satz 1 Nummer 1, 2 oder 3 SGB XII (alt)", True),
        ("§ 15 SGB II a. F.", True),
        ("§ 15 SGB II in der bis 30. Juni 2023 geltenden Fassung", True),
        ("§ 16j SGB II wurde 2024 aufgehoben.", True),
        ("§ 16j SGB II gilt. Ein Bescheid wurde aufgehoben.", False),
    ],
)
def test_a_citation_may_say_that_it_is_of_former_times(text: str, old: bool) -> None:
    assert {citation.old for citation in find_citations(text, LAWS)} == {old}


def test_a_citation_knows_its_span() -> None:
    text = "Ähnlich § 16h SGB II, sonst nichts."
    [citation] = find_citations(text, LAWS)
    assert text[citation.start : citation.end] == citation.written == "§ 16h SGB II"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("§ 5 SchulG NRW", True),
        ("§ 5 SchulG", False),
        ("§ 5 SchulG <Land>", True),
        ("§ 17 Absatz 1 Schulgesetz für den Freistaat Sachsen", True),
        ("§ 5 Schulgesetz in Hessen", True),
        ("§ 5 Schulgesetz (NRW)", True),
        ("§ 5 Schulgesetz für alle", False),
    ],
)
def test_a_state_law_names_its_state(text: str, state: bool) -> None:
    assert [citation.state for citation in find_citations(text, LAWS)] == [state]


@given(st.text(alphabet="§ 1236abhAbsNrSatzund,.–GBIV()\n", max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    for citation in find_citations(text, LAWS):
        assert 0 <= citation.start < citation.end <= len(text)


@given(
    st.integers(1, 99),
    st.sampled_from(["", "a", "h"]),
    st.integers(1, 9),
    st.sampled_from(["SGB II", "SGB XII", "KKG"]),
)
def test_what_is_written_in_the_right_spelling_is_read_back(number: int, letter: str, paragraph: int, law: str) -> None:
    text = f"§ {number}{letter} Abs. {paragraph} {law}"
    assert [str(citation) for citation in find_citations(f"Siehe {text}.", LAWS)] == [text]


@pytest.mark.parametrize(
    ("law", "section", "exists", "repealed"),
    [
        ("SGB II", "16h", True, False),
        ("SGB II", "16z", False, False),
        ("SGB II", "87", False, False),
        ("SGB II", "0", False, False),
        ("SGB II", "16j", True, True),
        ("SGB III", "286", False, False),
        ("SGB III", "200", True, True),
        ("SGB III", "279a", True, True),
        ("KKG", "4a", False, False),
        ("BGB", "1631b", True, False),
    ],
)
def test_the_register_knows_which_sections_exist(law: str, section: str, exists: bool, repealed: bool) -> None:
    found = LAWS.find(law)
    assert found is not None
    assert (section_exists(found, section), section_repealed(found, section)) == (exists, repealed)
