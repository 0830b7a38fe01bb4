"""Retiring: a word or a concept ends on a day; it stays in the glossary, because people keep typing it."""

from __future__ import annotations

from datetime import date
from shlex import quote

from msgspec.structs import replace

from jbakb.change.resolving import Target, resolve
from jbakb.i18n import _
from jbakb.knowledge_base import KnowledgeBase
from jbakb.labels import day_label
from jbakb.model import Concept, Entry, Term
from jbakb.store.problem import RefusedError
from jbakb.store.rewriting import entry_files
from jbakb.store.transaction import Changeset


def plan_retirement(kb: KnowledgeBase, ref: str, on: date, replaced_by: tuple[str, ...] = ()) -> Changeset:
    """Plan that an entry's concepts, a concept or a word end.

    Args: `on` the last day on which it holds; `replaced_by` addresses of the concepts that take its place, or entries,
    which stand for their concept of the same area.
    Raises RefusedError if the reference or a successor does not exist, or if it has ended already.
    """
    target = resolve(kb.glossary, ref)
    if target.term is not None:
        if replaced_by:
            message = _("Ein Wort bekommt seinen Nachfolger so: jbakb rename {address} --term {word} NEU")
            address = target.ref.partition(":")[0]
            raise RefusedError(message.format(address=address, word=quote(target.term.term)))
        changed = _with_term(target, _ended_term(target, on))
    else:
        ending = [target.concept] if target.concept else [c for c in target.entry.concepts if c.terms is not None]
        ended = {concept.key: _ended(kb, target.entry, concept, on, replaced_by) for concept in ending}
        if not ended:
            raise RefusedError(_("„{ref}“ hat keine eigenen Begriffe.").format(ref=target.ref))
        concepts = tuple(ended.get(concept.key, concept) for concept in target.entry.concepts)
        changed = replace(target.entry, concepts=concepts)
    summary = _("„{ref}“ gilt bis einschließlich {day}").format(ref=target.ref, day=day_label(on))
    return Changeset(summary, entry_files(kb.root, target.entry, changed))


def _ended_term(target: Target, on: date) -> Term:
    term = target.term
    assert term is not None
    if term.valid_to is not None:
        message = _("„{ref}“ endet schon am {day}.").format(ref=target.ref, day=day_label(term.valid_to))
        raise RefusedError(message)
    _in_order(target.ref, term.valid_from, on)
    return replace(term, status="superseded", valid_to=on)


def _with_term(target: Target, new: Term) -> Entry:
    def swap(terms: tuple[Term, ...]) -> tuple[Term, ...]:
        return tuple(new if term is target.term else term for term in terms)

    if target.concept is None:
        return replace(target.entry, terms=swap(target.entry.terms))
    concept = replace(target.concept, terms=swap(target.concept.terms or ()))
    return replace(
        target.entry, concepts=tuple(concept if there is target.concept else there for there in target.entry.concepts)
    )


def _ended(kb: KnowledgeBase, entry: Entry, concept: Concept, on: date, replaced_by: tuple[str, ...]) -> Concept:
    ref = entry.ref(concept)
    if concept.terms is None:
        raise RefusedError(_("„{ref}“ hat keine eigenen Wörter, die enden könnten.").format(ref=ref))
    if concept.valid_to is not None:
        message = _("„{ref}“ endet schon am {day}.").format(ref=ref, day=day_label(concept.valid_to))
        raise RefusedError(message)
    _in_order(ref, concept.valid_from, on)
    successors = tuple(_successor(kb, ref, concept, name) for name in replaced_by)
    return replace(concept, valid_to=on, replaced_by=tuple(dict.fromkeys((*concept.replaced_by, *successors))))


def _successor(kb: KnowledgeBase, ref: str, concept: Concept, name: str) -> str:
    target = resolve(kb.glossary, name)
    found = target.concept
    if found is None:
        same_area = [there for there in target.entry.concepts if there.area == concept.area]
        if len(same_area) != 1:
            message = _("Welcher Begriff von „{entry}“ ersetzt „{ref}“? Möglich sind: {refs}.")
            refs = ", ".join(map(target.entry.ref, same_area or target.entry.concepts))
            raise RefusedError(message.format(entry=target.entry.id, ref=ref, refs=refs))
        found = same_area[0]
    successor = target.entry.ref(found)
    if successor == ref:
        raise RefusedError(_("„{ref}“ kann sich nicht selbst ersetzen.").format(ref=ref))
    return successor


def _in_order(ref: str, start: date | None, end: date) -> None:
    if start is not None and end < start:
        message = _("„{ref}“ gilt erst ab {start} und kann nicht am {end} enden.")
        raise RefusedError(message.format(ref=ref, start=day_label(start), end=day_label(end)))
