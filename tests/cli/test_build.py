"""`jbakb build` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

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
