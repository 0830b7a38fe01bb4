"""From planned entries to the new text of their files; comments, order and quotes of what is there stay."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jbakb.exchange.planning import ImportPlan
from jbakb.i18n import ngettext
from jbakb.model import Entry, Glossary
from jbakb.store import document
from jbakb.store.loading import entry_path
from jbakb.store.problem import DataError
from jbakb.store.rendering import dump
from jbakb.store.transaction import Changeset
from jbakb.store.yaml_nodes import decode


def import_changes(root: Path, glossary: Glossary, plan: ImportPlan) -> Changeset:
    """Make the change of an import plan, one for all files.

    Nothing is written here, and what comes out is validated when it is.
    """
    files: dict[str, str | None] = {}
    moved: dict[str, str] = {}
    for entry_id, entry in plan.entries.items():
        old = glossary.entries.get(entry_id)
        path = entry_path(entry)
        files[path] = _text(root, old, entry)
        if old and old.theme != entry.theme:
            files[entry_path(old)] = None
            moved[path] = entry_path(old)
    count = len(plan.entries)
    summary = ngettext("{count} Eintrag importiert", "{count} Einträge importiert", count).format(count=count)
    return Changeset(summary, files, moved)


def _text(root: Path, old: Entry | None, new: Entry) -> str:
    if old is None:
        return dump(_data(new))
    text, problems = decode((root / entry_path(old)).read_bytes(), entry_path(old))
    if problems:
        raise DataError(problems)
    return document.update(text, _data(old), _data(new))


def _data(entry: Entry) -> dict[str, Any]:
    # The id is the file's name, the theme its folder.
    return {key: value for key, value in document.as_data(entry).items() if key not in ("id", "theme")}
