"""The command line in this process: quick, and without a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from jbakb.cli.root import cli
from jbakb.i18n import use_language

Ask = Callable[..., Result]


@pytest.fixture
def ask(small: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Call a command on the small knowledge base on a fixed day; answers and errors stand apart."""
    monkeypatch.setenv("COLUMNS", "80")
    use_language("de")

    def call(*arguments: str, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cli, ["-C", str(small), *arguments], input=input, prog_name="jbakb")

    return call


@pytest.fixture
def ask_any(ask: Ask) -> Callable[..., Any]:
    """Call a command with --format json, whatever its exit status, and read its answer."""
    return lambda *arguments: json.loads(ask(*arguments, "--format", "json").stdout)


@pytest.fixture
def ask_json(ask: Ask) -> Callable[..., Any]:
    """Call a command with --format json and read its answer."""

    def call(*arguments: str) -> Any:
        result = ask(*arguments, "--format", "json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    return call
