"""Errors are told in the language of the program, with what, where and how to mend it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from jbakb.cli.errors import tell
from jbakb.cli.root import cli
from tests.conftest import SMALL, Run


def test_what_the_operating_system_says_is_told_in_german(jbakb: Run) -> None:
    told = jbakb("export", "csv", "-o", "gibt/es/nicht.csv")
    assert told.returncode == 2
    assert "gibt es nicht." in told.stderr
    assert "No such file" not in told.stderr


def test_no_color_is_honoured(small: Path) -> None:
    runner = CliRunner()
    word = ["-C", str(small), "add", "KPL", "--entry", "kooperationsplan", "--area", "sgb2", "--yes"]
    assert "\x1b[" in runner.invoke(cli, word, color=True, env={"NO_COLOR": ""}).output
    assert "\x1b[" not in runner.invoke(cli, ["-C", str(small), "undo"], color=True, env={"NO_COLOR": "1"}).output


@pytest.mark.parametrize("command", ["show", "edit", "rename", "retire", "remove", "add --entry"])
def test_every_command_that_takes_an_id_completes_it(command: str) -> None:
    assert isinstance(cli, click.Group)
    completion = ShellComplete(cli, {}, "jbakb", "_JBAKB_COMPLETE")
    found = completion.get_completions(["-C", str(SMALL), *command.split()], "hilfep")
    assert "hilfeplan" in [item.value for item in found]


@pytest.mark.parametrize("name", ["ENOENT", "EACCES", "EPERM", "EROFS", "EISDIR", "ENOSPC", "EEXIST"])
def test_every_usual_system_error_names_the_file_and_a_remedy(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    number = getattr(errno, name)
    assert tell(OSError(number, os.strerror(number), "plan.yml")) == 2
    told = capsys.readouterr().err
    assert "„plan.yml“" in told and "Abhilfe: " in told
    assert os.strerror(number) not in told


def test_quotation_marks_are_those_of_the_language(jbakb: Run) -> None:
    told = jbakb("--lang", "en", "translate", "Hilfeplan").stdout.splitlines()[0]
    assert told.startswith("“Hilfeplan”:")


@pytest.mark.parametrize(("option", "typed", "wanted"), [("--area", "sgb8", "sgb8"), ("--theme", "plan", "planung")])
def test_add_completes_areas_and_themes(option: str, typed: str, wanted: str) -> None:
    assert isinstance(cli, click.Group)
    completion = ShellComplete(cli, {}, "jbakb", "_JBAKB_COMPLETE")
    found = completion.get_completions(["-C", str(SMALL), "add", "Wort", option], typed)
    assert wanted in [item.value for item in found]
