"""Changing files of a knowledge base: one writer at a time, all or nothing, and with a way back.

The plan is made under the lock, so that it starts from what is really there.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from filelock import FileLock

#: Working files of jbakb inside a knowledge base; not under version control.
WORK: Final = ".jbakb"


@dataclass(frozen=True)
class Changeset:
    """What a change does to files: the new text by path relative to the root, None to delete."""

    summary: str
    files: Mapping[str, str | None]


def write(root: Path, plan: Callable[[], Changeset]) -> Changeset:
    """Make a plan under the lock and carry it out; whatever the plan raises leaves everything as it was."""
    work = root / WORK
    work.mkdir(exist_ok=True)
    with FileLock(work / "lock"):
        changeset = plan()
        for path, text in changeset.files.items():
            target = root / path
            if text is None:
                target.unlink(missing_ok=True)
            else:
                _replace(target, text)
    return changeset


def _replace(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(target)
