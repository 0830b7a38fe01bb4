"""An edition of a knowledge base: what may be seen, decided before anything else sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, Literal, TypeAlias

from msgspec.structs import replace as altered

from jbakb.handbook import Page
from jbakb.i18n import _
from jbakb.model import Concept, Entry, Glossary, Process
from jbakb.model.contact import public_contacts
from jbakb.model.process import OTHER_PROCESS, Branch, Step

Edition: TypeAlias = Literal["internal", "public"]
EDITIONS: Final[tuple[Edition, ...]] = ("internal", "public")


def make_edition(glossary: Glossary, pages: Iterable[Page], edition: Edition) -> tuple[Glossary, tuple[Page, ...]]:
    """Return the glossary and the pages of an edition; `public` has only what is marked public.

    References to what is left out go with it, so that not even its name remains. A concept that only points to one
    (`use`) becomes a concept without a word, which says that it is left out. Words without an entry (words.yml) have no
    visibility and are in every edition.
    """
    if edition == "internal":
        return glossary, tuple(pages)
    kept = {key for key, entry in glossary.entries.items() if glossary.visibility(entry) == "public"}
    entries = {key: _without_references(glossary.entries[key], kept) for key in glossary.entries if key in kept}
    public = [page for page in pages if (page.visibility or glossary.defaults.visibility) == "public"]
    processes = {page.process.id for page in public if page.process}
    contacts = public_contacts(glossary.contacts, kept, processes)
    return replace(glossary, entries=entries, contacts=contacts), tuple(_page(page, kept, processes) for page in public)


def _without_references(entry: Entry, kept: set[str]) -> Entry:
    def there(ref: str) -> bool:
        return ref.partition(".")[0] in kept

    def public(concept: Concept) -> Concept:
        if concept.use and not there(concept.use):
            note = _("Nur in der internen Ausgabe.")
            return Concept(area=concept.area, id=concept.id, equivalence=concept.equivalence, terms=(), note=note)
        nearest = concept.nearest if there(concept.nearest) else ""
        return altered(concept, nearest=nearest, replaced_by=tuple(filter(there, concept.replaced_by)))

    concepts = tuple(map(public, entry.concepts))
    return altered(entry, concepts=concepts, related=tuple(filter(there, entry.related)))


def _page(page: Page, entries: set[str], processes: set[str]) -> Page:
    if page.clause:
        terms = tuple(entry for entry in page.clause.terms if entry in entries)
        return replace(page, clause=altered(page.clause, terms=terms))
    return replace(page, process=_process(page.process, entries, processes)) if page.process else page


def _process(process: Process, entries: set[str], processes: set[str]) -> Process:
    """Leave out the names of other processes and entries that are not public."""

    def target(to: str) -> str:
        other = to.removeprefix(OTHER_PROCESS)
        return OTHER_PROCESS if to.startswith(OTHER_PROCESS) and other not in processes else to

    def public(step: Step) -> Step:
        if isinstance(step.next, str):
            return altered(step, next=target(step.next))
        return altered(step, next=tuple(Branch(when=branch.when, to=target(branch.to)) for branch in step.next))

    misunderstandings = tuple(
        altered(each, entries=tuple(entry for entry in each.entries if entry in entries))
        for each in process.misunderstandings
    )
    return altered(process, steps=tuple(map(public, process.steps)), misunderstandings=misunderstandings)
