"""What a reader may see: the one function that makes an edition of a glossary before anything else sees it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from msgspec.structs import replace as with_fields

from jbakb.model.contact import public_contacts
from jbakb.model.entry import Concept, Difference, Entry
from jbakb.model.glossary import Glossary
from jbakb.model.values import Visibility


def edition_of(glossary: Glossary, edition: Visibility) -> Glossary:
    """Return the glossary for its readers: all of it internally, otherwise the public entries and what they may name.

    In the public edition nothing refers to an internal entry: a concept that is defined in one falls away, with what
    the differences say about it.
    """
    if edition == "internal":
        return glossary
    public = {entry.id: entry for entry in glossary.entries.values() if glossary.visibility(entry) == "public"}
    refs = {entry.ref(concept) for entry in public.values() for concept in entry.concepts}
    entries = {entry.id: _public(entry, refs, public) for entry in public.values()}
    return replace(glossary, entries=entries, contacts=public_contacts(glossary.contacts, entries))


def _public(entry: Entry, refs: Collection[str], entries: Collection[str]) -> Entry:
    concepts = tuple(_concepts(entry, refs))
    gone = {concept.key for concept in entry.concepts} - {concept.key for concept in concepts}
    return with_fields(
        entry,
        concepts=concepts,
        differences=tuple(_differences(entry, gone)),
        related=tuple(target for target in entry.related if target in entries),
    )


def _concepts(entry: Entry, refs: Collection[str]) -> Iterator[Concept]:
    for concept in entry.concepts:
        if concept.use and concept.use not in refs:
            continue
        yield with_fields(
            concept,
            nearest=concept.nearest if concept.nearest in refs else "",
            replaced_by=tuple(ref for ref in concept.replaced_by if ref in refs),
        )


def _differences(entry: Entry, gone: set[str]) -> Iterator[Difference]:
    return (difference for difference in entry.differences if not gone.intersection(difference.between))
