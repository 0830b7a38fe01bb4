"""Proposals for what a word's grammar is, to be confirmed by a person."""

from __future__ import annotations

import re
from typing import Final, get_args

from jbakb.language.base_nouns import find_head
from jbakb.language.nouns import is_nominalised
from jbakb.model import Glossary
from jbakb.model.values import Gender, TermType

#: Endings that decide the gender, and their plural.
_ENDINGS: Final[tuple[tuple[str, Gender, str], ...]] = (
    ("schaft", "feminine", "schaften"),
    ("heit", "feminine", "heiten"),
    ("keit", "feminine", "keiten"),
    ("ung", "feminine", "ungen"),
    ("ion", "feminine", "ionen"),
    ("tät", "feminine", "täten"),
    ("enz", "feminine", "enzen"),
    ("anz", "feminine", "anzen"),
    ("erei", "feminine", "ereien"),
    ("erin", "feminine", "erinnen"),
    ("istin", "feminine", "istinnen"),
    ("entin", "feminine", "entinnen"),
    ("login", "feminine", "loginnen"),
    ("chen", "neuter", "chen"),
    ("lein", "neuter", "lein"),
    ("ment", "neuter", "mente"),
    ("ling", "masculine", "linge"),
    ("ismus", "masculine", ""),
    ("ist", "masculine", "isten"),
    ("loge", "masculine", "logen"),
    ("eur", "masculine", "eure"),
    ("or", "masculine", "oren"),
)
#: Endings that only make a gender likely.
_LIKELY: Final[tuple[tuple[str, Gender, str], ...]] = (
    ("meter", "neuter", "meter"),
    ("ei", "feminine", "eien"),
    ("er", "masculine", "er"),
    ("e", "feminine", "en"),
)
#: A shorter base noun may stand at the end of a word by chance.
_LONG_HEAD: Final = 4


def propose_type(word: str) -> TermType:
    """Guess what kind of designation a word is."""
    if re.fullmatch(r"(?=\w{2,6}$)\w*[A-ZÄÖÜ]\w*[A-ZÄÖÜ0-9]\w*|[a-z][A-Z][a-z]|(?:\w{1,3}\. ?)+", word):
        return "abbreviation"
    return "phrase" if " " in word else "fullForm"


def propose_grammar(glossary: Glossary, word: str, *, only_sure: bool = False) -> tuple[Gender | None, str]:
    """Guess gender and plural of a noun from a word of the glossary that ends alike, its base noun, or its ending.

    Returns None and an empty text where nothing suggests itself, as for phrases. With `only_sure` what is merely likely
    is left out.
    """
    if " " in word or not word[:1].isupper() or propose_type(word) == "abbreviation":
        return None, ""
    if is_nominalised(word, None, ""):
        return "common", ""
    return (
        _as_in_glossary(glossary, word)
        or _as_base_noun(word, _LONG_HEAD)
        or _by_ending(word, _ENDINGS)
        or (None if only_sure else _as_base_noun(word, 0) or _by_ending(word, _LIKELY))
        or (None, "")
    )


def _as_in_glossary(glossary: Glossary, word: str) -> tuple[Gender | None, str] | None:
    known = [sense.term for sense in glossary.senses() if sense.term.gender and " " not in sense.term.term]
    shared = max(known, key=lambda term: _shared_end(term.term, word), default=None)
    if shared is None or (length := _shared_end(shared.term, word)) < 5 or _shorter(shared.term, length):
        return None
    start, tail = word[:-length], shared.term[:-length]
    plural = start + shared.plural[len(tail) :] if shared.plural.startswith(tail) and tail else ""
    return shared.gender, plural if plural[:1].isupper() else ""


def _as_base_noun(word: str, shortest: int) -> tuple[Gender | None, str] | None:
    """Decline as the base noun that a compound ends in, if that has one gender."""
    head = find_head(word)
    if head is None or len(head.word) < shortest or len({row.gender for row in head.declensions}) > 1:
        return None
    plurals = {plural for each in head.declensions for plural in each.plurals}
    plural = word[: head.start] + plurals.pop() if len(plurals) == 1 else ""
    gender = next((gender for gender in get_args(Gender) if gender == head.declensions[0].gender), None)
    return (gender, plural[:1].upper() + plural[1:]) if gender else None


def _by_ending(word: str, endings: tuple[tuple[str, Gender, str], ...]) -> tuple[Gender | None, str] | None:
    for ending, gender, plural in endings:
        if word.lower().endswith(ending) and len(word) > len(ending) + 1:
            return gender, word[: -len(ending)] + plural if plural else ""
    return None


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
