"""Which rules are applied, and which findings are asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from jbakb.check.finding import SEVERITIES as ORDER
from jbakb.check.finding import Finding, Rule, Severity


class UnknownRuleError(ValueError):
    """There is no rule with this id."""

    def __init__(self, rule: str) -> None:
        self.rule = rule
        super().__init__(rule)


def select_rules(rules: Sequence[Rule], select: Iterable[str], ignore: Iterable[str]) -> list[Rule]:
    """Return the selected rules (all, if none is named) without the ignored ones; raises UnknownRuleError."""
    wanted, unwanted = _ids(select), _ids(ignore)
    known = {rule.id for rule in rules}
    for rule_id in (*wanted, *unwanted):
        if rule_id not in known:
            raise UnknownRuleError(rule_id)
    return [rule for rule in rules if (not wanted or rule.id in wanted) and rule.id not in unwanted]


def within(
    root: Path, findings: Iterable[Finding], folders: Collection[Path], files: Collection[str] | None
) -> list[Finding]:
    """Return the findings in one of the files or folders (all, if none is named) and, if given, in one of `files`."""
    wanted = [folder.resolve() for folder in folders]
    return [
        finding
        for finding in findings
        if (files is None or finding.place.file in files)
        and (not wanted or any((root / finding.place.file).resolve().is_relative_to(folder) for folder in wanted))
    ]


def fails(findings: Iterable[Finding], threshold: Severity) -> bool:
    """Tell whether a finding that is not known reaches a severity."""
    worst = ORDER.index(threshold)
    return any(ORDER.index(each.severity or "error") <= worst for each in findings if not each.known)


def statistics(findings: Iterable[Finding]) -> list[tuple[int, str, Severity]]:
    """Count the findings of each rule and severity, most first."""
    counts = Counter((finding.rule, finding.severity or "error") for finding in findings)
    return sorted(
        ((count, rule, severity) for (rule, severity), count in counts.items()), key=lambda row: (-row[0], row[1])
    )


def _ids(options: Iterable[str]) -> list[str]:
    return [name.strip() for option in options for name in option.split(",") if name.strip()]
