"""`jbakb check`: what CI runs on every merge."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

import click

from jbakb.check.finding import SEVERITIES, CheckInput, Finding
from jbakb.check.run import run_rules
from jbakb.cli.app import App, as_of_option, format_option, pass_app
from jbakb.i18n import _


@click.command(help=_("Glossar und Handbuch prüfen. Endet mit 1, wenn ein Befund die Schwelle erreicht."))
@format_option("text", "json", "jsonl")
@click.option("--fail-on", type=click.Choice(SEVERITIES), help=_("Schwelle, ab der die Prüfung scheitert."))
@as_of_option
@pass_app
def check(app: App, format_: str, fail_on: str | None, on: date) -> int:
    """Apply all rules and print the findings."""
    findings = run_rules(app.plugins.rules(), CheckInput(app.kb, on))
    counts = {severity: sum(finding.severity == severity for finding in findings) for severity in SEVERITIES}
    if format_ == "json":
        click.echo(json.dumps({"findings": [as_json(f) for f in findings], "summary": counts}, ensure_ascii=False, indent=2))
    elif format_ == "jsonl":
        for finding in findings:
            click.echo(json.dumps(as_json(finding), ensure_ascii=False))
    else:
        for finding in findings:
            hint = f" ({finding.suggestion})" if finding.suggestion else ""
            click.echo(f"{finding.file}:{finding.line}:{finding.column} {finding.rule} {finding.message}{hint}")
        click.echo(", ".join(f"{count} {_(severity)}" for severity, count in counts.items()), err=True)
    threshold = SEVERITIES.index(fail_on or app.kb.settings.check.fail_on)  # type: ignore[arg-type]
    return int(any(SEVERITIES.index(finding.severity) <= threshold for finding in findings))


def as_json(finding: Finding) -> dict[str, Any]:
    """Return a finding in its documented shape."""
    fields = asdict(finding)
    names = ("rule", "severity", "message", "suggestion", "file", "line", "column", "end_line", "end_column", "area", "entry")
    return {name: fields[name] for name in names} | {"fingerprint": finding.fingerprint}
