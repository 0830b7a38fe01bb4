"""What of a file is prose: a mask of the same length, in which everything else is blank.

Keeping the length keeps the positions: a match in the mask is a match in the file. Text that is read but must not carry
a link (headings, texts of links) stays in the mask and is named beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from jbakb.language.marks import BLANK, MARKUP, blanked

Span = tuple[int, int]


@dataclass(frozen=True)
class Prose:
    """Prose with its positions kept.

    `text` has the length of the source. `unlinked` are the spans (start, end) that must not carry links, in order and
    without overlaps. `passages` are (start, end, areas) of sections and blocks that speak for legal areas of their own.
    """

    text: str
    unlinked: tuple[Span, ...] = ()
    passages: tuple[tuple[int, int, str], ...] = ()

    def areas_at(self, place: int) -> tuple[str, ...]:
        """Return the legal areas that the passage at a place speaks for by its own word; the innermost decides."""
        inside = [(stop - start, areas) for start, stop, areas in self.passages if start <= place < stop]
        return tuple(min(inside)[1].split()) if inside else ()

    def linkable(self, start: int, end: int) -> bool:
        """Tell whether a span may carry a link: not where one is already, nor where markup starts or ends inside it."""
        at = bisect_left(self.unlinked, (end, 0))
        return not (at and self.unlinked[at - 1][1] > start) and self.text.find(MARKUP, start, end) < 0


_ADDRESS: Final = re.compile(
    r"\b(?:https?://|www\.)[^\s<>\[\]\"„“]+(?<![.,;:!?)])|<?\b(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?"
)


def plain_prose(text: str) -> Prose:
    """Take all of a text as prose but addresses of pages and mailboxes."""
    return Prose(_ADDRESS.sub(blanked, text) if "://" in text or "@" in text or "www." in text else text)


def markdown_prose(text: str) -> Prose:
    """Find the prose of a Markdown text as MkDocs reads it: no front matter, code, markup, addresses or attributes."""
    from jbakb.language.markdown_blocks import mask_blocks
    from jbakb.language.markdown_inline import mask_inline

    blocks = mask_blocks(text)
    masked, unlinked = mask_inline(blocks.text)
    return Prose(masked, merged([*blocks.unlinked, *unlinked]), tuple(blocks.passages))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Put spans in order and join those that overlap."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif end > start:
            joined.append((start, end))
    return tuple(joined)


__all__ = ["BLANK", "MARKUP", "Prose", "markdown_prose", "plain_prose"]
