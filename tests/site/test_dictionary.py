"""An area's dictionary: what the others have for its words."""

from __future__ import annotations

import pytest

from jbakb.knowledge_base import KnowledgeBase
from jbakb.site.content import SiteContent
from jbakb.site.dictionary import Meant, dictionary
from jbakb.site.own_side import OwnWords
from jbakb.site.pages import generate_pages
from jbakb.site.word_view import list_words, words_of_area
from tests.conftest import DAY


@pytest.fixture
def words(small_kb: KnowledgeBase) -> dict[str, Meant]:
    glossary = small_kb.glossary
    found = {}
    for area in ("sgb2", "sgb8"):
        letters = dictionary(glossary, words_of_area(list_words(glossary, DAY), area), OwnWords(glossary, DAY), DAY)
        found |= {f"{area} {row.word}": row.meant[0] for group in letters for row in group.rows}
    return found


@pytest.mark.parametrize(
    ("word", "others", "unsettled"),
    [
        (
            "sgb8 Hilfeplan",
            {"sgb2": [("Kooperationsplan", "close")], "sgb3": [("Eingliederungsvereinbarung", "counterpart")]},
            ("schule",),
        ),
        (
            "sgb2 Kooperationsplan",
            {"sgb3": [("Eingliederungsvereinbarung", "close")], "sgb8": [("Hilfeplan", "close")],
             "schule": [("", "absent")]},
            (),
        ),
    ],
)  # fmt: skip
def test_a_word_says_what_the_others_have_for_it(
    words: dict[str, Meant], word: str, others: dict[str, list[tuple[str, str]]], unsettled: tuple[str, ...]
) -> None:
    meant = words[word]
    assert {area: [(own.word, own.relation) for own in rows] for area, rows in meant.others} == others
    assert meant.unsettled == unsettled


def test_short_and_old_words_lead_to_the_one_that_is_told_in_full(words: dict[str, Meant]) -> None:
    assert words["sgb2 EGV"].see == words["sgb2 KP"].see == "Kooperationsplan"
    assert words["sgb2 EGV"].others == ()
    main = words["sgb2 Kooperationsplan"]
    assert [word.text for word in main.also] == ["KP"]
    assert [word.text for word in main.former] == ["Eingliederungsvereinbarung", "EGV"]


def test_the_page_names_the_direction_and_how_far_the_words_agree(small_content: SiteContent) -> None:
    page = next(page for page in generate_pages(small_content) if page.path == "glossar/rechtskreise/sgb8.md")
    assert page.title == "Wörterbuch: Jugendamt → andere"
    row = page.markdown.partition("<dt>Hilfeplan")[2].partition("</div>")[0]
    assert 'href="../kooperationsplan.html#kooperationsplan.sgb2">Kooperationsplan</a>' in row
    assert "fast gleich" in row
    assert "noch zu klären" in row
