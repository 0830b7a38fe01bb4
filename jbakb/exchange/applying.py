"""From planned entries to the new text of their files; comments, order and quotes of what is there stay."""

from __future__ import annotations

from pathlib import Path

from jbakb.exchange.planning import ImportPlan
from jbakb.i18n import ngettext
from jbakb.model import Glossary
from jbakb.store.loading import entry_path
from jbakb.store.rewriting import entry_files
from jbakb.store.transaction import Changeset


def import_changes(root: Path, glossary: Glossary, plan: ImportPlan) -> Changeset:
    """Make the change of an import plan, one for all files.

    Nothing is written here, and what comes out is validated when it is.
    """
    files: dict[str, str | None] = {}
    moved: dict[str, str] = {}
    for entry_id, entry in plan.entries.items():
        old = glossary.entries.get(entry_id)
        files |= entry_files(root, old, entry)
        if old and old.theme != entry.theme:
            moved[entry_path(entry)] = entry_path(old)
    count = len(plan.entries)
    summary = ngettext("{count} Eintrag importiert", "{count} Einträge importiert", count).format(count=count)
    return Changeset(summary, files, moved)
