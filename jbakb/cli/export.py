"""`jbakb export`: the glossary in another format."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final, get_args

import click

from jbakb.cli.app import App, as_of_option, pass_app
from jbakb.cli.output import print_table
from jbakb.exchange.format import Exporter
from jbakb.exchange.formats import EXPORTERS
from jbakb.i18n import _
from jbakb.model.edition import edition_of
from jbakb.model.values import Visibility
from jbakb.store.loading import PROCESSES
from jbakb.store.settings import find_root
from jbakb.store.suggest import nearest_sentences

_PROCESS: Final = "process"
PICTURES: Final = ("bpmn", "svg", "pdf")


def _formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    return [id_ for id_ in (*(exporter.id for exporter in EXPORTERS), _PROCESS) if id_.startswith(incomplete)]


def _processes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    root = find_root(Path(ctx.find_root().params.get("directory") or "."))
    if root is None or ctx.params.get("format_") != _PROCESS:
        return []
    ids = sorted(path.stem for path in (root / PROCESSES).glob("*.md") if path.stem != "index")
    return [id_ for id_ in ids if id_.startswith(incomplete)]


@click.command(
    help=_(
        "Das Glossar in einem anderen Format ausgeben, oder mit „process KENNUNG“ das Diagramm eines Prozesses. "
        "Ohne FORMAT: die Formate auflisten."
    )
)
@click.argument("format_", metavar="[FORMAT]", required=False, shell_complete=_formats)
@click.argument("process", metavar="[KENNUNG]", required=False, shell_complete=_processes)
@click.option(
    "--format", "picture", type=click.Choice(PICTURES), default=None,
    help=_("Nur bei „process KENNUNG“: als BPMN 2.0, als Bild (SVG) oder als PDF."),
)  # fmt: skip
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
def export(
    app: App,
    /,
    format_: str | None,
    process: str | None,
    picture: str | None,
    output: Path | None,
    edition: Visibility,
    on: date,
) -> None:
    """Write the glossary, whole or public, or the diagram of a process, to a file or to standard output."""
    if format_ == _PROCESS:
        from jbakb.cli.export_process import export_process

        _write(export_process(app, process, picture, edition, on), output)
        return
    if process is not None or picture is not None:
        raise click.UsageError(_("KENNUNG und --format gibt es nur bei „jbakb export process“."))
    exporters = {exporter.id: exporter for exporter in app.plugins.exporters()}
    if format_ is None:
        rows = [(exporter.id, _(exporter.title)) for exporter in exporters.values()]
        rows.append((_PROCESS, _("Das Diagramm eines Prozesses (KENNUNG, --format bpmn, svg oder pdf)")))
        print_table((_("Format"), _("Was es ist")), rows)
        return
    _write(_exporter(exporters, format_).export(edition_of(app.kb.glossary, edition), on), output)


def _write(data: bytes, output: Path | None) -> None:
    if output is None or str(output) == "-":
        click.echo(data, nl=False)
    else:
        output.write_bytes(data)
        click.echo(_("Geschrieben: {file}").format(file=output), err=True)


def _exporter(exporters: dict[str, Exporter], format_: str) -> Exporter:
    if format_ in exporters:
        return exporters[format_]
    message = _("Das Format „{format}“ gibt es nicht.").format(format=format_)
    raise click.UsageError(f"{message} {nearest_sentences(format_, [*exporters, _PROCESS])}")
