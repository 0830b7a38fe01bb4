"""Links for terms: which words of a page get one, where it leads, and what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from html import escape
from typing import Final

from jbakb.i18n import _
from jbakb.language.prose import markdown_prose
from jbakb.model import Glossary
from jbakb.recognition.lexicon import Lexicon
from jbakb.recognition.matcher import Match, find_terms

# Private-use characters carry a link through the Markdown parser: it takes them for letters and leaves them alone.
_OPEN: Final = "\U000f5b00"
_MIDDLE: Final = "\U000f5b01"
_CLOSE: Final = "\U000f5b02"
_MARKED: Final = re.compile(f"{_OPEN}(\\d+){_MIDDLE}(.*?){_CLOSE}", re.S)


@dataclass(frozen=True)
class Link:
    """A link for a word: where it leads, seen from the root of the site, and its tooltip as plain text."""

    target: str
    title: str


class TermLinker:
    """Mark terms in a Markdown source, and turn the marks into links in the HTML that comes of it."""

    def __init__(self, glossary: Glossary, lexicon: Lexicon, *, occurrences: str = "section") -> None:
        self.glossary = glossary
        self.lexicon = lexicon
        self.occurrences = occurrences

    def mark(self, source: str, areas: Collection[str] = ()) -> tuple[str, list[Match]]:
        """Put marks around the terms of a page; returns the marked source and the matches by their number."""
        prose = markdown_prose(source)
        matches = [match for match in find_terms(self.lexicon, prose, areas) if prose.linkable(match.start, match.end)]
        parts, end = [], 0
        for number, match in enumerate(matches):
            parts += [source[end : match.start], _OPEN, str(number), _MIDDLE, source[match.start : match.end], _CLOSE]
            end = match.end
        return "".join([*parts, source[end:]]), matches

    def link(self, html: str, matches: list[Match], href: Callable[[str], str]) -> str:
        """Turn marks into links; `href` makes an address of a target seen from the root of the site."""

        def replace(found: re.Match[str]) -> str:
            link = self.link_for(matches[int(found[1])])
            return f'<a class="jbakb-term" href="{escape(href(link.target))}" title="{escape(link.title)}">{found[2]}</a>'

        return _MARKED.sub(replace, html)

    def link_for(self, match: Match) -> Link:
        """Return the link of a match: to the concept, or to the entry where several concepts are possible."""
        sense = match.senses[0]
        entry = sense.entry
        target = f"glossar/{entry.id}.html"
        if sense.concept and not match.ambiguous:
            target += f"#{sense.ref}"
        return Link(target, " · ".join(dict.fromkeys(self._reading(sense.ref) for sense in match.senses)))

    def _reading(self, ref: str) -> str:
        found = self.glossary.find(ref)
        if found is None:
            entry = self.glossary.entries[ref.partition(".")[0]]
            return entry.notion or entry.title
        _entry, concept = found
        area = self.glossary.areas.get(concept.area)
        return f"{area.short if area else concept.area}: {concept.definition or _('ohne Definition')}"
