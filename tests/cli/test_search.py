"""`jbakb search` on the command line."""

import json
from pathlib import Path

import pytest

from jbakb.cli.root import run


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_a_json_line_has_the_documented_shape(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(small), "search", "Hilfepläne", "--limit", "1", "--format", "jsonl"]) == 0
    line = json.loads(capsys.readouterr().out)
    assert line.pop("score") > 0
    assert line == {
        "query": "Hilfepläne",
        "rank": 1,
        "id": "hilfeplan.sgb8",
        "url": "glossar/hilfeplan.html#hilfeplan.sgb8",
        "path": "glossary/planung/hilfeplan.yml",
        "title": "Hilfeplan",
        "kind": "entry",
        "area": "sgb8",
    }


def test_json_has_the_list_under_its_name(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["-C", str(small), "search", "Hilfe", "zum", "Lebensunterhalt", "--format", "json"])
    results = json.loads(capsys.readouterr().out)["results"]
    assert results[0]["query"] == "Hilfe zum Lebensunterhalt"
    assert results[0]["id"] == "existenzsichernde-geldleistung.sgb12-hlu"


def test_a_table_names_the_hits_and_nothing_found_is_said(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(small), "search", "HP"]) == 0
    assert "hilfeplan.sgb8" in capsys.readouterr().out
    assert run(["-C", str(small), "search", "xyzzyqwx"]) == 0
    assert "Nichts gefunden" in capsys.readouterr().out


def test_an_unknown_area_gets_a_suggestion(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(small), "search", "HP", "--area", "sgb88"]) == 2
    assert "meinten Sie „sgb8“?" in capsys.readouterr().err


def test_unreadable_data_is_told(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "glossary/planung/hilfeplan.yml").write_text("title: [", encoding="utf-8")
    assert run(["-C", str(small), "search", "HP"]) == 2
    assert "hilfeplan.yml" in capsys.readouterr().err


def test_an_outdated_word_is_told_with_the_one_of_today(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(small), "search", "Hartz", "IV"]) == 0
    assert "SGB II: „Hartz IV“ heißt" in capsys.readouterr().out.splitlines()[0]


def test_where_filters_hide_every_hit_their_number_is_told(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(small), "search", "Hilfeplan", "--kind", "norm", "--area", "sgb2"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "Nichts gefunden für „Hilfeplan“."
    assert told[1].startswith("Ohne --area und --kind: ")
