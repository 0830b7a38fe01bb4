"""`jbakb plugins`: what is plugged in, and where it comes from."""

from __future__ import annotations

import json

import click

from jbakb.cli.app import App, format_option, pass_app
from jbakb.cli.output import print_table
from jbakb.i18n import _


@click.command(help=_("Die Plugins auflisten: Kennung, Herkunft, Datei und was sie beitragen."))
@format_option("table", "json")
@pass_app
def plugins(app: App, /, format_: str) -> None:
    """Print a line per plugin."""
    origins = {"local": _("eigen"), "package": _("installiert")}
    found = app.plugins.plugins
    if format_ == "json":
        names = ("id", "origin", "source", "hooks")
        items = [{name: getattr(each, name) for name in names} for each in found]
        click.echo(json.dumps({"plugins": items}, ensure_ascii=False, indent=2))
    elif found:
        rows = [(each.id, origins[each.origin], str(each.source), ", ".join(each.hooks)) for each in found]
        print_table((_("Kennung"), _("Herkunft"), _("Datei"), _("Beiträge")), rows)
    else:
        click.echo(_("Keine Plugins. Eigene liegen im Ordner plugins/ der Wissensbasis."))
