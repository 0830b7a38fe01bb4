"""Changing files of a knowledge base: one writer at a time, all or nothing, and with a way back.

The plan is made under the lock, so that it starts from what is really there, and the files it wants are read as the
knowledge base will read them before any is replaced. Each file is replaced by a rename; what a change of several files
needs to be finished is in the journal first. So a process that is killed at any point leaves each file old or new and
whole, and the next command, reading or writing, finishes what was begun.
"""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from jbakb.i18n import _
from jbakb.store.journal import PENDING, FileChange, Journal, Step, read_bytes, sync_folder, write_bytes
from jbakb.store.problem import DataError, RefusedError
from jbakb.store.validation import problems_of_change

#: Working files of jbakb inside a knowledge base; not under version control.
WORK: Final = ".jbakb"
#: Seconds to wait for another writer, who needs fractions of one.
PATIENCE: Final = 10.0

#: Quotation marks inside quotation marks, German and English.
_INNER_QUOTES: Final = str.maketrans("„“”", "‚‘’")
_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Changeset:
    """What a change does to files: the new text by path relative to the root, None to delete.

    Texts have Unix line ends; a file that exists keeps its own, and its byte order mark. `moved` names, by new path,
    the file whose line ends a renamed one takes over.
    """

    summary: str
    files: Mapping[str, str | None]
    moved: Mapping[str, str] = field(default_factory=dict)


def write(root: Path, plan: Callable[[], Changeset], *, patience: float = PATIENCE) -> Changeset:
    """Make a plan under the lock and carry it out; whatever the plan raises leaves everything as it was.

    Raises DataError if the knowledge base could not read the result, RefusedError if another process holds the lock for
    longer than `patience` seconds, OSError if a file cannot be written (all files are then as before).
    """
    with locked(root, patience):
        _recover(root)
        changeset = plan()
        changes = planned_changes(root, changeset)
        problems = problems_of_change(root, {change.path: change.after for change in changes})
        if problems:
            raise DataError(problems)
        if changes:
            _carry_out(root, changeset.summary, changes)
    return changeset


def planned_changes(root: Path, changeset: Changeset) -> list[FileChange]:
    """Return what a changeset would do to files, those left out that would stay as they are."""
    changes = []
    for path, text in changeset.files.items():
        before = read_bytes(root / path)
        like = before if before is not None else read_bytes(root / changeset.moved.get(path, path))
        after = None if text is None else _encode(text, like or b"")
        if before != after:
            changes.append(FileChange(path, before, after))
    return changes


def last_change(root: Path) -> tuple[Step, list[FileChange]] | None:
    """Return the change that `undo` would take back, and what it did; None if there is none."""
    recover(root)
    journal = Journal(root / WORK)
    step = journal.last_undoable()
    return None if step is None else (step, journal.changes(step))


def undo(root: Path, step: Step, *, patience: float = PATIENCE) -> None:
    """Take a recorded change back; raises RefusedError if its files were changed since by something else."""
    with locked(root, patience):
        _recover(root)
        journal = Journal(root / WORK)
        if journal.last_undoable() != step:
            raise RefusedError(_("Inzwischen gab es eine weitere Änderung. Bitte „jbakb undo“ noch einmal aufrufen."))
        changes = journal.changes(step)
        changed = [change.path for change in changes if read_bytes(root / change.path) != change.after]
        if changed:
            message = _(
                "„{summary}“ lässt sich nicht zurücknehmen: Seitdem hat sich geändert: {files}. "
                "„jbakb undo --skip“ lässt diese Änderung, wie sie ist, und geht zu der davor."
            ).format(summary=step.summary.translate(_INNER_QUOTES), files=", ".join(changed))
            folder = journal.folder(step) / "before"
            if any((folder / path).exists() for path in changed):
                place = folder.relative_to(root).as_posix()
                message += " " + _("Der Stand davor liegt in {folder}.").format(folder=place)
            raise RefusedError(message)
        back = [FileChange(change.path, change.after, change.before) for change in changes]
        _carry_out(root, step.summary, back, undoes=step.number)


def skip(root: Path, step: Step, *, patience: float = PATIENCE) -> None:
    """Leave a recorded change as it is, so that `undo` goes on to the one before; changes no file.

    Raises RefusedError if it is not the last one any more.
    """
    with locked(root, patience):
        _recover(root)
        if Journal(root / WORK).last_undoable() != step:
            raise RefusedError(_("Inzwischen gab es eine weitere Änderung. Bitte „jbakb undo“ noch einmal aufrufen."))
        _carry_out(root, step.summary, [], undoes=step.number)


def recover(root: Path, *, patience: float = PATIENCE) -> None:
    """Finish a change whose process was killed; does nothing, at the price of one look at the disk, if there is none.

    A reader who may not write (a file share), or who meets a living writer for too long, goes on with what is there.
    """
    if not (root / WORK / PENDING).exists():
        return
    try:
        with locked(root, patience):
            _recover(root)
    except (OSError, RefusedError):
        return


@contextmanager
def locked(root: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Be the only one who changes a knowledge base; raises RefusedError after `patience` seconds of waiting."""
    from filelock import FileLock, Timeout

    work = work_folder(root)
    try:
        with FileLock(work / "lock", timeout=patience):
            yield
    except Timeout:
        raise RefusedError(
            _("Ein anderes jbakb ändert diese Wissensbasis gerade. Bitte gleich noch einmal versuchen.")
        ) from None


def work_folder(root: Path) -> Path:
    """Return the folder for working files, made if needed and hidden from Git."""
    work = root / WORK
    work.mkdir(exist_ok=True)
    ignore = work / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    return work


def _carry_out(root: Path, summary: str, changes: list[FileChange], undoes: int = 0) -> None:
    journal = Journal(work_folder(root))
    with _uninterrupted():
        step = journal.record(summary, changes, undoes)
        journal.begin(step)
        try:
            for change in changes:
                _put(root / change.path, change.after)
        except OSError:
            for change in changes:
                _put(root / change.path, change.before)
            journal.drop(step)
            raise
        journal.finish()


def _recover(root: Path) -> None:
    journal = Journal(root / WORK)
    step = journal.pending()
    if step is not None:
        for change in journal.changes(step):
            target = root / change.path
            _temporary(target).unlink(missing_ok=True)
            # What somebody changed by hand after the crash is theirs; the copies stay in the history.
            if read_bytes(target) == change.before:
                _put(target, change.after)
    if step is not None or (root / WORK / PENDING).exists():
        journal.finish()


def _put(target: Path, data: bytes | None) -> None:
    """Give a file its new bytes by one rename, or delete it; its permissions stay."""
    if target.is_symlink():
        target = target.resolve()
    if data is None:
        target.unlink(missing_ok=True)
    elif read_bytes(target) != data:
        temporary = _temporary(target)
        write_bytes(temporary, data)
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
    if target.parent.is_dir():
        sync_folder(target.parent)


def _temporary(target: Path) -> Path:
    """Return where a file is written before it gets its name: one place, so that a left one is found and removed."""
    return target.with_name(f".{target.name}.jbakb-tmp")


def _encode(text: str, before: bytes) -> bytes:
    data = text.encode("utf-8")
    if 2 * before.count(b"\r\n") > before.count(b"\n"):
        data = data.replace(b"\n", b"\r\n")
    return _BOM + data if before.startswith(_BOM) else data


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait for the milliseconds that a change takes, so that „Nichts wurde geändert“ is true."""
    if threading.current_thread() is not threading.main_thread() or os.name == "nt":
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
