"""A comment silences a rule where it stands, and only there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jbakb.check.finding import Finding

Check = Callable[[], list[Finding]]
OLD = "Das Jobcenter zahlte Arbeitslosengeld II."
SILENCED: dict[str, str] = {
    "at the end of the line": f"{OLD} <!-- jbakb: ignore term-superseded -->",
    "before the paragraph": f"<!-- jbakb: ignore term-superseded -->\nErste Zeile.\n{OLD}",
    "before the paragraph, a blank line between": f"<!-- jbakb: ignore term-superseded -->\n\n{OLD}",
    "several rules": f"{OLD} Sie bekommt Hartz IV. <!-- jbakb: ignore term-superseded, term-deprecated -->",
    "around": f"<!-- jbakb: ignore-start term-superseded -->\n\n{OLD}\n\n{OLD}\n\n<!-- jbakb: ignore-end -->",
    "file": f"{OLD}\n\n<!-- jbakb: ignore-file term-superseded -->\n\n{OLD}",
}
HEARD: dict[str, str] = {
    "paragraph after the next": f"<!-- jbakb: ignore term-superseded -->\n{OLD}\n\n{OLD}",
    "next line": f"{OLD} <!-- jbakb: ignore term-superseded -->\n{OLD}",
    "after the end": f"<!-- jbakb: ignore-start term-superseded -->\n\n{OLD}\n\n<!-- jbakb: ignore-end -->\n\n{OLD}",
}


@pytest.mark.parametrize("text", SILENCED.values(), ids=SILENCED)
def test_silenced(text: str, page: Callable[[str], None], found: Check) -> None:
    page(text)
    assert found() == []


@pytest.mark.parametrize("text", HEARD.values(), ids=HEARD)
def test_heard_once(text: str, page: Callable[[str], None], found: Check) -> None:
    page(text)
    assert [finding.rule for finding in found()] == ["term-superseded"]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("<!-- jbakb: ignore term-superseded -->\nGut.", ["suppression-unused"]),
        ("<!-- jbakb: ignore-file term-superseded -->", ["suppression-unused"]),
        ("<!-- jbakb: ignore term-supersedet -->\nGut.", ["suppression-unknown"]),
        ("<!-- jbakb: ignore -->\nGut.", ["suppression-unknown"]),
        ("`<!-- jbakb: ignore term-superseded -->`", []),
        ("```\n<!-- jbakb: ignore term-superseded -->\n```", []),
    ],
)
def test_a_comment_that_silences_nothing_is_reported(
    text: str, rules: list[str], page: Callable[[str], None], found: Check
) -> None:
    page(text)
    assert [finding.rule for finding in found()] == rules


@pytest.mark.parametrize(
    ("comment_before", "comment_behind", "left"),
    [
        ("    # jbakb: ignore source-missing\n", "", 0),
        ("", "  # jbakb: ignore source-missing", 0),
        ("", "", 1),
    ],
)
def test_in_yaml_a_comment_holds_for_the_line_or_the_item(
    comment_before: str, comment_behind: str, left: int, small: Path, found: Check, page: Callable[[str], None]
) -> None:
    page("Gut.")
    file = small / "glossary/planung/hilfeplan.yml"
    text = file.read_text(encoding="utf-8").replace("    sources:\n      - § 36 Abs. 2 SGB VIII\n", "")
    text = text.replace("  - area: sgb8\n", f"{comment_before.replace('    ', '  ')}  - area: sgb8{comment_behind}\n")
    file.write_text(text, encoding="utf-8")
    assert [finding.rule for finding in found()] == ["source-missing"] * left
