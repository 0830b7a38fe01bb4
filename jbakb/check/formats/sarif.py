"""SARIF 2.1.0 (OASIS): for code scanning views. Columns count code points, as ours do."""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import quote

import jbakb
from jbakb.check.finding import Finding
from jbakb.check.report import Report

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}


def as_sarif(report: Report) -> str:
    """Return a log with one run; known findings are suppressed ones there."""
    rules = [
        {
            "id": rule.id,
            "shortDescription": {"text": rule.title},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        }
        for rule in report.rules
    ]
    index = {rule.id: place for place, rule in enumerate(report.rules)}
    run = {
        "tool": {"driver": {"name": "jbakb", "semanticVersion": jbakb.__version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index) for finding in report.findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _result(finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    place = finding.place
    text = f"{finding.message} ({finding.suggestion})" if finding.suggestion else finding.message
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    location = {"artifactLocation": {"uri": quote(place.file)}, "region": region}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity or "error"],
        "message": {"text": text},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"jbakb/v1": finding.fingerprint},
    }
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    if finding.known:
        result["suppressions"] = [{"kind": "external"}]
    return result
