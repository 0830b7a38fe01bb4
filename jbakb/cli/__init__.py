"""The command line. This module knows the commands by name only; each is imported when it is called."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and exit: 0 fine, 1 findings, 2 usage or unreadable data, 130 interrupted."""
    arguments = sys.argv[1:] if arguments is None else arguments
    _use_encoding()
    _use_language(arguments)
    from jbakb.cli.root import run

    sys.exit(run(arguments))


def _use_encoding() -> None:
    """Write UTF-8 into pipes and files on every system; a terminal shows a ? for what it cannot."""
    for stream in (sys.stdout, sys.stderr):
        if stream.isatty() or "PYTHONIOENCODING" in os.environ:
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
        else:
            stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]


def _use_language(arguments: list[str]) -> None:
    """Choose the language before Click is imported: option, environment, settings, German."""
    from jbakb.i18n import use_language

    option, directory = _options_before_command(arguments)
    use_language(option or os.environ.get("JBAKB_LANG", "") or _language_of_settings(directory) or "de")


def _options_before_command(arguments: list[str]) -> tuple[str, str]:
    """Return the values of --lang and -C, if they are given."""
    language, directory = "", "."
    rest = iter(arguments)
    for argument in rest:
        name, _equals, value = argument.partition("=")
        if argument == "-C":
            directory = next(rest, ".")
        elif argument.startswith("-C"):
            directory = argument[2:]
        elif name == "--lang":
            language = value or next(rest, "")
        elif not argument.startswith("-") or argument == "--":
            break
    return language, directory


def _language_of_settings(directory: str) -> str:
    """Return the language that jbakb.toml asks for; what is wrong in it is told later, in German."""
    start = Path(directory).absolute()
    marker = next((file for folder in (start, *start.parents) if (file := folder / "jbakb.toml").is_file()), None)
    text = marker.read_text(encoding="utf-8-sig", errors="replace") if marker else ""
    if "language" not in text:
        return ""
    import tomllib

    try:
        return str(tomllib.loads(text).get("language", ""))
    except tomllib.TOMLDecodeError:
        return ""
