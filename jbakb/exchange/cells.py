"""What a cell of a table may hold: lists in one cell, and texts that a spreadsheet must not take for a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_SEPARATOR: Final = " | "
_SPLIT: Final = re.compile(r"((?:[^|\\]|\\.|\\$)*)(?:\||$)", re.S)
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")


def join(items: Iterable[str]) -> str:
    """Put several texts into one cell, separated by bars; bars and backslashes inside a text get a backslash."""
    return _SEPARATOR.join(re.sub(r"([|\\])", r"\\\1", item) for item in items)


def split(cell: str) -> tuple[str, ...]:
    """Take the texts of a cell apart again."""
    parts = [found[1] for found in _SPLIT.finditer(cell)]
    return tuple(text for part in parts if (text := re.sub(r"\\([|\\])", r"\1", part).strip()))


def guard(cell: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run as a formula (CSV injection, CWE-1236)."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """Take the apostrophe away again; other texts that start with one keep it."""
    return cell[1:] if _GUARDED.match(cell) else cell
