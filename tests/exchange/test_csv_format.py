"""A table of terms: written for programs and for Excel, read from whatever an office saves."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings

from jbakb.exchange.csv_format import EXPORTERS, export_csv, read_csv
from jbakb.exchange.format import COLUMNS, Exporter
from jbakb.exchange.planning import plan_import
from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import Glossary
from jbakb.store.problem import DataError
from tests.conftest import DAY
from tests.exchange.glossaries import glossaries

HEADER = "entry,area,term,definition\n"


def rows_of(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


@settings(max_examples=60)
@given(glossaries())
def test_reading_an_export_back_changes_nothing(glossary: Glossary) -> None:
    for exporter in EXPORTERS:
        plan = plan_import(glossary, read_csv(exporter.export(glossary, DAY), "x.csv").rows)
        assert (plan.items, plan.entries) == ((), {})


@settings(max_examples=60)
@given(glossaries())
def test_an_export_makes_the_same_glossary_elsewhere(glossary: Glossary) -> None:
    rows = read_csv(export_csv(glossary, DAY), "x.csv").rows
    plan = plan_import(replace(glossary, entries={}), rows)
    assert not plan.hindered
    assert plan.entries == glossary.entries


def test_there_is_one_row_per_term(small_kb: KnowledgeBase) -> None:
    rows = rows_of(export_csv(small_kb.glossary, DAY))
    assert len(rows) == sum(1 for _sense in small_kb.glossary.senses())
    assert tuple(rows[0]) == COLUMNS
    plan = next(row for row in rows if row["term"] == "Bürgergeld")
    assert {name: plan[name] for name in ("entry", "area", "status", "valid_to", "tolerated_until", "source")} == {
        "entry": "existenzsichernde-geldleistung",
        "area": "sgb2",
        "status": "superseded",
        "valid_to": "2026-06-30",
        "tolerated_until": "2026-12-31",
        "source": "§ 19 SGB II",
    }


def test_csv_is_what_rfc_4180_says(small_kb: KnowledgeBase) -> None:
    data = export_csv(small_kb.glossary, DAY)
    assert data.startswith(b"entry,area,term,")
    assert data.count(b"\r\n") == data.count(b"\n")


def test_the_table_for_excel_has_a_mark_and_semicolons(small_kb: KnowledgeBase) -> None:
    excel: Exporter = EXPORTERS[1]
    data = excel.export(small_kb.glossary, DAY)
    assert data.startswith(b"\xef\xbb\xbfentry;area;term;")
    assert rows_of(data, ";") == rows_of(export_csv(small_kb.glossary, DAY))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_offices_save_in_many_ways(delimiter: str, encoding: str, line_end: str) -> None:
    text = line_end.join(
        [delimiter.join(["Entry", " area ", "TERM"]), delimiter.join(["hilfeplan", "sgb8", "Hilfepläne"]), ""]
    )
    table = read_csv(text.encode(encoding), "x.csv")
    assert [dict(row.values) for row in table.rows] == [{"entry": "hilfeplan", "area": "sgb8", "term": "Hilfepläne"}]
    assert bool(table.remarks) == (encoding == "cp1252")


def test_rows_count_as_in_a_spreadsheet() -> None:
    table = read_csv((HEADER + 'a,sgb2,X,"eins\nzwei"\n,,,\n\nb,sgb2,Y,\n').encode(), "x.csv")
    assert [(row.number, row.values["term"]) for row in table.rows] == [(2, "X"), (5, "Y")]
    assert table.rows[0].values["definition"] == "eins\nzwei"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Die Datei ist leer"),
        ("entry,area\na,b\n", "Die Spalte „term“ fehlt"),
        ("entry,area,term,definiton\n", "meinten Sie „definition“?"),
        ("entry,area,term,term\n", "Die Spalte „term“ gibt es zweimal"),
        (HEADER + "a,sgb2,X,eins,zwei\n", "x.csv:2:5 Diese Zeile hat mehr Zellen als die Kopfzeile"),
        (HEADER + 'a,sgb2,"X"y,z\n', "x.csv:2:1 Kein gültiges CSV"),
        (HEADER + 'a,sgb2,"X\n', "Kein gültiges CSV"),
    ],
)
def test_what_is_no_table_of_terms_is_told(text: str, said: str) -> None:
    with pytest.raises(DataError) as raised:
        read_csv(text.encode(), "x.csv")
    assert said in str(raised.value)


def test_what_is_no_text_is_told() -> None:
    with pytest.raises(DataError, match="weder in UTF-8 noch in Windows-1252"):
        read_csv(b"entry,area,term\n\x81\xfe", "x.csv")
