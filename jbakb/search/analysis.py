"""From text to search terms. The same for documents and queries, and for every engine.

A term is a folded word without its ending. The browser repeats only `fold`, `words` and `stem` (search-language.js);
the tests hold both together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from jbakb.search.lists import word_list

#: A word may have hyphens inside: „Ein-Euro-Job“.
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_FOLDED: Final = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "è": "e", "á": "a", "à": "a"})
_AE: Final = re.compile(r"([ao])e")
_UE: Final = re.compile(r"(?<![aeioq])ue")
_GENDERED: Final = re.compile(r"(?<=[a-zäöüß])(?:[*:_·/]-?|\()in(nen)?\)?(?![a-zäöüß])")
_HYPHENS: Final = str.maketrans({"\u00ad": "", "\u2010": "-", "\u2011": "-"})
#: Longest first. What is left must have at least the given number of letters.
ENDINGS: Final[tuple[tuple[str, str, int], ...]] = (
    ("erinnen", "", 3),
    ("nissen", "nis", 2),
    ("nisses", "nis", 2),
    ("erin", "", 3),
    ("nisse", "nis", 2),
    ("ums", "", 4),
    ("ern", "", 3),
    ("em", "", 4),
    ("en", "", 3),
    ("er", "", 3),
    ("es", "", 3),
    ("um", "", 4),
    ("e", "", 3),
    ("n", "", 4),
    ("a", "", 4),
    ("s", "", 3),
)
#: Letters after which a last s is no ending (Haus, Kreis ends in „is“, Prozess).
_KEEPS_S: Final = ("s", "u", "i", "e")
_KEEPS_N: Final = ("ion", "in", "an", "on", "un", "nn")
STOPWORDS: Final = word_list("stopwords")


def fold(text: str) -> str:
    """Make spellings alike that people take for the same: upper and lower case, ä as ae or a, ß as ss."""
    folded = text.lower().translate(_FOLDED)
    # "ue" after a vowel or q is no umlaut (neue, Frequenz); ae and oe nearly always are.
    return _UE.sub("u", _AE.sub(r"\1", folded))


_fold_word = lru_cache(maxsize=200_000)(fold)


def words(text: str) -> list[str]:
    """Split a text into folded words and numbers; hyphens inside words stay."""
    plain = unicodedata.normalize("NFC", text).translate(_HYPHENS).lower()
    return [_fold_word(found[0]) for found in _WORD.finditer(_GENDERED.sub(lambda sign: "in" + (sign[1] or ""), plain))]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Take the ending off a folded word: Hilfeplan, Hilfeplans and Hilfepläne become one."""
    if word[-1:].isdigit():
        return word
    for ending, instead, least in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            rest = word[: len(word) - len(ending)]
            if (ending == "s" and rest.endswith(_KEEPS_S)) or (ending == "n" and word.endswith(_KEEPS_N)):
                continue
            return rest + instead
    return word


def tokens(text: str) -> list[str]:
    """Split a text into folded words and numbers without hyphens."""
    return [part for word in words(text) for part in word.split("-")]


def phrase(text: str) -> str:
    """Return a word or phrase as one term: its stems with single blanks, a hyphen as one too."""
    return " ".join(stem(part) for part in tokens(text))
