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
    """Return a document in which every applied rule appears, also those that found nothing.

    It keeps to the schema of Apache Ant, the strictest of those in use. The day stands for the time, so that the same
    knowledge base gives the same file.
    """
    titles = {rule.id: rule.title for rule in report.rules}
    found = {
        rule: list(findings)
        for rule, findings in groupby(sorted(report.findings, key=lambda finding: finding.rule), lambda each: each.rule)
    }
    suites = ElementTree.Element("testsuites")
    for number, rule in enumerate(dict.fromkeys([*titles, *found])):
        head = {"id": str(number), "package": "jbakb", "name": rule, "timestamp": f"{report.on.isoformat()}T00:00:00"}
        suites.append(_suite(head, found.get(rule, []), titles.get(rule, rule)))
    ElementTree.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(suites, encoding="unicode") + "\n"


def _suite(head: dict[str, str], findings: list[Finding], title: str) -> ElementTree.Element:
    failed = sum(_fails(finding) for finding in findings)
    counts = {"tests": str(max(len(findings), 1)), "failures": str(failed), "errors": "0", "skipped": "0"}
    suite = ElementTree.Element("testsuite", {**head, "hostname": "localhost", "time": "0", **counts})
    ElementTree.SubElement(suite, "properties")
    names = [f"{each.place.file}:{each.place.line}:{each.place.column}" for each in findings]
    cases = [
        ElementTree.SubElement(suite, "testcase", classname=head["name"], name=_clean(name), time="0")
        for name in names or [title]
    ]
    for finding, case in zip(findings, cases, strict=False):
        if _fails(finding):
            what = {"type": finding.severity or "error", "message": _clean(finding.message)}
            ElementTree.SubElement(case, "failure", what).text = _clean(as_line(finding))
    notes = [_clean(as_line(finding)) for finding in findings if not _fails(finding)]
    ElementTree.SubElement(suite, "system-out").text = "\n".join(notes)
    ElementTree.SubElement(suite, "system-err")
    return suite


def _fails(finding: Finding) -> bool:
    return finding.severity != "info" and not finding.known


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
