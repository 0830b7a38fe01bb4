"""The small table of base nouns (nouns.txt): how a noun declines that the endings do not tell.

Compounds inflect by their head, so a short table serves most of the language.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

_GENDERS: Final = {"m": "masculine", "f": "feminine", "n": "neuter", "p": "plural"}
_LAST_VOWEL: Final = re.compile(r"(aa|oo|au|a|o|u)(?=[^aeiouäöüy]*(?:e[lrn]?)?$)", re.I)
_UMLAUTS: Final = {
    "aa": "ä",
    "oo": "ö",
    "au": "äu",
    "a": "ä",
    "o": "ö",
    "u": "ü",
    "A": "Ä",
    "O": "Ö",
    "U": "Ü",
    "Au": "Äu",
}
_SHORTEST_HEAD: Final = 3


class Declension(NamedTuple):
    """How a base noun declines: its gender, its plurals, and whether it is a weak masculine."""

    gender: str
    plurals: tuple[str, ...]
    weak: bool = False


class Head(NamedTuple):
    """The base noun in which a compound ends, and the declensions it may have; `start` is where it begins."""

    word: str
    start: int
    declensions: tuple[Declension, ...]


@cache
def base_nouns() -> dict[str, tuple[Declension, ...]]:
    """Return the table: base nouns in lower case with their declensions."""
    table: dict[str, tuple[Declension, ...]] = {}
    for line in (files("jbakb.language") / "nouns.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        (gender, _blank, code), words = line.partition(":")[0].partition(" "), line.partition(":")[2]
        for word in words.split():
            singular, *stated = word.split("/")
            plurals = tuple(stated) or (() if code == "-" and gender != "p" else (_plural(singular, code),))
            row = Declension(_GENDERS[gender], tuple(plural.lower() for plural in plurals), code == "w")
            table[singular.lower()] = (*table.get(singular.lower(), ()), row)
    return table


def _plural(word: str, code: str) -> str:
    if code == "w":
        return word + ("n" if word.endswith(("e", "ar", "er")) else "en")
    if code.startswith('"'):
        return umlaut(word) + code[1:]
    return word if code in ("", "-") else word + code


def find_head(word: str) -> Head | None:
    """Find the longest base noun that a word ends in (or is): what stands before it must be able to be a word."""
    table, longest, ends = _index()
    lower = word.lower()
    if lower[-_SHORTEST_HEAD:] not in ends:
        return None
    for start in range(max(0, len(lower) - longest), len(lower) - _SHORTEST_HEAD + 1):
        found = table.get(lower[start:])
        if found and (not start or (start > 1 and _VOWEL.search(lower, 0, start))):
            return Head(lower[start:], start, found)
    return None


@cache
def _index() -> tuple[dict[str, tuple[Declension, ...]], int, frozenset[str]]:
    """Return the table, the length of its longest word, and the last letters of all words."""
    table = base_nouns()
    return table, max(map(len, table)), frozenset(word[-_SHORTEST_HEAD:] for word in table)


_VOWEL: Final = re.compile("[aeiouyäöü]")


def umlaut(word: str) -> str:
    """Put an umlaut on the last vowel that can carry one: Plan, Plän; Haus, Häus; Vater, Väter."""
    found = _LAST_VOWEL.search(word)
    return (
        word[: found.start()] + _UMLAUTS.get(found[0], _UMLAUTS[found[0].lower()]) + word[found.end() :]
        if found
        else word
    )
