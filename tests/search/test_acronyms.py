"""Titles are found by the abbreviations that Germans make of them."""

import pytest

from jbakb.search.acronyms import acronyms, typed_as_acronym
from jbakb.search.compounds import Splitter
from jbakb.search.documents import SearchDocument
from jbakb.search.engine import Query
from jbakb.search.index import build_index
from jbakb.search.memory import MemorySearcher

TITLES = {
    "BAB": "Berufsausbildungsbeihilfe",
    "HzE": "Hilfe zur Erziehung",
    "HjV": "Hilfe für junge Volljährige",
    "SpFH": "Sozialpädagogische Familienhilfe",
    "AsA": "Assistierte Ausbildung",
    "BerEb": "Berufseinstiegsbegleitung",
    "AGH": "Arbeitsgelegenheiten",
    "zkT": "Zugelassene kommunale Träger",
    "gE": "Gemeinsame Einrichtung",
}
KNOWN = ("sozial", "padagogische", "familie", "hilfe", "einstieg", "begleitung", "beihilfe", "gelegenheiten")


@pytest.fixture(scope="module")
def searcher() -> MemorySearcher:
    return MemorySearcher(
        build_index(
            SearchDocument(short, "page", title, "", "", short, text=" ".join((title, *KNOWN)))
            for short, title in TITLES.items()
        )
    )


@pytest.mark.parametrize("short", TITLES)
def test_a_title_is_found_by_its_abbreviation(short: str, searcher: MemorySearcher) -> None:
    assert searcher.search(Query(short))[0].id == short


@pytest.mark.parametrize("short", ["BAB", "bab", "Bab"])
def test_capitals_do_not_matter_for_a_word_that_nothing_has(short: str, searcher: MemorySearcher) -> None:
    assert searcher.search(Query(short))[0].id == "BAB"


def test_what_stands_for_the_whole_title_is_likelier() -> None:
    splitter = Splitter(KNOWN)
    whole = acronyms("Berufsausbildungsbeihilfe", splitter)["bab"]
    part = acronyms("Höhe der Berufsausbildungsbeihilfe bei Krankheit", splitter)["bab"]
    assert whole == 1 > part


@pytest.mark.parametrize("title", ["", "Kind", "der die das", "§ 1 – 2", "–", "a" * 300, "wort " * 40])
def test_what_has_no_abbreviation_has_none(title: str) -> None:
    assert not acronyms(title, Splitter(KNOWN))


@pytest.mark.parametrize(("text", "written"), [("BAB Antrag", {"bab"}), ("zkT", {"zkt"}), ("Hilfe plan", set())])
def test_capitals_inside_a_word_make_it_look_like_one(text: str, written: set[str]) -> None:
    assert typed_as_acronym(text) == written


@pytest.mark.parametrize("text", ["Planung Hilfe", "Plan Hilfe", "Hilfe Planung", "Hilfeplanung"])
def test_words_in_either_order_and_an_action_lead_to_its_result(text: str) -> None:
    titles = ("Hilfeplan", "Jugendhilfeplanung", "Mitwirkung an der Hilfeplanung im Amt")
    documents = [SearchDocument(title, "page", title, "", "", title, text=title) for title in titles]
    assert MemorySearcher(build_index(documents)).search(Query(text))[0].id == "Hilfeplan"


def test_the_number_of_a_section_is_no_word() -> None:
    documents = [
        SearchDocument("25", "norm", "§ 25 SGB III – Beschäftigte", "", "", "25"),
        SearchDocument("auszug", "page", "Umzug", "", "", "auszug", text="Auszug unter 25 aus der Wohnung."),
    ]
    searcher = MemorySearcher(build_index(documents))
    assert searcher.search(Query("Auszug unter 25"))[0].id == "auszug"
    assert searcher.search(Query("§ 25 SGB III"))[0].id == "25"
