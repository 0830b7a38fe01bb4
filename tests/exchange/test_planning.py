"""What an import would do: new, changed, contradictory, refused."""

from collections.abc import Sequence

import pytest

from jbakb.exchange.csv_format import read_csv
from jbakb.exchange.format import Row
from jbakb.exchange.planning import ImportPlan, plan_import
from jbakb.knowledge_base import KnowledgeBase


def rows(text: str) -> Sequence[Row]:
    return read_csv(text.encode(), "x.csv").rows


def kinds(plan: ImportPlan) -> list[tuple[int, str, str]]:
    return [(item.row, item.kind, item.column) for item in plan.items]


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("", "lotsenkarte,sgb8,Lotsenkarte", [(2, "new-entry", "")]),
        ("", "hilfeplan,sgb3,Förderplan", [(2, "new-concept", "")]),
        ("", "hilfeplan,SGB III,Förderplan", [(2, "new-concept", "")]),
        ("", "hilfeplan,sgb8,Plan", [(2, "new-term", "")]),
        ("", "hilfeplan,*,Plan", [(2, "new-term", "")]),
        ("", "hilfeplan,sgb8,Hilfeplan", []),
        (",plural", "hilfeplan,sgb8,Hilfeplan,", []),
        (",plural", "hilfeplan,sgb8,Hilfeplan,Pläne", [(2, "changed", "plural")]),
        (",valid_from", "kooperationsplan,sgb2,Kooperationsplan,01.07.2023", []),
        (",theme", "hilfeplan,sgb8,Hilfeplan,beratung", [(2, "changed", "theme")]),
        (",definition,plain", "hilfeplan,sgb8,HP,Neu,Neu", [(2, "changed", "definition"), (2, "changed", "plain")]),
        # Own ids: the word decides, or the column.
        ("", "existenzsichernde-geldleistung,sgb12,HLU", []),
        (",concept", "existenzsichernde-geldleistung,sgb12,Neu,sgb12-hlu", [(2, "new-term", "")]),
        (",concept", "hilfeplan,sgb8,Neu,sgb8-neu", [(2, "new-concept", "")]),
        ("", "existenzsichernde-geldleistung,sgb12,Neu", [(2, "refused", "concept")]),
        (",concept", "hilfeplan,sgb8,Neu,sgb3", [(2, "refused", "concept")]),
        (",concept", "existenzsichernde-geldleistung,sgb2,Neu,sgb12-hlu", [(2, "conflict", "area")]),
        # What the glossary says instead of a word is not overwritten.
        ("", "hilfeplan,sgb2,Neu", [(2, "conflict", "")]),
        ("", "kooperationsplan,schule,Neu", [(2, "conflict", "")]),
        # A concept that said it has no word gets one.
        ("", "psychosoziale-betreuung,sgb8,Neu", [(2, "new-term", "")]),
    ],
)
def test_a_row_has_these_consequences(
    small_kb: KnowledgeBase, header: str, row: str, expected: list[tuple[int, str, str]]
) -> None:
    assert kinds(plan_import(small_kb.glossary, rows(f"entry,area,term{header}\n{row}\n"))) == expected


@pytest.mark.parametrize(
    ("column", "value", "message", "hint"),
    [
        ("entry", "Hilfe Plan", "taugt nicht als Kennung", "Bindestriche"),
        ("area", "sgb99", "nicht möglich", "meinten Sie „sgb9“?"),
        ("area", "", "Der Wert fehlt", "*"),
        ("term", "", "Der Wert fehlt", ""),
        ("theme", "planug", "nicht möglich", "meinten Sie „planung“?"),
        ("gender", "weiblich", "nicht möglich", "möglich sind: masculine"),
        ("status", "prefered", "nicht möglich", "meinten Sie „preferred“?"),
        ("valid_from", "30.02.2026", "kein Datum", "2026-07-01"),
        ("valid_to", "2026", "kein Datum", "2026-07-01"),
        ("definition", "a\x07b", "Steuerzeichen", ""),
    ],
)
def test_a_cell_that_cannot_be_used_is_refused(
    small_kb: KnowledgeBase, column: str, value: str, message: str, hint: str
) -> None:
    values = {"entry": "neu", "area": "sgb2", "term": "Neu"} | {column: value}
    plan = plan_import(small_kb.glossary, [Row(7, {name: text for name, text in values.items() if text})])
    (item,) = plan.items
    assert (item.kind, item.row, item.column) == ("refused", 7, column)
    assert message in item.message
    assert hint in item.hint
    assert plan.entries == {}


def test_a_word_of_all_houses_has_no_definition(small_kb: KnowledgeBase) -> None:
    plan = plan_import(small_kb.glossary, rows("entry,area,term,definition\nhilfeplan,*,Plan,Text\n"))
    assert kinds(plan) == [(2, "refused", "definition")]


def test_a_new_entry_gets_the_defaults_of_add(small_kb: KnowledgeBase) -> None:
    plan = plan_import(small_kb.glossary, rows("entry,area,term,definition\nneu,sgb8,Lotsenkarte,Eine Karte.\n"))
    entry = plan.entries["neu"]
    assert (entry.title, entry.notion, entry.theme) == ("Lotsenkarte", "Eine Karte.", "zielgruppe")
    assert "zielgruppe" in plan.items[0].message
    (concept,) = entry.concepts
    assert (concept.key, concept.equivalence, concept.definition) == ("sgb8", "exact", "Eine Karte.")


def test_rows_of_one_entry_make_one_entry(small_kb: KnowledgeBase) -> None:
    text = "entry,area,term,theme,type\nneu,sgb8,Lotsenkarte,planung,\nneu,sgb8,LK,,abbreviation\nneu,sgb2,Karte,,\n"
    plan = plan_import(small_kb.glossary, rows(text))
    assert [item.kind for item in plan.items] == ["new-entry", "new-term", "new-term"]
    assert [[term.term for term in concept.terms or ()] for concept in plan.entries["neu"].concepts] == [
        ["Lotsenkarte", "LK"],
        ["Karte"],
    ]


def test_a_word_that_another_entry_has_is_pointed_out(small_kb: KnowledgeBase) -> None:
    plan = plan_import(small_kb.glossary, rows("entry,area,term\nneu,sgb8,Hilfeplan\n"))
    assert "hilfeplan.sgb8" in plan.items[0].message


CONTRADICTION = "entry,area,term,gender\nneu,sgb8,Karte,feminine\nneu,sgb8,Karte,neuter\nneu,sgb2,Zettel,masculine\n"


def test_of_contradictory_rows_none_wins(small_kb: KnowledgeBase) -> None:
    plan = plan_import(small_kb.glossary, rows(CONTRADICTION))
    assert [(item.row, item.kind) for item in plan.hindered] == [(2, "conflict"), (3, "conflict")]
    assert "widerspricht Zeile 3: „neuter“" in plan.hindered[0].message


def test_skipping_leaves_out_only_the_hindered_rows(small_kb: KnowledgeBase) -> None:
    plan = plan_import(small_kb.glossary, rows(CONTRADICTION), skip_refused=True)
    assert [(item.row, item.kind) for item in plan.items] == [(2, "conflict"), (3, "conflict"), (4, "new-entry")]
    assert [concept.area for concept in plan.entries["neu"].concepts] == ["sgb2"]


def test_a_row_that_stands_twice_counts_once(small_kb: KnowledgeBase) -> None:
    text = "entry,area,term,status\nneu,sgb8,Karte,\nneu,sgb8,Karte,\n"
    assert len(plan_import(small_kb.glossary, rows(text)).entries["neu"].concepts[0].terms or ()) == 1
