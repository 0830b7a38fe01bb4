"""From a changed value to the new text of its file, with everything else in the file as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

from jbakb.i18n import _
from jbakb.model import Clause, Entry, Goal, Process
from jbakb.store.document import as_data, update, update_front_matter
from jbakb.store.loading import entry_path, parse_entry
from jbakb.store.problem import DataError, RefusedError
from jbakb.store.rendering import dump
from jbakb.store.yaml_nodes import decode

#: What the front matter of a page can describe.
Described: TypeAlias = Process | Clause | Goal


def file_data(value: Entry | Described) -> dict[str, Any]:
    """Return what stands in the file of an entry or on a page: all but what its name and folder say."""
    return {key: item for key, item in as_data(value).items() if key not in ("id", "theme")}


def entry_files(root: Path, old: Entry | None, new: Entry) -> dict[str, str | None]:
    """Return the files that an entry's change touches, by path: its own, and the old one's removal if its path changes.

    Args: `old` the entry as it stands in its file, None for a new one.
    Raises RefusedError if the file is laid out so unusually that the change cannot be made without touching the rest.
    """
    if old is None:
        return {entry_path(new): dump(file_data(new))}
    path = entry_path(old)
    text, problems = decode((root / path).read_bytes(), path)
    if problems:
        raise DataError(problems)
    text = update(text, file_data(old), file_data(new))
    if parse_entry(text.encode(), path, [], id=new.id, theme=new.theme) != new:
        message = _("{file} ist ungewöhnlich aufgebaut und lässt sich so nicht ändern. Bitte „jbakb edit {id}“ nehmen.")
        raise RefusedError(message.format(file=path, id=old.id))
    return {entry_path(new): text} if entry_path(new) == path else {path: None, entry_path(new): text}


def described_page(page: str, old: Described, new: Described) -> str:
    """Return the text of the page of a process, a clause or a goal with its front matter changed."""
    return update_front_matter(page, file_data(old), file_data(new))
