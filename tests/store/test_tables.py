"""Tables are read strictly: what is wrong is told with its place and a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from jbakb.store.tables import (
    AGES_FILE,
    CHANGES_FILE,
    SERVICES_FILE,
    areas_of_tables,
    load_tables,
    references_of_tables,
    sources_of_tables,
)

AGES = """limits:
  - {from: 18, below: 21, ref: kind.sgb8, area: sgb8, sources: [§ 7 SGB VIII]}
"""
SERVICES = """audience: alle
areas: [sgb2, sgb8]
sources: [§ 16 SGB II]
services:
  - title: Beratung
    refs: [beratung]
    parts:
      - {area: sgb3, answer: 'yes'}
    sources: [§ 14 SGB I]
"""
CHANGES = """changes:
  - {date: 2026-07-01, text: Neu., areas: [sgb2], refs: [a, b.c], sources: [§ 3a SGB II]}
"""


def write(root: Path, **files: str) -> Path:
    (root / "glossary").mkdir()
    for name, text in files.items():
        (root / "glossary" / f"{name}.yml").write_text(text, encoding="utf-8")
    return root


def test_without_files_there_are_no_tables_and_no_problems(tmp_path: Path) -> None:
    tables, problems = load_tables(tmp_path)
    assert (tables.ages, tables.services, tables.changes, problems) == (None, None, None, [])


def test_everything_that_must_exist_is_known_with_its_place(tmp_path: Path) -> None:
    tables, problems = load_tables(write(tmp_path, ages=AGES, services=SERVICES, changes=CHANGES))
    assert not problems
    assert [(each.file, each.where, each.target) for each in references_of_tables(tables)] == [
        (AGES_FILE, ("limits", 0, "ref"), "kind.sgb8"),
        (SERVICES_FILE, ("services", 0, "refs", 0), "beratung"),
        (CHANGES_FILE, ("changes", 0, "refs", 0), "a"),
        (CHANGES_FILE, ("changes", 0, "refs", 1), "b.c"),
    ]
    assert [each.target for each in areas_of_tables(tables)] == ["sgb2", "sgb8", "sgb8", "sgb3", "sgb2"]
    assert [each.target for each in sources_of_tables(tables)] == [
        "§ 16 SGB II",
        "§ 7 SGB VIII",
        "§ 14 SGB I",
        "§ 3a SGB II",
    ]


@pytest.mark.parametrize(
    ("file", "row", "message"),
    [
        ("ages", "text: etwas", "Es fehlt das Alter."),
        ("ages", "to: 21, from: 18, text: etwas", "„to“ steht allein."),
        ("ages", "from: 21, below: 18, text: etwas", "„from“ muss kleiner sein als „below“."),
        ("ages", "from: 21", "Es fehlt, was in diesem Alter gilt."),
        ("changes", "text: etwas", "Es fehlt, wann das Recht sich ändert."),
        ("changes", "text: etwas, year: 2026, announced: true", "year und announced schließen einander aus."),
        ("changes", "text: etwas, date: 2026-07-01, season: spring", "Zu „season“ gehört „year“."),
    ],
)
def test_rows_that_make_no_sense_are_told_with_line_and_column(
    tmp_path: Path, file: str, row: str, message: str
) -> None:
    key = "limits" if file == "ages" else "changes"
    _tables, problems = load_tables(write(tmp_path, **{file: f"{key}:\n  - {{{row}}}\n"}))
    assert [(each.file, each.line, each.column, each.message) for each in problems] == [
        (f"glossary/{file}.yml", 2, 5, message)
    ]
    assert problems[0].hint


def test_a_typing_error_in_a_name_has_its_place_and_a_suggestion(tmp_path: Path) -> None:
    _tables, problems = load_tables(write(tmp_path, ages="limits:\n  - {form: 18, text: etwas}\n"))
    assert (problems[0].line, problems[0].column) == (2, 6)
    assert "from" in problems[0].hint
