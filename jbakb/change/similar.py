"""What is already there when a word is taken up: the same word, a false friend, or nearly the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from jbakb.model import Glossary, Sense

#: Why a word of the glossary matters for a new one: the same in the same area, in another one, or nearly the same.
Likeness = Literal["same", "elsewhere", "near"]

#: Similarity (0 to 100) above which two words are told apart only by looking twice.
_NEAR: Final = 86
#: Shorter words and abbreviations differ by a letter and mean different things.
_LONG_ENOUGH: Final = 6


@dataclass(frozen=True)
class Similar:
    """A word of the glossary that somebody who adds a word should know of."""

    likeness: Likeness
    sense: Sense


def find_similar(glossary: Glossary, word: str, area: str, *, limit: int = 5) -> list[Similar]:
    """Find words like a new one, same before elsewhere before near; at most `limit` near ones."""
    from rapidfuzz import fuzz, process

    wanted = word.casefold()
    found: list[Similar] = []
    others: dict[str, Sense] = {}
    for sense in glossary.senses():
        if wanted in (sense.term.term.casefold(), sense.term.plural.casefold()):
            here = not sense.area or sense.area == area
            found.append(Similar("same" if here else "elsewhere", sense))
        elif len(sense.term.term) >= _LONG_ENOUGH:
            others.setdefault(sense.term.term.casefold(), sense)
    found.sort(key=lambda similar: similar.likeness != "same")
    if len(wanted) >= _LONG_ENOUGH:
        near = process.extract(wanted, list(others), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=limit)
        found += [Similar("near", others[text]) for text, _score, _place in near]
    return found
