"""Legal areas, the roles that act in them, and the glossary-wide defaults (glossary/areas.yml)."""

from __future__ import annotations

from jbakb.model.entry import Record
from jbakb.model.values import AreaColor, AreaSymbol, Visibility


class Area(Record, frozen=True, kw_only=True):
    """A legal area (Rechtskreis). Its id is part of all addresses and never changes."""

    id: str
    title: str
    short: str
    laws: tuple[str, ...] = ()
    core: bool = False
    state_law: bool = False
    applies_to: tuple[str, ...] = ()
    color: AreaColor | None = None
    symbol: AreaSymbol | None = None


class Role(Record, frozen=True, kw_only=True):
    """Somebody who acts in processes; a role with an area speaks that area's language.

    `workplace` completes „Ich arbeite …“: "in der Schule".
    """

    id: str
    title: str
    short: str = ""
    area: str = ""
    workplace: str = ""


class Defaults(Record, frozen=True, kw_only=True):
    """What holds for an entry that does not say otherwise."""

    visibility: Visibility = "internal"
    review_every: str = "P12M"


class AreasFile(Record, frozen=True, kw_only=True):
    """The content of glossary/areas.yml; the order here is the order everywhere."""

    areas: tuple[Area, ...]
    roles: tuple[Role, ...] = ()
    defaults: Defaults = Defaults()
