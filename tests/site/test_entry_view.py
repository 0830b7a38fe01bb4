"""What an entry's page shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from msgspec.structs import replace as altered

from jbakb.knowledge_base import KnowledgeBase
from jbakb.site.entry_view import EntryView, view_entry
from tests.conftest import DAY


def view(kb: KnowledgeBase, entry: str, on: date = DAY) -> EntryView:
    return view_entry(kb.glossary, kb.glossary.entries[entry], on)


def test_core_areas_have_a_column_each_in_the_order_of_the_areas(small_kb: KnowledgeBase) -> None:
    shown = [(column.area.id, column.state) for column in view(small_kb, "hilfeplan").columns]
    assert shown == [("sgb2", "own"), ("sgb3", "missing"), ("sgb8", "own"), ("schule", "missing")]


def test_absent_is_not_missing(small_kb: KnowledgeBase) -> None:
    columns = {column.area.id: column for column in view(small_kb, "eingliederungsvereinbarung").columns}
    absent = columns["sgb2"].concepts[0]
    assert absent.label.key == "absent"
    assert absent.nearest == ("kooperationsplan.sgb2", "Kooperationsplan")
    assert columns["schule"].state == "missing"


def test_a_concept_from_elsewhere_is_shown_from_its_home(small_kb: KnowledgeBase) -> None:
    concept = view(small_kb, "hilfeplan").columns[0].concepts[0]
    assert concept.main_word == "Kooperationsplan"
    assert (concept.ref, concept.home_ref) == ("hilfeplan.sgb2", "kooperationsplan.sgb2")
    assert concept.label.text == "fast gleich"


def test_the_law_of_one_area_fills_the_gap_of_another(small_kb: KnowledgeBase) -> None:
    entry = small_kb.glossary.entries["hilfeplan"]
    general = altered(entry.concepts[0], area="sgb10", id="sgb10")
    glossary = replace(small_kb.glossary, entries={"hilfeplan": altered(entry, concepts=(*entry.concepts, general))})
    columns = {
        column.area.id: column.state for column in view_entry(glossary, glossary.entries["hilfeplan"], DAY).columns
    }
    assert columns == {"sgb2": "own", "sgb3": "applies", "sgb8": "own", "schule": "missing", "sgb10": "own"}


def test_old_words_say_since_when_and_what_to_say_today(small_kb: KnowledgeBase) -> None:
    concept = view(small_kb, "existenzsichernde-geldleistung").columns[0].concepts[0]
    remarks = {word.text: word.remark for word in concept.old_words}
    assert concept.main_word == "Grundsicherungsgeld"
    assert remarks["Bürgergeld"] == "amtlich bis 30.6.2026, heute „Grundsicherungsgeld“, Übergang bis 31.12.2026"
    assert remarks["Hartz IV"] == "nicht verwenden, besser „Grundsicherungsgeld“"


def test_another_day_has_other_words(small_kb: KnowledgeBase) -> None:
    concept = view(small_kb, "existenzsichernde-geldleistung", date(2025, 1, 1)).columns[0].concepts[0]
    assert concept.main_word == "Bürgergeld"
