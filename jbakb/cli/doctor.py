"""`jbakb doctor`: whether everything that jbakb needs is there."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

import click

from jbakb.cli.app import App, format_option, pass_app
from jbakb.cli.output import on_terminal, style
from jbakb.health import observe
from jbakb.i18n import _
from jbakb.store.settings import find_root


@click.command(help=_("Nachsehen, ob alles Nötige da ist. Endet mit 1, wenn etwas Aufmerksamkeit braucht."))
@format_option("text", "json")
@pass_app
def doctor(app: App, /, format_: str) -> int:
    """Print a line per observation, with the way to mend it."""
    seen = list(observe(find_root(app.directory), encoding=sys.stdout.encoding or "", local_plugins=app.local_plugins))
    if format_ == "json":
        click.echo(json.dumps({"checks": [asdict(each) for each in seen]}, ensure_ascii=False, indent=2))
    else:
        states = {"ok": (_("gut"), "green"), "attention": (_("Achtung"), "yellow"), "info": (_("Info"), None)}
        for each in seen:
            name, colour = states[each.state]
            if not on_terminal():
                click.echo("\t".join((name, each.message, each.hint)).rstrip())
                continue
            click.echo(f"{style(f'{name:<8}', fg=colour)} {each.message}")
            if each.hint:
                click.echo(" " * 9 + _("Abhilfe: {hint}").format(hint=each.hint))
    return int(any(each.state == "attention" for each in seen))
