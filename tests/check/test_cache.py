"""What was found is kept as long as nothing changed that it depends on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from jbakb.check import by_page
from jbakb.check.cache import open_cache
from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.place import in_text
from jbakb.check.run import run_rules
from jbakb.knowledge_base import open_knowledge_base
from tests.conftest import DAY

asked: list[str] = []


def look(given: CheckInput) -> Iterator[Finding]:
    asked.extend(page.path for page in given.pages)
    for page in given.pages:
        yield Finding("look", "Gesehen.", in_text(page, 0, 1))


RULE = Rule("look", "warning", "Ansehen", look, scope="page")


def run(root: Path, folder: Path, on: date = DAY, rules: tuple[Rule, ...] = (RULE,)) -> tuple[list[Finding], list[str]]:
    asked.clear()
    given = CheckInput(open_knowledge_base(root), on)
    cache = open_cache(given, rules, folder)
    found = run_rules(rules, given, cache=cache)
    cache.save()
    return found, sorted(asked)


def test_a_second_run_asks_nothing_and_finds_the_same(small: Path, tmp_path: Path) -> None:
    cold, pages = run(small, tmp_path)
    assert len(pages) == len(cold) == 4
    assert run(small, tmp_path) == (cold, [])


def test_a_changed_page_is_asked_alone(small: Path, tmp_path: Path) -> None:
    run(small, tmp_path)
    (small / "docs/index.md").write_text("# Neu\n", encoding="utf-8")
    assert run(small, tmp_path)[1] == ["docs/index.md"]


def test_a_deleted_page_is_forgotten(small: Path, tmp_path: Path) -> None:
    run(small, tmp_path)
    (small / "docs/index.md").unlink()
    found, pages = run(small, tmp_path)
    assert (len(found), pages) == (3, [])


@pytest.mark.parametrize("path", ["glossary/planung/hilfeplan.yml", "jbakb.toml", "plugins/eigen.py"])
def test_a_change_of_what_all_depends_on_asks_for_all(path: str, small: Path, tmp_path: Path) -> None:
    run(small, tmp_path)
    (small / path).parent.mkdir(exist_ok=True)
    with (small / path).open("a", encoding="utf-8") as file:
        file.write("# anders\n")
    assert len(run(small, tmp_path)[1]) == 4


def test_another_day_or_rule_asks_for_all(small: Path, tmp_path: Path) -> None:
    run(small, tmp_path)
    assert len(run(small, tmp_path, date(2027, 1, 1))[1]) == 4
    assert len(run(small, tmp_path, rules=(RULE, Rule("more", "info", "", lambda _given: (), scope="page")))[1]) == 4


@pytest.mark.parametrize("damage", [b"", b"\x00", b"\x82\xa3key\xa1x", b"{" * 1000])
def test_a_damaged_cache_is_made_anew(damage: bytes, small: Path, tmp_path: Path) -> None:
    cold, _pages = run(small, tmp_path)
    [file] = tmp_path.glob("*.msgpack")
    file.write_bytes(damage)
    assert run(small, tmp_path)[0] == cold
    assert run(small, tmp_path) == (cold, [])


def test_where_nothing_can_be_written_the_check_works(small: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert len(run(small, blocked / "cache")[0]) == 4


def test_several_processes_find_the_same(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = CheckInput(open_knowledge_base(small), DAY)
    alone = run_rules([RULE], given)
    monkeypatch.setattr(by_page, "WORTH_IT", 0)
    assert run_rules([RULE], given) == alone
