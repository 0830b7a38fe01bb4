"""What tables refer to must exist."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import DAY, Run


def test_broken_references_areas_and_sections_of_tables_are_found(small: Path, jbakb: Run) -> None:
    (small / "glossary/ages.yml").write_text(
        "limits:\n  - {below: 25, ref: kooperationsplan.sgb22}\n  - {to: 25, area: sgb99, text: x, sources: [§ 999 SGB II]}\n",
        encoding="utf-8",
    )
    (small / "glossary/laws.yml").write_text(
        "date: 2026-08-19\nlaws:\n  - {id: SGB II, title: Zwei, last: 86}\n", encoding="utf-8"
    )
    lines = jbakb("check", "glossary", "--as-of", DAY.isoformat()).stdout.splitlines()
    found = [line for line in lines if line.startswith("glossary/ages.yml")]
    assert [line.split(" ")[:2] for line in found] == [
        ["glossary/ages.yml:2:22", "reference-broken"],
        ["glossary/ages.yml:3:20", "reference-broken"],
        ["glossary/ages.yml:3:46", "citation-unknown"],
    ]
    assert "(kooperationsplan.sgb2)" in found[0]
