"""Links for terms: which words of a page get one, where it leads, and what it says.

A page's Markdown is marked before it is parsed, by source position, so that exactly what `jbakb terms` finds is found
here; the marks become links when the HTML is finished, so that its structure (headings, links, code) is certain.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from jbakb.language.prose import markdown_prose, plain_prose
from jbakb.model import Glossary
from jbakb.recognition.lexicon import Lexicon
from jbakb.recognition.matcher import Match, find_terms
from jbakb.site import addresses
from jbakb.site.addresses import Addresses
from jbakb.site.tooltips import tip_keys

# Private-use characters carry a link through the Markdown parser: it takes them for letters and leaves them alone.
_OPEN: Final = "\U000f5b00"
_MIDDLE: Final = "\U000f5b01"
_CLOSE: Final = "\U000f5b02"
_MARK: Final = re.compile(f"{_OPEN}\\d+{_MIDDLE}|{_CLOSE}")
_TOKEN: Final = re.compile(
    rf"<!--.*?-->|</?(?P<tag>[a-zA-Z][\w-]*)(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>|{_OPEN}(?P<number>\d+){_MIDDLE}|{_CLOSE}",
    re.S,
)
#: Elements whose text must not carry a link of ours.
_CLOSED: Final = frozenset(
    {"a", "abbr", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "label"}
    | {"option", "pre", "script", "style", "summary", "svg", "textarea", "title"}
)
_HEADINGS: Final = frozenset(f"h{level}" for level in range(1, 7))
_DELIMITERS: Final = "*_~^="


@dataclass(frozen=True)
class Link:
    """A link for a word: the page and the place on it, and the keys of its notes (`jbakb.site.tooltips`)."""

    page: str
    fragment: str
    tip: str


@dataclass(frozen=True)
class LinkContext:
    """The page that gets links: its path below docs/, the areas it speaks for, and the entry that it is itself."""

    page: str
    areas: tuple[str, ...] = ()
    own_entry: str = ""


class TermLinker:
    """Link the terms of a glossary; `occurrences` says which of several in a section or a page."""

    def __init__(
        self, glossary: Glossary, lexicon: Lexicon, addresses: Addresses, *, occurrences: str = "section"
    ) -> None:
        self.glossary = glossary
        self.lexicon = lexicon
        self.addresses = addresses
        self.occurrences = occurrences

    def find(self, source: str, areas: Collection[str] = ()) -> list[Match]:
        """Find the terms of a Markdown text that may be linked."""
        prose = markdown_prose(source)
        return [match for match in find_terms(self.lexicon, prose, areas) if prose.linkable(match.start, match.end)]

    def mark(self, source: str, matches: Sequence[Match]) -> str:
        """Put marks around matches in a Markdown text, unless no links are wanted."""
        if self.occurrences == "none":
            return source
        parts, end = [], 0
        for number, match in enumerate(matches):
            start, stop = _with_delimiters(source, match.start, match.end)
            if start < end:
                continue
            parts += [source[end:start], f"{_OPEN}{number}{_MIDDLE}", source[start:stop], _CLOSE]
            end = stop
        return "".join([*parts, source[end:]])

    def resolve(self, html: str, matches: Sequence[Match], context: LinkContext) -> str:
        """Turn the marks of a finished page into links, where its structure allows one; the other marks vanish."""
        if _OPEN not in html:
            return html
        return "".join(_Resolver(self, matches, context).walk(html))

    def anchor(self, match: Match, inner: str, context: LinkContext) -> str:
        """Return the HTML of a link around finished HTML."""
        link = self.link_for(match)
        href = self.addresses.link(context.page, link.page, link.fragment)
        return f'<a class="jbakb-term" href="{escape(href)}" data-tip="{escape(link.tip)}">{inner}</a>'

    def link_for(self, match: Match) -> Link:
        """Return the link of a match.

        It leads to the concept, to the entry if the reading within it is open, or to the word in the list of all words.
        """
        readings = {sense.ref: sense for sense in match.senses}
        entries = {sense.entry.id for sense in match.senses}
        sense = match.senses[0]
        tip = tip_keys(readings.values(), self.lexicon.on)
        if len(entries) > 1:
            word = addresses.slug(sense.term.term)
            return Link(addresses.WORDS, f"wort-{word}", tip)
        page = addresses.entry_page(sense.entry.id)
        fragment = sense.ref if sense.concept and len(readings) == 1 else ""
        return Link(page, fragment, tip)


def without_marks(text: str) -> str:
    """Return a text without the marks that `TermLinker.mark` puts into it."""
    return _MARK.sub("", text)


class LinkedText:
    """Plain texts of one generated page, as HTML with links; the areas and the section change as the page goes on."""

    def __init__(self, linker: TermLinker, page: str, own_entry: str = "") -> None:
        self.linker = linker
        self.context = LinkContext(page, own_entry=own_entry)
        self._chosen = _Chosen(linker.occurrences)

    def section(self) -> str:
        """Begin a new section: words may be linked again."""
        self._chosen.new_section()
        return ""

    def html(self, text: str, area: str = "") -> str:
        """Return a plain text as HTML in which the terms are links, seen from an area."""
        if self.linker.occurrences == "none" or not text:
            return escape(text, quote=False)
        parts, end = [], 0
        for match in find_terms(self.linker.lexicon, plain_prose(text), (area,) if area else ()):
            if not _allowed(match, self.context) or not self._chosen.take(match):
                continue
            inner = escape(text[match.start : match.end], quote=False)
            parts += [escape(text[end : match.start], quote=False), self.linker.anchor(match, inner, self.context)]
            end = match.end
        return "".join([*parts, escape(text[end:], quote=False)])


class _Chosen:
    """Which of several occurrences is linked."""

    def __init__(self, occurrences: str) -> None:
        self._every = occurrences == "all"
        self._by_section = occurrences == "section"
        self._seen: set[tuple[str, ...]] = set()

    def new_section(self) -> None:
        if self._by_section:
            self._seen.clear()

    def take(self, match: Match) -> bool:
        key = tuple(f"{sense.ref} {sense.term.term}" for sense in match.senses)
        if not self._every and key in self._seen:
            return False
        self._seen.add(key)
        return True


class _Resolver:
    """A walk through finished HTML that decides about each mark."""

    def __init__(self, linker: TermLinker, matches: Sequence[Match], context: LinkContext) -> None:
        self.linker = linker
        self.matches = matches
        self.context = context
        self.chosen = _Chosen(linker.occurrences)

    def walk(self, html: str) -> Iterator[str]:
        closed = 0
        end = 0
        match: Match | None = None
        inner: list[str] = []
        depth: list[str] = []
        for found in _TOKEN.finditer(html):
            text, token = html[end : found.start()], found[0]
            end = found.end()
            if match is None:
                yield text
            else:
                inner.append(text)
            if found["number"]:
                match = self.matches[int(found["number"])]
                inner, depth = [], []
            elif token == _CLOSE:
                if match is not None:
                    yield self._decide(match, "".join(inner), allowed=not closed and not depth)
                match = None
            else:
                tag = (found["tag"] or "").lower()
                if tag in _CLOSED and not token.endswith("/>"):
                    closed += -1 if token.startswith("</") else 1
                    if tag in _HEADINGS:
                        self.chosen.new_section()
                if match is not None and tag and not _balance(depth, tag, token):
                    depth.append("!")
                token = _MARK.sub("", token)
                if match is None:
                    yield token
                else:
                    inner.append(token)
        yield "".join(inner) + html[end:] if match is not None else html[end:]

    def _decide(self, match: Match, inner: str, *, allowed: bool) -> str:
        if allowed and _allowed(match, self.context) and self.chosen.take(match):
            return self.linker.anchor(match, inner, self.context)
        return inner


def _balance(depth: list[str], tag: str, token: str) -> bool:
    """Keep a stack of the elements that opened within a mark; False if one closes that opened before it."""
    if token.endswith("/>") or tag in ("br", "wbr", "img"):
        return True
    if not token.startswith("</"):
        depth.append(tag)
        return tag not in _CLOSED
    if not depth or depth[-1] != tag:
        return False
    depth.pop()
    return True


def _allowed(match: Match, context: LinkContext) -> bool:
    """Tell whether a match leads away from its own page."""
    return not context.own_entry or all(sense.entry.id != context.own_entry for sense in match.senses)


def _with_delimiters(source: str, start: int, end: int) -> tuple[int, int]:
    """Extend a span over emphasis that begins or ends within it (`**Hilfe**plan`), so that links nest with it."""
    inside = source[start:end]
    for delimiter in _DELIMITERS:
        if inside.count(delimiter) % 2 == 0 and not (delimiter == "*" and "**" in inside):
            continue
        before, after = start, end
        while before > 0 and source[before - 1] == delimiter:
            before -= 1
        while after < len(source) and source[after] == delimiter:
            after += 1
        missing = _runs(inside, delimiter)
        if missing in (start - before, after - end):
            start, end = (before, end) if missing == start - before else (start, after)
    return start, end


def _runs(text: str, delimiter: str) -> int:
    """Return the length of a lone run of a delimiter, 0 if runs come in pairs."""
    runs = re.findall(re.escape(delimiter) + "+", text)
    return len(runs[-1]) if len(runs) % 2 else 0
