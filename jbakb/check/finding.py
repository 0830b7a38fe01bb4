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
from jbakb.model import Glossary
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

    @property
    def fingerprint(self) -> str:
        """Return a hash that stays the same when lines above are added or removed."""
        parts = (self.rule, self.place.file, self.entry, self.area, self.excerpt or self.message)
        return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class CheckInput:
    """Everything that a rule may look at: a knowledge base on a given day."""

    knowledge_base: KnowledgeBase
    on: date

    @property
    def glossary(self) -> Glossary:
        """Return the glossary."""
        return self.knowledge_base.glossary

    @property
    def pages(self) -> tuple[Page, ...]:
        """Return the handbook's pages."""
        return self.knowledge_base.pages

    @cached_property
    def lexicon(self) -> Lexicon:
        """Return all forms of all terms."""
        return build_lexicon(self.glossary, self.on)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Return all prose: of entries, of pages, and of the front matter of processes."""
        return tuple(passages_of(self.glossary, self.pages))

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
