"""`jbakb export`: the glossary in another format."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import click

from jbakb.cli.app import App, as_of_option, pass_app
from jbakb.cli.output import print_table
from jbakb.exchange.format import Exporter
from jbakb.exchange.formats import EXPORTERS
from jbakb.i18n import _
from jbakb.model.edition import edition_of
from jbakb.model.values import Visibility
from jbakb.store.suggest import nearest_sentences


def _formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    return [exporter.id for exporter in EXPORTERS if exporter.id.startswith(incomplete)]


@click.command(help=_("Das Glossar in einem anderen Format ausgeben. Ohne FORMAT: die Formate auflisten."))
@click.argument("format_", metavar="[FORMAT]", required=False, shell_complete=_formats)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), metavar=_("DATEI"),
    help=_("In diese Datei statt in die Standardausgabe."),
)  # fmt: skip
@click.option(
    "--edition", type=click.Choice(get_args(Visibility)), default="internal", show_default=True,
    help=_("Ausgabe für alle (public) oder nur für das eigene Haus (internal)."),
)  # fmt: skip
@as_of_option
@pass_app
def export(app: App, /, format_: str | None, output: Path | None, edition: Visibility, on: date) -> None:
    """Write the glossary, whole or public, to a file or to standard output."""
    exporters = {exporter.id: exporter for exporter in app.plugins.exporters()}
    if format_ is None:
        rows = [(exporter.id, _(exporter.title)) for exporter in exporters.values()]
        print_table((_("Format"), _("Was es ist")), rows)
        return
    data = _exporter(exporters, format_).export(edition_of(app.kb.glossary, edition), on)
    if output is None or str(output) == "-":
        click.echo(data, nl=False)
    else:
        output.write_bytes(data)
        click.echo(_("Geschrieben: {file}").format(file=output), err=True)


def _exporter(exporters: dict[str, Exporter], format_: str) -> Exporter:
    if format_ in exporters:
        return exporters[format_]
    message = _("Das Format „{format}“ gibt es nicht.").format(format=format_)
    raise click.UsageError(f"{message} {nearest_sentences(format_, exporters)}")
