"""`jbakb check` as people and CI call it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jbakb.cli.root import run

PAGE = "docs/jobcenter.md"


class Result(NamedTuple):
    exit_code: int
    stdout: str
    stderr: str


Checked = Callable[..., Result]


OLD = """---
areas: [sgb2]
---
# Im Jobcenter

Sie bezieht Arbeitslosengeld II. Die Eingliederungsvereinbarung gilt für ein Jahr.
"""


@pytest.fixture
def check(small: Path) -> Checked:
    (small / PAGE).write_text(OLD, encoding="utf-8")
    return lambda *arguments: call(small, *arguments)


def call(root: Path, *arguments: str, command: str = "check") -> Result:
    """Run the command in this process; whatever is no user's error comes out as it is."""
    day = ("--as-of", "2026-11-22") if command == "check" else ()
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
        status = run(["-C", str(root), command, *day, *arguments])
    return Result(status, out.getvalue(), err.getvalue())


def contents(root: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".git/" not in path.as_posix()
    }


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def repository(small: Path) -> Path:
    (small / PAGE).write_text(OLD, encoding="utf-8")
    git(small, "init", "-q", "-b", "main")
    git(small, "add", ".")
    git(small, "commit", "-qm", "start")
    return small


def test_a_line_per_finding_in_a_pipe(check: Checked) -> None:
    result = check()
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{PAGE}:6:13 term-superseded „Arbeitslosengeld II“ ist abgelöst. (Grundsicherungsgeld)",
        f"{PAGE}:6:38 term-superseded „Eingliederungsvereinbarung“ ist abgelöst. (Kooperationsplan)",
    ]
    assert "2 Fehler" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((), 1),
        (("--ignore", "term-superseded"), 0),
        (("--ignore", "term-superseded", "--fail-on", "info"), 1),
        (("--select", "term-deprecated,area-missing"), 0),
        (("docs/index.md",), 0),
        (("docs",), 1),
        (("--select", "term-supersedet"), 2),
        (("gibt-es-nicht.md",), 2),
        (("--baseline", "gibt-es-nicht.json"), 2),
        (("--changed-since", "main"), 2),
        (("--fix", "--diff"), 0),
    ],
)
def test_exit_status(arguments: tuple[str, ...], status: int, check: Checked) -> None:
    result = check(*arguments)
    assert result.exit_code == status, result.stderr


@pytest.mark.parametrize("format_", ["text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"])
def test_no_format_changes_a_file(format_: str, check: Checked, small: Path) -> None:
    before = contents(small)
    assert check("--format", format_).exit_code == 1
    assert contents(small) == before


def test_statistics_count_by_rule(check: Checked) -> None:
    lines = [line.split() for line in check("--statistics").stdout.splitlines()]
    assert ["2", "error", "term-superseded"] in lines
    assert [int(line[0]) for line in lines] == sorted((int(line[0]) for line in lines), reverse=True)


def test_a_baseline_marks_and_lets_pass(check: Checked, small: Path, tmp_path: Path) -> None:
    file = str(tmp_path / "bekannt.json")
    assert check("--write-baseline", file).exit_code == 0
    result = check("--baseline", file)
    assert result.exit_code == 0
    assert result.stdout.count("[bekannt]") == 2
    with (small / PAGE).open("a", encoding="utf-8") as page:
        page.write("\nSie bezieht Arbeitslosengeld II.\n")
    assert check("--baseline", file).exit_code == 1


def test_diff_shows_what_fix_does_and_undo_takes_it_back(check: Checked, small: Path) -> None:
    before = (small / PAGE).read_bytes()
    shown = check("--diff")
    assert shown.exit_code == 0
    assert "+Sie bezieht Grundsicherungsgeld. Die Eingliederungsvereinbarung" in shown.stdout
    assert (small / PAGE).read_bytes() == before
    assert check("--fix").exit_code == 1
    assert "bezieht Grundsicherungsgeld. Die Eingliederungsvereinbarung gilt" in (small / PAGE).read_text(
        encoding="utf-8"
    )
    assert call(small, command="undo").exit_code == 0
    assert (small / PAGE).read_bytes() == before


