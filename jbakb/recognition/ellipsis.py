"""Elliptic compounds: "Ausbildungs- und Arbeitsmarkt" holds Ausbildungsmarkt, "Träger und -einrichtungen" the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jbakb.model import Sense
from jbakb.recognition.lexicon import Lexicon

Span = tuple[int, int]

_AND: Final = r"(?:und|oder|bzw\.|beziehungsweise|sowie|wie|&|/|als\s+auch|bis)"
#: A first part that is cut off, further such parts, and the word that has the common end.
_LEFT: Final = re.compile(
    rf"(?<![^\W_])(?P<part>[^\W\d_][\w]*(?:-[^\W_]+)*-)(?=(?P<rest>(?:\s*[,/]\s*[^\W\d_][\w-]*-)*\s*,?\s*{_AND}\s*"
    rf"(?:(?!und\b|oder\b)[a-zäöüß]+\s+){{0,2}})(?P<full>[^\W\d_][\w-]*))"
)
#: A word, and cut-off parts that share its beginning.
_RIGHT: Final = re.compile(
    rf"(?<![^\W_])(?P<full>[^\W\d_][\w-]{{4,}})(?P<parts>(?:\s*(?:,|{_AND})\s*-[a-zäöüß][\w]*)+)"
)
_PART: Final = re.compile(r"-(?P<end>[a-zäöüß]\w*)")
_SHORTEST: Final = 3


def find_elliptic(lexicon: Lexicon, text: str) -> list[tuple[Span, tuple[Sense, ...]]]:
    """Return the cut-off parts whose full word is a term, as spans of the parts (hyphen included) with senses."""
    return [*_left(lexicon, text), *_right(lexicon, text)] if "-" in text else []


def _left(lexicon: Lexicon, text: str) -> Iterator[tuple[Span, tuple[Sense, ...]]]:
    if "- " not in text and "-," not in text and "-/" not in text and "-\n" not in text and "-\u00a0" not in text:
        return
    for found in _LEFT.finditer(text):
        part, full = found["part"].removesuffix("-"), found["full"].rstrip("-")
        for at in range(2, len(full) - _SHORTEST + 1):
            end = full[at:]
            senses = _single(lexicon, part + end.lower()) or (end[:1].isupper() and _single(lexicon, f"{part}-{end}"))
            if senses:
                yield found.span("part"), senses
                break


def _right(lexicon: Lexicon, text: str) -> Iterator[tuple[Span, tuple[Sense, ...]]]:
    if " -" not in text and "/-" not in text:
        return
    for found in _RIGHT.finditer(text):
        full = found["full"]
        for part in _PART.finditer(text, *found.span("parts")):
            for at in range(len(full) - 2, _SHORTEST - 1, -1):
                senses = _single(lexicon, full[:at].rstrip("-") + part["end"])
                if senses:
                    yield part.span(), senses
                    break


def _single(lexicon: Lexicon, word: str) -> tuple[Sense, ...]:
    return next((row.senses for row in lexicon.by_first.get(word, ()) if not row.steps), ())
