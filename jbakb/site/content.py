"""What a site is made of: one edition of a knowledge base on one day, with what all its pages share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from jbakb.handbook import Page
from jbakb.knowledge_base import KnowledgeBase
from jbakb.language.prose import plain_prose
from jbakb.model import Glossary, Process
from jbakb.recognition.lexicon import Lexicon, build_lexicon
from jbakb.recognition.matcher import Match, find_terms
from jbakb.site.addresses import Addresses
from jbakb.site.edition import Edition, make_edition
from jbakb.site.labels import area_styles
from jbakb.site.links import TermLinker
from jbakb.site.overview_view import ThemeView, list_themes
from jbakb.site.word_view import LetterView, list_words


@dataclass(frozen=True)
class SiteContent:
    """The content of a site. `pages` are the handbook's; their paths start with `docs/`."""

    glossary: Glossary
    pages: tuple[Page, ...]
    on: date
    occurrences: str = "section"
    addresses: Addresses = field(default_factory=Addresses)

    @classmethod
    def of(cls, kb: KnowledgeBase, edition: Edition, on: date, *, directory_urls: bool = False) -> SiteContent:
        """Make the content of an edition of a knowledge base; raises DataError if its files cannot be used."""
        glossary, pages = make_edition(kb.glossary, kb.pages, edition)
        return cls(glossary, pages, on, kb.settings.links.occurrences, Addresses(directory_urls))

    @cached_property
    def lexicon(self) -> Lexicon:
        """Return all forms of all terms."""
        return build_lexicon(self.glossary, self.on)

    @cached_property
    def linker(self) -> TermLinker:
        """Return what links the terms."""
        return TermLinker(self.glossary, self.lexicon, self.addresses, occurrences=self.occurrences)

    @cached_property
    def styles(self) -> Mapping[str, int]:
        """Return the number of each area's look."""
        return area_styles(self.glossary)

    @cached_property
    def words(self) -> tuple[LetterView, ...]:
        """Return all words by letter."""
        return list_words(self.glossary, self.on)

    @cached_property
    def themes(self) -> tuple[ThemeView, ...]:
        """Return the themes that have entries."""
        return list_themes(self.glossary)

    @cached_property
    def page_paths(self) -> frozenset[str]:
        """Return the paths of the handbook's pages, below docs/."""
        return frozenset(self.pages_by_path)

    @cached_property
    def pages_by_path(self) -> Mapping[str, Page]:
        """Return the handbook's pages by their path below docs/."""
        return {page.path.removeprefix("docs/"): page for page in self.pages}

    @cached_property
    def matches(self) -> Mapping[str, tuple[str, list[Match]]]:
        """Return the text below the front matter of each page of the handbook, and the terms in it."""
        found = {}
        for path, page in self.pages_by_path.items():
            body = page.text[page.body_start :].lstrip("\n")
            found[path] = body, self.linker.find(body, page.areas)
        return found

    @cached_property
    def used_in(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Return the pages that use an entry's words, as path and title, by its id; doubtful readings do not count."""
        used: dict[str, dict[str, str]] = defaultdict(dict)
        for path, (_body, matches) in self.matches.items():
            page = self.pages_by_path[path]
            entries = {match.senses[0].entry.id for match in matches if not match.ambiguous}
            if page.process:
                entries |= {entry for each in page.process.misunderstandings for entry in each.entries}
                entries |= set(self._in_steps(page.process))
            for entry in sorted(entries):
                used[entry][path] = page.title
        return {entry: tuple(sorted(pages.items(), key=lambda row: row[1])) for entry, pages in used.items()}

    def _in_steps(self, process: Process) -> Iterator[str]:
        for step in process.steps:
            area = self.glossary.area_of_role(process, step.actor)
            areas = (area,) if area else ()
            for match in find_terms(self.lexicon, plain_prose(f"{step.action}\n\n{step.result}"), areas):
                if not match.ambiguous:
                    yield match.senses[0].entry.id

    @cached_property
    def process_rows(self) -> tuple[tuple[str, Page], ...]:
        """Return the pages of processes with their paths, by title."""
        rows = [(path, page) for path, page in self.pages_by_path.items() if page.process]
        return tuple(sorted(rows, key=lambda row: row[1].title))
