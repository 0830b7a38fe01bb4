"""Where a finding is: from an offset or a path of keys to line and column."""

from __future__ import annotations

from pathlib import Path

from jbakb.store.loading import locate


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of an offset, both from 1, in code points."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def yaml_place(root: Path, path: str, *where: str | int) -> tuple[int, int]:
    """Return line and column of a value in a data file."""
    return locate((root / path).read_bytes(), where)
