"""What a check finds, and what a rule is."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final, Literal, NamedTuple

from jbakb.check.passages import Passage, passages_of
from jbakb.handbook import Page
from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import Entry, Glossary
from jbakb.recognition.lexicon import Lexicon, build_lexicon
from jbakb.recognition.matcher import Match, find_terms

Severity = Literal["error", "warning", "info"]

#: From worst to mildest.
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")


class Place(NamedTuple):
    """Where something stands. Lines and columns count from 1 in code points; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class Fix(NamedTuple):
    """What may be put in a page's place without asking: offsets in code points, end exclusive, and the new text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Finding:
    """One thing to mend: what is wrong, where, and the right word if there is one."""

    rule: str
    message: str
    place: Place
    suggestion: str = ""
    area: str = ""
    entry: str = ""
    excerpt: str = ""
    #: Overrides the rule's own severity, for example while a transition lasts.
    severity: Severity | None = None
    #: Set only where grammar is certain; else `suggestion` is all there is.
    fix: Fix | None = None
    #: How many findings alike stand before this one in the file; set by the runner.
    occurrence: int = 0
    #: Listed in the baseline: marked, and no reason to fail.
    known: bool = False

    @property
    def likeness(self) -> tuple[str, ...]:
        """Return what findings alike have in common."""
        return self.rule, self.place.file, self.entry, self.area, self.excerpt or self.message

    @property
    def fingerprint(self) -> str:
        """Return a hash that stays the same when lines above are added or removed."""
        parts = [*self.likeness, str(self.occurrence)] if self.occurrence else self.likeness
        return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:16]


class Fact(NamedTuple):
    """What a rule about all pages needs to know of one: a word or an id, and where it stands."""

    text: str
    place: Place | None = None


@dataclass(frozen=True)
class CheckInput:
    """Everything that a rule may look at: a knowledge base on a given day.

    `only` narrows it to some pages: a rule of scope `page` is asked page by page, and once without pages, for the
    glossary. None means all pages.
    """

    knowledge_base: KnowledgeBase
    on: date
    only: tuple[Page, ...] | None = None
    #: By rule id, what the runner gathered with the rules' `facts`, in the order of pages, the glossary first.
    gathered: dict[str, list[Fact]] = field(default_factory=dict)

    @property
    def glossary(self) -> Glossary:
        """Return the glossary."""
        return self.knowledge_base.glossary

    @property
    def pages(self) -> tuple[Page, ...]:
        """Return the handbook's pages."""
        return self.knowledge_base.pages if self.only is None else self.only

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the entries to look at: none where the question is about some pages only."""
        return () if self.only else tuple(self.glossary.entries.values())

    def narrowed(self, *pages: Page) -> CheckInput:
        """Return the same with only these pages; what was computed for the glossary is shared."""
        narrow = CheckInput(self.knowledge_base, self.on, pages)
        narrow.__dict__["lexicon"] = self.lexicon
        return narrow

    @cached_property
    def lexicon(self) -> Lexicon:
        """Return all forms of all terms."""
        return build_lexicon(self.glossary, self.on)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Return all prose: of entries, of pages, and of the front matter of processes."""
        return tuple(passages_of(self.glossary, self.pages, entries=not self.only))

    @cached_property
    def matches(self) -> tuple[tuple[Passage, tuple[Match, ...]], ...]:
        """Return the terms that stand in each passage, read in the sense of its areas."""
        return tuple(
            (passage, tuple(find_terms(self.lexicon, passage.prose, passage.areas))) for passage in self.passages
        )


@dataclass(frozen=True)
class Rule:
    """A named check. `doc` is its German documentation under the fixed headings of docs/handbuch/regeln.md."""

    id: str
    severity: Severity
    title: str
    check: Callable[[CheckInput], Iterable[Finding]] = field(repr=False)
    doc: str = field(default="", repr=False)
    #: `page`: what it says of a page depends on that page, the glossary and the day alone, so it can be kept.
    #: `glossary`: it looks at the glossary alone; it is asked once, and kept until the glossary changes.
    scope: Literal["page", "glossary", "whole"] = "whole"
    #: For a rule about all pages at once: what to keep of each, asked as a rule of scope `page` is; `check` then reads
    #: `given.gathered`.
    facts: Callable[[CheckInput], Iterable[Fact]] | None = field(default=None, repr=False)
