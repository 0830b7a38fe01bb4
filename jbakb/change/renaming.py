"""Renaming: an id with everything that names it, or a word that the law replaces by another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from shlex import quote

from msgspec.structs import replace

from jbakb.change.contacts import follow_in_contacts
from jbakb.change.handbook_ids import find_named, plan_named_id_change
from jbakb.change.pages import follow_in_page
from jbakb.change.resolving import Target, resolve
from jbakb.change.tables import follow_in_tables
from jbakb.i18n import _
from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import Concept, Entry, Term
from jbakb.model.references import with_references
from jbakb.store.loading import ID, entry_path
from jbakb.store.problem import RefusedError
from jbakb.store.rewriting import entry_files
from jbakb.store.transaction import Changeset


def plan_id_change(kb: KnowledgeBase, ref: str, new_id: str) -> Changeset:
    """Plan a new id for an entry or a concept, carried through glossary, processes and links.

    What is no entry may be a process, a clause, a goal or a role (see `find_named`).
    Args: `new_id` for a concept with or without its entry (`hilfeplan.sgb8-plan` or `sgb8-plan`).
    Raises RefusedError if the reference names nothing of these, or if the new id is taken or no id.
    """
    named = find_named(kb, ref)
    if named is not None:
        return plan_named_id_change(kb, named, new_id)
    target = resolve(kb.glossary, ref)
    if target.term is not None:
        message = _("„{ref}“ ist ein Wort. Ein Wort ablösen: jbakb rename {address} --term {word} NEU")
        raise RefusedError(message.format(ref=ref, address=_address(target), word=quote(target.term.term)))
    entry, concept = target.entry, target.concept
    key = new_id.removeprefix(f"{entry.id}.") if concept else new_id
    if not ID.fullmatch(key):
        message = _("„{id}“ taugt nicht als Kennung: Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche.")
        raise RefusedError(message.format(id=key))
    if key in ({there.key for there in entry.concepts} if concept else kb.glossary.entries):
        raise RefusedError(_("Die Kennung „{id}“ ist schon vergeben.").format(id=key))
    _refuse_former(kb, target, key)
    if concept is None:
        renamed = replace(entry, id=key, formerly=_formerly(entry.formerly, entry.id, key))
    else:
        formerly = _formerly(concept.formerly, concept.key, key)
        new_concept = replace(concept, id="" if key == concept.area else key, formerly=formerly)
        renamed = replace(entry, concepts=tuple(new_concept if c is concept else c for c in entry.concepts))
    summary = _("Kennung „{old}“ in „{new}“ geändert").format(
        old=target.ref, new=f"{entry.id}.{key}" if concept else key
    )
    moved = {entry_path(renamed): entry_path(entry)} if concept is None else {}
    return Changeset(summary, _follow_everywhere(kb, entry, renamed, _follower(target, key)), moved)


def _refuse_former(kb: KnowledgeBase, target: Target, key: str) -> None:
    """Raise RefusedError if the new id was another's: links to it still lead there."""
    address = f"{target.entry.id}.{key}" if target.concept else key
    owner = kb.glossary.now(address)
    if owner and owner != target.ref:
        message = _("„{id}“ hieß früher „{owner}“; Links darauf führen noch dorthin. Bitte anders nennen.")
        raise RefusedError(message.format(id=address, owner=owner))


def _formerly(known: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    """Return the former ids after a change: the old one is the latest, the new one is none any more."""
    return tuple(dict.fromkeys(name for name in (*known, old) if name != new))


def plan_supersession(kb: KnowledgeBase, ref: str, old: str, new: Term, since: date) -> Changeset:
    """Plan that a word takes the place of another: it comes first from that day, the old one ends the day before.

    Args: `ref` an entry or a concept that has the old word; `new` the new word with its grammar.
    Raises RefusedError if the old word is not there, is in several concepts, or was replaced already.
    """
    target = resolve(kb.glossary, f"{ref}:{old}")
    entry, concept, term = target.entry, target.concept, target.term
    assert term is not None
    if term.status == "superseded" or term.valid_to is not None:
        raise RefusedError(_("„{word}“ ist in „{ref}“ schon abgelöst.").format(word=term.term, ref=_address(target)))
    terms = concept.terms or () if concept else entry.terms
    there = next((known for known in terms if known.term == new.term and known is not term), None)
    first = replace(there or new, valid_from=since, status=_status_of_successor(term, there))
    ended = replace(term, status="superseded", valid_to=since - timedelta(days=1))
    rest = tuple(ended if known is term else known for known in terms if known is not there)
    if concept is None:
        changed = replace(entry, terms=(first, *rest))
    else:
        grown = replace(concept, terms=(first, *rest))
        changed = replace(entry, concepts=tuple(grown if c is concept else c for c in entry.concepts))
    summary = _("„{old}“ durch „{new}“ abgelöst").format(old=term.term, new=first.term)
    return Changeset(summary, entry_files(kb.root, entry, changed))


def _status_of_successor(old: Term, there: Term | None) -> str | None:
    """Return the new word's status: preferred by its place, unless the old one was marked so."""
    return "preferred" if old.status == "preferred" or (there is not None and there.status == "preferred") else None


def _address(target: Target) -> str:
    return target.entry.ref(target.concept) if target.concept else target.entry.id


def _follower(target: Target, key: str) -> Callable[[str], str]:
    entry, concept = target.entry, target.concept

    def follow(address: str) -> str:
        if concept is not None:
            return f"{entry.id}.{key}" if address == entry.ref(concept) else address
        head, dot, tail = address.partition(".")
        return f"{key}{dot}{tail}" if head == entry.id else address

    return follow


def _follow_everywhere(
    kb: KnowledgeBase, entry: Entry, renamed: Entry, follow: Callable[[str], str]
) -> dict[str, str | None]:
    files: dict[str, str | None] = {}
    for old in kb.glossary.entries.values():
        new = with_references(old, follow)
        if old is entry:
            new = _merge(new, renamed)
        if new != old:
            files |= entry_files(kb.root, old, new)
    for page in kb.pages:
        text = follow_in_page(page, follow)
        if text != page.text:
            files[page.path] = text
    return files | follow_in_contacts(kb, follow) | follow_in_tables(kb, follow)


def _merge(followed: Entry, renamed: Entry) -> Entry:
    """Give an entry whose references were followed its own new id, or that of its concept."""
    concepts: list[Concept] = [
        replace(concept, id=there.id, formerly=there.formerly)
        for concept, there in zip(followed.concepts, renamed.concepts, strict=True)
    ]
    return replace(followed, id=renamed.id, formerly=renamed.formerly, concepts=tuple(concepts))
