"""Whoever uses a former id is told the present one, and nothing goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.fixture
def renamed(small: Path, jbakb: Run) -> Path:
    """The small knowledge base with an entry and a process that had other names."""
    assert jbakb("rename", "kooperationsplan", "kp", "--yes").returncode == 0
    assert jbakb("rename", "einwilligung", "zustimmung", "--yes").returncode == 0
    assert "heißt jetzt" not in jbakb("check").stdout
    return small


@pytest.mark.parametrize(("old", "new"), [("kooperationsplan", "kp"), ("kooperationsplan.sgb2", "kp.sgb2")])
def test_show_finds_it_and_says_so(renamed: Path, jbakb: Run, old: str, new: str) -> None:
    done = jbakb("show", old)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, f"Die Kennung „{old}“ heißt jetzt „{new}“.")
    assert "Kooperationsplan" in done.stdout
    assert f'"renamed": "{new}"' in jbakb("show", old, "--format", "json").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("remove", "kooperationsplan", "--yes"),
        ("retire", "kooperationsplan.sgb2"),
        ("rename", "kooperationsplan", "x"),
        ("add", "Neu", "--entry", "kooperationsplan", "--area", "sgb2", "--yes"),
    ],
)
def test_commands_that_change_name_the_present_one(renamed: Path, jbakb: Run, arguments: tuple[str, ...]) -> None:
    done = jbakb(*arguments)
    assert (done.returncode, "heißt jetzt „kp" in done.stderr) == (2, True), done.stderr


def test_a_new_entry_cannot_take_a_former_id(renamed: Path, jbakb: Run) -> None:
    done = jbakb(
        "add", "Kooperations-Plan", "--entry", "kooperationsplan", "--theme", "planung", "--area", "sgb2", "--yes"
    )
    assert (done.returncode, "heißt jetzt „kp“" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("link", "new"), [("glossar/kooperationsplan.md", "kp"), ("prozesse/einwilligung.md", "zustimmung")]
)
def test_a_build_that_stops_at_an_old_link_says_where_it_leads_now(
    renamed: Path, jbakb: Run, link: str, new: str
) -> None:
    (renamed / "docs" / "x.md").write_text(f"# X\n\n[alt]({link})\n", encoding="utf-8")
    done = jbakb("build")
    assert done.returncode == 1
    assert f"Das Ziel heißt jetzt „{new}“." in done.stderr
