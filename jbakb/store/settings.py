"""Reading jbakb.toml, the file that marks the root of a knowledge base."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

import msgspec

from jbakb.i18n import _
from jbakb.model.settings import FORMAT, Settings
from jbakb.store.problem import DataError, Problem

MARKER: Final = "jbakb.toml"


def find_root(start: Path) -> Path | None:
    """Find the knowledge base that contains a folder by walking up, as git does; None if there is none."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / MARKER).is_file()), None)


def load_settings(root: Path) -> Settings:
    """Read the settings of a knowledge base.

    Raises DataError with the line where the file is no TOML, has unknown keys or a wrong value, or a newer format.
    """
    text = (root / MARKER).read_text(encoding="utf-8-sig")
    try:
        settings = msgspec.convert(tomllib.loads(text), Settings)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = (int(found[1]), int(found[2])) if found else (1, 1)
        raise DataError([Problem(MARKER, line, column, _("Kein gültiges TOML: {said}").format(said=error))]) from None
    except msgspec.ValidationError as error:
        raise DataError([_problem(str(error), text)]) from None
    if settings.format > FORMAT:
        message = _("Das Format {found} ist neuer als dieses Programm (es kennt {known}).")
        raise DataError(
            [Problem(MARKER, 1, 1, message.format(found=settings.format, known=FORMAT), _("jbakb aktualisieren"))]
        )
    return settings


def _problem(said: str, text: str) -> Problem:
    """Find the line of a wrong key or value: msgspec names the key, TOML has it on a line of its own."""
    unknown = re.search(r"unknown field `(\w+)`", said)
    path = re.search(r"\$((?:\.\w+)+)", said)
    value = re.search(r"enum value '(\w+)'", said)
    key = unknown[1] if unknown else path[1].rsplit(".", 1)[-1] if path else ""
    sign = rf"=\s*[\"']{value[1]}[\"']" if value else rf"^\s*\[?[\w.]*\b{key}\b"
    line = next((number for number, content in enumerate(text.splitlines(), 1) if re.search(sign, content)), 1)
    if unknown:
        return Problem(MARKER, line, 1, _("„{key}“ ist hier unbekannt.").format(key=key))
    return Problem(MARKER, line, 1, _("„{key}“ hat keinen passenden Wert ({said}).").format(key=key, said=said))
