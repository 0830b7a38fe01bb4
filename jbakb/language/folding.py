"""Spellings that count as the same when somebody looks a word up."""

from __future__ import annotations

import re
from typing import Final

_SPELLED: Final = {
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "ß": "ss",
    "\u00ad": "",
    "\u2010": "-",
    "\u2011": "-",
    "\u00a0": " ",
}
# The letters come composed or as a letter with a combining diaeresis (texts from macOS).
_COMBINED: Final = tuple((f"{letter}\u0308", f"{letter}e") for letter in "aou")
_GENDERED: Final = re.compile(r"(?<=\w)(?:[*:_/·]-?|\(|/-)in(nen)?\)?(?!\w)")


def fold(text: str) -> str:
    """Return a text in lower case with umlauts spelled out: „Hilfepläne“, „HILFEPLÄNE“ and „hilfeplaene“ become one."""
    text = text.lower()
    if text.isascii():
        return text
    for letter, spelled in (*_SPELLED.items(), *_COMBINED):
        text = text.replace(letter, spelled)
    return text


def feminine(text: str) -> str:
    """Return a word with a gender sign in its feminine form: „Berater*innen“ becomes „Beraterinnen“."""
    return _GENDERED.sub(lambda found: "in" + (found[1] or ""), text)
