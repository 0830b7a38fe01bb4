"""The tables as pages show them: age limits, who provides what, and abbreviations with several readings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from jbakb.i18n import _
from jbakb.labels import ABSENT_SYMBOL, day_label
from jbakb.model import Entry, FalseFriend, Glossary, Term
from jbakb.model.status import preferred_term
from jbakb.model.tables import AgeLimit, AgesFile, Answer, Part, Service, ServicesFile
from jbakb.site.addresses import folded, initial, slug
from jbakb.site.labels import Badge
from jbakb.site.word_view import LetterView, Reading

_ABBREVIATION: Final = re.compile(r"(?=(?:.*[A-ZÄÖÜ]){2})[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{1,4}")


@dataclass(frozen=True)
class AgeRow:
    """What holds at an age; `ref` and `title` are what explains it, empty for nothing."""

    area: str
    text: str
    ref: str
    title: str
    sources: tuple[str, ...]
    open: tuple[str, ...]


@dataclass(frozen=True)
class AgeView:
    """An age with what holds then; `anchor` is its place on the page."""

    label: str
    anchor: str
    rows: tuple[AgeRow, ...]


@dataclass(frozen=True)
class ServiceRow:
    """A service: the entries that explain it, and a badge with a remark for each column."""

    service: Service
    places: tuple[tuple[str, str], ...]
    cells: tuple[tuple[str, Badge, str], ...]


@dataclass(frozen=True)
class AbbreviationView:
    """An abbreviation with its readings: the false friend that tells of it, if one does, and those of the entries."""

    word: str
    anchor: str
    letter: str
    friend: FalseFriend | None
    entry: Entry | None
    readings: tuple[tuple[str, str, str], ...]


def list_ages(glossary: Glossary, ages: AgesFile, on: date) -> tuple[AgeView, ...]:
    """List the age limits by age; what refers to something that is left out in this edition and has no text, too."""
    groups: dict[tuple[int, int, int], tuple[AgeLimit, list[AgeRow]]] = {}
    for limit in ages.limits:
        row = _age_row(glossary, limit, on)
        if row:
            groups.setdefault(_age_order(limit), (limit, []))[1].append(row)
    order = {area: place for place, area in enumerate(glossary.areas)}
    return tuple(
        AgeView(
            age_label(limit),
            slug(f"alter {age_label(limit)}"),
            tuple(sorted(rows, key=lambda row: order.get(row.area, 99))),
        )
        for _key, (limit, rows) in sorted(groups.items())
    )


def age_label(limit: AgeLimit) -> str:
    """Return an age in words: „ab 14“, „unter 15“, „18 bis 20“, „bis 21“."""
    if limit.to is not None:
        return _("bis {age}").format(age=limit.to)
    if limit.from_ is None:
        return _("unter {age}").format(age=limit.below)
    if limit.below is None:
        return _("ab {age}").format(age=limit.from_)
    return _("{first} bis {last}").format(first=limit.from_, last=limit.below - 1)


def list_services(glossary: Glossary, file: ServicesFile) -> tuple[ServiceRow, ...]:
    """List the services with a cell for each of the file's areas."""
    return tuple(
        ServiceRow(
            service,
            tuple(_places(glossary, service.refs)),
            tuple(
                (area, *_cell(next((part for part in service.parts if part.area == area), None))) for area in file.areas
            ),
        )
        for service in file.services
    )


def answer_badge(answer: Answer | None) -> Badge:
    """Return whether an authority provides a service, as a word with a symbol."""
    if answer == "yes":
        return Badge("yes", "✓", _("ja"), _("Dieses Haus erbringt die Leistung."))
    if answer == "no":
        return Badge("no", "✗", _("nein"), _("Gesetzlich ausgeschlossen."))
    if answer == "partly":
        return Badge("partly", "◐", _("wirkt mit"), _("Dieses Haus hat einen Anteil daran."))
    return Badge("none", ABSENT_SYMBOL, _("keine Leistung"), _("Dieses Haus hat damit nichts zu tun."))


