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
#: Endings that no other word decides: of those in -nis a closed class is feminine.
_FEMININE_NIS: Final = (
    "laubnis", "kenntnis", "fugnis", "sternis", "wildnis", "sparnis", "sorgnis", "drängnis", "pfängnis", "fäulnis",
    "trübnis", "kümmernis",
)  # fmt: skip
_DECISIVE: Final[tuple[tuple[str, Gender, str], ...]] = (
    *((ending, "feminine", f"{ending}se") for ending in _FEMININE_NIS),
    ("nis", "neuter", "nisse"),
    ("ium", "neuter", "ien"),
    ("ikum", "neuter", "ika"),
    ("frist", "feminine", "fristen"),
    *(
        (f"{before}ing", "neuter", f"{before}ings")
        for before in (
            "fil",
            "oll",
            "ch",
            "tor",
            "ear",
            "ain",
            "et",
            "ad",
            "nk",
            "ff",
            "cycl",
            "shar",
            "ast",
        )
    ),
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

    A phrase goes by its noun (berufliche Reha, Hilfe zur Erziehung). Returns None and an empty text where nothing
    suggests itself. With `only_sure` what is merely likely is left out.
    """
    if found := _ADJECTIVE_FIRST.fullmatch(word):
        return _of_phrase(glossary, found[1], found[2], "", only_sure=only_sure)
    if found := _NOUN_FIRST.fullmatch(word):
        return _of_phrase(glossary, "", found[1], found[2], only_sure=only_sure)
    if " " in word or not word[:1].isupper() or propose_type(word) == "abbreviation":
        return None, ""
    if is_nominalised(word, None, ""):
        return "common", ""
    return (
        _as_woman(word)
        or _by_ending(word, _DECISIVE)
        or _as_in_glossary(glossary, word)
        or _as_base_noun(word, _LONG_HEAD)
        or _by_ending(word, _ENDINGS)
        or (None if only_sure else _as_base_noun(word, 0) or _by_ending(word, _LIKELY))
        or (None, "")
    )


#: Adjectives and their noun; a noun and what follows it.
_ADJECTIVE_FIRST: Final = re.compile(r"((?:[a-zäöüß]{2,}e[rs]? )+)([A-ZÄÖÜ][\w-]+)")
_NOUN_FIRST: Final = re.compile(
    r"([A-ZÄÖÜ][\w-]*[a-zäöüß])( (?:zur|zum|zu|für|der|des|nach|im|in|von|auf|mit|bei|an|am|gegen) .+)"
)


def _of_phrase(glossary: Glossary, before: str, noun: str, after: str, *, only_sure: bool) -> tuple[Gender | None, str]:
    gender, plural = propose_grammar(glossary, noun, only_sure=only_sure)
    adjectives = re.sub(r"e[rs]? ", "e ", before)
    return gender, f"{adjectives}{plural}{after}" if plural else ""


def _as_woman(word: str) -> tuple[Gender | None, str] | None:
    """Take a word as that for a woman if without -in it is one for a man: Kollegin, Beraterin."""
    stem = word.removesuffix("in")
    if stem == word:
        return None
    heads = [head for head in map(find_head, (stem, f"{stem}e")) if head and len(head.word) >= _LONG_HEAD]
    if any(
        row.gender == "masculine" and (row.weak or head.word.endswith("e") or head.word in row.plurals)
        for head in heads
        for row in head.declensions
    ):
        return "feminine", f"{word}nen"
    return None


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
    before = word[: head.start]
    plural = plurals.pop() if len(plurals) == 1 else ""
    plural = before + (plural.capitalize() if before.endswith("-") else plural) if plural else ""
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
