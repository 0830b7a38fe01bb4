"""Running rules over a knowledge base."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from jbakb.check.finding import CheckInput, Finding, Rule


def run_rules(rules: Iterable[Rule], given: CheckInput) -> list[Finding]:
    """Apply rules with the severities that the knowledge base sets; rules that are off are left out.

    Returns the findings, each with its severity, in the order of files, lines and columns.
    """
    configured = given.knowledge_base.settings.check.severity
    findings = []
    for rule in rules:
        severity = configured.get(rule.id)
        if severity == "off":
            continue
        for finding in rule.check(given):
            findings.append(replace(finding, severity=severity or finding.severity or rule.severity))
    return sorted(findings, key=lambda finding: (finding.place, finding.rule))
