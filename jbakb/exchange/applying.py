"""From planned entries to the new text of their files; comments, order and quotes of what is there stay."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jbakb.exchange.planning import ImportPlan
from jbakb.i18n import ngettext
from jbakb.model import Entry, Glossary
from jbakb.store import document
from jbakb.store.loading import entry_path, parse_entry
from jbakb.store.merging import merge
from jbakb.store.problem import DataError, Problem
from jbakb.store.transaction import Changeset


def import_changes(root: Path, glossary: Glossary, plan: ImportPlan) -> Changeset:
    """Make the change of an import plan, one for all files.

    Raises DataError if a file would not be readable afterwards; nothing is written here.
    """
    files: dict[str, str | None] = {}
    problems: list[Problem] = []
    for entry_id, entry in plan.entries.items():
        old = glossary.entries.get(entry_id)
        path = entry_path(entry)
        text = _text(root, old, entry)
        if old and old.theme != entry.theme:
            files[entry_path(old)] = None
        files[path] = text
        parse_entry(text.encode(), path, problems, id=entry.id, theme=entry.theme)
    if problems:
        raise DataError(problems)
    count = len(plan.entries)
    summary = ngettext("{count} Eintrag importiert", "{count} Einträge importiert", count).format(count=count)
    return Changeset(summary, files)


def _text(root: Path, old: Entry | None, new: Entry) -> str:
    if old is None:
        return document.dump(_data(new))
    loaded = document.load((root / entry_path(old)).read_text(encoding="utf-8-sig"))
    merge(loaded, _data(old), _data(new))
    return document.dump(loaded)


def _data(entry: Entry) -> dict[str, Any]:
    # The id is the file's name, the theme its folder.
    return {key: value for key, value in document.as_data(entry).items() if key not in ("id", "theme")}
