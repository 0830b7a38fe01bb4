"""`jbakb build --zip` and `--check-output`, and `jbakb check-output` on what was built before."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "place"), [(("--zip",), "site.zip"), (("--zip", "x.zip"), "x.zip"), (("--zip", "."), "site.zip")]
)
def test_the_zip_lies_where_it_was_asked_for(small: Path, jbakb: Run, arguments: tuple[str, ...], place: str) -> None:
    done = jbakb("build", "--check-output", *arguments)
    assert done.returncode == 0, done.stderr
    assert f"{place} (" in done.stdout
    with zipfile.ZipFile(small / place) as bundle:
        assert {"LIESMICH.txt", "index.html", "glossar/hilfeplan.html"} <= set(bundle.namelist())
    assert not list(small.glob(".*.tmp"))


def test_two_zips_are_the_same_bytes_and_the_second_takes_the_place_of_the_first(small: Path, jbakb: Run) -> None:
    made = []
    for _twice in range(2):
        assert jbakb("build", "--zip", "--as-of", "2026-11-22", SOURCE_DATE_EPOCH="1795305600").returncode == 0
        made.append((small / "site.zip").read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize("file", ["jbakb.toml", "site/x.zip", "nirgends/x.zip"])
def test_nothing_else_is_overwritten(small: Path, jbakb: Run, file: str) -> None:
    before = (small / "jbakb.toml").read_bytes()
    done = jbakb("build", "--zip", file)
    assert (done.returncode, "--zip" in done.stderr) == (2, True)
    assert (small / "jbakb.toml").read_bytes() == before


def test_a_site_that_is_not_well_fails_and_is_not_packed(small: Path, jbakb: Run) -> None:
    (small / "docs" / "x.md").write_text('# X\n\n<img src="https://cdn.example/x.png" alt="">\n', encoding="utf-8")
    assert jbakb("build").returncode == 0
    done = jbakb("build", "--check-output", "--zip")
    assert done.returncode == 1
    assert "x.html:" in done.stdout
    assert "output-external" in done.stdout
    assert not (small / "site.zip").exists()


def test_a_folder_is_checked_without_a_knowledge_base(tmp_path: Path, jbakb: Run) -> None:
    (tmp_path / "index.html").write_text('<a href="weg.html">', encoding="utf-8")
    done = jbakb("check-output", str(tmp_path), cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == "index.html:1:4 output-link „weg.html“ führt ins Leere.\n"
    [finding] = json.loads(jbakb("check-output", str(tmp_path), "--format", "json").stdout)["findings"]
    assert (finding["rule"], finding["severity"], finding["line"]) == ("output-link", "error", 1)
    (tmp_path / "weg.html").write_text("<p>", encoding="utf-8")
    assert jbakb("check-output", str(tmp_path)).returncode == 0


def test_what_is_no_site_is_refused(small: Path, jbakb: Run) -> None:
    for arguments in ((), ("glossary",), ("nirgends",)):
        done = jbakb("check-output", *arguments)
        assert (done.returncode, "keine gebaute Website" in done.stderr) == (2, True)
