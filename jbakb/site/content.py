"""What a site is made of: one edition of a knowledge base on one day, with what all its pages share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from jbakb.handbook import Page
from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import Glossary
from jbakb.model.law import LawsFile
from jbakb.model.tables import Tables
from jbakb.recognition.lexicon import Lexicon, build_lexicon
from jbakb.recognition.matcher import Match
from jbakb.site.addresses import Addresses
from jbakb.site.area_style import area_looks
from jbakb.site.changes_view import ChangeLog, change_log
from jbakb.site.contact_view import ContactBook
from jbakb.site.edition import Edition, make_edition
from jbakb.site.links import TermLinker
from jbakb.site.overview_view import ThemeView, list_themes
from jbakb.site.own_side import OwnWords
from jbakb.site.process_places import entries_in_steps
from jbakb.site.tooltips import tooltip_script
from jbakb.site.word_view import LetterView, list_words

#: These pages explain the program; glossary words are only examples there.
_ABOUT_THE_TOOL = ("handbuch/", "entwicklung/")


@dataclass(frozen=True)
class SiteContent:
    """The content of a site. `pages` are the handbook's; their paths start with `docs/`."""

    glossary: Glossary
    pages: tuple[Page, ...]
    on: date
    occurrences: str = "section"
    addresses: Addresses = field(default_factory=Addresses)
    laws: LawsFile | None = None
    tables: Tables = field(default_factory=Tables)

    @classmethod
    def of(cls, kb: KnowledgeBase, edition: Edition, on: date, *, directory_urls: bool = False) -> SiteContent:
        """Make the content of an edition of a knowledge base; raises DataError if its files cannot be used."""
        glossary, pages = make_edition(kb.glossary, kb.pages, edition)
        form = Addresses(directory_urls)
        return cls(glossary, pages, on, kb.settings.links.occurrences, form, kb.laws, kb.tables)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Return all forms of all terms."""
        return build_lexicon(self.glossary, self.on)

    @cached_property
    def linker(self) -> TermLinker:
        """Return what links the terms."""
        return TermLinker(self.glossary, self.lexicon, self.addresses, occurrences=self.occurrences)

    @cached_property
    def contacts(self) -> ContactBook:
        """Return whom to ask."""
        return ContactBook(self.glossary, self.laws)

    @cached_property
    def styles(self) -> Mapping[str, int]:
        """Return the number of each area's look."""
        return {area: look.number for area, look in area_looks(self.glossary).items()}

    @cached_property
    def own_words(self) -> OwnWords:
        """Return what every side has for each concept, and the sides that a reader may choose."""
        return OwnWords(self.glossary, self.on)

    @property
    def tooltip_script(self) -> str:
        """Return the script with the notes that links show."""
        return tooltip_script(self.glossary, self.addresses, self.styles, self.own_words)

    @cached_property
    def words(self) -> tuple[LetterView, ...]:
        """Return all words by letter."""
        return list_words(self.glossary, self.on)

    @cached_property
    def themes(self) -> tuple[ThemeView, ...]:
        """Return the themes that have entries."""
        return list_themes(self.glossary)

    @cached_property
    def change_log(self) -> ChangeLog:
        """Return what changed in words and law, and when."""
        return change_log(self.glossary, self.tables, self.on)

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
        """Return the pages that use an entry's words, as path and title, by its id.

        Doubtful readings do not count, nor the examples in the pages about the program.
        """
        used: dict[str, dict[str, str]] = defaultdict(dict)
        for path, (_body, matches) in self.matches.items():
            if path.startswith(_ABOUT_THE_TOOL):
                continue
            page = self.pages_by_path[path]
            entries = {match.senses[0].entry.id for match in matches if not match.ambiguous}
            if page.process:
                entries |= {entry for each in page.process.misunderstandings for entry in each.entries}
                entries |= {entry for _place, entry in entries_in_steps(self.glossary, self.lexicon, page.process)}
            for entry in sorted(entries):
                used[entry][path] = page.title
        return {entry: tuple(sorted(pages.items(), key=lambda row: row[1])) for entry, pages in used.items()}

    @cached_property
    def process_rows(self) -> tuple[tuple[str, Page], ...]:
        """Return the pages of processes with their paths, by title."""
        rows = [(path, page) for path, page in self.pages_by_path.items() if page.process]
        return tuple(sorted(rows, key=lambda row: row[1].title))
