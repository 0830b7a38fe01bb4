"""German inflection from gender, plural and ending rules, without a dictionary.

First version: nouns, nominalised adjectives and phrases with agreeing adjectives.
"""

from __future__ import annotations

import re

from jbakb.model import Term

_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_SIBILANT = ("s", "ß", "x", "z")


def forms_of(term: Term) -> frozenset[str]:
    """Return all inflected spellings of a term, the given one included."""
    spelled = {term.term, term.plural, *term.forms} - {""}
    if term.person:
        spelled |= _noun(term.person, "masculine", "") | {f"{term.person}n"}
    if term.type in ("abbreviation", "acronym"):
        return frozenset(spelled | {f"{term.term}s"} if term.term.isupper() else spelled)
    words = term.term.split(" ")
    if len(words) > 1:
        return frozenset(spelled | _phrase(words, term) | _phrase(term.plural.split(" "), term) - {""})
    if term.part_of_speech == "adjective":
        return frozenset(spelled | {term.term + ending for ending in _ADJECTIVE_ENDINGS})
    return frozenset(spelled | _noun(term.term, term.gender, term.plural))


def _noun(word: str, gender: str | None, plural: str) -> set[str]:
    if gender == "common" or (gender is None and re.search(r"(?:ende|te)[rn]?$", word)):
        stem = re.sub(r"(?:e[nrsm]?)$", "", word)
        return {stem + ending for ending in _ADJECTIVE_ENDINGS}
    forms = {word}
    if gender in ("masculine", "neuter", None):
        forms |= _genitives(word)
    plurals = {plural} if plural else _regular_plurals(word, gender)
    for form in plurals:
        forms |= {form, form if form.endswith(("n", "s")) else form + "n"}
    return forms


def _genitives(word: str) -> set[str]:
    if word.endswith("nis"):
        return {word + "ses"}
    if word.endswith(_SIBILANT):
        return {word + "es"}
    if word.endswith(("el", "en", "er", "em", "chen", "lein")):
        return {word + "s"}
    if word.endswith("e"):
        return {word + "s", word + "n", word + "ns"}
    return {word + "s", word + "es", word + "e"}


def _regular_plurals(word: str, gender: str | None) -> set[str]:
    if word.endswith("in") and gender == "feminine":
        return {word + "nen"}
    if word.endswith(("ung", "heit", "keit", "schaft", "ion", "tät", "ik", "ur", "enz", "anz")):
        return {word + "en"}
    if word.endswith("e"):
        return {word + "n"}
    if word.endswith(("el", "er", "en")):
        return {word, word + "n"}
    if word.endswith("nis"):
        return {word + "se"}
    return {word + "e", word + "en", word + "s"}


def _phrase(words: list[str], term: Term) -> set[str]:
    """Inflect the adjectives before the first noun together with it; what follows the noun stays."""
    head = next((place for place, word in enumerate(words) if word[:1].isupper()), None)
    if head is None:
        return {" ".join(words)}
    stems = [re.sub(r"(?:e[nrsm]?)$", "", word) for word in words[:head]]
    tail = words[head + 1 :]
    noun_forms = _noun(words[head], term.gender, "") if head or tail else {words[head]}
    spelled = set()
    for noun in noun_forms:
        for ending in _ADJECTIVE_ENDINGS if stems else ("",):
            spelled.add(" ".join([*(stem + ending for stem in stems), noun, *tail]))
    return spelled
