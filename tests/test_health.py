"""What doctor sees, and how it says to mend it."""

from pathlib import Path

import pytest

from jbakb.health import Observation, observe


def seen(root: Path | None, encoding: str = "utf-8") -> dict[str, Observation]:
    return {each.id: each for each in observe(root, encoding=encoding)}


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "cache").mkdir()


def test_a_sound_knowledge_base_needs_no_attention(small: Path) -> None:
    assert [each for each in seen(small).values() if each.state == "attention"] == []


def test_everything_that_needs_attention_says_how_to_mend_it(small: Path) -> None:
    (small / "glossary/planung/hilfeplan.yml").write_text("title: [", encoding="utf-8")
    (small / "glossary/planung/.hilfeplan.yml.abc123").touch()
    (small / ".jbakb").mkdir()
    (small / "plugins").mkdir()
    (small / "plugins/kaputt.py").write_text("1 / 0", encoding="utf-8")
    found = {id_: each for id_, each in seen(small, "cp1252").items() if each.state == "attention"}
    assert set(found) == {"terminal", "data", "plugins", "leftovers"}
    assert all(each.hint for each in found.values())
    assert "hilfeplan.yml:2:" in found["data"].message
    assert "kaputt.py" in found["plugins"].message


def test_an_interrupted_change_is_seen(small: Path) -> None:
    (small / ".jbakb").mkdir()
    (small / ".jbakb" / "pending").write_text("1")
    assert seen(small)["leftovers"].state == "attention"


def test_bad_settings_are_seen(small: Path) -> None:
    (small / "jbakb.toml").write_text("format = ", encoding="utf-8")
    assert "jbakb.toml:1" in seen(small)["data"].message


def test_without_a_knowledge_base_that_is_said(tmp_path: Path) -> None:
    assert "jbakb init" in seen(None)["root"].hint


def test_what_is_only_for_developers_is_information() -> None:
    assert {seen(None)[name].state for name in ("chromium", "node")} == {"info"}
