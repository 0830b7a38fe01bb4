"""Workflow commands of GitHub Actions: findings appear at their lines in a pull request."""

from __future__ import annotations

from typing import Final

from jbakb.check.finding import Finding
from jbakb.check.report import Report

_COMMANDS: Final = {"error": "error", "warning": "warning", "info": "notice"}


def as_commands(report: Report) -> str:
    """Return a command per finding; known ones are notices."""
    return "".join(_command(finding) for finding in report.findings)


def _command(finding: Finding) -> str:
    place = finding.place
    command = "notice" if finding.known else _COMMANDS[finding.severity or "error"]
    values = {
        "file": place.file,
        "line": place.line,
        "col": place.column,
        "endLine": place.end_line,
        "title": finding.rule,
    }
    # GitHub takes an end column only where it is on the same line.
    if place.end_line == place.line:
        values["endColumn"] = place.end_column
    text = f"{finding.message} ({finding.suggestion})" if finding.suggestion else finding.message
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items())
    return f"::{command} {properties}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
