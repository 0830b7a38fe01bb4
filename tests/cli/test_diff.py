"""`jbakb diff` in a real repository: which states are compared, and what is said when there is none."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_json_shapes import documented
from tests.conftest import Run

ENTRY = "glossary/planung/hilfeplan.yml"


def git(root: Path, *arguments: str) -> None:
    settings = ["-c", "user.name=Test", "-c", "user.email=test@stadt.example", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *settings, *arguments], cwd=root, check=True, capture_output=True)


def retitle(root: Path, title: str) -> None:
    file = root / ENTRY
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([f"title: {title}", *lines[1:]]) + "\n", encoding="utf-8")


@pytest.fixture
def repository(small: Path) -> Path:
    """The small knowledge base with one commit."""
    git(small, "init")
    git(small, "add", "-A")
    git(small, "commit", "-m", "Anfang")
    return small


def test_nothing_changed(repository: Path, jbakb: Run) -> None:
    done = jbakb("diff")
    assert (done.returncode, done.stdout) == (0, "Keine Änderungen seit HEAD.\n")


def test_the_working_tree_is_compared_with_the_last_commit(repository: Path, jbakb: Run) -> None:
    retitle(repository, "Der Plan")
    done = jbakb("diff")
    assert "~ Eintrag „Der Plan“ (hilfeplan): geändert\n  Titel: Hilfeplan → Der Plan\n" in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines())
    assert "\x1b" not in done.stdout


def test_running_text_is_compared_word_by_word(repository: Path, jbakb: Run) -> None:
    file = repository / ENTRY
    text = file.read_text(encoding="utf-8").replace("Fachliche Grundlage", "Gemeinsame Grundlage")
    file.write_text(text, encoding="utf-8")
    assert "[-Fachliche-] {+Gemeinsame+} Grundlage" in jbakb("diff").stdout
    assert "~~Fachliche~~ **Gemeinsame** Grundlage" in jbakb("diff", "--format", "markdown").stdout


def test_a_branch_is_compared_with_where_it_parted(repository: Path, jbakb: Run) -> None:
    git(repository, "switch", "-c", "vorschlag")
    retitle(repository, "Vorschlag")
    git(repository, "commit", "-am", "x")
    git(repository, "switch", "main")
    (repository / "docs" / "index.md").write_text("# Weiter\n", encoding="utf-8")
    git(repository, "commit", "-am", "y")
    git(repository, "switch", "vorschlag")

    def changed(revision: str) -> set[str]:
        return {change["id"] for change in json.loads(jbakb("diff", revision, "--format", "json").stdout)["changes"]}

    assert changed("main") == changed("main...vorschlag") == changed("main...") == {"hilfeplan"}
    assert changed("main..vorschlag") == changed("main..") == {"hilfeplan", "docs/index.md"}
    assert changed("HEAD") == set()


def test_json_has_each_field_old_and_new(repository: Path, jbakb: Run) -> None:
    retitle(repository, "Der Plan")
    data = json.loads(jbakb("diff", "--format", "json").stdout)
    [change] = data["changes"]
    assert (data["since"], data["until"], change["id"], change["change"]) == ("HEAD", None, "hilfeplan", "changed")
    assert change["fields"] == [{"path": ["title"], "label": "Titel", "old": "Hilfeplan", "new": "Der Plan"}]


def test_json_is_documented(repository: Path, jbakb: Run) -> None:
    retitle(repository, "Der Plan")
    data = json.loads(jbakb("diff", "--format", "json").stdout)
    known = documented("diff")
    assert {*data, *data["changes"][0], *data["changes"][0]["fields"][0]} <= known


def test_markdown_keeps_content_from_being_markup(repository: Path, jbakb: Run) -> None:
    retitle(repository, "'@alle <b>#1*'")
    text = jbakb("diff", "--format", "markdown").stdout
    assert "\\@alle \\<b\\>\\#1\\*" in text
    assert "<b>#1" not in text


def test_what_was_unreadable_then_is_told(repository: Path, jbakb: Run) -> None:
    file = repository / ENTRY
    good = file.read_text(encoding="utf-8")
    file.write_text("title: [", encoding="utf-8")
    git(repository, "commit", "-am", "kaputt")
    file.write_text(good, encoding="utf-8")
    done = jbakb("diff")
    assert (done.returncode, "nicht lesbar" in done.stderr, f"{ENTRY}:" in done.stderr) == (0, True, True)
    assert "+ Eintrag „Hilfeplan“" in done.stdout


def test_a_knowledge_base_in_a_folder_of_a_repository(tmp_path: Path, small: Path, jbakb: Run) -> None:
    git(tmp_path, "init")
    (tmp_path / "x").write_text("x", encoding="utf-8")
    git(tmp_path, "add", "x")
    git(tmp_path, "commit", "-m", "ohne Wissensbasis")
    assert "+ Eintrag „Hilfeplan“" in jbakb("diff").stdout
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-m", "mit")
    retitle(small, "Der Plan")
    assert "~ Eintrag „Der Plan“" in jbakb("diff").stdout


@pytest.mark.parametrize(
    ("state", "revision", "why"),
    [
        ("none", "HEAD", "steht nicht unter Versionsverwaltung"),
        ("empty", "HEAD", "noch keinen Commit"),
        ("full", "gibtsnicht", "kennt den Stand „gibtsnicht“ hier nicht"),
        ("full", "HEAD..gibtsnicht", "kennt den Stand „gibtsnicht“ hier nicht"),
        ("full", "--output=x", "--output"),
    ],
)
def test_errors_say_what_is_missing(small: Path, jbakb: Run, state: str, revision: str, why: str) -> None:
    if state != "none":
        git(small, "init")
    if state == "full":
        git(small, "add", "-A")
        git(small, "commit", "-m", "x")
    done = jbakb("diff", revision, GIT_CEILING_DIRECTORIES=str(small.parent))
    assert done.returncode == 2
    assert why in done.stderr
    assert "Traceback" not in done.stderr


def test_without_git_it_says_so(small: Path, jbakb: Run, tmp_path: Path) -> None:
    done = jbakb("diff", PATH=str(tmp_path))
    assert (done.returncode, "Git fehlt" in done.stderr) == (2, True)


def test_a_shallow_copy_says_how_to_get_the_rest(repository: Path, jbakb: Run, tmp_path: Path) -> None:
    retitle(repository, "Zweiter Stand")
    git(repository, "commit", "-am", "y")
    first = subprocess.run(["git", "rev-parse", "HEAD~1"], cwd=repository, capture_output=True, text=True, check=True)
    git(tmp_path, "clone", "--depth", "1", repository.as_uri(), "flach")
    done = jbakb("diff", first.stdout.strip(), cwd=tmp_path / "flach", **os.environ)
    assert (done.returncode, "fetch-depth: 0" in done.stderr) == (2, True)