def test_fix_leaves_quotations_code_and_suppressed_words_alone(check: Checked, small: Path) -> None:
    text = "# Alt\n\n„Arbeitslosengeld II“ und `Arbeitslosengeld II`\n\nArbeitslosengeld II <!-- jbakb: ignore term-superseded -->\n"
    (small / PAGE).write_text(text, encoding="utf-8")
    check("--fix")
    assert (small / PAGE).read_text(encoding="utf-8") == text


def test_changed_since_takes_touched_files_new_ones_too(check: Checked, repository: Path) -> None:
    assert check("--changed-since", "main").exit_code == 0
    (repository / "docs/neu.md").write_text("---\nareas: [sgb2]\n---\n\nArbeitslosengeld II\n", encoding="utf-8")
    assert "docs/neu.md" in check("--changed-since", "main").stdout


def test_changed_since_takes_pages_with_a_word_of_a_touched_entry(check: Checked, repository: Path) -> None:
    entry = repository / "glossary/planung/kooperationsplan.yml"
    entry.write_text(entry.read_text(encoding="utf-8") + "# anders\n", encoding="utf-8")
    assert PAGE in check("--changed-since", "main").stdout


@pytest.mark.parametrize("revision", ["gibt-es-nicht", "--output=x", ""])
def test_an_unknown_revision_is_refused(revision: str, check: Checked, repository: Path) -> None:
    before = contents(repository)
    assert check("--changed-since", revision).exit_code == (2 if revision else 1)
    assert check("--base", revision, "--format", "markdown").exit_code == (2 if revision else 1)
    assert contents(repository) == before


def test_markdown_compares_with_the_base_branch(check: Checked, repository: Path) -> None:
    text = "---\nareas: [sgb2]\n---\n\nSie bekommt Hartz IV. Die Eingliederungsvereinbarung gilt.\n"
    (repository / PAGE).write_text(text, encoding="utf-8")
    summary = check("--format", "markdown", "--base", "main").stdout
    assert "1 neu, 1 behoben" in summary
    assert "Hartz IV" in summary.split("### Behoben")[0]
    assert "Arbeitslosengeld II" in summary.split("### Behoben")[1]


def test_json_is_data_alone_on_standard_output(check: Checked) -> None:
    assert json.loads(check("--format", "json").stdout)["summary"]["error"] == 2


MARKS = st.sampled_from(
    ["<!-- jbakb: ignore", "ignore-start", " -->", "term-superseded", "```", "---\n", "„", "“", "[", "](", "`", "\n\n",
     "areas: [sgb2]", "Arbeitslosengeld II", "der Eingliederungsvereinbarung", "|", "<b>", "# ", "\x00", "\r", "\u2028", "\U0001f600"]
)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(MARKS | st.text(max_size=8), max_size=25))
def test_no_page_brings_the_check_down_or_is_changed_by_it(parts: list[str], small: Path) -> None:
    (small / PAGE).write_bytes("".join(parts).encode("utf-8", "replace"))
    before = contents(small)
    result = call(small, "--diff")
    assert result.exit_code in (0, 2), result.stderr
    assert contents(small) == before


YAML = st.sampled_from(
    ["title: A\n", "concepts:\n", "  - area: sgb2\n", "    terms: [", "{term: B}", "]\n", "# jbakb: ignore x\n", "&a ", "*a",
     "!!python/object:os ", "? ", "- ", ": ", "|\n", ">\n", "\t", "'", '"', "2026-13-01", "no", "\x00", "\ufeff", "use: b.sgb2\n"]
)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(YAML | st.text(max_size=6), max_size=20))
def test_no_yaml_brings_the_check_down_or_is_changed_by_it(parts: list[str], small: Path) -> None:
    (small / "glossary/planung/hilfeplan.yml").write_bytes("".join(parts).encode("utf-8", "replace"))
    before = contents(small)
    result = call(small)
    assert result.exit_code in (0, 1, 2), result.stderr
    assert contents(small) == before
