"""`jbakb check`: what CI runs on every merge."""

from __future__ import annotations

import json
from datetime import date

import click

from jbakb.check.finding import SEVERITIES, CheckInput, Finding
from jbakb.check.report import as_data, as_line, summary
from jbakb.check.run import run_rules
from jbakb.cli.app import App, as_of_option, format_option, pass_app
from jbakb.i18n import _, ngettext

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


@click.command(
    help=_("Glossar und Handbuch prüfen, alles oder nur PFADE. Endet mit 1, wenn ein Befund die Schwelle erreicht.")
)
@click.argument("paths", nargs=-1, metavar=_("[PFADE…]"))
@format_option("text", "json", "jsonl")
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help=_("Schwelle, ab der die Prüfung scheitert (sonst: error).")
)
@click.option("--info/--no-info", "with_info", default=None, help=_("Hinweise zeigen (im Text sonst nur gezählt)."))
@as_of_option
@pass_app
def check(app: App, paths: tuple[str, ...], format_: str, fail_on: str | None, with_info: bool | None, on: date) -> int:
    """Apply all rules and print the findings."""
    findings = [
        finding for finding in run_rules(app.plugins.rules(), CheckInput(app.kb, on)) if _within(finding, paths, app)
    ]
    if format_ == "json":
        data = {"findings": [as_data(finding) for finding in findings], "summary": summary(findings)}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif format_ == "jsonl":
        for finding in findings:
            click.echo(json.dumps(as_data(finding), ensure_ascii=False))
    else:
        _print(findings, bool(with_info))
    threshold = SEVERITIES.index(fail_on or app.kb.settings.check.fail_on)
    return int(any(SEVERITIES.index(finding.severity or "error") <= threshold for finding in findings))


def _within(finding: Finding, paths: tuple[str, ...], app: App) -> bool:
    """Tell whether a finding lies in one of the given files or folders."""
    file = (app.root / finding.place.file).resolve()
    return not paths or any(file.is_relative_to((app.directory / path).resolve()) for path in paths)


def _print(findings: list[Finding], with_info: bool) -> None:
    for finding in findings:
        if finding.severity != "info" or with_info:
            click.secho(as_line(finding), fg=_COLOURS[finding.severity or "error"])
    counts = summary(findings)
    texts = (
        ngettext("{count} Fehler", "{count} Fehler", counts["error"]).format(count=counts["error"]),
        ngettext("{count} Warnung", "{count} Warnungen", counts["warning"]).format(count=counts["warning"]),
        ngettext("{count} Hinweis", "{count} Hinweise", counts["info"]).format(count=counts["info"]),
    )
    more = "" if with_info or not counts["info"] else " " + _("(mit --info anzeigen)")
    click.echo(", ".join(texts) + more, err=True)
