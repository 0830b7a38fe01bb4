"""Addresses of pages."""

import pytest

from jbakb.site.addresses import Addresses, entry_page, folded, initial, slug


@pytest.mark.parametrize(
    ("source", "target", "files", "folders"),
    [
        ("index.md", "glossar/hilfeplan.md", "glossar/hilfeplan.html", "glossar/hilfeplan/"),
        ("glossar/a.md", "glossar/hilfeplan.md", "hilfeplan.html", "../hilfeplan/"),
        ("prozesse/a.md", "index.md", "../index.html", "../../"),
        ("glossar/rechtskreise/sgb2.md", "glossar/index.md", "../index.html", "../../"),
    ],
)
def test_links_are_relative_in_both_forms(source: str, target: str, files: str, folders: str) -> None:
    assert Addresses().link(source, target) == files
    assert Addresses(directory_urls=True).link(source, target) == folders


def test_a_place_on_the_same_page_is_a_fragment() -> None:
    assert Addresses().link("glossar/a.md", "glossar/a.md", "a.sgb2") == "#a.sgb2"


def test_an_entry_called_as_an_overview_gets_out_of_its_way() -> None:
    assert entry_page("themen") == "glossar/themen-eintrag.md"
    assert entry_page("hilfeplan") == "glossar/hilfeplan.md"


@pytest.mark.parametrize(
    ("word", "letter"), [("Übergang", "U"), ("„Amt“", "A"), ("§ 16h-Fall", "#"), ("ärztlich", "A"), ("22er", "#")]
)
def test_words_stand_under_their_letter(word: str, letter: str) -> None:
    assert initial(word) == letter


def test_german_lists_ignore_umlauts_and_case() -> None:
    assert sorted(["Zug", "über", "Uhr", "Ulm", "straße", "Strasse"], key=folded)[:2] == ["straße", "Strasse"]
    assert slug("Alg II (früher)") == "alg-ii-fruher"
