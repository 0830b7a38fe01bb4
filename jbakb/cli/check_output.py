"""`jbakb check-output`: the built website, file by file, before anybody gets it."""

from __future__ import annotations

from pathlib import Path

import click

from jbakb.check.finding import Finding
from jbakb.check.formats import FORMATS
from jbakb.check.formats.markdown import counted
from jbakb.check.output.run import check_output as find_all
from jbakb.check.output.run import is_site
from jbakb.check.report import Report, as_line
from jbakb.cli.app import App, format_option, pass_app
from jbakb.i18n import _


@click.command(
    help=_("Die gebaute Website prüfen: Links, Sprungmarken, Dateien, und dass nichts von anderswo geladen wird.")
    + "\n\n"
    + _("Ohne ORDNER die eigene (site/). Endet mit 1, wenn etwas nicht stimmt.")
)
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar=_("[ORDNER]"))
@format_option("text", "json", "jsonl", "github", "gitlab")
@pass_app
def check_output(app: App, folder: Path | None, format_: str) -> int:
    """Check a folder and print the findings."""
    site = folder or app.root / "site"
    if not is_site(site):
        message = _("In „{folder}“ liegt keine gebaute Website. „jbakb build“ baut sie.")
        raise click.BadParameter(message.format(folder=site), param_hint=_("ORDNER"))
    findings = find_all(site)
    if format_ == "text":
        report(findings)
    else:
        click.echo(FORMATS[format_](Report(findings)), nl=False)
    return int(failed(findings))


def report(findings: list[Finding]) -> None:
    """Print a line per finding, and their numbers on standard error."""
    for finding in findings:
        click.echo(as_line(finding))
    click.echo(counted(findings), err=True)


def failed(findings: list[Finding]) -> bool:
    """Tell whether the site must not be handed on."""
    return any(finding.severity == "error" for finding in findings)
