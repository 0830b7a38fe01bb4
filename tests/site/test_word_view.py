"""The list of all words."""

from jbakb.knowledge_base import KnowledgeBase
from jbakb.site.word_view import list_words, words_of_area
from tests.conftest import DAY


def test_every_word_is_listed_with_all_its_readings(small_kb: KnowledgeBase) -> None:
    rows = {row.word: row for group in list_words(small_kb.glossary, DAY) for row in group.rows}
    assert [reading.area for reading in rows["PSB"].readings] == ["sgb2", "sgb8"]
    assert rows["Bürgergeld"].readings[0].word.remark.startswith("amtlich bis 30.6.2026")
    assert rows["PSB"].friend == "freund-psb"
    assert rows["AA"].readings == ()
    assert {sense.term.term for sense in small_kb.glossary.senses()} <= set(rows)


def test_letters_and_words_are_sorted_as_in_german_lists(small_kb: KnowledgeBase) -> None:
    groups = list_words(small_kb.glossary, DAY)
    assert [group.letter for group in groups] == sorted(group.letter for group in groups)
    words = [row.word for group in groups if group.letter == "A" for row in group.rows]
    assert words.index("Alg") < words.index("ALG I") < words.index("Arbeitslosengeld")


def test_places_in_the_list_are_unique(small_kb: KnowledgeBase) -> None:
    anchors = [row.anchor for group in list_words(small_kb.glossary, DAY) for row in group.rows if row.anchor]
    assert len(anchors) == len(set(anchors))


def test_an_area_has_a_dictionary_of_its_own(small_kb: KnowledgeBase) -> None:
    rows = [row.word for group in words_of_area(list_words(small_kb.glossary, DAY), "sgb8") for row in group.rows]
    assert "Hilfeplan" in rows
    assert "Kooperationsplan" not in rows
