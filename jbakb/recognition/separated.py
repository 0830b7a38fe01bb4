"""Separated verbs: "Das Jugendamt hört die Familie an." holds anhören; the span is that of the finite form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from jbakb.language.verbs import SEPARABLE
from jbakb.model import Sense

Span = tuple[int, int]
#: The terms by particle and, in all finite forms, by what is left of them: {"an": {"hört": …}}.
Separable = Mapping[str, Mapping[str, tuple[Sense, ...]]]

#: What a particle stands before at the end of its clause.
_CLAUSE_END: Final = r"(?=[ \t]*(?:[,.;:!?)“”»\n\x00]|$|[ \t](?:und|oder|sowie|bzw\.)(?![^\W_])))"
#: Where a clause starts: a verb before this is another one's.
_CLAUSE_START: Final = re.compile(
    rf"[.!?;:,](?=\s)|\n[ \t>]*\n|\x00|(?<=\s)(?:{'|'.join(SEPARABLE)})(?=\s+(?:und|oder|sowie)\s)"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
#: How far a verb and its particle may be apart.
_REACH: Final = 200


def find_separated(separable: Separable, text: str) -> list[tuple[Span, tuple[Sense, ...]]]:
    """Return the finite forms whose particle ends the same clause, as spans with the senses of the whole verb."""
    return list(_found(separable, text)) if separable else []


def _found(separable: Separable, text: str) -> Iterator[tuple[Span, tuple[Sense, ...]]]:
    particles = "|".join(sorted(separable, key=len, reverse=True))
    for particle in re.finditer(rf"(?<=[ \t\n\u00a0])(?:{particles}){_CLAUSE_END}", text):
        verbs = separable[particle[0]]
        start = _clause_start(text, particle.start())
        for word in _WORD.finditer(text, start, particle.start()):
            senses = verbs.get(word[0]) or (verbs.get(word[0].lower()) if _opens(text, word.start()) else None)
            if senses:
                yield word.span(), senses
                break


def _clause_start(text: str, end: int) -> int:
    start = max(0, end - _REACH)
    for found in _CLAUSE_START.finditer(text, start, end):
        start = found.end()
    return start


def _opens(text: str, place: int) -> bool:
    """Tell whether a word may have its capital only because a sentence starts."""
    before = text[max(0, place - 8) : place].rstrip()[-1:]
    return not before or before in '.!?:"„“»'
