"""GitLab's Code Quality report: findings appear in the merge request."""

from __future__ import annotations

import json
from typing import Final

from jbakb.check.report import Report

_SEVERITIES: Final = {"error": "major", "warning": "minor", "info": "info"}


def as_code_quality(report: Report) -> str:
    """Return a list of issues; known ones are for information."""
    issues = [
        {
            "type": "issue",
            "check_name": finding.rule,
            "description": f"{finding.message} ({finding.suggestion})" if finding.suggestion else finding.message,
            "categories": ["Clarity"],
            "severity": "info" if finding.known else _SEVERITIES[finding.severity or "error"],
            "fingerprint": finding.fingerprint,
            "location": {
                "path": finding.place.file,
                "lines": {"begin": finding.place.line, "end": finding.place.end_line},
            },
        }
        for finding in report.findings
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
