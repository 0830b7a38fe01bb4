"""JSON and JSON lines: the documented shape of findings."""

from __future__ import annotations

import json

from jbakb.check.report import Report, as_data, summary


def as_json(report: Report) -> str:
    """Return an object with `findings` and `summary`."""
    data = {"findings": [as_data(finding) for finding in report.findings], "summary": summary(report.findings)}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_jsonl(report: Report) -> str:
    """Return a line per finding."""
    return "".join(json.dumps(as_data(finding), ensure_ascii=False) + "\n" for finding in report.findings)
