"""What all commands that change files share: show the change, ask, write."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import unified_diff

import click

from jbakb.cli.app import App, interactive
from jbakb.cli.asking import ask_yes, decline
from jbakb.i18n import _
from jbakb.knowledge_base import KnowledgeBase, open_knowledge_base
from jbakb.store.journal import FileChange
from jbakb.store.problem import RefusedError
from jbakb.store.transaction import Changeset, planned_changes, write

Plan = Callable[[KnowledgeBase], Changeset]

_HUNK = re.compile(r"@@ -\S+ \+(\d+)\S* @@")
_COLOURS = {"+": "green", "-": "red"}


def carry_out(app: App, plan: Plan, *, yes: bool = False, question: str = "") -> None:
    """Show what a plan would change, ask on a terminal (unless `yes`), and write it.

    The plan is made again under the lock; if it then comes out differently from what was agreed to, nothing is written.
    Ends the command with 1 if the answer is no.
    """
    agreed: Changeset | None = None
    if interactive() and not yes:
        agreed = plan(app.kb)
        if not show_changes(planned_changes(app.root, agreed), agreed.moved):
            return
        if not ask_yes(question or _("So übernehmen?")):
            decline()

    def planned() -> Changeset:
        changeset = plan(open_knowledge_base(app.root))
        if agreed is None:
            show_changes(planned_changes(app.root, changeset), changeset.moved)
        elif agreed != changeset:
            raise RefusedError(_("Inzwischen wurde die Wissensbasis geändert. Bitte den Befehl noch einmal aufrufen."))
        return changeset

    changeset = write(app.root, planned)
    click.secho(_("{summary}.").format(summary=changeset.summary), bold=True)


def show_changes(changes: list[FileChange], moved: Mapping[str, str] | None = None) -> bool:
    """Print what changes in files; returns False if nothing does.

    Args: `moved` names, by new path, the file that a new one was before.
    """
    moved = moved or {}
    gone = {change.path: change for change in changes if change.path in moved.values()}
    if not changes:
        click.echo(_("Es gibt nichts zu ändern."))
    for change in changes:
        if change.path in gone:
            continue
        state = ""
        if change.path in moved:
            state = " " + _("(bisher {path})").format(path=moved[change.path])
            change = FileChange(change.path, gone[moved[change.path]].before, change.after)
        elif change.before is None:
            state = " " + _("(neu)")
        elif change.after is None:
            state = " " + _("(wird gelöscht)")
        click.secho(f"{change.path}{state}", bold=True)
        for line in _difference(change):
            click.secho(f"  {line}", fg=_COLOURS.get(line[:1]), dim=line[:1] not in "+- ")
    return bool(changes)


def _difference(change: FileChange) -> list[str]:
    old, new = ((data or b"").decode("utf-8-sig", "replace").splitlines() for data in (change.before, change.after))
    lines = list(unified_diff(old, new, lineterm="", n=2))[2:]
    if change.before is None or change.after is None:
        return [line for line in lines if not line.startswith("@@")]
    return [_HUNK.sub(lambda found: _("Zeile {line}:").format(line=found[1]), line) for line in lines]
