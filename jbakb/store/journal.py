"""What was changed, kept so that a killed change can be finished and a finished one taken back.

    .jbakb/history/000012/change.json       what, when, which files
    .jbakb/history/000012/before/<path>     each file as it was, under its own name; missing if it was not there
    .jbakb/history/000012/after/<path>      each file as it became; missing if it was deleted
    .jbakb/pending                          the number of the change that is being made; there only while it is made

A step is complete on the disk, as `000012.tmp`, before `pending` names it: from then on anybody can finish the change.
A folder `….tmp` that `pending` does not name is what a killed process left; the next change removes it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from jbakb.clock import now

HISTORY: Final = "history"
PENDING: Final = "pending"
_UNFINISHED: Final = ".tmp"
#: How many steps back `undo` can go.
KEPT: Final = 100


@dataclass(frozen=True)
class FileChange:
    """One file of a change, by its path relative to the root: its bytes before and after, None for no file."""

    path: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True)
class Step:
    """A recorded change. `undoes` is the number of the step that this one took back, 0 for an ordinary change."""

    number: int
    summary: str
    when: str
    paths: tuple[str, ...]
    undoes: int = 0


class Journal:
    """The steps recorded in a work folder; all methods that write need the lock."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self.history = work / HISTORY

    def steps(self) -> list[Step]:
        """Return all recorded steps, oldest first."""
        return [step for folder in self._folders() if (step := _read(folder)) is not None]

    def last_undoable(self) -> Step | None:
        """Return the newest change that was not taken back."""
        steps = self.steps()
        taken_back = {step.undoes for step in steps}
        return next((step for step in reversed(steps) if not step.undoes and step.number not in taken_back), None)

    def folder(self, step: Step | int) -> Path:
        """Return the folder of a step, which holds the copies of its files."""
        return self.history / f"{step if isinstance(step, int) else step.number:06}"

    def changes(self, step: Step) -> list[FileChange]:
        """Return what a step did to files."""
        folder = self.folder(step)
        return [
            FileChange(path, read_bytes(folder / "before" / path), read_bytes(folder / "after" / path))
            for path in step.paths
        ]

    def record(self, summary: str, changes: list[FileChange], undoes: int = 0) -> Step:
        """Write a step to the disk; it counts only when `begin` names it."""
        for left in self.history.glob(f"*{_UNFINISHED}"):
            shutil.rmtree(left, ignore_errors=True)
        numbers = [int(folder.name) for folder in self._folders()]
        step = Step(max(numbers, default=0) + 1, summary, now(), tuple(change.path for change in changes), undoes)
        draft = self._draft(step)
        for change in changes:
            for name, data in (("before", change.before), ("after", change.after)):
                if data is not None:
                    write_bytes(draft / name / change.path, data)
        write_bytes(draft / "change.json", json.dumps(asdict(step), ensure_ascii=False, indent=2).encode())
        sync_folder(self.history)
        return step

    def begin(self, step: Step) -> None:
        """Make a recorded step the one that must be finished: the point of no return, a single rename."""
        draft = self.work / f"{PENDING}{_UNFINISHED}"
        write_bytes(draft, str(step.number).encode())
        draft.replace(self.work / PENDING)
        sync_folder(self.work)
        self._adopt(step.number)

    def pending(self) -> Step | None:
        """Return the step that was begun and not finished."""
        number = read_bytes(self.work / PENDING)
        if not number or not number.isdigit():
            return None
        self._adopt(int(number))
        return _read(self.folder(int(number)))

    def finish(self) -> None:
        """Note that the pending step is done, and forget the oldest steps."""
        (self.work / PENDING).unlink(missing_ok=True)
        sync_folder(self.work)
        for folder in list(self._folders())[:-KEPT]:
            shutil.rmtree(folder, ignore_errors=True)

    def drop(self, step: Step) -> None:
        """Forget a step that was not carried out."""
        (self.work / PENDING).unlink(missing_ok=True)
        for folder in (self.folder(step), self._draft(step)):
            shutil.rmtree(folder, ignore_errors=True)

    def _adopt(self, number: int) -> None:
        """Give the folder of the step that was begun its final name."""
        if self._draft(number).is_dir():
            self._draft(number).replace(self.folder(number))
            sync_folder(self.history)

    def _draft(self, step: Step | int) -> Path:
        folder = self.folder(step)
        return folder.with_name(folder.name + _UNFINISHED)

    def _folders(self) -> Iterator[Path]:
        if self.history.is_dir():
            yield from sorted(folder for folder in self.history.iterdir() if folder.name.isdigit())


def _read(folder: Path) -> Step | None:
    data = read_bytes(folder / "change.json")
    if data is None:
        return None
    fields: Mapping[str, object] = json.loads(data)
    return Step(**{**fields, "paths": tuple(fields["paths"])})  # type: ignore[arg-type]


def read_bytes(path: Path) -> bytes | None:
    """Return a file's bytes, None if it is not there."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file and wait until it is on the disk; its folder is made if needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until a folder's list of names is on the disk (Windows has no such call and does it by itself)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
