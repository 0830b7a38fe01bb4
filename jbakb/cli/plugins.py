"""`jbakb plugins`: what is plugged in, and where it comes from."""

from __future__ import annotations

import json

import click

from jbakb.cli.app import App, format_option, pass_app
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
        wide = max(len(each.id) for each in found)
        for each in found:
            click.echo(f"{each.id:<{wide}}  {origins[each.origin]:<11}  {each.source}  {', '.join(each.hooks)}")
    else:
        click.echo(_("Keine Plugins. Eigene liegen im Ordner plugins/ der Wissensbasis."))
