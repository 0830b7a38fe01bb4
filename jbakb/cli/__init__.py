"""The command line. This module knows the commands by name only; each is imported when it is called."""

from __future__ import annotations

import os
import sys
from typing import NoReturn


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and exit: 0 fine, 1 findings, 2 usage or unreadable data, 130 interrupted."""
    arguments = sys.argv[1:] if arguments is None else arguments
    _use_language(arguments)
    from jbakb.cli.root import run

    sys.exit(run(arguments))


def _use_language(arguments: list[str]) -> None:
    """Choose the language before Click is imported: option, environment, settings, German."""
    from jbakb.i18n import use_language

    chosen = os.environ.get("JBAKB_LANG", "")
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            chosen = arguments[place + 1]
        elif argument.startswith("--lang="):
            chosen = argument.removeprefix("--lang=")
    use_language(chosen or "de")
