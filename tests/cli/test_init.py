"""`jbakb init` on the command line."""

from pathlib import Path

import pytest

from jbakb.cli.root import run


def test_it_says_what_to_do_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(tmp_path), "init", "region", "--empty"]) == 0
    said = capsys.readouterr().out
    assert all(step in said for step in ("cd region", "jbakb check", "jbakb serve", "jbakb add"))
    assert (tmp_path / "region" / "jbakb.toml").is_file()


def test_a_folder_with_something_else_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "Urlaub.docx").touch()
    assert run(["-C", str(tmp_path), "init"]) == 2
    assert "Urlaub.docx" in capsys.readouterr().err


def test_a_second_time_nothing_happens(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["-C", str(tmp_path), "init", "--empty"])
    capsys.readouterr()
    assert run(["-C", str(tmp_path), "init", "--empty"]) == 0
    assert "Nichts geschrieben" in capsys.readouterr().out
