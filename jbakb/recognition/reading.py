"""Prose as it is read aloud: without what only breaks or decorates words, with the way back to the source.

Soft hyphens, hyphenation at line ends and markup inside words fall away, combining marks join their letters, and all
ways to mark a gender gap become one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Final

from jbakb.language.marks import MARKUP

_INVISIBLE: Final = f"\u00ad\u200b-\u200d\u2060\ufeff{MARKUP}"
_HYPHENS: Final = str.maketrans("\u2010\u2011", "--")
_ENDING: Final = "in(?:nen)?|[rnms]"
_MARKS: Final = "\u0300-\u036f"
#: One set of signs first, then what each must be followed by: only so is the search fast. The marks of a gender gap are
#: Schüler:innen, Schüler*innen, Schüler_innen, Schüler·innen, Schüler/-innen, Schüler/innen, Schüler(innen).
_NOISE: Final = re.compile(
    rf"[-:*_·•‧’/({_INVISIBLE}](?:"
    rf"(?:(?<=[^\W\d_][-\u00ad])|(?<=[{_MARKS}][-\u00ad]))(?P<broken>[ \t{MARKUP}]*\r?\n[ \t>{MARKUP}]*(?=[a-zäöüß])"
    r"(?!(?:und|oder|bzw|sowie|als|noch|bis|wie|statt)\b))"
    rf"|(?:(?<=\w-)|(?<=[{_MARKS}]-))(?P<hyphen>[ \t]*\r?\n[ \t>]*(?=[A-ZÄÖÜ]))"
    rf"|(?<=[^\W\d_][:*_·•‧’])(?P<gap>{_ENDING})(?![^\W_])"
    rf"|(?<=[^\W\d_]/)-?(?P<slash>{_ENDING})(?![^\W_])"
    rf"|(?<=[^\W\d_]\()-?(?P<bracket>{_ENDING})\)(?![^\W_])"
    rf"|(?<=[{_INVISIBLE}])(?P<invisible>[{_INVISIBLE}]*)(?:[:*_·](?P<escaped>{_ENDING})(?![^\W_]))?"
    r")"
)
_COMBINED: Final = re.compile(rf"(?P<combined>[^\W\d_][{_MARKS}]+)|{_NOISE.pattern}")
_COMBINING: Final = re.compile(f"[{_MARKS}]")


@dataclass(frozen=True)
class Reading:
    """A text to be matched; `source` leads from its offsets back to those of the prose.

    `_places` are the offsets where something else than in the prose has just ended, `_shifts` by how much the prose is
    ahead before the first of them and after each. `_ends` are the same for the end of a span: what was left out there
    stays outside, what was replaced belongs to it.
    """

    text: str
    _places: list[int] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)
    _shifts: list[int] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        """Tell whether the reading is anything else than the prose."""
        return bool(self._places)

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the prose that a span of the reading stands for."""
        if not self._places:
            return start, end
        first, last = bisect_right(self._places, start), bisect_left(self._ends, end)
        return start + self._shifts[first], end + self._shifts[last]


def read(prose: str) -> Reading:
    """Make the reading of a prose text."""
    text = prose.translate(_HYPHENS) if not prose.isascii() and ("\u2010" in prose or "\u2011" in prose) else prose
    noise = _NOISE if text.isascii() or not _COMBINING.search(text) else _COMBINED
    parts: list[str] = []
    places: list[int] = []
    ends: list[int] = []
    shifts: list[int] = [0]
    length = end = 0
    for found in noise.finditer(text):
        instead = _instead(found)
        parts.append(text[end : found.start()])
        parts.append(instead)
        length += found.start() - end + len(instead)
        end = found.end()
        places.append(length)
        ends.append(length - 1 if instead else length)
        shifts.append(end - length)
    if not places:
        return Reading(text)
    parts.append(text[end:])
    return Reading("".join(parts), places, ends, shifts)


def _instead(found: re.Match[str]) -> str:
    kind = found.lastgroup or ""
    if kind in ("gap", "slash", "bracket", "escaped"):
        return found[kind].capitalize()
    if kind == "combined":
        return unicodedata.normalize("NFC", found[0])
    return "-" if kind == "hyphen" else ""
