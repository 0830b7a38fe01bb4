"""`jbakb` itself: what to do next, the table of commands, and a quick start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jbakb.cli import _language_of_settings, _options_before_command
from tests.cli.conftest import Ask
from tests.conftest import PROJECT, Run


def test_without_a_command_it_says_what_can_be_done_here(jbakb: Run) -> None:
    shown = jbakb().stdout
    assert "jbakb show WORT" in shown and "jbakb add" in shown and "jbakb init" not in shown


def test_without_a_knowledge_base_it_says_how_to_get_one(jbakb: Run, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    result = jbakb(cwd=tmp_path / "leer")
    assert result.returncode == 0 and "noch keine Wissensbasis" in result.stdout and "jbakb init" in result.stdout


def test_a_command_without_a_knowledge_base_exits_with_2(jbakb: Run, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    result = jbakb("show", "Hilfeplan", cwd=tmp_path / "leer")
    assert result.returncode == 2 and "jbakb -C ORDNER" in result.stderr and "Traceback" not in result.stderr


def test_help_lists_the_commands_by_section(ask: Ask) -> None:
    shown = ask("--help").stdout
    assert shown.index("Nachschlagen:") < shown.index("translate") < shown.index("Pflegen:")


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, contextlib, io\n"
        "from jbakb.cli import main\n"
        "with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())), contextlib.suppress(SystemExit):\n"
        "    main(['--help'])\n"
        "print(sorted(sys.modules.keys() & {'yaml', 'msgspec', 'rich', 'rapidfuzz', 'whoosh', 'mkdocs', 'ruamel'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=PROJECT)
    assert done.stdout.strip() == "[]", done.stderr


def test_bad_data_is_told_with_its_place_and_without_a_traceback(jbakb: Run, small: Path) -> None:
    (small / "glossary" / "planung" / "hilfeplan.yml").write_text("title: [", encoding="utf-8")
    result = jbakb("list")
    assert result.returncode == 2 and "glossary/planung/hilfeplan.yml:" in result.stderr
    assert "Abhilfe" in result.stderr and "Traceback" not in result.stderr


def test_a_broken_file_elsewhere_does_not_keep_a_word_from_being_shown(jbakb: Run, small: Path) -> None:
    (small / "glossary" / "planung" / "hilfeplan.yml").write_text("title: [", encoding="utf-8")
    assert jbakb("show", "Bürgergeld").returncode == 0
    assert jbakb("show", "Kooperationsplan").returncode == 2


def test_output_in_a_pipe_is_utf8_whatever_the_system_speaks(jbakb: Run) -> None:
    result = jbakb("translate", "Hilfeplan", "--to", "sgb2", LC_ALL="C", PYTHONIOENCODING="", PYTHONUTF8="0")
    assert result.returncode == 0 and "≈ Kooperationsplan" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ("", ".")),
        (["--lang", "en", "show"], ("en", ".")),
        (["--lang=en"], ("en", ".")),
        (["-C", "x", "--lang", "en"], ("en", "x")),
        (["-Cx", "show", "--lang", "en"], ("", "x")),
        (["--no-plugins", "--lang", "en"], ("en", ".")),
        (["--lang"], ("", ".")),
    ],
)
def test_the_language_is_known_before_anything_is_translated(arguments: list[str], expected: tuple[str, str]) -> None:
    assert _options_before_command(arguments) == expected


@pytest.mark.parametrize(
    ("settings", "language"),
    [('language = "en"', "en"), ("format = 1", ""), ("language = [", ""), ('[x]\nlanguage = "en"', "")],
)
def test_settings_choose_the_language(tmp_path: Path, settings: str, language: str) -> None:
    (tmp_path / "jbakb.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert _language_of_settings(str(tmp_path / "a" / "b")) == language
