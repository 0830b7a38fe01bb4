"""Where a process names a role of areas.yml, and the same process with another name for it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from jbakb.model import Process
from jbakb.model.process import ProcessRole


def roles_named(process: Process, role: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Iterate over the places of a process, as keys and indexes, that name a role, with what stands there."""
    if not _hidden(process, role):
        if role in process.roles:
            yield ("roles", role), f"roles: {role}"
        for place, step in enumerate(process.steps):
            if step.actor == role:
                yield ("steps", place, "actor"), f"actor: {role}"
        for place, handover in enumerate(process.handovers):
            for field, named in (("from", handover.from_), ("to", handover.to)):
                if named == role:
                    yield ("handovers", place, field), f"{field}: {role}"
    for key, here in process.roles.items():
        if isinstance(here, ProcessRole) and role in here.played_by:
            yield ("roles", key, "played_by", here.played_by.index(role)), f"played_by: {role}"


def with_role_renamed(process: Process, old: str, new: str) -> Process:
    """Return a process with another name for a role of areas.yml."""
    hidden = _hidden(process, old)

    def follow(role: str) -> str:
        return new if role == old and not hidden else role

    roles: dict[str, str | ProcessRole] = {
        follow(key): replace(here, played_by=tuple(new if role == old else role for role in here.played_by))
        if isinstance(here, ProcessRole)
        else here
        for key, here in process.roles.items()
    }
    return replace(
        process,
        roles=roles,
        steps=tuple(replace(step, actor=follow(step.actor)) for step in process.steps),
        handovers=tuple(
            replace(handover, from_=follow(handover.from_), to=follow(handover.to)) for handover in process.handovers
        ),
    )


def _hidden(process: Process, role: str) -> bool:
    """Tell whether a role of the process's own has the same name."""
    return isinstance(process.roles.get(role), ProcessRole)
