"""`jbakb export` on the command line."""

from pathlib import Path

import pytest

from jbakb.cli.root import run


def test_csv_goes_to_standard_output(small: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["-C", str(small), "export", "csv"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"entry,area,term,")


def test_a_file_is_written_where_it_is_named(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "x.csv"
    assert run(["-C", str(small), "export", "csv-excel", "-o", str(target)]) == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbfentry;area")
    assert capsys.readouterr().out == ""


def test_the_public_edition_leaves_out_internal_entries(small: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    run(["-C", str(small), "export", "csv", "--edition", "public", "-o", str(target)])
    text = target.read_text(encoding="utf-8")
    assert "hilfeplan" in text
    assert "sorgeberechtigte" not in text


def test_without_a_format_all_are_listed(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(small), "export"]) == 0
    assert "csv-excel" in capsys.readouterr().out


def test_an_unknown_format_gets_a_suggestion(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(small), "export", "csv-exel"]) == 2
    assert "Meinten Sie „csv-excel“?" in capsys.readouterr().err
