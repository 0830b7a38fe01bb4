"""`jbakb build` on the command line."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from jbakb.cli.mkdocs import _report
from tests.conftest import Run


@pytest.mark.parametrize("folder", [".", "..", "docs", "glossary/neu", "jbakb.toml"])
def test_a_folder_that_holds_something_else_is_never_emptied(small: Path, jbakb: Run, folder: str) -> None:
    done = jbakb("build", "--site-dir", folder)
    assert done.returncode == 2
    assert "--site-dir" in done.stderr
    assert (small / "glossary" / "areas.yml").is_file()


def test_a_foreign_folder_is_refused_and_a_built_one_is_built_anew(small: Path, jbakb: Run, tmp_path: Path) -> None:
    foreign = tmp_path / "fotos"
    foreign.mkdir()
    (foreign / "bild.jpg").write_bytes(b"x")
    assert jbakb("build", "--site-dir", str(foreign)).returncode == 2
    assert (foreign / "bild.jpg").is_file()
    for _twice in range(2):
        assert jbakb("build", "--site-dir", str(tmp_path / "neu")).returncode == 0


def test_unreadable_data_end_with_2_before_anything_is_built(small: Path, jbakb: Run) -> None:
    (small / "glossary" / "planung" / "hilfeplan.yml").write_text("title: [", encoding="utf-8")
    done = jbakb("build")
    assert done.returncode == 2
    assert "glossary/planung/hilfeplan.yml:" in done.stderr
    assert not (small / "site").exists()


def test_a_missing_mkdocs_yml_is_told(small: Path, jbakb: Run) -> None:
    (small / "mkdocs.yml").unlink()
    done = jbakb("build")
    assert (done.returncode, "mkdocs.yml" in done.stderr) == (2, True)


def test_a_target_that_cannot_be_written_is_told_in_one_message(small: Path, jbakb: Run) -> None:
    done = jbakb("build", "--site-dir", "jbakb.toml/site")
    assert done.returncode == 2
    assert "jbakb.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_dead_link_stops_the_build_unless_it_may_not(small: Path, jbakb: Run) -> None:
    (small / "docs" / "x.md").write_text("# X\n\n[tot](gibtsnicht.md)\n", encoding="utf-8")
    done = jbakb("build")
    assert done.returncode == 1
    assert "docs/x.md: Der Link „gibtsnicht.md“ führt ins Leere." in done.stderr
    assert "WARNING" not in done.stderr
    assert jbakb("build", "--no-strict").returncode == 0


def test_only_the_last_line_of_a_traceback_is_shown() -> None:
    with pytest.raises(click.UsageError, match="Permission denied") as caught:
        _report("INFO - x\nTraceback (most recent call last):\n  File x\nPermissionError: Permission denied: 'x'\n")
    assert "File x" not in caught.value.message
