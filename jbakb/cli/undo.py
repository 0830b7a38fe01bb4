"""`jbakb undo`: take the last change back."""

from __future__ import annotations

import click

from jbakb.cli.app import App, pass_app
from jbakb.cli.changing import show_changes
from jbakb.i18n import _
from jbakb.store.journal import FileChange
from jbakb.store.transaction import last_change
from jbakb.store.transaction import skip as leave
from jbakb.store.transaction import undo as take_back


@click.command(help=_("Die letzte Änderung zurücknehmen; mehrmals aufgerufen, die davor."))
@click.option("--skip", is_flag=True, help=_("Die letzte Änderung lassen, wie sie ist; „undo“ nimmt dann die davor."))
@pass_app
def undo(app: App, /, skip: bool) -> None:
    """Show the last change that was not taken back, and take it back."""
    last = last_change(app.root)
    if last is None:
        click.echo(_("Es gibt keine Änderung, die sich zurücknehmen lässt."))
        return
    step, changes = last
    if skip:
        leave(app.root, step)
        click.echo(_("Übersprungen: {summary} (vom {when}).").format(summary=step.summary, when=step.when))
        return
    take_back(app.root, step)
    show_changes([FileChange(change.path, change.after, change.before) for change in changes])
    message = _("Zurückgenommen: {summary} (vom {when}).")
    click.secho(message.format(summary=step.summary, when=step.when), bold=True)
