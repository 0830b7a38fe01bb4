"""The example of a regional rule, loaded as a region loads it."""

import shutil
from pathlib import Path

import pytest

from jbakb.check.finding import CheckInput
from jbakb.check.run import run_rules
from jbakb.cli.root import run
from jbakb.knowledge_base import open_knowledge_base
from jbakb.plugin_host import load_plugins
from tests.conftest import DAY, PROJECT

RULE = "region-amtsname"


@pytest.fixture
def region(small: Path) -> Path:
    (small / "plugins").mkdir()
    shutil.copy(PROJECT / "plugins" / "beispiel_pruefregel.py", small / "plugins")
    return small


def findings(root: Path, page: str) -> list[tuple[int, int, str]]:
    (root / "docs" / "neu.md").write_text(page, encoding="utf-8")
    found = run_rules(load_plugins(root).rules(), CheckInput(open_knowledge_base(root), DAY))
    return [(each.place.line, each.place.column, each.suggestion) for each in found if each.rule == RULE]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("# Das Arbeitsamt\n", [(1, 7, "Agentur für Arbeit")]),
        ("# Neu\n\n## Wege des Arbeitsamtes und der ARGE\n", [(3, 13, "Agentur für Arbeit"), (3, 34, "Jobcenter")]),
        ("---\nareas: [sgb3]\n---\n# Bei den Arbeitsämtern\n", [(4, 11, "Agentur für Arbeit")]),
    ],
)
def test_these_headings_are_found(region: Path, page: str, expected: list[tuple[int, int, str]]) -> None:
    assert findings(region, page) == expected


@pytest.mark.parametrize(
    "page",
    [
        "# Die Agentur für Arbeit\n",
        "# Neu\n\nFrüher hieß es Arbeitsamt.\n",
        "# Neu\n\n```\n# Arbeitsamt\n```\n",
        "# Landesarbeitsamtliches\n",
    ],
)
def test_these_pages_are_fine(region: Path, page: str) -> None:
    assert findings(region, page) == []


def test_it_does_not_fire_on_this_project() -> None:
    rules = [rule for rule in load_plugins(PROJECT).rules() if rule.id == RULE]
    assert len(rules) == 1
    assert run_rules(rules, CheckInput(open_knowledge_base(PROJECT), DAY)) == []


def test_no_plugins_leaves_it_out(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (region / "docs" / "neu.md").write_text("# Das Arbeitsamt\n", encoding="utf-8")
    run(["-C", str(region), "check"])
    assert RULE in capsys.readouterr().out
    run(["-C", str(region), "--no-plugins", "check"])
    assert RULE not in capsys.readouterr().out
