"""One check from beginning to end: rules, cache, what is asked for, what is known, what the base branch had."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jbakb.check.affected import affected_files
from jbakb.check.baseline import mark_known, read_baseline
from jbakb.check.cache import open_cache
from jbakb.check.finding import CheckInput, Rule
from jbakb.check.report import Report
from jbakb.check.run import run_rules
from jbakb.check.selecting import select_rules, within
from jbakb.knowledge_base import open_knowledge_base
from jbakb.store.problem import DataError
from jbakb.store.revision import as_it_was, changed_files


@dataclass(frozen=True)
class Wish:
    """What a user asks for; empty values mean everything."""

    paths: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: Path | None = None
    changed_since: str = ""
    base: str = ""
    cached: bool = True


def check(given: CheckInput, rules: Sequence[Rule], wish: Wish) -> Report:
    """Apply rules as asked; raises UnknownRuleError, DataError (baseline) and RefusedError (Git)."""
    root = given.knowledge_base.root
    known_rules = [rule.id for rule in rules]
    applied = select_rules(rules, wish.select, wish.ignore)
    known = read_baseline(wish.baseline) if wish.baseline else frozenset[str]()
    touched = affected_files(given, changed_files(root, wish.changed_since)) if wish.changed_since else None
    cache = open_cache(given, applied) if wish.cached else None
    found = run_rules(applied, given, cache=cache, known=known_rules)
    if cache:
        cache.save()
    findings = mark_known(within(root, found, wish.paths, touched), known)
    report = Report(findings, applied, on=given.on)
    return _compared(report, given, wish, known_rules) if wish.base else report


def _compared(report: Report, given: CheckInput, wish: Wish, known_rules: list[str]) -> Report:
    """Tell what is new and what is mended against a revision, by the same rules on the same day."""
    with as_it_was(given.knowledge_base.root, wish.base) as folder:
        try:
            before = run_rules(report.rules, CheckInput(open_knowledge_base(folder), given.on), known=known_rules)
        except DataError:
            before = []  # What could not be read has no findings: all of today's are new.
        then = within(folder, before, _moved(wish.paths, given.knowledge_base.root, folder), None)
    now = Counter(finding.fingerprint for finding in report.findings)
    old = {finding.fingerprint for finding in then}
    return replace(
        report,
        new=frozenset(now.keys() - old),
        mended=[finding for finding in then if finding.fingerprint not in now],
    )


def _moved(paths: Sequence[Path], root: Path, folder: Path) -> list[Path]:
    """Return where paths are in another folder; those outside the knowledge base are nowhere."""
    inside = [path.resolve() for path in paths]
    return [folder / path.relative_to(root.resolve()) for path in inside if path.is_relative_to(root.resolve())]
