"""Findings for people: on a terminal with their source line and colours, in a pipe a line each."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import click

from jbakb.check.excerpt import excerpt
from jbakb.check.finding import Finding
from jbakb.check.formats.markdown import counted
from jbakb.check.report import as_line, summary
from jbakb.check.selecting import statistics
from jbakb.i18n import _
from jbakb.store.yaml_nodes import decode

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


def print_findings(root: Path, findings: Sequence[Finding], *, with_info: bool, only_counts: bool) -> None:
    """Print the findings, or how many there are of each rule, and their numbers on standard error."""
    if only_counts:
        for count, rule, severity in statistics(findings):
            click.echo(f"{count:>6}  {click.style(severity, fg=_COLOURS[severity]):<7}  {rule}")
    else:
        shown = [finding for finding in findings if with_info or finding.severity != "info"]
        terminal = sys.stdout.isatty()
        for finding in shown:
            _print_rich(root, finding) if terminal else click.echo(as_line(finding))
    known = sum(finding.known for finding in findings)
    text = counted(findings) + (", " + _("davon {count} bekannt").format(count=known) if known else "")
    hidden = not with_info and not only_counts and summary(findings)["info"]
    click.echo(text + (" " + _("(mit --info anzeigen)") if hidden else ""), err=True)


def _print_rich(root: Path, finding: Finding) -> None:
    colour = _COLOURS[finding.severity or "error"]
    place = finding.place
    where = click.style(f"{place.file}:{place.line}:{place.column}", bold=True)
    known = click.style(" " + _("[bekannt]"), dim=True) if finding.known else ""
    click.echo(f"{where} {click.style(finding.rule, fg=colour)} {finding.message}{known}")
    lines = excerpt(finding, lambda file, line: _line(root / file, line))
    number = str(place.line)
    for gutter, line, style in zip((number, " " * len(number)), lines, (None, colour), strict=False):
        click.echo(click.style(f"  {gutter} | ", dim=True) + click.style(line, fg=style))
    if finding.suggestion:
        click.echo("  " + click.style(_("Vorschlag: {text}").format(text=finding.suggestion), fg="green"))
    click.echo()


@lru_cache(maxsize=64)
def _lines(path: Path) -> list[str]:
    try:
        return decode(path.read_bytes(), "")[0].split("\n")
    except OSError:
        return []


def _line(path: Path, number: int) -> str:
    lines = _lines(path)
    return lines[number - 1] if 0 < number <= len(lines) else ""
