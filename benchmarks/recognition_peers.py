"""The peers of recognition: each is a way to find terms in a text that people use today.

A peer is made from the terms (this is not timed) and returns a function from a text to the spans of the words found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from jbakb.language.inflection import forms_of
from jbakb.model import Term

Find = Callable[[str], list[tuple[int, int]]]
TOKEN: Final = re.compile(r"[^\W_]+")


class Peer(NamedTuple):
    """A way to find terms; `most` is the number of terms beyond which it takes minutes."""

    name: str
    make: Callable[[Sequence[str]], Find]
    most: int = 1_000_000


def spelled_out(words: Sequence[str]) -> list[str]:
    """Return all forms of the words, the longest first, for peers that know no German."""
    return sorted({form for word in words for form in forms_of(Term(term=word))}, key=len, reverse=True)


def simplemma(words: Sequence[str]) -> Find:
    """Look up the lemma of each word; simplemma's own cache is warm."""
    from simplemma import lemmatize

    lemmas = {lemmatize(word, lang="de") for word in words}
    return lambda text: [each.span() for each in TOKEN.finditer(text) if lemmatize(each[0], lang="de") in lemmas]


def snowball(words: Sequence[str]) -> Find:
    """Look up the stem of each word."""
    import snowballstemmer

    stem = snowballstemmer.stemmer("german").stemWord
    stems = {stem(word.lower()) for word in words}
    return lambda text: [each.span() for each in TOKEN.finditer(text) if stem(each[0].lower()) in stems]


def alternation(words: Sequence[str]) -> Find:
    """Search with one regular expression of all forms."""
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, spelled_out(words))) + r")\b")
    return lambda text: [each.span() for each in pattern.finditer(text)]


def aho_corasick(words: Sequence[str]) -> Find:
    """Search with an automaton of all forms, in C; it knows no ends of words, so these are looked at afterwards."""
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for form in spelled_out(words):
        automaton.add_word(form, len(form))
    automaton.make_automaton()

    def find(text: str) -> list[tuple[int, int]]:
        spans = ((last - length + 1, last + 1) for last, length in automaton.iter_long(text))
        return [
            (start, end)
            for start, end in spans
            if not ((start and text[start - 1].isalnum()) or text[end : end + 1].isalnum())
        ]

    return find


def flashtext(words: Sequence[str]) -> Find:
    """Search with flashtext's trie of all forms."""
    from flashtext import KeywordProcessor

    processor = KeywordProcessor(case_sensitive=True)
    processor.add_keywords_from_list(spelled_out(words))
    return lambda text: [(start, end) for _word, start, end in processor.extract_keywords(text, span_info=True)]


def german_nouns(words: Sequence[str]) -> Find:
    """Look up the forms that the table of german-nouns (CC BY-SA: for development only) gives for each word."""
    import csv
    from importlib.resources import files

    wanted = set(words)
    forms = set(words)
    with (files("german_nouns") / "nouns.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["lemma"] in wanted:
                forms.update(form for name, form in row.items() if form and name and " " in name)
    return lambda text: [each.span() for each in TOKEN.finditer(text) if each[0] in forms]


PEERS: Final = (
    Peer("simplemma", simplemma),
    Peer("Snowball", snowball),
    Peer("german-nouns", german_nouns),
    Peer("pyahocorasick", aho_corasick),
    Peer("flashtext", flashtext),
    Peer("re alternation", alternation, most=5000),
)
