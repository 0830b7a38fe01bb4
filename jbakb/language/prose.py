"""What of a file is prose: a mask of the same length, in which everything else is blank.

Keeping the length keeps the positions: a match in the mask is a match in the file. Text that is read but must not carry
a link (headings, texts of links) stays in the mask and is named beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

#: Stands where no prose is; no word contains it.
BLANK: Final = "\x00"
#: Stands for markup inside a word (emphasis, an inline tag): nothing when read aloud.
MARKUP: Final = "\x01"


@dataclass(frozen=True)
class Prose:
    """Prose with its positions kept.

    `text` has the length of the source. `unlinked` are the spans (start, end) that must not carry links, in order.
    """

    text: str
    unlinked: tuple[tuple[int, int], ...] = ()
    passages: tuple[tuple[int, int, str], ...] = ()

    def areas_at(self, place: int) -> tuple[str, ...]:
        """Return the legal areas that the passage at a place speaks for, as said there; the innermost passage decides."""
        inside = [(stop - start, area) for start, stop, area in self.passages if start <= place < stop]
        return tuple(min(inside)[1].split()) if inside else ()

    def linkable(self, start: int, end: int) -> bool:
        """Tell whether a span may carry a link."""
        return not any(start < stop and first < end for first, stop in self.unlinked)


_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=indent)(?P=fence)[`~]*[ \t]*$|\Z)", re.S | re.M)
_BLANKED: Final = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (r"<!--.*?-->", re.S),
        (r"<(script|style|pre|code|kbd|samp|svg|math|textarea)\b.*?</\1\s*>", re.S | re.I),
        (r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.S),
        (r"^[ \t]*\*?\[[^\]\n]+\]:[ \t].*$", re.M),
        (r"\{[:#.%{][^}\n]*\}+", 0),
        (r"\$\$.+?\$\$|\\\[.+?\\\]|\\\(.+?\\\)", re.S),
        (r"<(?:https?|mailto):[^>\s]*>|\bhttps?://[^\s)>\]]+|\b[\w.+-]+@[\w-]+\.[\w.-]+", 0),
        (r"^[ \t]*--8<--.*$", re.M),
        (r"^[ \t]*(?:!!!|\?\?\?\+?|===!?\+?)[ \t]+[\w -]*", re.M),
    )
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t].*$|^[^\n]+\n(?:=+|-{2,})[ \t]*$", re.M)
_LINK = re.compile(r"!?\[(?P<text>(?:[^\[\]]|\[[^\]]*\])*)\](?P<target>\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])?")
_ANCHOR = re.compile(r"<a\b[^>]*>(.*?)</a\s*>", re.S | re.I)
_INDENTED = re.compile(r"(?:(?<=\n\n)|\A)(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+")


def plain_prose(text: str) -> Prose:
    """Take all of a text as prose."""
    return Prose(text)


def markdown_prose(text: str) -> Prose:
    """Find the prose of a Markdown text as MkDocs reads it: no front matter, code, markup, addresses or attributes."""
    masked = _FRONT_MATTER.sub(_blank, text, count=1)
    masked = _FENCE.sub(_blank, masked)
    masked = _INDENTED.sub(_blank_code, masked)
    for pattern in _BLANKED:
        masked = pattern.sub(_blank, masked)
    unlinked = [found.span() for found in _HEADING.finditer(masked)]
    unlinked += [found.span(1) for found in _ANCHOR.finditer(masked)]
    masked = _LINK.sub(lambda found: _keep_link_text(found, unlinked), masked)
    masked = _TAG.sub(_blank, masked)
    return Prose(masked, tuple(sorted(unlinked)))


def _blank(found: re.Match[str]) -> str:
    """Blank a span but keep its line ends, so that lines stay lines."""
    return "\n".join(BLANK * len(line) for line in found[0].split("\n"))


def _blank_code(found: re.Match[str]) -> str:
    """Blank an indented block, unless it continues a list, an admonition or the like."""
    before = found.string[: found.start()].rstrip("\n").rsplit("\n", 1)[-1]
    nested = re.match(r"[ \t]*(?:[-*+]|\d+[.)]|!!!|\?\?\?|===|:)[ \t]|[ \t]+\S|\[\^", before)
    return found[0] if nested else _blank(found)


def _keep_link_text(found: re.Match[str], unlinked: list[tuple[int, int]]) -> str:
    if found["target"] is None and not found[0].startswith("[^"):
        return found[0]
    unlinked.append(found.span("text"))
    start, end = found.start("text") - found.start(), found.end("text") - found.start()
    return BLANK * start + found["text"] + BLANK * (len(found[0]) - end)
