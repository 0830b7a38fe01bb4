"""Proposals for what a word's grammar is, to be confirmed by a person."""

from __future__ import annotations

import re
from typing import Final

from jbakb.model import Glossary
from jbakb.model.values import Gender, TermType

#: Endings that decide the gender, the longest first where one contains another.
_ENDINGS: Final[tuple[tuple[str, Gender, str], ...]] = (
    ("schaft", "feminine", "schaften"),
    ("heit", "feminine", "heiten"),
    ("keit", "feminine", "keiten"),
    ("ung", "feminine", "ungen"),
    ("ion", "feminine", "ionen"),
    ("tät", "feminine", "täten"),
    ("enz", "feminine", "enzen"),
    ("anz", "feminine", "anzen"),
    ("kraft", "feminine", "kräfte"),
    ("hilfe", "feminine", "hilfen"),
    ("stelle", "feminine", "stellen"),
    ("karte", "feminine", "karten"),
    ("pflicht", "feminine", "pflichten"),
    ("person", "feminine", "personen"),
    ("ei", "feminine", "eien"),
    ("in", "feminine", "innen"),
    ("chen", "neuter", "chen"),
    ("lein", "neuter", "lein"),
    ("ment", "neuter", "mente"),
    ("geld", "neuter", "gelder"),
    ("recht", "neuter", "rechte"),
    ("gespräch", "neuter", "gespräche"),
    ("amt", "neuter", "ämter"),
    ("plan", "masculine", "pläne"),
    ("antrag", "masculine", "anträge"),
    ("bedarf", "masculine", "bedarfe"),
    ("dienst", "masculine", "dienste"),
    ("träger", "masculine", "träger"),
    ("bogen", "masculine", "bögen"),
    ("ling", "masculine", "linge"),
    ("ismus", "masculine", ""),
    ("er", "masculine", "er"),
    ("e", "feminine", "en"),
)


def propose_type(word: str) -> TermType:
    """Guess what kind of designation a word is."""
    if re.fullmatch(r"(?=\w{2,6}$)\w*[A-ZÄÖÜ]\w*[A-ZÄÖÜ0-9]\w*|[a-z][A-Z][a-z]|(?:\w{1,3}\. ?)+", word):
        return "abbreviation"
    return "phrase" if " " in word else "fullForm"


def propose_grammar(glossary: Glossary, word: str) -> tuple[Gender | None, str]:
    """Guess gender and plural of a noun: as the glossary has it for a word that ends alike, else by its ending.

    Returns None and an empty text where nothing suggests itself, as for phrases.
    """
    if " " in word or not word[:1].isupper():
        return None, ""
    known = [sense.term for sense in glossary.senses() if sense.term.gender and " " not in sense.term.term]
    shared = max(known, key=lambda term: _shared_end(term.term, word), default=None)
    if shared is not None and (length := _shared_end(shared.term, word)) >= 5 and not _shorter(shared.term, length):
        start, tail = word[:-length], shared.term[:-length]
        plural = start + shared.plural[len(tail) :] if shared.plural.startswith(tail) and tail else ""
        return shared.gender, plural if plural[:1].isupper() else ""
    for ending, gender, plural in _ENDINGS:
        if word.lower().endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            return gender, stem + plural if plural else ""
    return None, ""


def _shared_end(first: str, second: str) -> int:
    """Count the letters at the end that two words share, case aside."""
    length = 0
    for left, right in zip(reversed(first.lower()), reversed(second.lower()), strict=False):
        if left != right:
            break
        length += 1
    return length


def _shorter(word: str, length: int) -> bool:
    return len(word) <= length
