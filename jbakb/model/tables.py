"""Facts of the law that belong to no single entry: age limits, who provides what, and changes (glossary/*.yml).

A row that has a `ref` takes its word, its area and its sources from there, unless it states its own: nothing is typed
twice. Doubts stand under `open` and stay visible on the page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from msgspec.structs import replace

from jbakb.model.entry import Record

#: What an authority does about a service: it provides it, the law excludes it, or it has a part in it.
Answer: TypeAlias = Literal["yes", "no", "partly"]

#: For a change whose day is not known.
Season: TypeAlias = Literal["spring", "summer", "autumn", "winter"]


class AgeLimit(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """What begins or ends at an age, in years: `from` and older, younger than `below`, or `to` as the law's rule says.

    `ref` is the concept that explains it. Without `text` its word stands there, without `sources` its sources.
    """

    from_: int | None = None
    below: int | None = None
    to: int | None = None
    ref: str = ""
    area: str = ""
    text: str = ""
    sources: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


class AgesFile(Record, frozen=True, kw_only=True):
    """The content of glossary/ages.yml."""

    verified: date | None = None
    advice: str = ""
    limits: tuple[AgeLimit, ...]


class Part(Record, frozen=True, kw_only=True):
    """What one area has to do with a service; `since` is the day from which it holds."""

    area: str
    answer: Answer
    note: str = ""
    since: date | None = None


class Service(Record, frozen=True, kw_only=True):
    """A service and who provides it; an area that is not named has no part in it."""

    title: str
    refs: tuple[str, ...] = ()
    parts: tuple[Part, ...]
    sources: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


class ServicesFile(Record, frozen=True, kw_only=True):
    """The content of glossary/services.yml: `audience` are those that it is about."""

    audience: str
    verified: date | None = None
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    areas: tuple[str, ...]
    services: tuple[Service, ...]


class LawChange(Record, frozen=True, kw_only=True):
    """A change of the law that no entry tells of.

    Exactly one of `date`, `year` (with `season`, where the day is not known) and `announced`.
    """

    text: str
    date: date | None = None
    year: int | None = None
    season: Season | None = None
    announced: bool = False
    areas: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


class ChangesFile(Record, frozen=True, kw_only=True):
    """The content of glossary/changes.yml: `verified` is the day up to which changes were looked for."""

    verified: date | None = None
    changes: tuple[LawChange, ...] = ()


@dataclass(frozen=True)
class Tables:
    """The tables of a knowledge base; it may have none of them."""

    ages: AgesFile | None = None
    services: ServicesFile | None = None
    changes: ChangesFile | None = None


def with_table_references(tables: Tables, follow: Callable[[str], str]) -> Tables:
    """Return tables whose references are what `follow` makes of them; those that it makes empty fall away."""

    def followed(refs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(target for ref in refs if (target := follow(ref))))

    ages, services, changes = tables.ages, tables.services, tables.changes
    return Tables(
        ages=ages and replace(ages, limits=tuple(replace(row, ref=row.ref and follow(row.ref)) for row in ages.limits)),
        services=services
        and replace(services, services=tuple(replace(row, refs=followed(row.refs)) for row in services.services)),
        changes=changes
        and replace(changes, changes=tuple(replace(row, refs=followed(row.refs)) for row in changes.changes)),
    )
