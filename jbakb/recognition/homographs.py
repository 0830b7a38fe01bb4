"""Forms that are also other words: what stands around them decides (Wegen des Umzugs; Folgen Sie mir; im Falle)."""

from __future__ import annotations

import re
from typing import Final

from jbakb.language.derivation import Origin
from jbakb.language.ordinary import DATIVE, ORDINARY, TEMPORAL
from jbakb.recognition.lexicon import Row

#: A pronoun after the first word of a sentence: that word is the sentence's verb (Folgen Sie mir. Sucht er Arbeit?).
PRONOUNS: Final = frozenset([" Sie", " sie", " er ", " es ", " wir", " ich", " du ", " Du ", " man", " ihr"])
#: Forms that verbs have too; the endings of derived nouns are none.
_LIKE_A_VERB: Final = re.compile(
    r"(?:e|n|t)$(?<!heit)(?<!keit)(?<!schaft)(?<!ungen)(?<!heiten)(?<!keiten)(?<!schaften)(?<!ionen)(?<!innen)"
)
#: What stands before a genitive: des, eines späten.
_GENITIVE: Final = re.compile(r"(?<![^\W_])(?:[Dd]es|[a-zäöüßA-Z][a-zäöüß]+es) (?:[a-zäöüß]+en )?$")
_REACH: Final = 30
_STOPS: Final = frozenset('.!?:…"„“»«›‹*|#•\x00')


def in_context(text: str, start: int, word: str, row: Row) -> bool:
    """Tell whether the context speaks for a form that is also another word."""
    begin, end = _word_before(text, start)
    if row.initial or word in ORDINARY:
        if row.steps:
            return True
        if word in TEMPORAL:
            return _GENITIVE.search(text, max(0, start - _REACH), start) is not None
        starts = _starts_sentence(text[end:start], start)
        return starts if row.initial else not starts
    if row.origin is not Origin.WEAK:
        # „Jugendliche Geflüchtete“: after a noun that starts a sentence its verb would stand
        after = start + len(word)
        followed = text[after : after + 1] == " " and text[after + 1 : after + 2].isupper()
        return not followed or not _starts_sentence(text[end:start], start)
    return begin < end and _is_dative(text, begin, end)


def _word_before(text: str, place: int) -> tuple[int, int]:
    """Return the span of the word before a place; empty if there is none."""
    end = place
    while end and not text[end - 1].isalnum():
        end -= 1
    begin = end
    while begin and text[begin - 1].isalnum():
        begin -= 1
    return begin, end


def is_verb(text: str, start: int, end: int) -> bool:
    """Tell whether a word before a pronoun is the verb that a sentence starts with, and no noun."""
    return (
        not text[end + 3 : end + 5].isalnum()
        and _LIKE_A_VERB.search(text, start, end) is not None
        and _starts_sentence(text[_word_before(text, start)[1] : start], start)
    )


def _starts_sentence(between: str, place: int) -> bool:
    """Tell whether a sentence starts at a place; `between` stands between the word before and it."""
    return (
        len(between) == place
        or not _STOPS.isdisjoint(between)
        or ("\n" in between and ("-" in between or "\n\n" in between))
    )


def _is_dative(text: str, begin: int, end: int) -> bool:
    """Tell whether a word, or the one before an adjective, marks a dative: im, dem, einem, zu."""
    word = text[begin:end].lower()
    if word in DATIVE or word.endswith("em"):
        return True
    earlier = text[slice(*_word_before(text, begin))]
    return word.endswith("en") and (earlier.lower() in DATIVE or earlier.endswith("em"))
