"""Each format says all findings and keeps to its specification.

SARIF and JUnit are validated against their published schemas in tests/data/schemas/.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jbakb.check.finding import Finding, Place, Rule
from jbakb.check.formats import FORMATS
from jbakb.check.report import Report

SCHEMAS = Path(__file__).parents[2] / "data" / "schemas"
RULES = (
    Rule("term-superseded", "error", "Abgelöstes Wort", lambda _given: ()),
    Rule("ruhig", "info", "Meldet nichts", lambda _given: ()),
)
FINDINGS = (
    Finding("term-superseded", "„A: B“, 100 %\nist abgelöst | `x`.", Place("docs/ä b.md", 3, 5, 3, 9), "C", severity="error"),
    Finding("term-superseded", "Bekannt.", Place("docs/b.md", 1, 1, 2, 4), severity="warning", known=True),
    Finding("area-missing", "SGB VIII ist noch zu klären.", Place("glossary/a/b.yml", 1, 1, 1, 1), severity="info", area="sgb8"),
)  # fmt: skip
REPORT = Report(FINDINGS, RULES)

#: The fields that GitLab's documentation of Code Quality reports asks for.
CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./|/)"},
                    "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}


def test_json_has_the_documented_shape() -> None:
    data = json.loads(FORMATS["json"](REPORT))
    assert data["summary"] == {"error": 1, "warning": 1, "info": 1}
    assert list(data["findings"][0]) == [
        "rule", "severity", "message", "suggestion", "file", "line", "column", "end_line", "end_column",
        "area", "entry", "fingerprint",
    ]  # fmt: skip
    assert data["findings"][1]["known"] is True
    assert [json.loads(line) for line in FORMATS["jsonl"](REPORT).splitlines()] == data["findings"]


def test_sarif() -> None:
    log = json.loads(FORMATS["sarif"](REPORT))
    [run] = log["runs"]
    assert log["version"] == "2.1.0"
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "docs/%C3%A4%20b.md"
    assert run["results"][1]["suppressions"] == [{"kind": "external"}]
    assert run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]["id"] == "term-superseded"


@pytest.mark.parametrize("report", [REPORT, Report(()), Report((), RULES)], ids=["findings", "nothing", "rules only"])
def test_sarif_and_junit_are_valid_by_their_published_schemas(report: Report) -> None:
    jsonschema.validate(json.loads(FORMATS["sarif"](report)), json.loads((SCHEMAS / "sarif-2.1.0.json").read_bytes()))
    etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd")).assertValid(etree.fromstring(FORMATS["junit"](report).encode()))


def test_github_commands_are_a_line_each_with_everything_escaped() -> None:
    first, second, third = FORMATS["github"](REPORT).splitlines()
    assert first == (
        "::error file=docs/ä b.md,line=3,col=5,endLine=3,title=term-superseded,endColumn=9"
        "::„A: B“, 100 %25%0Aist abgelöst | `x`. (C)"
    )
    assert second.startswith("::notice ") and "endColumn" not in second
    assert third.startswith("::notice ")


def test_gitlab() -> None:
    issues = json.loads(FORMATS["gitlab"](REPORT))
    jsonschema.validate(issues, CODE_QUALITY)
    assert [issue["severity"] for issue in issues] == ["major", "info", "info"]


def test_junit_names_every_rule() -> None:
    suites = ElementTree.fromstring(FORMATS["junit"](REPORT))
    assert [suite.get("name") for suite in suites] == ["term-superseded", "ruhig", "area-missing"]
    assert [suite.get("failures") for suite in suites] == ["1", "0", "0"]
    assert [suite.get("tests") for suite in suites] == ["2", "1", "1"]
    assert "SGB VIII ist noch zu klären." in (suites[2].findtext("system-out") or "")


def test_markdown_is_a_table_that_no_message_breaks() -> None:
    text = FORMATS["markdown"](REPORT)
    assert "1 Fehler, 1 Warnung, 1 Hinweis" in text
    rows = [line for line in text.splitlines() if line.startswith(("| docs", "| glossary"))]
    assert len(rows) == 3
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in rows)


def test_markdown_says_what_is_new_and_what_is_mended() -> None:
    gone = Finding("term-superseded", "Weg.", Place("docs/c.md", 1, 1, 1, 2), severity="error")
    text = FORMATS["markdown"](Report(FINDINGS, RULES, frozenset({FINDINGS[0].fingerprint}), [gone]))
    assert "1 neu, 1 behoben, 2 unverändert" in text
    assert text.index("### Neu") < text.index("docs/ä b.md") < text.index("### Behoben") < text.index("docs/c.md")
    assert "docs/b.md" not in text


@given(message=st.text(), file=st.text(min_size=1), excerpt=st.text())
def test_no_text_breaks_a_format(message: str, file: str, excerpt: str) -> None:
    report = Report([Finding("r", message, Place(file, 1, 1, 1, 1), message, excerpt=excerpt, severity="error")], RULES)
    texts = {name: render(report) for name, render in FORMATS.items()}
    for name in ("json", "sarif", "gitlab"):
        json.loads(texts[name])
    ElementTree.fromstring(texts["junit"])
    assert texts["github"].count("\n") == 1
