"""From a changed value to the new text of its file, with everything else in the file as it was."""

from __future__ import annotations

from typing import Any

from jbakb.i18n import _
from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import Entry, Process
from jbakb.store.document import as_data, update, update_front_matter
from jbakb.store.loading import entry_path, parse_entry
from jbakb.store.problem import DataError, Problem, RefusedError
from jbakb.store.rendering import dump
from jbakb.store.yaml_nodes import decode


def file_data(value: Entry | Process) -> dict[str, Any]:
    """Return what stands in the file of an entry or a process: all but what its name and folder say."""
    return {key: item for key, item in as_data(value).items() if key not in ("id", "theme")}


def new_file(entry: Entry) -> dict[str, str | None]:
    """Return the file of a new entry, by path."""
    return {entry_path(entry): dump(file_data(entry))}


def rewritten_file(kb: KnowledgeBase, old: Entry, new: Entry) -> dict[str, str | None]:
    """Return the files that an entry's change touches: its own, and the old one's removal if its name changed.

    Raises RefusedError if the file is laid out so unusually that the change cannot be made without touching the rest.
    """
    path = entry_path(old)
    text, problems = decode((kb.root / path).read_bytes(), path)
    if problems:
        raise DataError(problems)
    text = update(text, file_data(old), file_data(new))
    found: list[Problem] = []
    if parse_entry(text.encode(), path, found, id=new.id, theme=new.theme) != new:
        message = _("{file} ist ungewöhnlich aufgebaut und lässt sich so nicht ändern. Bitte „jbakb edit {id}“ nehmen.")
        raise RefusedError(message.format(file=path, id=old.id))
    return {entry_path(new): text} if entry_path(new) == path else {path: None, entry_path(new): text}


def rewritten_process(page: str, old: Process, new: Process) -> str:
    """Return the text of a process's page with its front matter changed."""
    return update_front_matter(page, file_data(old), file_data(new))