def list_abbreviations(glossary: Glossary, letters: Iterable[LetterView], on: date) -> tuple[AbbreviationView, ...]:
    """List the abbreviations with several readings: what a false friend explains, and what several entries share."""
    kinds = {term.term for term in _terms(glossary) if term.type in ("abbreviation", "acronym")}
    friends: dict[str, tuple[FalseFriend, Entry | None]] = {}
    for friend, entry in _friends(glossary):
        short = [word for word in friend.words if word in kinds or _ABBREVIATION.fullmatch(word)]
        if short and (len(friend.means) > 1 or len(short) < len(friend.words)):
            for word in short:
                friends.setdefault(word, (friend, entry))
    found: dict[str, AbbreviationView] = {}
    rows = {row.word: row.readings for letter in letters for row in letter.rows}
    told: set[int] = set()
    for word in sorted({*friends, *(word for word in kinds if word in rows)}, key=lambda word: (folded(word), word)):
        told_by, entry = friends.get(word, (None, None))
        readings = tuple(dict.fromkeys(_full_words(glossary, rows.get(word, ()), on)))
        if told_by is None and not _several(readings):
            continue
        if told_by is not None and id(told_by) in told:
            continue
        told.add(id(told_by) if told_by else 0)
        name = " · ".join(told_by.words) if told_by else word
        found[name] = AbbreviationView(name, f"kuerzel-{slug(name)}", initial(name), told_by, entry, readings)
    return tuple(found.values())


def _several(readings: Iterable[tuple[str, str, str]]) -> bool:
    """Tell whether an abbreviation stands for different things: other words in other entries."""
    return min(len({text for _area, text, _ref in readings}), len({ref.split(".")[0] for *_rest, ref in readings})) > 1


def _age_row(glossary: Glossary, limit: AgeLimit, on: date) -> AgeRow | None:
    found = glossary.find(limit.ref) if limit.ref else None
    entry, concept = found or (None, None)
    term = preferred_term(concept, on) if concept else None
    text = limit.text or (term.term if term else "")
    if not text:
        return None
    return AgeRow(
        area=limit.area or (concept.area if concept else ""),
        text=text,
        ref=entry.ref(concept) if entry and concept else "",
        title=entry.title if entry else "",
        sources=limit.sources or (concept.sources if concept else ()),
        open=limit.open,
    )


def _age_order(limit: AgeLimit) -> tuple[int, int, int]:
    """Order by the age that matters, then upper bounds before lower ones."""
    if limit.from_ is None:
        return limit.below or limit.to or 0, 0 if limit.to else 1, 0
    return limit.from_, 2, limit.below or 0


def _cell(part: Part | None) -> tuple[Badge, str]:
    if part is None:
        return answer_badge(None), ""
    since = _("seit {day}").format(day=day_label(part.since)) if part.since else ""
    return answer_badge(part.answer), ", ".join(filter(None, (part.note, since)))


def _places(glossary: Glossary, refs: Iterable[str]) -> Iterator[tuple[str, str]]:
    for ref in refs:
        entry = glossary.entries.get(ref.partition(".")[0])
        if entry:
            yield ref, entry.title


def _terms(glossary: Glossary) -> Iterator[Term]:
    return (sense.term for sense in glossary.senses())


def _friends(glossary: Glossary) -> Iterator[tuple[FalseFriend, Entry | None]]:
    yield from ((friend, None) for friend in glossary.words)
    for entry in glossary.entries.values():
        yield from ((friend, entry) for friend in entry.false_friends)


def _full_words(glossary: Glossary, readings: Iterable[Reading], on: date) -> Iterator[tuple[str, str, str]]:
    """Return what an abbreviation stands for in each of its readings: area, word in full, address."""
    for reading in readings:
        found = glossary.at(reading.ref)
        term = preferred_term(found[1], on) if found else None
        yield reading.area, term.term if term else reading.entry.title, reading.ref
