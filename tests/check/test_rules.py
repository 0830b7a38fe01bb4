"""Each rule is specified by content that it reports and content that it leaves alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jbakb.check.documentation import HEADINGS, PAGE, rules_page, sections
from jbakb.check.finding import CheckInput, Rule
from jbakb.check.rules import BUILT_IN
from jbakb.check.run import run_rules
from jbakb.knowledge_base import open_knowledge_base
from tests.conftest import DAY

PLAN = "glossary/planung/hilfeplan.yml"
STEPS = "docs/prozesse/einwilligung.md"

#: Sentences for a page of the SGB II, by rule: what fires and what does not.
SENTENCES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "term-superseded": (
        (
            "Das Jobcenter zahlte Arbeitslosengeld II.",
            "In der Eingliederungsvereinbarung steht das Ziel.",
            "Die Höhe des Arbeitslosengelds II war bekannt.",
            "Die EGV liegt vor.",
        ),
        (
            "Das Jobcenter zahlt Grundsicherungsgeld.",
            "Früher hieß es „Arbeitslosengeld II“.",
            "Der Kooperationsplan ist fertig.",
            "Im Quelltext steht `Arbeitslosengeld II`.",
        ),
    ),
    "term-deprecated": (
        ("Sie bekommt Hartz IV.", "Die PSB ist gut."),
        ("Das Wort „Hartz IV“ verletzt.", "Die psychosoziale Betreuung ist gut."),
    ),
}

#: Edits of the small knowledge base, by rule: file, old text, new text. Unedited, no rule but `area-missing` fires there.
EDITS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "reference-broken": (
        (PLAN, "use: kooperationsplan.sgb2", "use: kooperationsplan.sgb3x"),
        (PLAN, "related: [kooperationsplan]", "related: [kooperationsplam]"),
        (PLAN, "between: [sgb8, sgb2]", "between: [sgb8, sgb9]"),
    ),
    "area-missing": ((PLAN, "{area: sgb2, equivalence: close", "{area: sgb9, equivalence: close"),),
    "definition-missing": ((PLAN, "    definition: Plan, den das Jugendamt mit den Beteiligten aufstellt und regelmäßig prüft.\n", ""),),
    "source-missing": ((PLAN, "    sources:\n      - § 36 Abs. 2 SGB VIII\n", ""),),
    "consequence-missing": ((PLAN, "    consequence: Aus dem Hilfeplan folgt im Jobcenter nichts; beide Pläne brauchen eine Absprache.\n", ""),),
    "concept-duplicate": ((PLAN, "{area: sgb2, equivalence: close, use: kooperationsplan.sgb2}",
                           "{area: sgb2, equivalence: close, terms: [{term: Kooperationsplan}], definition: Plan, sources: [§ 15 SGB II]}"),),
    "false-friend-duplicate": ((PLAN, "words: [Hilfeplan]", "words: [PSB]"), (PLAN, "words: [Hilfeplan]", "words: [VA]")),
    "process-reference-broken": (
        (STEPS, "actor: empfaenger", "actor: empfang"),
        (STEPS, "to: uebermitteln}", "to: uebermiteln}"),
        (STEPS, "played_by: [jobcenter,", "played_by: [jobcentre,"),
        (STEPS, "after: uebermitteln", "after: uebermiteln"),
        (STEPS, "before: uebermitteln", "before: uebermiteln"),
        (STEPS, "entries: [sorgeberechtigte]", "entries: [sorge]"),
        (STEPS, "koordination: stellt", "koordinator: stellt"),
    ),
    "gate-without-basis": (
        (STEPS, "{kind: statute, source: § 69 Abs. 1 Nr. 1 SGB X}", "{kind: statute}"),
        (STEPS, "    basis:\n      - {kind: consent, source: § 67b Abs. 2 SGB X}\n      - {kind: statute, source: § 69 Abs. 1 Nr. 1 SGB X}\n",
         "    basis: []\n"),
    ),
    "deadline-without-source": ((STEPS, "kind: statutory, source: § 65 SGB VIII", "kind: statutory"),),
    "step-duplicate": ((STEPS, "{id: aufklaeren,", "{id: aufgabe,"),),
}  # fmt: skip

CASES = [(rule, *edit) for rule, edits in EDITS.items() for edit in edits]


def fired(root: Path, on: date = DAY) -> list[str]:
    return [finding.rule for finding in run_rules(BUILT_IN, CheckInput(open_knowledge_base(root), on))]


def write_page(root: Path, sentence: str, areas: str = "[sgb2]") -> None:
    (root / "docs/jobcenter.md").write_text(f"---\nareas: {areas}\n---\n\n{sentence}\n", encoding="utf-8")


@pytest.fixture
def clean(small: Path) -> Path:
    """The small knowledge base without the page that uses old words."""
    (small / "docs/jobcenter.md").unlink()
    return small


def test_the_clean_knowledge_base_is_clean(clean: Path) -> None:
    assert set(fired(clean)) == {"area-missing"}


@pytest.mark.parametrize(("rule", "sentence"), [(r, s) for r, (bad, _) in SENTENCES.items() for s in bad])
def test_a_rule_reports(rule: str, sentence: str, clean: Path) -> None:
    write_page(clean, sentence)
    assert rule in fired(clean)


@pytest.mark.parametrize("sentence", [s for _, good in SENTENCES.values() for s in good])
def test_rules_leave_alone(sentence: str, clean: Path) -> None:
    write_page(clean, sentence)
    assert set(fired(clean)) == {"area-missing"}


@pytest.mark.parametrize(("rule", "file", "old", "new"), CASES, ids=[case[0] for case in CASES])
def test_a_rule_reports_an_edit(rule: str, file: str, old: str, new: str, clean: Path) -> None:
    text = (clean / file).read_text(encoding="utf-8")
    assert old in text
    before = fired(clean).count(rule)
    (clean / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert fired(clean).count(rule) > before


def test_every_rule_has_an_example_that_it_reports() -> None:
    assert {rule.id for rule in BUILT_IN} == set(SENTENCES) | set(EDITS)


@pytest.mark.parametrize(
    ("areas", "sentence", "reported"),
    [
        ("[sgb2]", "Die Eingliederungsvereinbarung gilt.", True),
        ("[sgb3]", "Die Eingliederungsvereinbarung gilt.", False),
        ("[]", "Die Eingliederungsvereinbarung gilt.", False),
    ],
)
def test_an_old_word_is_judged_for_the_area_of_the_page(areas: str, sentence: str, reported: bool, clean: Path) -> None:
    write_page(clean, sentence, areas)
    assert ("term-superseded" in fired(clean)) is reported


@pytest.mark.parametrize(
    ("day", "severity"),
    [("2026-06-30", None), ("2026-07-01", "warning"), ("2026-12-31", "warning"), ("2027-01-01", "error")],
)
def test_a_transition_softens_the_finding_until_its_last_day(day: str, severity: str | None, clean: Path) -> None:
    write_page(clean, "Sie erhält Bürgergeld.")
    given = CheckInput(open_knowledge_base(clean), date.fromisoformat(day))
    found = [finding for finding in run_rules(BUILT_IN, given) if finding.rule == "term-superseded"]
    assert [finding.severity for finding in found] == ([severity] if severity else [])
    assert all(finding.suggestion == "Grundsicherungsgeld" for finding in found)


def test_a_finding_names_the_place_to_the_character(clean: Path) -> None:
    write_page(clean, "Über Geld:\nSie bekommt Hartz IV.")
    given = CheckInput(open_knowledge_base(clean), DAY)
    [place] = [finding.place for finding in run_rules(BUILT_IN, given) if finding.rule == "term-deprecated"]
    assert place == ("docs/jobcenter.md", 6, 13, 6, 21)


def test_settings_change_a_severity_or_turn_a_rule_off(clean: Path) -> None:
    (clean / "jbakb.toml").write_text('[check.severity]\narea-missing = "off"\n', encoding="utf-8")
    assert fired(clean) == []
    (clean / "jbakb.toml").write_text('[check.severity]\narea-missing = "error"\n', encoding="utf-8")
    given = CheckInput(open_knowledge_base(clean), DAY)
    assert {finding.severity for finding in run_rules(BUILT_IN, given)} == {"error"}


@pytest.mark.parametrize("rule", BUILT_IN, ids=lambda rule: rule.id)
def test_every_rule_is_documented_under_the_fixed_headings(rule: Rule) -> None:
    assert tuple(sections(rule)) == HEADINGS
    assert all(sections(rule).values())


def test_rule_ids_are_unique() -> None:
    ids = [rule.id for rule in BUILT_IN]
    assert len(ids) == len(set(ids))


def test_the_rules_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == rules_page(BUILT_IN), "run: python -m jbakb.check.documentation"
