"""From text to search tokens. The same for documents and queries, and for every engine."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_FOLDED: Final = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "è": "e", "á": "a", "à": "a"})


def fold(text: str) -> str:
    """Make spellings alike that people take for the same: upper and lower case, ä as ae or a, ß as ss."""
    folded = text.lower().translate(_FOLDED)
    # "ue" after a vowel or q is no umlaut (neue, Frequenz); ae and oe nearly always are.
    return re.sub(r"(?<![aeioq])ue", "u", re.sub(r"([ao])e", r"\1", folded))


def tokens(text: str) -> list[str]:
    """Split a text into folded words and numbers."""
    return [fold(found[0]) for found in _WORD.finditer(text)]


def phrase(text: str) -> str:
    """Return a word or phrase as one token: its folded words with single blanks."""
    return " ".join(tokens(text))
