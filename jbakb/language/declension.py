"""German articles and the case forms of nouns, where grammar leaves no doubt.

Source: Duden, Die Grammatik: declension of der/ein words and strong nouns. Weak nouns, nominalised adjectives and
words without a known gender or plural are left out: no answer is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from jbakb.model import Term

Case = Literal["nom", "acc", "dat", "gen"]
Number = Literal["singular", "plural"]
CASES: Final[tuple[Case, ...]] = ("nom", "acc", "dat", "gen")
_GENDERS: Final = ("masculine", "feminine", "neuter")


Table = Mapping[str, tuple[str, ...]]


class Slot(NamedTuple):
    """A place in the table of declension."""

    number: Number
    case: Case


#: The definite article and what is declined like it: endings for masculine, feminine, neuter, plural, by case.
DEFINITE: Final = {
    "nom": ("der", "die", "das", "die"),
    "acc": ("den", "die", "das", "die"),
    "dat": ("dem", "der", "dem", "den"),
    "gen": ("des", "der", "des", "der"),
}
#: Stems with the endings of „dieser“.
_LIKE_THIS: Final = ("dies", "jed", "jen", "welch")
_STRONG: Final = {
    "nom": ("er", "e", "es", "e"),
    "acc": ("en", "e", "es", "e"),
    "dat": ("em", "er", "em", "en"),
    "gen": ("es", "er", "es", "er"),
}
#: Stems with the endings of „kein“; „ein“ has no plural.
_LIKE_NONE: Final = ("ein", "kein", "mein", "dein", "sein", "ihr", "unser")
_MIXED: Final = {
    "nom": ("", "e", "", "e"),
    "acc": ("en", "e", "", "e"),
    "dat": ("em", "er", "em", "en"),
    "gen": ("es", "er", "es", "er"),
}
#: Preposition and article in one word: the preposition, the article.
CONTRACTIONS: Final = {
    "im": ("in", "dem"), "am": ("an", "dem"), "vom": ("von", "dem"), "zum": ("zu", "dem"), "zur": ("zu", "der"),
    "beim": ("bei", "dem"), "ins": ("in", "das"), "ans": ("an", "das"), "aufs": ("auf", "das"),
}  # fmt: skip
_CONTRACTED: Final = {parts: word for word, parts in CONTRACTIONS.items()}
#: The cases that prepositions ask for; those that are also something else (bis, laut) are left out.
_CASES_AFTER: Final[dict[str, frozenset[Case]]] = {
    **dict.fromkeys(("aus", "bei", "mit", "nach", "seit", "von", "zu", "gegenüber", "gemäß"), frozenset({"dat"})),
    **dict.fromkeys(("durch", "für", "gegen", "ohne", "um"), frozenset({"acc"})),
    **dict.fromkeys(
        ("wegen", "trotz", "während", "statt", "anstatt", "aufgrund", "anhand", "anstelle", "mithilfe", "infolge",
         "innerhalb", "außerhalb", "hinsichtlich", "bezüglich", "zwecks", "mittels", "seitens"),
        frozenset({"gen"}),
    ),
    **dict.fromkeys(
        ("in", "an", "auf", "über", "unter", "vor", "hinter", "neben", "zwischen"), frozenset({"acc", "dat"})
    ),
}  # fmt: skip


def articles(word: str) -> Iterator[tuple[str, Slot, str]]:
    """Yield what an article or determiner in small letters may be: gender, slot, and the name of its row."""
    for name, table in _rows(word):
        for case in CASES:
            for place, gender in enumerate((*_GENDERS, "plural")):
                if _spelled(name, table, case, place) == word:
                    for each in _GENDERS if gender == "plural" else (gender,):
                        yield each, Slot("plural" if gender == "plural" else "singular", case), name


def article(name: str, gender: str, slot: Slot) -> str | None:
    """Return the article of a row (`der`, `dies`, `ein` …) for a gender and slot; None if there is none."""
    if gender not in _GENDERS or (name == "ein" and slot.number == "plural"):
        return None
    place = 3 if slot.number == "plural" else _GENDERS.index(gender)
    table = DEFINITE if name == "der" else _STRONG if name in _LIKE_THIS else _MIXED
    return _spelled(name, table, slot.case, place)


def contracted(preposition: str, following: str) -> str | None:
    """Return preposition and article in one word (zu, dem → zum); None if there is no such word."""
    return _CONTRACTED.get((preposition, following))


def cases_after(preposition: str) -> frozenset[Case]:
    """Return the cases that a preposition allows; empty if the word is none that is known."""
    return _CASES_AFTER.get(preposition, frozenset())


def noun_forms(term: Term, slot: Slot) -> frozenset[str]:
    """Return the forms of a noun in a slot; empty where that is not certain."""
    if term.part_of_speech != "noun" or term.gender not in _GENDERS:
        return frozenset()
    if term.type in ("abbreviation", "acronym"):
        return frozenset({term.term}) if slot.number == "singular" else frozenset()
    word, tail = _head(term.term)
    if not word or _doubtful(word, term):
        return frozenset()
    if slot.number == "plural":
        if not term.plural or " " in term.plural:
            return frozenset()
        add = "n" if slot.case == "dat" and not term.plural.endswith(("n", "s")) else ""
        return frozenset({term.plural + add})
    if slot.case == "gen" and term.gender != "feminine":
        return frozenset(form + tail for form in _genitives(word))
    return frozenset({word + tail})


def slots_of(term: Term, form: str) -> frozenset[Slot]:
    """Return the slots in which a noun has a form; empty where that is not certain."""
    numbers: tuple[Number, ...] = ("singular", "plural")
    return frozenset(
        Slot(number, case) for number in numbers for case in CASES if form in noun_forms(term, Slot(number, case))
    )


def _rows(word: str) -> Iterator[tuple[str, Table]]:
    if word.startswith("d"):
        yield "der", DEFINITE
    for stem in _LIKE_THIS:
        if word.startswith(stem):
            yield stem, _STRONG
    for stem in _LIKE_NONE:
        if word.startswith(stem):
            yield stem, _MIXED


def _spelled(name: str, table: Table, case: str, place: int) -> str | None:
    if name == "ein" and place == len(_GENDERS):
        return None
    ending = table[case][place]
    return ending if name == "der" else name + ending


def _head(text: str) -> tuple[str, str]:
    """Split a term into its noun and a number after it (Arbeitslosengeld II); empty if it is another phrase."""
    found = re.fullmatch(r"([A-ZÄÖÜ][\w-]*)((?: (?:[IVX]+|\d+))?)", text)
    return (found[1], found[2]) if found else ("", "")


def _doubtful(word: str, term: Term) -> bool:
    """Tell whether a noun may be weak or decline as an adjective."""
    if term.gender == "masculine":
        weak = term.plural in (word + "n", word + "en") and not word.endswith(("or", "staat", "typ"))
        return weak or word.endswith(("e", "ent", "ant", "ist"))
    return word.endswith("e") and term.gender == "feminine" and term.plural in ("", word)


def _genitives(word: str) -> tuple[str, ...]:
    """Return the genitives, the usual one first."""
    if word.endswith("nis"):
        return (word + "ses",)
    if word.endswith(("s", "ß", "x", "z", "tsch", "sch", "st")):
        return (word + "es",)
    if word.endswith(("e", "el", "en", "er", "em", "chen", "lein", "ing", "ling", "a", "i", "o", "u", "y", "tum")):
        return (word + "s",)
    return (word + "s", word + "es")


def usual_form(term: Term, slot: Slot) -> str | None:
    """Return the form to write in a slot: of two genitives the shorter; None where that is not certain."""
    return min(noun_forms(term, slot), key=len, default=None)
