"""Elliptic compounds: "Ausbildungs- und Arbeitsmarkt" holds Ausbildungsmarkt; "Hilfeträger und -pläne" too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jbakb.model import Sense
from jbakb.recognition.lexicon import Lexicon

Span = tuple[int, int]

_AND: Final = r"(?:und|oder|bzw\.|beziehungsweise|sowie|wie|&|/|als\s+auch|bis)"
#: The hyphen of a part that is cut off at its end, and what leads to the word with the common end.
_CUT_END: Final = re.compile(r"-(?<=[^\W_]-)(?=[\s,/])")
_TO_FULL: Final = re.compile(
    rf"(?:\s*[,/]\s*[^\W\d_][\w-]*-)*\s*,?\s*{_AND}\s*(?:(?!(?:und|oder)\b)[a-zäöüß]+\s+){{0,2}}(?P<full>[^\W\d_][\w-]*)"
)
_PART: Final = re.compile(r"[^\W\d_]\w*(?:-[^\W_]+)*$")
#: The hyphen of a part that is cut off at its start, and what leads back to the word with the common start.
_CUT_START: Final = re.compile(r"-(?<=[\s/]-)(?P<end>[a-zäöüß]\w*)")
_FROM_FULL: Final = re.compile(
    rf"(?<![^\W_])(?P<full>[^\W\d_][\w-]{{4,}})(?:\s*(?:,|{_AND})\s*-[a-zäöüß]\w*)*\s*(?:,|{_AND})\s*$"
)
#: How far a cut-off part and the full word may be apart.
_REACH: Final = 120
_SHORTEST: Final = 3


def find_elliptic(lexicon: Lexicon, text: str) -> list[tuple[Span, tuple[Sense, ...]]]:
    """Return the cut-off parts whose full word is a term, as spans of the parts (hyphen included) with senses."""
    return [*_cut_ends(lexicon, text), *_cut_starts(lexicon, text)] if "-" in text else []


def _cut_ends(lexicon: Lexicon, text: str) -> Iterator[tuple[Span, tuple[Sense, ...]]]:
    for hyphen in _CUT_END.finditer(text):
        part = _PART.search(text, _start_of_part(text, hyphen.start()), hyphen.start())
        found = _TO_FULL.match(text, hyphen.end(), hyphen.end() + _REACH)
        if not part or not found:
            continue
        full = found["full"].rstrip("-")
        for at in range(2, len(full) - _SHORTEST + 1):
            end = full[at:]
            senses = _single(lexicon, part[0] + end.lower()) or (
                end[:1].isupper() and _single(lexicon, f"{part[0]}-{end}")
            )
            if senses:
                yield (hyphen.end() - 1 - len(part[0]), hyphen.end()), senses
                break


def _start_of_part(text: str, end: int) -> int:
    """Return where the letters, digits and hyphens before a place start."""
    start = end
    while start and (text[start - 1].isalnum() or text[start - 1] in "-_"):
        start -= 1
    return start


def _cut_starts(lexicon: Lexicon, text: str) -> Iterator[tuple[Span, tuple[Sense, ...]]]:
    for part in _CUT_START.finditer(text):
        found = _FROM_FULL.search(text[max(0, part.start() - _REACH) : part.start()])
        if not found:
            continue
        full = found["full"]
        for at in range(len(full), _SHORTEST - 1, -1):
            senses = _single(lexicon, full[:at].rstrip("-") + part["end"])
            if senses:
                yield part.span(), senses
                break


def _single(lexicon: Lexicon, word: str) -> tuple[Sense, ...]:
    return next((row.senses for row in lexicon.by_first.get(word, ()) if not row.steps), ())
