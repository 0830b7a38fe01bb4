"""Removing an entry, a concept or a word, unless something still needs it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from jbakb.change.contacts import follow_in_contacts
from jbakb.change.handbook_ids import find_named, plan_named_removal
from jbakb.change.pages import follow_in_page, page_references
from jbakb.change.resolving import Target, resolve
from jbakb.change.tables import follow_in_tables, needed_in_tables
from jbakb.i18n import _
from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import Entry
from jbakb.model.references import references, with_references
from jbakb.store.loading import entry_path, locate
from jbakb.store.problem import RefusedError
from jbakb.store.rewriting import entry_files
from jbakb.store.transaction import Changeset


def plan_removal(kb: KnowledgeBase, ref: str) -> Changeset:
    """Plan that an entry, a concept or a word goes, and what may do without it forgets it.

    Mere hints (`related`, `nearest`, a process's `entries`, a table's `refs`) are taken out. Raises RefusedError with
    every place that cannot do without: `use`, `replaced_by`, a difference between two, a link in a page, an age limit,
    a concept's only word.
    What is no entry may be a process, a clause, a goal or a role (see `find_named`).
    """
    named = find_named(kb, ref)
    if named is not None:
        return plan_named_removal(kb, named)
    target = resolve(kb.glossary, ref)
    if target.term is not None:
        return _without_term(kb, target)
    needed = [*_needed_in_glossary(kb, target), *_needed_in_pages(kb, target)]
    needed += needed_in_tables(kb, lambda address: _names(target, address))
    if needed:
        message = _("„{ref}“ wird noch gebraucht:").format(ref=target.ref)
        raise RefusedError("\n".join([message, *(f"  {place}" for place in needed), _advice(target)]))
    files: dict[str, str | None] = {}
    for entry in kb.glossary.entries.values():
        if entry is target.entry and target.concept is None:
            files[entry_path(entry)] = None
            continue
        new = with_references(entry, lambda address: "" if _names(target, address) else address)
        if entry is target.entry:
            new = replace(
                new, concepts=tuple(c for c in new.concepts if target.concept and c.key != target.concept.key)
            )
        if new != entry:
            files |= entry_files(kb.root, entry, new)
    for page in kb.pages:
        text = follow_in_page(page, lambda address: "" if _names(target, address) else address)
        if text != page.text:
            files[page.path] = text
    for follow_in in (follow_in_contacts, follow_in_tables):
        files |= follow_in(kb, lambda address: "" if _names(target, address) else address)
    return Changeset(_("„{ref}“ gelöscht").format(ref=target.ref), files)


def _without_term(kb: KnowledgeBase, target: Target) -> Changeset:
    entry, concept, term = target.entry, target.concept, target.term
    if concept is None:
        changed = replace(entry, terms=tuple(there for there in entry.terms if there is not term))
    else:
        rest = tuple(there for there in concept.terms or () if there is not term)
        if not rest:
            message = _("„{ref}“ ist das einzige Wort des Begriffs. Den ganzen Begriff löschen: jbakb remove {concept}")
            raise RefusedError(message.format(ref=target.ref, concept=entry.ref(concept)))
        smaller = replace(concept, terms=rest)
        changed = replace(entry, concepts=tuple(smaller if c is concept else c for c in entry.concepts))
    return Changeset(_("„{ref}“ gelöscht").format(ref=target.ref), entry_files(kb.root, entry, changed))


def _names(target: Target, address: str) -> bool:
    """Tell whether an address is that of what goes, or of something in it."""
    if target.concept is not None:
        return address == target.ref
    return address.partition(".")[0] == target.entry.id


def _needed_in_glossary(kb: KnowledgeBase, target: Target) -> Iterator[str]:
    for entry in kb.glossary.entries.values():
        if entry is target.entry and target.concept is None:
            continue
        for reference in references(entry):
            if not _names(target, reference.target) or _can_do_without(entry, target, reference.where):
                continue
            path = entry_path(entry)
            line, _column = locate((kb.root / path).read_bytes(), reference.where)
            yield f"{path}:{line}  {reference.field}: {reference.target}"


def _can_do_without(entry: Entry, target: Target, where: tuple[str | int, ...]) -> bool:
    name, place = where[0], where[1]
    if name == "related":
        return True
    if name == "differences":
        return len(entry.differences[int(place)].between) > 2
    own = target.concept is not None and entry.concepts[int(place)] is target.concept
    return own or where[2] == "nearest"


def _needed_in_pages(kb: KnowledgeBase, target: Target) -> Iterator[str]:
    for page in kb.pages:
        for line, address in page_references(page):
            if _names(target, address):
                yield _("{file}:{line}  Link auf {address}").format(file=page.path, line=line, address=address)


def _advice(target: Target) -> str:
    if target.concept is None:
        return _("Diese Stellen zuerst ändern. Gilt nur das Recht nicht mehr: jbakb retire {ref}").format(
            ref=target.ref
        )
    return _("Diese Stellen zuerst ändern. Gilt der Begriff nicht mehr: jbakb retire {ref}").format(ref=target.ref)
