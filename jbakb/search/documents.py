"""What is searched: the glossary and the handbook as flat values, free of any engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from textwrap import shorten
from typing import Final, Literal

from jbakb.handbook import DOCS, Page
from jbakb.language.inflection import forms_of
from jbakb.language.prose import BLANK
from jbakb.model import Concept, Entry, Glossary, Process, Term
from jbakb.store.loading import entry_path

Kind = Literal["entry", "process", "page", "norm"]
#: `norm` is a law or a section of one: a page whose title begins with §, or a place on the page of statutes.
KINDS: Final[tuple[Kind, ...]] = ("entry", "process", "page", "norm")

#: Letters of a text that a list of results shows.
SUMMARY: Final = 140
#: A paragraph of no more letters is taken for a heading.
_HEADING: Final = 60


@dataclass(frozen=True)
class SearchDocument:
    """One thing to find: a concept of an entry, the entry as such, a page, or a process.

    `id` is unique; documents of one `path` are one result. `words` are the terms and `forms` their inflected forms, a
    group of alternatives per term; `text` is everything else. `weight` is what it counts beside others: a list of what
    stands elsewhere less than 1.
    """

    id: str
    kind: Kind
    title: str
    area: str
    url: str
    path: str
    words: tuple[str, ...] = ()
    forms: tuple[tuple[str, ...], ...] = ()
    text: str = ""
    summary: str = ""
    sources: tuple[str, ...] = ()
    weight: float = 1.0

    def shown(self) -> SearchDocument:
        """Return what a result needs: the document without what it is found by."""
        return replace(self, forms=(), text="", sources=())


def search_documents(glossary: Glossary, pages: Iterable[Page]) -> Iterator[SearchDocument]:
    """Make the documents of a knowledge base, in the order of its entries and pages."""
    for entry in glossary.entries.values():
        yield _entry(entry)
        for concept in entry.concepts:
            if not concept.use:
                yield _concept(entry, concept)
    for page in pages:
        yield _page(page)


def _entry(entry: Entry) -> SearchDocument:
    own = {term.term for concept in entry.concepts for term in concept.terms or ()}
    # A title that is an area's word leads to that area's concept.
    words = (*(() if entry.title in own else (Term(term=entry.title),)), *entry.terms)
    said = [entry.notion]
    for difference in entry.differences:
        said += [difference.difference, difference.consequence]
    for friend in entry.false_friends:
        said += [*friend.words, *(meaning.text for meaning in friend.means), friend.note]
    return SearchDocument(
        id=entry.id,
        kind="entry",
        title=entry.title,
        area="",
        url=f"glossar/{entry.id}.html",
        path=entry_path(entry),
        words=tuple(term.term for term in words),
        forms=_forms(words),
        text=_joined(said),
        summary=_short(entry.notion),
    )


def _concept(entry: Entry, concept: Concept) -> SearchDocument:
    terms = concept.terms or ()
    said = [concept.definition, concept.plain, concept.note, concept.absent, *concept.sources]
    said += [change.text for change in concept.changes]
    said += [text for term in terms for text in (term.note, term.example)]
    return SearchDocument(
        id=entry.ref(concept),
        kind="entry",
        title=entry.title,
        area=concept.area,
        url=f"glossar/{entry.id}.html#{entry.ref(concept)}",
        path=entry_path(entry),
        words=tuple(term.term for term in terms),
        forms=_forms(terms),
        text=_joined(said),
        summary=_short(concept.plain or concept.definition or concept.absent),
        sources=concept.sources,
    )


def _page(page: Page) -> SearchDocument:
    below_docs = page.path.removeprefix(f"{DOCS}/")
    address = below_docs.removesuffix(".md") + ".html"
    said = [page.prose.text.replace(BLANK, " ")]
    if page.process:
        said += _process(page.process)
    return SearchDocument(
        id=below_docs.removesuffix(".md"),
        kind="process" if page.process else "norm" if page.title.startswith("§") else "page",
        title=page.title,
        # A page for several areas belongs to none of them alone.
        area=page.areas[0] if len(page.areas) == 1 else "",
        url=address.removesuffix("README.html") + "index.html" if address.endswith("README.html") else address,
        path=page.path,
        text=_joined(said),
        summary=_short(page.process.purpose if page.process else _opening(said[0])),
    )


def _opening(text: str) -> str:
    """Return the first paragraph that is more than a heading."""
    paragraphs = (" ".join(each.split()) for each in text.split("\n\n"))
    return next((each for each in paragraphs if len(each) > _HEADING), "")


def _process(process: Process) -> Iterator[str]:
    yield from (process.purpose, process.trigger, *process.sources)
    for step in process.steps:
        yield from (step.title, step.action, *step.tools, step.result)
        if step.deadline:
            yield from (step.deadline.text, step.deadline.source)
    for handover in process.handovers:
        yield from (handover.what, handover.receipt)
    for gate in process.gates:
        yield from (gate.data, gate.otherwise, *(basis.source for basis in gate.basis))
    for misunderstanding in process.misunderstandings:
        yield misunderstanding.text


def _forms(terms: Iterable[Term]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(sorted(forms_of(term))) for term in terms)


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)


def _short(text: str) -> str:
    """Return the beginning of a text for a list of results."""
    return shorten(text, SUMMARY, placeholder=" …")
