"""The files of tables: reading them, and where each reference and source stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from jbakb.i18n import _
from jbakb.model.tables import AgeLimit, AgesFile, ChangesFile, LawChange, ServicesFile, Tables
from jbakb.store.loading import locate, read_record
from jbakb.store.problem import Problem

AGES_FILE: Final = "glossary/ages.yml"
SERVICES_FILE: Final = "glossary/services.yml"
CHANGES_FILE: Final = "glossary/changes.yml"

Where = tuple[str | int, ...]


@dataclass(frozen=True)
class Pointer:
    """Something in a table that must exist: the file, the path of keys and indexes in it, and what it names."""

    file: str
    where: Where
    target: str


def load_tables(root: Path) -> tuple[Tables, list[Problem]]:
    """Read the tables of a knowledge base; a file that is missing is no problem."""
    problems: list[Problem] = []
    ages: AgesFile | None = read_record(root, AGES_FILE, AgesFile, problems)
    services: ServicesFile | None = read_record(root, SERVICES_FILE, ServicesFile, problems)
    changes: ChangesFile | None = read_record(root, CHANGES_FILE, ChangesFile, problems)
    for place, limit in enumerate(ages.limits if ages else ()):
        problems += _complaint(root, AGES_FILE, ("limits", place), _age_problem(limit))
    for place, change in enumerate(changes.changes if changes else ()):
        problems += _complaint(root, CHANGES_FILE, ("changes", place), _change_problem(change))
    return Tables(ages, services, changes), problems


def references_of_tables(tables: Tables) -> Iterator[Pointer]:
    """Iterate over the entries and concepts that tables name."""
    for file, where, row in _rows(tables):
        if isinstance(row, AgeLimit):
            if row.ref:
                yield Pointer(file, (*where, "ref"), row.ref)
        else:
            yield from (Pointer(file, (*where, "refs", place), ref) for place, ref in enumerate(row.refs))


def areas_of_tables(tables: Tables) -> Iterator[Pointer]:
    """Iterate over the areas that tables name."""
    for place, area in enumerate(tables.services.areas if tables.services else ()):
        yield Pointer(SERVICES_FILE, ("areas", place), area)
    for file, where, row in _rows(tables):
        if isinstance(row, AgeLimit):
            if row.area:
                yield Pointer(file, (*where, "area"), row.area)
        elif isinstance(row, LawChange):
            yield from (Pointer(file, (*where, "areas", place), area) for place, area in enumerate(row.areas))
        else:
            yield from (
                Pointer(file, (*where, "parts", place, "area"), part.area) for place, part in enumerate(row.parts)
            )


def sources_of_tables(tables: Tables) -> Iterator[Pointer]:
    """Iterate over the sources that tables cite."""
    for place, source in enumerate(tables.services.sources if tables.services else ()):
        yield Pointer(SERVICES_FILE, ("sources", place), source)
    for file, where, row in _rows(tables):
        yield from (Pointer(file, (*where, "sources", place), source) for place, source in enumerate(row.sources))


def _rows(tables: Tables) -> Iterator[tuple[str, Where, Any]]:
    yield from ((AGES_FILE, ("limits", at), row) for at, row in enumerate(tables.ages.limits if tables.ages else ()))
    services = tables.services.services if tables.services else ()
    yield from ((SERVICES_FILE, ("services", at), row) for at, row in enumerate(services))
    changes = tables.changes.changes if tables.changes else ()
    yield from ((CHANGES_FILE, ("changes", at), row) for at, row in enumerate(changes))


def _age_problem(limit: AgeLimit) -> tuple[str, str] | None:
    if limit.from_ is None and limit.below is None and limit.to is None:
        return _("Es fehlt das Alter."), _("from (ab), below (unter) oder to (bis) ergänzen, in Jahren")
    if limit.to is not None and (limit.from_ is not None or limit.below is not None):
        return _("„to“ steht allein."), _("für „18 bis 20“ from: 18 und below: 21 schreiben")
    if limit.from_ is not None and limit.below is not None and limit.from_ >= limit.below:
        return _("„from“ muss kleiner sein als „below“."), _("die Zahlen tauschen")
    if not limit.text and not limit.ref:
        return _("Es fehlt, was in diesem Alter gilt."), _("text oder ref ergänzen")
    return None


def _change_problem(change: LawChange) -> tuple[str, str] | None:
    given = [name for name in ("date", "year", "announced") if getattr(change, name)]
    if not given:
        return _("Es fehlt, wann das Recht sich ändert."), _("date, year mit season, oder announced: true ergänzen")
    if len(given) > 1:
        message = _("{first} und {second} schließen einander aus.").format(first=given[0], second=given[1])
        return message, _("eines von beiden löschen")
    if change.season and not change.year:
        return _("Zu „season“ gehört „year“."), _("year ergänzen oder season löschen")
    return None


def _complaint(root: Path, file: str, where: Where, problem: tuple[str, str] | None) -> Iterator[Problem]:
    if problem:
        line, column = locate((root / file).read_bytes(), where)
        yield Problem(file, line, column, *problem)
