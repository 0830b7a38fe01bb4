"""What somebody means by a reference on the command line: an entry, a concept, or a term."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jbakb.i18n import _
from jbakb.model import Concept, Entry, Glossary, Sense, Term
from jbakb.store.problem import RefusedError
from jbakb.store.suggest import suggestion


@dataclass(frozen=True)
class Target:
    """An entry, one of its concepts, or a term of either."""

    entry: Entry
    concept: Concept | None = None
    term: Term | None = None

    @property
    def ref(self) -> str:
        """Return the address: `entry`, `entry.concept`, or either with `:Wort`."""
        address = self.entry.ref(self.concept) if self.concept else self.entry.id
        return f"{address}:{self.term.term}" if self.term else address


def resolve(glossary: Glossary, ref: str) -> Target:
    """Find what a reference names: `entry`, `entry.concept`, either with `:Wort`, or a word that only one concept has.

    Raises RefusedError with suggestions if there is nothing of that name, or more than one.
    """
    address, colon, word = ref.partition(":")
    target = _address(glossary, address)
    if target is not None:
        return _term(target, word.strip()) if colon else target
    senses = [sense for sense in glossary.senses() if sense.term.term == ref]
    if not senses:
        refuse_former(glossary, address)
    senses = senses or [sense for sense in glossary.senses() if sense.term.term.casefold() == ref.casefold()]
    if len(senses) == 1:
        return _sense_target(senses[0])
    if senses:
        message = _("„{word}“ ist mehrdeutig. Gemeint sein kann: {refs}.")
        raise RefusedError(message.format(word=ref, refs=", ".join(_sense_target(sense).ref for sense in senses)))
    addresses = [*glossary.entries, *(entry.ref(concept) for entry, concept in glossary.concepts())]
    words = [sense.term.term for sense in glossary.senses()]
    raise unknown(_("„{name}“ gibt es nicht.").format(name=ref), ref, addresses if "." in ref else [*addresses, *words])


def refuse_former(glossary: Glossary, address: str) -> None:
    """Raise RefusedError with the present name if an entry or a concept had this address before."""
    if now := glossary.now(address):
        raise RefusedError(_("Die Kennung „{old}“ heißt jetzt „{new}“.").format(old=address, new=now))


def unknown(message: str, name: str, known: Iterable[str], *, say: bool = False) -> RefusedError:
    """Return the error for a name that does not exist, with the nearest one, or (with `say`) all there are."""
    names = list(known)
    near = suggestion(name, names)
    if near:
        message += " " + _("Meinten Sie „{near}“?").format(near=near)
    if names and (say or (not near and len(names) <= 12)):
        message += " " + _("Möglich sind: {names}.").format(names=", ".join(names))
    return RefusedError(message)


def _address(glossary: Glossary, address: str) -> Target | None:
    entry_id, dot, key = address.partition(".")
    entry = glossary.entries.get(entry_id)
    if entry is None or not dot:
        return Target(entry) if entry else None
    concept = entry.concept(key)
    return Target(entry, concept) if concept else None


def _term(target: Target, word: str) -> Target:
    found = [
        Target(target.entry, concept, term)
        for concept, terms in [
            *([(None, target.entry.terms)] if target.concept is None else []),
            *((c, c.terms or ()) for c in target.entry.concepts if target.concept in (None, c)),
        ]
        for term in terms
        if term.term.casefold() == word.casefold()
    ]
    if len(found) == 1:
        return found[0]
    if found:
        message = _("„{word}“ steht in „{entry}“ mehrmals. Gemeint sein kann: {refs}.")
        raise RefusedError(message.format(word=word, entry=target.entry.id, refs=", ".join(hit.ref for hit in found)))
    concepts = [target.concept] if target.concept else target.entry.concepts
    words = [term.term for concept in concepts for term in concept.terms or ()]
    raise unknown(_("„{word}“ steht nicht in „{ref}“.").format(word=word, ref=target.ref), word, words)


def _sense_target(sense: Sense) -> Target:
    return Target(sense.entry, sense.concept, sense.term)
