"""What somebody means who types an id or a word: values, nothing is printed.

An id comes first, then a word in any form: exact, inflected, abbreviated or outdated, in any case, umlauts as ae, with
or without gender signs. What is found nowhere gets the nearest known words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from jbakb.language.folding import feminine, fold
from jbakb.language.inflection import is_form_of_any
from jbakb.language.phrases import WORD
from jbakb.language.prose import plain_prose
from jbakb.model import Area, Concept, Entry, FalseFriend, Glossary, Meaning, Sense
from jbakb.recognition.lexicon import Lexicon, build_lexicon, find_folded
from jbakb.recognition.matcher import find_terms

_LIKENESS: Final = 72
_SUGGESTIONS: Final = 3


@dataclass(frozen=True)
class Reading:
    """One thing that a word may stand for: a concept (or an entry's common word), or only a meaning put in words.

    `sense` is missing where words.yml or a false friend names a meaning that no entry explains. `entry` is where the
    reading is told, if anywhere. `meaning` is what an area understands by a word that is none of its own, in the words
    of a false friend.
    """

    area: str
    text: str
    sense: Sense | None = None
    entry: Entry | None = None
    meaning: str = ""

    @property
    def ref(self) -> str:
        """Return the address of the concept or entry, empty if there is none."""
        return self.sense.ref if self.sense else ""


@dataclass(frozen=True)
class Answer:
    """What was found for a query.

    `entry`, with `concept` for an address `entry.concept`, if the query is an id; otherwise `readings`, several where
    the word is ambiguous; `titled` the entries that have the query as their title. `advice` is what words.yml and
    false friends say about the word, `explained` the entries that list it as a false friend with meanings. `near` has
    known words like the query if nothing was found. `renamed` is the present address if the query is a former one.
    """

    query: str
    entry: Entry | None = None
    concept: Concept | None = None
    readings: tuple[Reading, ...] = ()
    titled: tuple[Entry, ...] = ()
    advice: tuple[str, ...] = ()
    explained: tuple[Entry, ...] = ()
    near: tuple[str, ...] = ()
    renamed: str = ""

    @property
    def found(self) -> bool:
        """Tell whether there is anything to show."""
        return bool(self.entry or self.readings or self.titled)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the entries that the query may lead to, each once, in the glossary's order."""
        if self.entry:
            return (self.entry,)
        told = (reading.entry for reading in self.readings if reading.entry)
        return tuple({entry.id: entry for entry in (*told, *self.titled)}.values())

    @property
    def concepts(self) -> int:
        """Count the different things that the word may stand for."""
        return len({(reading.ref or reading.text) for reading in self.readings})


def look_up(glossary: Glossary, query: str, on: date) -> Answer:
    """Resolve an id or a word on a day."""
    query = " ".join(query.split())
    by_id = find_id(glossary, query)
    if by_id:
        return by_id
    answer = find_word(glossary, query, on)
    if now := glossary.now(query):
        by_id = None if answer.found else find_id(glossary, now)
        return replace(by_id or answer, query=query, renamed=now)
    return answer if answer.found else Answer(query, near=near_words(glossary, query))


def find_id(glossary: Glossary, query: str) -> Answer | None:
    """Find an entry by its id, or a concept by its address; None if there is no such id."""
    entry = glossary.entries.get(query)
    if entry:
        return Answer(query, entry=entry)
    entry_id, _dot, key = query.partition(".")
    entry = glossary.entries.get(entry_id)
    concept = entry.concept(key) if entry else None
    return Answer(query, entry=entry, concept=concept) if concept else None


def find_word(glossary: Glossary, query: str, on: date) -> Answer:
    """Find all readings of a word, the exact spelling before others, in the glossary's order."""
    lexicon = build_lexicon(glossary, on)
    friends = list(_friends(glossary, query))
    readings = [_reading(sense) for sense in _senses(lexicon, query)]
    # In words.yml each meaning is a reading. An entry's false friend may also hold mere remarks: they have no area, or
    # explain what the area's own word means.
    readings += [_meant(lexicon, meaning) for entry, friend in friends if entry is None for meaning in friend.means]
    own = {reading.area for reading in readings}
    readings += [
        _understood(lexicon, entry, meaning)
        for entry, friend in friends
        if entry
        for meaning in friend.means
        if meaning.area and meaning.area not in own
    ]
    if any(reading.meaning for reading in readings):
        # The order is that of the areas: the one whose own word it is does not come first.
        areas = ("", *glossary.areas)
        readings.sort(key=lambda reading: areas.index(reading.area) if reading.area in areas else len(areas))
    kept = {reading.ref or (reading.area, reading.text): reading for reading in reversed(readings)}
    titled = tuple(entry for entry in glossary.entries.values() if fold(entry.title) == fold(query))
    advice = tuple(dict.fromkeys(friend.note for _entry, friend in friends if friend.note))
    explained = tuple({entry.id: entry for entry, friend in friends if entry and friend.means}.values())
    return Answer(query, readings=tuple(reversed(kept.values())), titled=titled, advice=advice, explained=explained)


def concepts_meant(glossary: Glossary, reading: Reading, on: date) -> tuple[Concept, ...]:
    """Return the concepts by which an entry covers a meaning that is only put in words.

    These are the entry's concepts of that area whose words the meaning names, else the area's main one.
    """
    if reading.sense or reading.entry is None:
        return ()
    own = [each for each in reading.entry.concepts if each.area == reading.area and not each.absent]
    matches = find_terms(build_lexicon(glossary, on), plain_prose(reading.text), (reading.area,))
    said = {sense.ref for match in matches for sense in match.senses}
    named = tuple(each for each in own if reading.entry.ref(each) in said)
    return named or tuple(each for each in own if each.key == each.area)


def near_words(glossary: Glossary, query: str, limit: int = _SUGGESTIONS) -> tuple[str, ...]:
    """Return known words and ids that are most like a query, best first, each meaning once."""
    from rapidfuzz import fuzz, process

    known: dict[str, str] = {}
    for sense in glossary.senses():
        known.setdefault(sense.term.term, fold(sense.term.term))
    for entry in glossary.entries.values():
        known.setdefault(entry.title, fold(entry.title))
        known.setdefault(entry.id, entry.id)
    for friend in glossary.words:
        known.update({word: fold(word) for word in friend.words})
    found = process.extract(fold(query), known, scorer=fuzz.ratio, score_cutoff=_LIKENESS, limit=limit * 3)
    spelled = {value: key for value, _score, key in reversed(found)}
    return tuple(dict.fromkeys(spelled[value] for value, _score, _key in found))[:limit]


def find_area(glossary: Glossary, query: str) -> Area | None:
    """Find a legal area by what people call it: id, short or full title, one of its laws, or a role that acts in it."""
    wanted = _squeeze(query)
    for area in glossary.areas.values():
        if wanted in map(_squeeze, (area.id, area.short, area.title, *area.laws)):
            return area
    for role in glossary.roles.values():
        if role.area and wanted in map(_squeeze, (role.id, role.short, role.title)):
            return glossary.areas.get(role.area)
    return None


def find_theme(glossary: Glossary, query: str) -> str | None:
    """Find a theme's id by its id or its title."""
    wanted = _squeeze(query)
    return next(
        (name for name, title in glossary.themes.items() if wanted in (name, _squeeze(name), _squeeze(title))), None
    )


def _squeeze(text: str) -> str:
    return fold(text).replace(" ", "").replace("-", "")


def _senses(lexicon: Lexicon, query: str) -> tuple[Sense, ...]:
    """Look a word up in its exact spelling; only if that fails, without regard to case, umlauts and gender signs."""
    words = WORD.findall(query)
    if not words:
        return ()
    whole = [match for match in find_terms(lexicon, plain_prose(query)) if (match.start, match.end) == (0, len(query))]
    if whole:
        return whole[0].senses
    for wanted in dict.fromkeys((query, feminine(query))):
        found = {(sense.ref, sense.term.term): sense for sense in find_folded(lexicon, WORD.findall(wanted), fold)}
        if found:
            return tuple(found.values())
    return ()


def _friends(glossary: Glossary, query: str) -> Iterator[tuple[Entry | None, FalseFriend]]:
    """Iterate over what words.yml and false friends say about a word."""
    for friend in glossary.words:
        if is_form_of_any(query, friend.words):
            yield None, friend
    for entry in glossary.entries.values():
        for friend in entry.false_friends:
            if is_form_of_any(query, friend.words):
                yield entry, friend


def _reading(sense: Sense) -> Reading:
    text = (sense.concept.definition if sense.concept else "") or sense.entry.notion or sense.entry.title
    return Reading(sense.area, text, sense, sense.entry)


def _meant(lexicon: Lexicon, meaning: Meaning) -> Reading:
    """Make a reading of a meaning; if an entry has that word in that area, it is the entry's."""
    senses = (sense for sense in _senses(lexicon, meaning.text) if sense.area == meaning.area)
    sense = next(senses, None)
    return _reading(sense) if sense else Reading(meaning.area, meaning.text)


def _understood(lexicon: Lexicon, entry: Entry, meaning: Meaning) -> Reading:
    """Make a reading of what an area understands by another one's word, as an entry's false friend tells it."""
    reading = _meant(lexicon, meaning)
    return replace(reading, entry=reading.entry or entry, meaning=meaning.text)
