"""Prose as it is read aloud: without what only breaks or decorates words, with the way back to the source.

Soft hyphens, hyphenation at line ends and markup inside words fall away, combining marks join their letters, and all
ways to mark a gender gap become one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from jbakb.language.marks import EMPHASIS, MARKUP

_INVISIBLE: Final = f"\u00ad\u200b-\u200d\u2060\ufeff{MARKUP}{EMPHASIS}"
_HYPHENS: Final = str.maketrans("\u2010\u2011", "--")
_ENDING: Final = "(?:in(?:nen)?|[rnms])"
_MARKS: Final = "\u0300-\u036f"
#: What may be noise after a sign. The marks of a gender gap are Schüler:innen, Schüler*innen, Schüler_innen,
#: Schüler·innen, Schüler/-innen, Schüler/innen, Schüler-/innen, Schüler/inne/n, Schüler(innen), Schüler(inne)n.
_AFTER_SIGN: Final = (
    rf"(?:(?:(?<=[^\W\d_][-\u00ad])|(?<=[{_MARKS}][-\u00ad]))(?P<broken>[ \t{MARKUP}]*\r?\n[ \t>{MARKUP}]*(?=[a-zäöüß])"
    r"(?!(?:und|oder|bzw|sowie|als|noch|bis|wie|statt)\b))"
    rf"|(?:(?<=\w-)|(?<=[{_MARKS}]-))(?P<hyphen>[ \t]*\r?\n[ \t>]*(?=[A-ZÄÖÜ]))"
    rf"|(?<=[^\W\d_][:*_·•‧’∗])[{_INVISIBLE}]*(?P<gap>{_ENDING})(?<!’[rnms])(?![^\W_])"
    rf"|(?<=[^\W\d_]-)(?P<swapped>/{_ENDING})(?![^\W_])"
    rf"|(?<=[^\W\d_]/)-?(?:(?P<slash>{_ENDING})|(?P<slashes>inn/en|inne/n))(?![^\W_])"
    rf"|(?<=[^\W\d_]\()-?(?:(?P<bracket>{_ENDING})\)|(?P<brackets>inn\)en|inne\)n))(?![^\W_])"
    rf"|(?<=[{_INVISIBLE}])(?P<invisible>[{_INVISIBLE}]*)(?:(?:[:*_·•‧’∗]|/-?)(?P<escaped>{_ENDING})(?![^\W_]))?)"
)
_GAP: Final = rf"[-{_INVISIBLE}]*(?:{_ENDING}|inn[/)]en|inne[/)]n)(?![^\W_])"
_SEPARATORS: Final = re.compile(r"[/)]")
#: The signs that noise starts with, and a quick look whether a text has any; each is a search for one character.
_LOOKS: Final = {
    "-": re.compile(rf"-(?:[ \t{MARKUP}]*\r?\n|/in)"),
    **{sign: re.compile(re.escape(sign) + _GAP) for sign in ":*_·•‧’∗/("},
    **{sign: re.compile(sign) for sign in "\u00ad\u200b\u200c\u200d\u2060\ufeff" + MARKUP + EMPHASIS},
}
_COMBINED: Final = rf"(?P<combined>[^\W\d_][{_MARKS}]+)"
#: The first bytes of combining marks in UTF-8.
_COMBINING: Final = (b"\xcc", b"\xcd")


@cache
def _noise(signs: str, combining: bool) -> re.Pattern[str]:
    """Return the pattern of what is not read as it stands, where it starts with one of some signs."""
    noise = f"[{re.escape(signs)}]{_AFTER_SIGN}" if signs else ""
    return re.compile("|".join(filter(None, [_COMBINED if combining else "", noise])))


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
    signs = "".join(sign for sign, look in _LOOKS.items() if sign in text and look.search(text))
    combining = not text.isascii() and _has_combining(text)
    if not signs and not combining:
        return Reading(text)
    parts: list[str] = []
    places: list[int] = []
    ends: list[int] = []
    shifts: list[int] = [0]
    length = end = 0
    for found in _noise(signs, combining).finditer(text):
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


def _has_combining(text: str) -> bool:
    data = text.encode("utf-8", "surrogatepass")
    return any(first in data for first in _COMBINING)


def _instead(found: re.Match[str]) -> str:
    kind = found.lastgroup or ""
    if kind in ("gap", "slash", "bracket", "escaped"):
        return found[kind].capitalize()
    if kind in ("slashes", "brackets", "swapped"):
        return _SEPARATORS.sub("", found[kind]).capitalize()
    if kind == "combined":
        return unicodedata.normalize("NFC", found[0])
    return "-" if kind == "hyphen" else ""
