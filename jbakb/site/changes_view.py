"""The change log: which words and rules changed when, from the entries' own dates and from glossary/changes.yml."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from jbakb.i18n import N_, _
from jbakb.labels import day_label
from jbakb.model import Concept, Entry, Glossary, Term
from jbakb.model.status import preferred_term
from jbakb.model.tables import LawChange, Season, Tables
from jbakb.site.addresses import folded

_SEASON: Final[dict[Season, str]] = {
    "spring": N_("Frühjahr {year}"),
    "summer": N_("Sommer {year}"),
    "autumn": N_("Herbst {year}"),
    "winter": N_("Winter {year}"),
}
_MONTH: Final[dict[Season, int]] = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


@dataclass(frozen=True)
class WordChange:
    """Words that gave way to others: without old ones they are new, without new ones the thing itself ended."""

    areas: tuple[str, ...]
    ref: str
    title: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    tolerated: date | None = None
    source: str = ""
    open: tuple[str, ...] = ()


@dataclass(frozen=True)
class RuleChange:
    """A change of the law; `places` are the addresses and titles of what explains it, `sources` where it stands."""

    text: str
    areas: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


@dataclass(frozen=True)
class Moment:
    """What changed on a day, or in a season whose day is not known: `anchor` is its place on the page."""

    start: date
    anchor: str
    label: str
    exact: bool
    words: tuple[WordChange, ...] = ()
    ending: tuple[WordChange, ...] = ()
    rules: tuple[RuleChange, ...] = ()

    @property
    def count(self) -> int:
        """Return how many changes there are."""
        return len(self.words) + len(self.ending) + len(self.rules)


@dataclass(frozen=True)
class ChangeLog:
    """All changes, the latest first; `undated` are old words whose day is not known, `announced` is no law yet."""

    moments: tuple[Moment, ...]
    undated: tuple[WordChange, ...]
    announced: tuple[RuleChange, ...]

    def latest(self, on: date, count: int) -> tuple[Moment, ...]:
        """Return the last moments up to a day, the latest first."""
        return tuple(moment for moment in self.moments if moment.start <= on)[:count]

    def next(self, on: date) -> tuple[Moment, ...]:
        """Return the moments after a day, the nearest first."""
        return tuple(reversed([moment for moment in self.moments if moment.start > on]))


def change_log(glossary: Glossary, tables: Tables, on: date) -> ChangeLog:
    """Gather all changes; `on` decides which word follows an old one without a date."""
    order = {area: place for place, area in enumerate(glossary.areas)}
    words: dict[date, list[WordChange]] = defaultdict(list)
    ending: dict[date, list[WordChange]] = defaultdict(list)
    for day, change in _word_changes(glossary):
        words[day].append(change)
        if change.tolerated:
            ending[change.tolerated + timedelta(days=1)].append(change)
    rules: dict[tuple[date, str], list[RuleChange]] = defaultdict(list)
    for day, rule in _entry_rules(glossary):
        rules[day, ""].append(rule)
    announced = []
    for law_change in tables.changes.changes if tables.changes else ():
        rule = _table_rule(glossary, law_change)
        if law_change.announced:
            announced.append(rule)
        else:
            rules[_start(law_change), _season_label(law_change)].append(rule)
    moments = []
    for day, label in {(day, "") for day in (*words, *ending)} | set(rules):
        moments.append(
            Moment(
                start=day,
                anchor=f"{day.year}-{day.month:02}" if label else day.isoformat(),
                label=label or day_label(day),
                exact=not label,
                words=() if label else tuple(_merged(words[day], order)),
                ending=() if label else tuple(_merged(ending[day], order)),
                rules=tuple(sorted(_told_once(rules[day, label]), key=lambda rule: _rule_order(rule, order))),
            )
        )
    moments.sort(key=lambda moment: (moment.start, moment.exact), reverse=True)
    return ChangeLog(tuple(moments), tuple(_merged(list(_undated(glossary, on)), order)), tuple(announced))


def _word_changes(glossary: Glossary) -> Iterator[tuple[date, WordChange]]:
    """Find the days on which words changed, from the dates of terms and concepts."""
    homes = [(entry, concept) for entry, concept in glossary.concepts() if not concept.use]
    replaced: set[tuple[date, str]] = set()
    for entry, concept in homes:
        if concept.valid_to is None:
            continue
        day = concept.valid_to + timedelta(days=1)
        targets = [found for ref in concept.replaced_by if (found := glossary.find(ref))]
        replaced |= {(day, home.ref(target)) for home, target in targets}
        new = tuple(term.term for _home, target in targets if (term := preferred_term(target, day)))
        last = preferred_term(concept, concept.valid_to)
        yield day, _change(entry, concept, (last.term,) if last else (entry.title,), new)
    for entry, concept in homes:
        for day in sorted(_days(concept)):
            ended = [term for term in concept.terms or () if term.valid_to and term.valid_to + timedelta(days=1) == day]
            begun = [term for term in concept.terms or () if term.valid_from == day]
            if not ended and (day, entry.ref(concept)) in replaced:
                continue
            new = _names(begun) or _names([term for term in (preferred_term(concept, day),) if term])
            change = _change(entry, concept, _names(ended), new)
            tolerance = next((term.tolerated for term in ended if term.tolerated), None)
            if tolerance:
                change = replace(change, tolerated=tolerance.until, source=tolerance.source)
            yield day, change


def _days(concept: Concept) -> set[date]:
    days = {term.valid_to + timedelta(days=1) for term in concept.terms or () if term.valid_to}
    days |= {term.valid_from for term in concept.terms or () if term.valid_from}
    if concept.valid_from and concept.terms:
        days.add(concept.valid_from)
    if concept.valid_to:
        days.discard(concept.valid_to + timedelta(days=1))
    return days


def _undated(glossary: Glossary, on: date) -> Iterator[WordChange]:
    for entry, concept in glossary.concepts():
        old = [term for term in concept.terms or () if term.status == "superseded" and term.valid_to is None]
        better = preferred_term(concept, on)
        if old:
            yield _change(entry, concept, _names(old), (better.term,) if better else ())


def _change(entry: Entry, concept: Concept, old: tuple[str, ...], new: tuple[str, ...]) -> WordChange:
    return WordChange((concept.area,), entry.ref(concept), entry.title, old, new, open=concept.open)


def _names(terms: list[Term]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.term for term in terms))


def _merged(changes: list[WordChange], order: Mapping[str, int]) -> Iterator[WordChange]:
    """Put the areas together in which the same words changed."""
    changes.sort(
        key=lambda each: (not each.tolerated, not each.old, folded("".join(each.new or each.old)), each.old, each.new)
    )
    for _key, group in groupby(changes, key=lambda each: (each.old, each.new)):
        same = list(group)
        areas = dict.fromkeys(area for each in same for area in each.areas)
        yield replace(same[0], areas=tuple(sorted(areas, key=lambda area: order.get(area, 99))))


def _entry_rules(glossary: Glossary) -> Iterator[tuple[date, RuleChange]]:
    for entry, concept in glossary.concepts():
        for change in concept.changes:
            places = ((entry.ref(concept), entry.title),)
            sources = (change.source,) if change.source else ()
            yield change.date, RuleChange(change.text, (concept.area,), places, sources, concept.open)


def _told_once(rules: list[RuleChange]) -> Iterator[RuleChange]:
    """Put the entries together that tell the same change in the same words; a doubt stays if all of them have it."""
    same: dict[tuple[str, tuple[str, ...]], list[RuleChange]] = defaultdict(list)
    for rule in rules:
        same[rule.text, rule.sources].append(rule)
    for (text, sources), told in same.items():
        areas = tuple(dict.fromkeys(area for rule in told for area in rule.areas))
        places = tuple(dict.fromkeys(place for rule in told for place in rule.places))
        doubts = tuple(doubt for doubt in told[0].open if all(doubt in rule.open for rule in told))
        yield RuleChange(text, areas, places, sources, doubts)


def _table_rule(glossary: Glossary, change: LawChange) -> RuleChange:
    places = []
    for ref in change.refs:
        entry = glossary.entries.get(ref.partition(".")[0])
        if entry:
            places.append((ref, entry.title))
    return RuleChange(change.text, change.areas, tuple(places), change.sources, change.open)


def _start(change: LawChange) -> date:
    if change.date:
        return change.date
    assert change.year
    return date(change.year, _MONTH[change.season] if change.season else 1, 1)


def _season_label(change: LawChange) -> str:
    if change.date or not change.year:
        return ""
    return _(_SEASON[change.season]).format(year=change.year) if change.season else str(change.year)


def _rule_order(rule: RuleChange, order: Mapping[str, int]) -> tuple[int, tuple[str, ...]]:
    return min((order.get(area, 99) for area in rule.areas), default=99), rule.sources
