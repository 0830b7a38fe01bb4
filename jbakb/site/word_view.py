"""All words in one list: current ones, abbreviations and old ones, each with its readings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jbakb.model import Concept, Entry, FalseFriend, Glossary
from jbakb.model.status import preferred_term
from jbakb.site.addresses import folded, initial, slug
from jbakb.site.entry_view import WordView, view_word


@dataclass(frozen=True)
class Reading:
    """One reading of a word: the area, and the concept or entry that explains it; no area for all houses."""

    area: str
    entry: Entry
    ref: str
    word: WordView
    definition: str = ""


@dataclass(frozen=True)
class WordRow:
    """A word of the list; `friend` is its place among the false friends. `anchor` is unique, or empty."""

    word: str
    anchor: str
    readings: tuple[Reading, ...]
    friend: str = ""


@dataclass(frozen=True)
class LetterView:
    """The words under one letter."""

    letter: str
    rows: tuple[WordRow, ...]


def list_words(glossary: Glossary, on: date) -> tuple[LetterView, ...]:
    """List all words of a glossary by letter, as German lists sort them."""
    readings: dict[str, list[Reading]] = defaultdict(list)
    for entry in glossary.entries.values():
        for term in entry.terms:
            readings[term.term].append(Reading("", entry, entry.id, view_word(term, None, on, ""), entry.notion))
        for concept in entry.concepts:
            for reading in _readings(entry, concept, on):
                readings[reading.word.text].append(reading)
    friends = {word: friend_anchor(friend) for friend in _false_friends(glossary) for word in friend.words}
    order = {area: place for place, area in enumerate(["", *glossary.areas])}
    seen: set[str] = set()
    letters: dict[str, list[WordRow]] = defaultdict(list)
    for word in sorted({*readings, *friends}, key=lambda word: (folded(word), word)):
        name = f"wort-{slug(word)}"
        rows = tuple(sorted(readings.get(word, ()), key=lambda reading: order.get(reading.area, 99)))
        letters[initial(word)].append(WordRow(word, "" if name in seen else name, rows, friends.get(word, "")))
        seen.add(name)
    return tuple(LetterView(letter, tuple(letters[letter])) for letter in sorted(letters))


def words_of_area(letters: Iterable[LetterView], area: str) -> tuple[LetterView, ...]:
    """Keep the words of one area, each with its reading there."""
    kept = []
    for group in letters:
        rows = tuple(
            WordRow(row.word, "", here)
            for row in group.rows
            if (here := tuple(reading for reading in row.readings if reading.area == area))
        )
        if rows:
            kept.append(LetterView(group.letter, rows))
    return tuple(kept)


def friend_anchor(friend: FalseFriend) -> str:
    """Return the place of a false friend on the page of false friends."""
    return f"freund-{slug(friend.words[0])}"


def _false_friends(glossary: Glossary) -> Iterable[FalseFriend]:
    yield from glossary.words
    for entry in glossary.entries.values():
        yield from entry.false_friends


def _readings(entry: Entry, concept: Concept, on: date) -> Iterable[Reading]:
    better = preferred_term(concept, on)
    for term in concept.terms or ():
        word = view_word(term, concept, on, better.term if better else "")
        yield Reading(concept.area, entry, entry.ref(concept), word, concept.definition)
