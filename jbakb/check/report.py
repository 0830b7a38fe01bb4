"""Findings as text and data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jbakb.check.finding import SEVERITIES, Finding


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
    }


def summary(findings: Iterable[Finding]) -> dict[str, int]:
    """Count the findings by severity, all severities named."""
    given = [finding.severity for finding in findings]
    return {severity: given.count(severity) for severity in SEVERITIES}


def as_line(finding: Finding) -> str:
    """Return `path:line:col rule message (suggestion)`."""
    place = finding.place
    suggestion = f" ({finding.suggestion})" if finding.suggestion else ""
    return f"{place.file}:{place.line}:{place.column} {finding.rule} {finding.message}{suggestion}"
