"""The shell completes commands, ids and words."""

from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from jbakb.cli.params import ANY_REF, AREA, ENTRY, PROCESS, REF, THEME
from jbakb.cli.root import cli, run


def completions(arguments: list[str], incomplete: str) -> list[str]:
    shell = ShellComplete(cli, {}, "jbakb", "_JBAKB_COMPLETE")
    return [item.value for item in shell.get_completions(arguments, incomplete)]


def offered(type_: click.ParamType[str], root: Path, incomplete: str) -> list[str]:
    context = click.Context(cli)
    context.params["directory"] = root
    return [item.value for item in type_.shell_complete(context, click.Argument(["x"]), incomplete)]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_says_where_it_belongs(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert "_JBAKB_COMPLETE" in script
    assert "Einrichten" in script.splitlines()[-2]


def test_the_shell_in_use_is_the_default(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert run(["completion"]) == 0
    assert "commandline" in capsys.readouterr().out


def test_an_unknown_shell_is_asked_for(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SHELL", "/bin/dash")
    assert run(["completion"]) == 2
    assert "bash, zsh, fish" in capsys.readouterr().err


def test_commands_are_completed_without_importing_them() -> None:
    assert completions([], "do") == ["doctor"]
    assert completions([], "--no") == ["--no-plugins"]


@pytest.mark.parametrize(
    ("type_", "incomplete", "expected"),
    [
        (REF, "hilfepl", ["hilfeplan", "hilfeplan.sgb8", "hilfeplan.sgb2", "Hilfeplan"]),
        (REF, "HP", ["HP"]),
        (ENTRY, "ko", ["kooperationsplan"]),
        (AREA, "sgb1", ["sgb12", "sgb10", "sgb1"]),
        (THEME, "z", ["zielgruppe", "zugang"]),
    ],
)
def test_ids_and_words_are_offered(
    small: Path, type_: click.ParamType[str], incomplete: str, expected: list[str]
) -> None:
    assert offered(type_, small, incomplete) == expected


def test_phrases_are_not_offered(small: Path) -> None:
    assert not [value for value in offered(REF, small, "") if " " in value]


def test_words_complete_in_another_knowledge_base(small: Path) -> None:
    assert completions(["-C", str(small), "search"], "Kooperationspl") == ["kooperationsplan", "kooperationsplan.sgb2",
        "kooperationsplan.sgb3", "kooperationsplan.sgb8", "kooperationsplan.schule", "Kooperationsplan"]  # fmt: skip


def test_outside_a_knowledge_base_nothing_is_offered(tmp_path: Path) -> None:
    assert offered(REF, tmp_path, "") == []


def test_processes_are_completed_by_their_files(small: Path) -> None:
    assert offered(PROCESS, small, "erst") == ["erstkontakt"]
    assert offered(PROCESS, small, "") == ["einwilligung", "erstkontakt"]
    assert "prozesse/einwilligung" in offered(ANY_REF, small, "proz")
