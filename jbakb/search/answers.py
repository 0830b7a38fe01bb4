"""What a search says before it lists anything: a term in all legal areas, and the word of today for an old one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypedDict

from jbakb.language.inflection import forms_of
from jbakb.model import Concept, Entry, Glossary
from jbakb.model.status import preferred_term, status_on
from jbakb.search.analysis import phrase


class Row(TypedDict):
    """One area's word: `how` is empty, `nearest` (nothing but something akin), `none` or `absent`.

    `means` is what follows in practice for that area.
    """

    area: str
    word: str
    since: str
    source: str
    how: str
    means: str
    id: str


class OldWord(TypedDict):
    """An outdated word of an area with what is said today; `ids` are the concepts of the new words."""

    area: str
    old: str
    new: list[str]
    ids: list[str]
    since: str


def answers_of(glossary: Glossary, on: date) -> dict[str, list[Row]]:
    """Return for each entry what its core areas say on a day, in the areas' order."""
    return {entry.id: rows for entry in glossary.entries.values() if (rows := list(_rows(glossary, entry, on)))}


def old_words(glossary: Glossary, on: date) -> dict[str, list[OldWord]]:
    """Return the words that are outdated on a day, in all their forms, with their successors."""
    found: dict[str, list[OldWord]] = {}
    for sense in glossary.senses():
        if status_on(sense.term, sense.concept, on) not in ("superseded", "deprecated"):
            continue
        following = [(entry.ref(each), preferred_term(each, on)) for entry, each in glossary.succeeding(sense)]
        told = [(ref, term) for ref, term in following if term and term.term != sense.term.term]
        if not told:
            continue
        since = next((_day(term.valid_from) for _ref, term in told if term.valid_from), "")
        new, ids = [term.term for _ref, term in told], [ref for ref, _term in told]
        word = OldWord(area=sense.area, old=sense.term.term, new=new, ids=ids, since=since)
        for key in sorted({phrase(form) for form in (sense.term.term, *forms_of(sense.term))}):
            if word not in found.setdefault(key, []):
                found[key].append(word)
    return found


def _rows(glossary: Glossary, entry: Entry, on: date) -> Iterator[Row]:
    order = {area: place for place, area in enumerate(glossary.areas)}
    for concept in sorted(entry.concepts, key=lambda concept: order.get(concept.area, len(order))):
        home_entry, home = glossary.home(entry, concept)
        how = "nearest" if concept.equivalence == "related" else ""
        if concept.absent:
            nearest = glossary.find(concept.nearest) if concept.nearest else None
            how = "nearest" if nearest else "absent"
            home_entry, home = nearest or (home_entry, home)
        term = preferred_term(home, on)
        if term is None and not how:
            how = "none"
        yield Row(
            area=concept.area,
            word=term.term if term else "",
            since=_day(term.valid_from) if term and how == "" else "",
            source=_source(home),
            how=how,
            means=_means(entry, concept),
            id=home_entry.ref(home),
        )


def _means(entry: Entry, concept: Concept) -> str:
    """Return what follows from the differences to the other areas, the most specific first."""
    own = {concept.key, concept.area, entry.ref(concept)}
    told = [
        each for each in entry.differences if each.consequence and (not each.between or own.intersection(each.between))
    ]
    told.sort(key=lambda each: len(each.between) or len(entry.concepts))
    return told[0].consequence if told else ""


def _source(concept: Concept) -> str:
    return next((source for source in concept.sources if source.startswith("§")), "")


def _day(day: date | None) -> str:
    return f"{day.day}.{day.month}.{day.year}" if day else ""
