"""Prose in data files: which fields, for which areas, and where each character stands."""

from __future__ import annotations

import pytest

from jbakb.knowledge_base import KnowledgeBase
from jbakb.store.prose_fields import entry_prose, locate_text, process_prose
from jbakb.store.yaml_nodes import parse

PLACES = [
    ("note: Das Wort steht da.", (1, 11)),
    ("note: 'Das Wort: hier.'", (1, 12)),
    ("note: 'So''n Wort hier.'", (1, 14)),
    ('note: "Ein „Wort“ hier."', (1, 13)),
    ("note: >-\n  Äh, viel Text\n  und ein Wort hier.", (3, 11)),
    ("note: |\n  Text\n\n  mit Wort.\n", (4, 7)),
    ("note: Ein Text über\n  zwei Zeilen mit Wort.", (2, 19)),
    ("{a: 1, note: Ein Wort}", (1, 18)),
]


@pytest.mark.parametrize(("source", "place"), PLACES)
def test_a_word_is_found_to_the_character(source: str, place: tuple[int, int]) -> None:
    root = parse(source, "")[0]
    value = next(value.value.strip() for key, value in root.value if key.value == "note")  # type: ignore[union-attr]
    assert locate_text(source.encode(), ("note",), value.index("Wort")) == place


def test_escapes_fall_back_to_the_start_of_the_value() -> None:
    assert locate_text(b'note: "Ein\\tTab, ein Wort"', ("note",), 9) == (1, 7)


def test_front_matter_starts_on_its_own_line() -> None:
    assert locate_text(b"title: Ein Wort", ("title",), 4, first_line=2) == (2, 12)


def test_a_concept_speaks_for_its_area(small_kb: KnowledgeBase) -> None:
    fields = list(entry_prose(small_kb.glossary.entries["hilfeplan"]))
    assert {(field.name, field.areas) for field in fields} == {
        ("notion", ()),
        ("definition", ("sgb8",)),
        ("difference", ("sgb8", "sgb2")),
        ("consequence", ("sgb8", "sgb2")),
        ("note", ()),
    }


def test_a_step_speaks_for_the_area_of_its_role(small_kb: KnowledgeBase) -> None:
    process = next(page.process for page in small_kb.pages if page.process)
    areas = {
        field.areas for field in process_prose(process, {process.steps[0].actor: "sgb2"}) if "steps" in field.where
    }
    assert ("sgb2",) in areas
