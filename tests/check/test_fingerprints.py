"""A finding keeps its fingerprint when the text around it moves; two alike have two."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from jbakb.check.baseline import baseline_of, mark_known, read_baseline
from jbakb.check.finding import Finding
from jbakb.check.selecting import fails
from jbakb.store.problem import DataError

Check = Callable[[], list[Finding]]
OLD = "Das Jobcenter zahlte Arbeitslosengeld II."


def test_lines_may_move(page: Callable[[str], None], found: Check) -> None:
    page(OLD)
    before = found()
    page(f"# Neu\n\nEin Absatz davor.\n\n{OLD}")
    assert [each.fingerprint for each in found()] == [each.fingerprint for each in before]
    assert [each.place for each in found()] != [each.place for each in before]


def test_the_same_twice_are_two(page: Callable[[str], None], found: Check) -> None:
    page(OLD)
    [one] = found()
    page(f"{OLD}\n\n{OLD}")
    first, second = found()
    assert first.fingerprint == one.fingerprint != second.fingerprint


def test_known_findings_stay_and_do_not_fail(page: Callable[[str], None], found: Check, tmp_path: Path) -> None:
    page(OLD)
    file = tmp_path / "bekannt.json"
    file.write_text(baseline_of(found()), encoding="utf-8")
    page(f"Davor.\n\n{OLD}")
    marked = mark_known(found(), read_baseline(file))
    assert [each.known for each in marked] == [True]
    assert not fails(marked, "error")
    page(f"{OLD}\n\n{OLD}")
    assert fails(mark_known(found(), read_baseline(file)), "error")


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 2, "findings": []}', '{"version": 1, "findings": [1]}', "\x00"]
)
def test_a_file_that_is_no_baseline_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "bekannt.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError):
        read_baseline(file)
    with pytest.raises(DataError):
        read_baseline(tmp_path / "fehlt.json")


def test_a_baseline_names_no_lines(page: Callable[[str], None], found: Check) -> None:
    page(OLD)
    [row] = json.loads(baseline_of(found()))["findings"]
    assert row.keys() == {"fingerprint", "rule", "file", "message"}
