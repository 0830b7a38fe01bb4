"""Findings as data, and what all output formats are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jbakb.check.finding import SEVERITIES, Finding, Rule
from jbakb.i18n import _


@dataclass(frozen=True)
class Report:
    """What a check says: the findings in order, and the rules that were applied.

    `mended` are findings of the base branch that are gone; `new` the fingerprints that the base branch does not have.
    Both are None if nothing was compared. `on` is the day for which was checked.
    """

    findings: Sequence[Finding]
    rules: Sequence[Rule] = ()
    new: frozenset[str] | None = None
    mended: Sequence[Finding] | None = None
    on: date = date.min


def as_data(finding: Finding) -> dict[str, Any]:
    """Return a finding in its documented shape (docs/handbuch/json.md)."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "suggestion": finding.suggestion,
        **finding.place._asdict(),
        "area": finding.area,
        "entry": finding.entry,
        "fingerprint": finding.fingerprint,
        **({"known": True} if finding.known else {}),
    }


def summary(findings: Iterable[Finding]) -> dict[str, int]:
    """Count the findings by severity, all severities named."""
    given = [finding.severity for finding in findings]
    return {severity: given.count(severity) for severity in SEVERITIES}


def as_line(finding: Finding) -> str:
    """Return `path:line:col rule message (suggestion)`."""
    place = finding.place
    suggestion = f" ({finding.suggestion})" if finding.suggestion else ""
    known = " " + _("[bekannt]") if finding.known else ""
    return f"{place.file}:{place.line}:{place.column} {finding.rule} {finding.message}{suggestion}{known}"
