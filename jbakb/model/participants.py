"""Who takes part in a process: the roles that can play each part, and the legal areas behind them."""

from __future__ import annotations

from collections.abc import Iterator

from jbakb.model.glossary import Glossary
from jbakb.model.process import Process, ProcessRole


def players_of(process: Process, role: str) -> tuple[str, ...]:
    """Return the roles of areas.yml that stand behind a role: itself, or those that can play a role of the process.

    Empty for a role of the process that none of them plays.
    """
    here = process.roles.get(role)
    return here.played_by if isinstance(here, ProcessRole) else (role,)


def title_of_role(glossary: Glossary, process: Process, role: str) -> str:
    """Return the name of a role in a process."""
    here = process.roles.get(role)
    if isinstance(here, ProcessRole):
        return here.title
    known = glossary.roles.get(role)
    return known.title if known else role


def roles_of(process: Process) -> tuple[str, ...]:
    """Return all roles of a process: those that it lists, then those that only act, give or take."""
    return tuple(dict.fromkeys([*process.roles, *_acting(process)]))


def areas_of(glossary: Glossary, process: Process) -> tuple[str, ...]:
    """Return the legal areas that take part in a process, in the order of areas.yml."""
    players = {player for role in roles_of(process) for player in players_of(process, role)}
    areas = {glossary.roles[player].area for player in players if player in glossary.roles}
    return tuple(area for area in glossary.areas if area in areas)


def _acting(process: Process) -> Iterator[str]:
    yield from (step.actor for step in process.steps)
    for handover in process.handovers:
        yield from (handover.from_, handover.to)
