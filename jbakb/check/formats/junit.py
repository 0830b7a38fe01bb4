"""JUnit XML: each rule is a test suite, each finding a failed test, information a passed one with a note."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final
from xml.etree import ElementTree

from jbakb.check.finding import Finding
from jbakb.check.report import Report, as_line

# What XML 1.0 cannot say, not even escaped.
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(report: Report) -> str:
    """Return a document in which every applied rule appears, also those that found nothing."""
    titles = {rule.id: rule.title for rule in report.rules}
    found = {
        rule: list(findings)
        for rule, findings in groupby(sorted(report.findings, key=lambda finding: finding.rule), lambda each: each.rule)
    }
    suites = ElementTree.Element("testsuites", name="jbakb check")
    for rule in dict.fromkeys([*titles, *found]):
        _add_suite(suites, rule, found.get(rule, []), titles.get(rule, rule))
    for name in ("tests", "failures"):
        suites.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    ElementTree.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(suites, encoding="unicode") + "\n"


def _add_suite(suites: ElementTree.Element, rule: str, findings: list[Finding], title: str) -> None:
    failed = sum(_fails(finding) for finding in findings)
    counts = {"tests": str(max(len(findings), 1)), "failures": str(failed), "errors": "0", "skipped": "0"}
    suite = ElementTree.SubElement(suites, "testsuite", {"name": rule, **counts})
    if not findings:
        ElementTree.SubElement(suite, "testcase", classname=rule, name=title)
    for finding in findings:
        place = f"{finding.place.file}:{finding.place.line}:{finding.place.column}"
        case = ElementTree.SubElement(suite, "testcase", classname=rule, name=_clean(place))
        if _fails(finding):
            what = {"type": finding.severity or "error", "message": _clean(finding.message)}
            ElementTree.SubElement(case, "failure", what).text = _clean(as_line(finding))
        else:
            ElementTree.SubElement(case, "system-out").text = _clean(as_line(finding))


def _fails(finding: Finding) -> bool:
    return finding.severity != "info" and not finding.known


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
