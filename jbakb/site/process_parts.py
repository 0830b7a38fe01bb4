"""Everybody's own part in a process: what they do, what they get from whom, and what they hand over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from jbakb.diagram.flow import Flow, Stage
from jbakb.diagram.roles import RoleView
from jbakb.i18n import _, ngettext
from jbakb.model import Glossary
from jbakb.model.process import Handover


@dataclass(frozen=True)
class PartRow:
    """Something to do, to get or to give; `other` is the other side of a hand-over, `acting` the role played here."""

    kind: Literal["do", "get", "give"]
    stage: Stage
    acting: RoleView | None = None
    handover: Handover | None = None
    other: RoleView | None = None


@dataclass(frozen=True)
class PartView:
    """One part, in the order of the steps: `role` is who has it, `plays` the roles of this process in it."""

    role: RoleView
    plays: tuple[RoleView, ...]
    rows: tuple[PartRow, ...]

    @property
    def counts(self) -> str:
        """Return how much there is to do, to get and to give, in words."""
        kinds = Counter[str](row.kind for row in self.rows)
        told = [
            ngettext("{count} Schritt", "{count} Schritte", kinds["do"]).format(count=kinds["do"]),
            _("bekommt {count}").format(count=kinds["get"]),
            _("übergibt {count}").format(count=kinds["give"]),
        ]
        return ", ".join(text for text, kind in zip(told, ("do", "get", "give"), strict=True) if kinds[kind])


def list_parts(glossary: Glossary, flow: Flow) -> tuple[PartView, ...]:
    """Return a part for everybody who has one: authorities with the roles that they can play, then the others.

    A role of this process that a role of areas.yml can play belongs to the parts of all who can play it.
    """
    lanes = {role.id: role for role in flow.lanes}
    players = {player: None for role in flow.lanes for player in role.players or (role.id,)}
    parts = []
    for player in _in_order(glossary, players):
        plays = tuple(role for role in flow.lanes if player in role.players)
        known = glossary.roles.get(player)
        own = lanes.get(player)
        if own is None and known is not None:
            own = RoleView(player, known.title, known.area)
        if own is not None:
            mine = {role.id for role in plays} | {player}
            parts.append(PartView(own, plays, tuple(_rows(flow, lanes, player, mine))))
    return tuple(part for part in parts if part.rows)


def _in_order(glossary: Glossary, players: dict[str, None]) -> Iterator[str]:
    """Put roles that speak for an area first, in the order of areas.yml."""
    areas = list(glossary.areas)

    def place(player: str) -> int:
        role = glossary.roles.get(player)
        return areas.index(role.area) if role and role.area in areas else len(areas)

    yield from sorted(players, key=place)


def _rows(flow: Flow, lanes: dict[str, RoleView], player: str, mine: set[str]) -> Iterator[PartRow]:
    def acting(role: str) -> RoleView | None:
        return lanes[role] if role != player else None

    def always_me(role: str) -> bool:
        """Tell whether nobody else can be this role: nothing is handed over to oneself."""
        return role == player or lanes[role].players == (player,)

    for stage in flow.stages:
        if stage.step.actor in mine:
            yield PartRow("do", stage, acting(stage.step.actor))
        for handover in stage.handovers:
            if handover.from_ in mine and not always_me(handover.to):
                yield PartRow("give", stage, acting(handover.from_), handover, lanes[handover.to])
            if handover.to in mine and not always_me(handover.from_):
                yield PartRow("get", stage, acting(handover.to), handover, lanes[handover.from_])
