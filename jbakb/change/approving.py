"""Approving: an authority signs off its own concept, on a day, by the seal of the text as it stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from jbakb.change.resolving import resolve
from jbakb.i18n import _
from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import Approval, Concept, Entry
from jbakb.model.approval import seal_of
from jbakb.store.problem import RefusedError
from jbakb.store.rewriting import entry_files
from jbakb.store.transaction import Changeset


def plan_approval(kb: KnowledgeBase, refs: Iterable[str], on: date) -> Changeset:
    """Plan that concepts are approved as they stand.

    Raises RefusedError for a reference that is no concept (`entry.area`): each authority approves its own words.
    """
    return _plan(kb, refs, on, _("Freigegeben: {refs}"))


def plan_withdrawal(kb: KnowledgeBase, refs: Iterable[str]) -> Changeset:
    """Plan that the approval of concepts is taken away; raises RefusedError as `plan_approval` does."""
    return _plan(kb, refs, None, _("Freigabe zurückgenommen: {refs}"))


def _plan(kb: KnowledgeBase, refs: Iterable[str], on: date | None, summary: str) -> Changeset:
    chosen: dict[str, set[str]] = {}
    for ref in refs:
        entry, concept = _concept(kb, ref)
        chosen.setdefault(entry.id, set()).add(concept.key)
    files: dict[str, str | None] = {}
    for entry_id, keys in chosen.items():
        entry = kb.glossary.entries[entry_id]
        concepts = tuple(
            replace(each, approved=Approval(date=on, seal=seal_of(entry, each)) if on else None)
            if each.key in keys
            else each
            for each in entry.concepts
        )
        files |= entry_files(kb.root, entry, replace(entry, concepts=concepts))
    named = [f"{entry}.{key}" for entry, keys in chosen.items() for key in sorted(keys)]
    return Changeset(summary.format(refs=", ".join(named)), files)


def _concept(kb: KnowledgeBase, ref: str) -> tuple[Entry, Concept]:
    target = resolve(kb.glossary, ref)
    if target.concept is None or target.term is not None:
        refs = ", ".join(map(target.entry.ref, target.entry.concepts))
        message = _("Freigegeben wird ein Begriff, kein Eintrag und kein Wort. Möglich sind: {refs}.")
        raise RefusedError(message.format(refs=refs))
    return target.entry, target.concept
