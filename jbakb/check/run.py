"""Running rules over a knowledge base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from jbakb.check.by_page import page_findings
from jbakb.check.cache import Cache
from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.suppression import suppress


def run_rules(
    rules: Iterable[Rule], given: CheckInput, *, cache: Cache | None = None, known: Collection[str] = ()
) -> list[Finding]:
    """Apply rules with the severities that the knowledge base sets; rules that are off are left out.

    Args: `cache` keeps what rules of scope `page` found; `known` further rule ids that comments may name.
    Returns the findings that no comment silences, each with its severity and number, in the order of files, lines and
    columns.
    """
    rules = list(rules)
    configured = given.knowledge_base.settings.check.severity
    applied = [rule for rule in rules if configured.get(rule.id) != "off"]
    found = page_findings(applied, given, cache)
    found += [finding for rule in applied if rule.scope == "whole" for finding in rule.check(given)]
    ids = {rule.id for rule in applied}
    found = [each for each in suppress(given, found, ids, {rule.id for rule in rules} | set(known)) if each.rule in ids]
    own = {rule.id: rule.severity for rule in applied}
    findings = []
    alike: Counter[tuple[str, ...]] = Counter()
    for each in sorted(found, key=lambda finding: (finding.place, finding.rule)):
        severity = configured.get(each.rule) or each.severity or own[each.rule]
        assert severity != "off"
        findings.append(replace(each, severity=severity, occurrence=alike[each.likeness]))
        alike[each.likeness] += 1
    return findings
