"""Who adds a word hears of the same and of nearly the same."""

import pytest

from jbakb.change.similar import find_similar
from jbakb.knowledge_base import KnowledgeBase


@pytest.mark.parametrize(
    ("word", "area", "found"),
    [
        ("Hilfeplan", "sgb8", [("same", "hilfeplan.sgb8")]),
        ("hilfepläne", "sgb8", [("same", "hilfeplan.sgb8")]),
        ("Hilfeplan", "sgb2", [("elsewhere", "hilfeplan.sgb8")]),
        ("Hilfsplan", "sgb2", [("near", "hilfeplan.sgb8")]),
        ("EGF", "sgb2", []),
        ("Lotsenkarte", "sgb2", []),
    ],
)
def test_same_elsewhere_and_near_words_are_found(
    small_kb: KnowledgeBase, word: str, area: str, found: list[tuple[str, str]]
) -> None:
    assert [(similar.likeness, similar.sense.ref) for similar in find_similar(small_kb.glossary, word, area)] == found
