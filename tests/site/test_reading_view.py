"""How easy the texts are to read, on the coverage page."""

import pytest

from jbakb.knowledge_base import KnowledgeBase
from jbakb.language.readability import flesch_amstad
from jbakb.site.reading_view import definitions_and_plain, ease_of

EASY = "Du bekommst Geld. Das Amt hilft dir."
HARD = "Die Leistungsvoraussetzungen der Grundsicherung ergeben sich aus den gesetzlichen Bestimmungen."


def test_texts_are_measured_together() -> None:
    view = ease_of([EASY, HARD, EASY])
    assert view is not None and view.texts == 3
    assert view.middle == pytest.approx(flesch_amstad(EASY)) and view.lowest == pytest.approx(flesch_amstad(HARD))
    assert view.longest == 10


def test_no_texts_have_no_figures() -> None:
    assert ease_of([]) is None


def test_definitions_and_plain_texts_count_apart(small_kb: KnowledgeBase) -> None:
    entries = list(small_kb.glossary.entries.values())
    definitions, plain = definitions_and_plain(entries)
    concepts = [concept for entry in entries for concept in entry.concepts]
    assert definitions is not None and definitions.texts == sum(bool(concept.definition) for concept in concepts)
    assert (plain.texts if plain else 0) == sum(bool(concept.plain) for concept in concepts)
