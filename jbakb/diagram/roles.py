"""Who acts in a process: a role of areas.yml, or one that exists only here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jbakb.model import Glossary, Process
from jbakb.model.process import ProcessRole


@dataclass(frozen=True)
class RoleView:
    """Somebody who acts: title, area (empty for none or several), task here, and who can play the role.

    `players` has the ids of those roles, `played_by` their titles.
    """

    id: str
    title: str
    area: str
    task: str = ""
    played_by: tuple[str, ...] = ()
    players: tuple[str, ...] = ()


def list_roles(glossary: Glossary, process: Process) -> Mapping[str, RoleView]:
    """Return everybody who is named in a process by id: first those listed in its front matter, in their order."""
    named = {step.actor for step in process.steps} | {
        role for each in process.handovers for role in (each.from_, each.to)
    }
    ids = [*process.roles, *sorted(named - set(process.roles))]
    return {role: _role(glossary, process, role) for role in ids}


def _role(glossary: Glossary, process: Process, role_id: str) -> RoleView:
    here = process.roles.get(role_id, "")
    if isinstance(here, ProcessRole):
        players = tuple(each for each in here.played_by if each in glossary.roles)
        titles = tuple(glossary.roles[each].title for each in players)
        return RoleView(role_id, here.title, glossary.area_of_role(process, role_id), here.task, titles, players)
    known = glossary.roles.get(role_id)
    return RoleView(role_id, known.title if known else role_id, known.area if known else "", here)
