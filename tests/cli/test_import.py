"""`jbakb import` on the command line: always a plan first, all or nothing."""

import json
from pathlib import Path

import pytest

from jbakb.cli.root import run
from jbakb.knowledge_base import open_knowledge_base

GOOD = "entry,area,term\nhilfeplan,sgb8,Plan\n"
BAD = GOOD + "hilfeplan,sgb99,Plan\n"


@pytest.fixture
def table(small: Path) -> Path:
    return small / "neu.csv"


def words(root: Path) -> list[str]:
    return [sense.term.term for sense in open_knowledge_base(root).glossary.senses()]


def jbakb(root: Path, *arguments: str) -> int:
    return run(["-C", str(root), "import", *arguments])


def test_a_dry_run_shows_the_plan_and_writes_nothing(
    small: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table.write_text(GOOD, encoding="utf-8")
    assert jbakb(small, str(table), "--dry-run") == 0
    assert "1 × neues Wort" in capsys.readouterr().out
    assert "Plan" not in words(small)


def test_yes_writes_without_asking_and_a_second_time_nothing(
    small: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table.write_text(GOOD, encoding="utf-8")
    assert jbakb(small, str(table), "--yes") == 0
    assert "1 Eintrag importiert." in capsys.readouterr().out
    assert "Plan" in words(small)
    assert jbakb(small, str(table), "--yes") == 0
    assert "1 Zeile ohne Änderung" in capsys.readouterr().out


def test_without_a_terminal_nobody_is_asked(small: Path, table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table.write_text(GOOD, encoding="utf-8")
    assert jbakb(small, str(table)) == 2
    assert "--yes" in capsys.readouterr().err
    assert "Plan" not in words(small)


def test_a_refused_row_stops_everything(small: Path, table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table.write_text(BAD, encoding="utf-8")
    assert jbakb(small, str(table), "--yes") == 1
    said = capsys.readouterr()
    assert "„sgb99“ ist hier nicht möglich" in " ".join(said.out.split())
    assert "Nichts geschrieben" in said.err
    assert "Plan" not in words(small)


def test_refused_rows_can_be_left_out(small: Path, table: Path) -> None:
    table.write_text(BAD, encoding="utf-8")
    assert jbakb(small, str(table), "--yes", "--skip-refused") == 1
    assert "Plan" in words(small)


def test_the_plan_as_json_has_an_id_for_each_item(small: Path, table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table.write_text(BAD, encoding="utf-8")
    assert jbakb(small, str(table), "--dry-run", "--format", "json") == 1
    plan = json.loads(capsys.readouterr().out)
    assert [(item["id"], item["row"], item["kind"]) for item in plan["items"]] == [
        ("2.new-term", 2, "new-term"),
        ("3.area", 3, "refused"),
    ]
    assert plan["summary"]["refused"] == 1


@pytest.mark.parametrize(("name", "said"), [("neu.csv", "Die Spalte „term“ fehlt"), ("neu.docx", "„.docx“")])
def test_an_unreadable_file_is_told(small: Path, name: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    (small / name).write_text("entry,area\n", encoding="utf-8")
    assert jbakb(small, str(small / name), "--yes") == 2
    assert said in capsys.readouterr().err
