"""Splitting German compounds against a list of nouns and the words of the content itself.

The list (nouns.txt) holds nouns counted from federal statutes, which are official works (§ 5 UrhG).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from jbakb.search.analysis import STOPWORDS, fold, stem
from jbakb.search.lists import word_list

SHORT: Final = 3
#: What may stand between the parts, and a letter that a first part may lose (Schulpflicht, Hilfsangebot).
_LINKS: Final = ("", "s", "es", "n", "en", "er", "e")
#: They look like parts and are endings, prefixes or accidents.
_NO_PARTS: Final = STOPWORDS | word_list("no_parts")

#: A split dearer than this with half a point per part is an accident.
_DEAREST: Final = 3.0
_Split = tuple[float, tuple[tuple[str, str], ...]]


@cache
def _nouns() -> frozenset[str]:
    return frozenset(map(fold, word_list("nouns")))


class Splitter:
    """Split words into parts that are words themselves.

    `counts` has further folded words with the number of documents in which they occur.
    """

    def __init__(self, counts: Mapping[str, int] | Iterable[str] = ()) -> None:
        nouns = _nouns()
        self._short = {word for word in nouns if len(word) == SHORT} - _NO_PARTS
        self._known = {word for word in (*nouns, *counts) if len(word) > SHORT} - _NO_PARTS
        self._split: dict[str, tuple[tuple[str, str], ...]] = {}
        self._terms: dict[str, dict[str, float]] = {}

    def _halves(self, word: str) -> tuple[tuple[str, str], ...]:
        """Cut a folded word into parts as few and as long as known, each with the word it stands for."""
        if word not in self._split:
            best = self._best(word, top=True, seen={}) if len(word) > 2 * SHORT else None
            self._split[word] = best[1] if best else ()
        return self._split[word]

    def terms(self, word: str) -> Mapping[str, float]:
        """Return the stems of all words inside a compound with their share: heads most, what stands inside least."""
        if word not in self._terms:
            self._terms[word] = self._inside(word)
        return self._terms[word]

    def leaves(self, word: str) -> list[str]:
        """Cut a folded word into its smallest parts; one that cannot be cut is the only one."""
        return self._leaves(word) or [word]

    def tail(self, word: str) -> str:
        """Return the longest known word at the end of one that cannot be split (Über-prüfung), empty for none."""
        if self._halves(word):
            return ""
        for start in range(SHORT, len(word) - SHORT - 1):
            if self._is_last(word[start:]):
                return word[start:]
        return ""

    def _inside(self, word: str) -> dict[str, float]:
        leaves = self._leaves(word)
        found: dict[str, float] = {}
        for start in range(len(leaves)):
            for end in range(start + 1, len(leaves) + 1):
                run = "".join(leaves[start:end])
                base = run if end == len(leaves) and self._is_last(run) else self._first(run)
                if base and end - start < len(leaves):
                    share = 0.75 if end == len(leaves) else 0.6 if start == 0 else 0.45
                    found[stem(base)] = max(found.get(stem(base), 0.0), share)
        found.pop(stem(word), None)
        return found

    def _leaves(self, word: str) -> list[str]:
        """Cut a word into its smallest parts, each with what links it to the next."""
        leaves: list[str] = []
        for segment, base in self._halves(word):
            inner = self._leaves(base)
            before = "".join(inner[:-1])
            leaves += [*inner[:-1], segment[len(before) :]]
        return leaves

    def _best(self, word: str, *, top: bool, seen: dict[str, _Split | None]) -> _Split | None:
        """Find the cheapest split: a part costs one, a short one more."""
        if not top:
            if word in seen:
                return seen[word]
            if self._is_last(word):
                return 1.0 + _risk(word), ((word, word),)
        found: _Split | None = None
        for end in range(len(word) - SHORT, SHORT - 1, -1):
            base = self._first(word[:end])
            rest = self._best(word[end:], top=False, seen=seen) if base else None
            if rest and (found is None or 1.0 + _risk(base) + rest[0] < found[0]):
                found = (1.0 + _risk(base) + rest[0], ((word[:end], base), *rest[1]))
        seen[word] = found
        return found if found and found[0] < _DEAREST + len(found[1]) / 2 else None

    def _first(self, text: str) -> str:
        """Return the word that a compound's first part stands for, without what links it; empty if it is none."""
        for link in _LINKS:
            base = text.removesuffix(link) if link else text
            if (len(base) < len(text) or not link) and (base in self._known or base in self._short):
                return base
        base = text.removesuffix("s") + "e"
        return base if len(text) > SHORT and base in self._known else ""

    def _is_last(self, text: str) -> bool:
        return (
            text in self._known
            or text in self._short
            or (
                len(text) > SHORT + 1
                and any(text.endswith(link) and text.removesuffix(link) in self._known for link in _LINKS[1:])
            )
        )


def _risk(part: str) -> float:
    return 0.6 if len(part) == SHORT else 0.2 if len(part) == SHORT + 1 else 0.0
