"""Each rule is specified by content that it reports and content that it leaves alone."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from jbakb.check.documentation import HEADINGS, PAGE, rules_page, sections
from jbakb.check.finding import CheckInput, Rule
from jbakb.check.rules import BUILT_IN
from jbakb.check.rules.validity import add_duration
from jbakb.check.run import run_rules
from jbakb.knowledge_base import open_knowledge_base
from tests.conftest import DAY, PROJECT

PLAN = "glossary/planung/hilfeplan.yml"
KPLAN = "glossary/planung/kooperationsplan.yml"
SORGE = "glossary/zielgruppe/sorgeberechtigte.yml"
DEFINED = "    definition: Plan, den das Jugendamt mit den Beteiligten aufstellt und regelmäßig prüft.\n"
CONTACTS = "glossary/contacts.yml"
STEPS = "docs/prozesse/einwilligung.md"
CLAUSE = "docs/vereinbarung/k10.md"
GOAL = "docs/ziele/beteiligung.md"

AMBIGUOUS_WORD = """
- words: [Träger]
  means:
    - {area: sgb2, text: Bundesagentur und Kommune}
    - {area: sgb8, text: öffentlicher oder freier Träger}
  note: Nie allein sagen.
"""

#: Sentences for a page of the SGB II, by rule: what fires and what does not.
SENTENCES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "term-superseded": (
        (
            "Das Jobcenter zahlte Arbeitslosengeld II.",
            "In der Eingliederungsvereinbarung steht das Ziel.",
            "Die Höhe des Arbeitslosengelds II war bekannt.",
            "Die EGV liegt vor.",
            "> **Hinweis:** Das Jobcenter zahlte Arbeitslosengeld II.",
            'Auf 5" Breite steht Arbeitslosengeld II.',
            "Wer ALG II bezieht, meldet den Umzug.",
            "Sie bezieht seit März 2021 Arbeitslosengeld II.",
            "Ab 01.01.2021 gilt das Arbeitslosengeld II.",
            "Am 31.2.2021 beginnt das Arbeitslosengeld II.",
            "Sie beantragt am 5.1.2026 Arbeitslosengeld II.",
            "Wer Alg 2 bezieht, meldet den Umzug.",
            "Der ALG-2-Bescheid liegt vor.",
            "Wer Arbeitslosengeld 2 bezieht, meldet den Umzug.",
            "Der Bürgergeldantrag liegt vor.",
            "Das Eingliederungsvereinbarungsgespräch ist am Montag.",
            "Im Zweiten Buch – Bürgergeld, Grundsicherung für Arbeitsuchende – steht es.",
        ),
        (
            "Das Jobcenter zahlt Grundsicherungsgeld.",
            "Früher hieß es „Arbeitslosengeld II“.",
            "Der Kooperationsplan ist fertig.",
            "Im Quelltext steht `Arbeitslosengeld II`.",
            'Früher hieß es "Arbeitslosengeld II".',
            'Das Wort „Arbeitslosengeld II" ist alt.',
            "Das Bürgergeld-Gesetz hat das geändert.",
            "Das Bürgergeldgesetz hat das geändert.",
            "Mehr steht im Leitfaden ALG II.",
            "Das regelt die Verordnung zum Einkommen beim Bürgergeld (Bürgergeld-Verordnung).",
            "Im „Bürgergeldantrag“ stand es.",
            "Das ist der Begriff Bürgergeld.",
            "Suchbegriffe: Arbeitslosengeld II, Geld",
            "Das Kinder-Bürgergeld wäre etwas anderes.",
        ),
    ),
    "term-deprecated": (
        ("Sie bekommt Hartz IV.", "Die PSB ist gut.", "Der Hartz-4-Satz steigt.", "Wer Hartz4 bezieht, zahlt nichts."),
        (
            "Das Wort „Hartz IV“ verletzt.",
            "Die psychosoziale Betreuung ist gut.",
            "Die PSB-Gruppe trifft sich.",
            "Zuständig ist das Referat PSB 1.2 im Haus.",
            "So entschied es das LSG PSB im Mai.",
            "Die Hartz-IV-Reformen haben das geändert.",
            "Die Hartz-IV-Organisationsreform hat das geändert.",
        ),
    ),
    "term-ambiguous": (
        ("Die EB sind dokumentiert und die AA weiß davon.", "Fragen beantwortet die AA."),
        (
            "Der VA ist bestandskräftig.",
            "Mit „AA“ kann vieles gemeint sein.",
            "Die AA Musterstadt hat geöffnet.",
            "Die Agentur für Arbeit (AA) hat geöffnet.",
        ),
    ),
    "term-foreign": (
        ("Wir schreiben den Hilfeplan neu.",),
        ("Das Jugendamt schreibt den Hilfeplan neu.", "Aus dem „Hilfeplan“ folgt hier nichts."),
    ),
    "abbreviation-unexplained": (
        ("Der KP liegt vor.",),
        ("Der Kooperationsplan (KP) liegt vor.", "Das Kürzel „KP“ kennt nicht jeder."),
    ),
    "term-undefined": (
        ("Das zahlt die Trennungspauschale (§ 16b SGB II).", "Das BVJ ist neu. Ein BVJ dauert ein Jahr."),
        ("Das steht im Kooperationsplan (§ 15 SGB II).", "Das BVJ ist neu.", "Es gilt das SGB II und nochmals SGB II."),
    ),
    "citation-unknown": (
        (
            "Das regelt § 16z SGB II.",
            "Das regelt § 999 SGB III.",
            "Das regelt § 35 SGB II.",
            "Das regeln die §§ 14, 116 SGB II.",
            "Das regelt § 5 SGB XIII.",
            "Das regelt § 8 Abs. 2 und § 53 SGB XII.",
        ),
        (
            "Das regelt § 16h SGB II.",
            "Das regeln die §§ 51, 52 SGB III sowie § 16k SGB II.",
            "Das regelten § 35 SGB II a. F. und andere.",
            "Das regelt § 35.",
            "Das regelt § 5 StPO.",
            "Das regeln § 28–§ 32 SGB VIII und Art. 6 GG.",
        ),
    ),
    "citation-spelling": (
        ("Das regelt § 16 h SGB II.", "Das regelt § 16 SGB 2.", "Das regelt § 16H SGB II."),
        (
            "Das regeln die §§ 7 f. SGB II.",
            "Das regelt Paragraf 16h SGB II.",
            "Das regelt § 16 Absatz 1 des Zweiten Buches Sozialgesetzbuch.",
        ),
    ),
    "citation-state": (
        ("Das regelt § 5 SchulG.", "Das regelt § 5 des Schulgesetzes."),
        ("Das regelt § 5 SchulG NRW.", "Das regelt § 5 des Schulgesetzes des Landes.", "Das regelt § 5 SchulG LSA."),
    ),
    "personal-data": (
        (
            "Schreiben Sie an mia.mustafa@stadt.de.",
            "Rufen Sie an: 0151 23456789.",
            "Die Person, geb. 12.03.2008, kam allein.",
        ),
        (
            "Schreiben Sie an jugendberufsagentur@stadt.de.",
            "Schreiben Sie an team.u25@jobcenter-stadt.de.",
            "Rufen Sie an: 0391 234567.",
            "Schreiben Sie an mia.mustafa@stadt.example.",
            "Schreiben Sie an kita-eltern@stadt.de.",
            "Schreiben Sie an familienpass.soz@stadt.de.",
            "Schreiben Sie an kitasb.zg@stadt.de.",
            "Das gilt seit dem 12.03.2008.",
        ),
    ),
    "link-broken": (
        (
            "Siehe [Kontakt](kontakt.md).",
            "Siehe [Start](index.md#nirgends).",
            "![Plan](plan.png)",
            "Siehe [Plan][p].\n\n[p]: plan.md",
            "Siehe [Wort](glossar/hilfeplan.md#hilfeplan.sgb99).",
        ),
        (
            "Siehe [Start](index.md#willkommen).",
            "Siehe [Wort](glossar/hilfeplan.md#hilfeplan.sgb8).",
            "Siehe [Seite](https://www.stadt.example/x).",
            "Siehe [Prozesse](prozesse/index.md) und [Fristen](prozesse/ueberblick/fristen.md#vereinbart).",
            "So schreibt man `[Kontakt](kontakt.md)`.",
            "Siehe [oben](#ziel).\n\n## Ziel",
        ),
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
    "homonym-undeclared": ((KPLAN, "terms:\n", "terms:\n      - {term: Hilfe zum Lebensunterhalt, status: admitted}\n"),),
    "synonym-duplicate": ((KPLAN, "{term: KP, type: abbreviation}", "{term: psychosoziale Betreuung}"),),
    "preferred-duplicate": ((PLAN, "{term: HP, type: abbreviation}", "{term: Plan, status: preferred}\n      - {term: HP, status: preferred}"),),
    "label-duplicate": ((PLAN, "{term: HP, type: abbreviation}", "{term: Hilfeplan, type: variant}"),),
    "equivalence-contradiction": ((SORGE, "between: [sgb2, sgb8]\n", "between: [zivil, sgb8]\n    equivalence: related\n"),),
    "validity-reversed": (
        (KPLAN, "valid_to: 2023-06-30}\n    def", "valid_from: 2024-01-01, valid_to: 2023-06-30}\n    def"),
        (KPLAN, "    valid_from: 2023-07-01\n", "    valid_from: 2023-07-01\n    valid_to: 2023-01-01\n"),
    ),
    "validity-gap": (
        (KPLAN, "gender: feminine, valid_to: 2023-06-30", "gender: feminine, valid_to: 2023-05-31"),
        (KPLAN, "gender: feminine, valid_to: 2023-06-30", "gender: feminine, valid_to: 2023-08-31"),
    ),
    "reference-circular": (
        (KPLAN, "area: sgb2\n    equivalence: exact\n", "area: sgb12\n    equivalence: exact\n    use: kooperationsplan.sgb12\n  - area: sgb2\n    equivalence: exact\n"),
        (KPLAN, "use: hilfeplan.sgb8", "use: eingliederungsvereinbarung.sgb8"),
        (KPLAN, "    open: [Rechtsnatur", "    replaced_by: [kooperationsplan.sgb2]\n    open: [Rechtsnatur"),
    ),
    "review-due": ((PLAN, "verified: 2026-08-19", "verified: 2025-11-21"), (PLAN, "verified: 2026-08-19", "verified: 2025-12-01")),
    "plain-sentence-long": (
        (PLAN, DEFINED, DEFINED + "    plain: Wenn du mit der Schule fertig bist und noch nicht weißt, was du machen willst, helfen wir dir gern.\n"),
    ),
    "plain-passive": ((PLAN, DEFINED, DEFINED + "    plain: Der Plan wird vom Amt geprüft.\n"),),
    "plain-word-long": ((PLAN, DEFINED, DEFINED + "    plain: Das ist ein Eingliederungsleistungsbescheid.\n"),),
    "plain-hard": (
        (PLAN, DEFINED, DEFINED + "    plain: Die Vereinbarung dokumentiert Vermittlungsbemühungen, Eigenbemühungen, Unterstützungsleistungen sowie Verantwortlichkeiten beteiligter Organisationen innerhalb regionaler Kooperationsstrukturen.\n"),
    ),
    "suppression-unused": ((PLAN, "title: Hilfeplan", "title: Hilfeplan  # jbakb: ignore definition-missing"),),
    "suppression-unknown": ((PLAN, "title: Hilfeplan", "title: Hilfeplan  # jbakb: ignore definition-mising"),),
    "id-reused": (
        (PLAN, "related: [kooperationsplan]", "formerly: [kooperationsplan]"),
        (PLAN, "related: [kooperationsplan]", "formerly: [Alter Plan]"),
        (PLAN, "{area: sgb2, equivalence: close", "{area: sgb2, formerly: [sgb8], equivalence: close"),
        (STEPS, "steps:\n", "formerly: [erstkontakt]\nsteps:\n"),
    ),
    "contact-broken": (
        (CONTACTS, "entries: [kooperationsplan]", "entries: [kooperationsplna]"),
        (CONTACTS, "themes: [planung]", "themes: [plannug]"),
        (CONTACTS, "processes: [erstkontakt]", "processes: [erstkontkat]"),
    ),
    "placeholder": ((CONTACTS, "phone: 030 23125-101", "mail: team-u25@jobcenter.example"),),
    "approval-outdated": ((PLAN, DEFINED, DEFINED + "    approved: {date: 2026-10-05, seal: aaaaaaaaaaaaaaaa}\n"),),
    "personal-data": (
        (CONTACTS, "phone: 030 23125-101", "phone: 0151 23456789"),
        (CONTACTS, "phone: 030 23125-101", "mail: mia.mustafa@stadt.de"),
        (CONTACTS, "Jobcenter, Team unter 25", "Jobcenter, Frau Dr. Beispiel"),
    ),
    "handover-without-receiver": ((STEPS, "from: absender, to: empfaenger", "from: absender, to: absender"),),
    "agreement-reference-broken": (
        (STEPS, "clauses: [k10, k19]", "clauses: [k10, k99]"),
        (STEPS, "goals: [beteiligung]", "goals: [beteiligun]"),
        (STEPS, "figures: [einwilligungsquote]", "figures: [quote]"),
        (CLAUSE, "terms: [hilfeplan]", "terms: [hilfepaln]"),
        (GOAL, "figures: [einwilligungsquote]", "figures: [quote]"),
    ),
    "clause-unused": ((STEPS, "clauses: [k10, k19]", "clauses: [k19]"),),
    "goal-unused": ((STEPS, "goals: [beteiligung]", "goals: [termin]"),),
    "process-without-clause": ((STEPS, "clauses: [k10, k19]\n", ""),),
    "process-without-goal": ((STEPS, "goals: [beteiligung]\n", ""),),
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
    shutil.copy(PROJECT / "glossary" / "laws.yml", small / "glossary" / "laws.yml")
    return small


def add_agreement(root: Path) -> None:
    """Give the small knowledge base the clauses and goals that its processes name, and the list of figures."""
    processes = [page.process for page in open_knowledge_base(root).pages if page.process]
    for clause in {clause for process in processes for clause in process.clauses}:
        write_front_matter(root / f"docs/vereinbarung/{clause}.md", f"title: Klausel {clause}\nterms: [hilfeplan]")
    for goal in {goal for process in processes for goal in process.goals} | {"termin"}:
        front = f"title: Ziel {goal}\npromise: Es gelingt.\nfigures: [einwilligungsquote]"
        write_front_matter(root / f"docs/ziele/{goal}.md", front)
    anchors = {figure for process in processes for figure in process.figures}
    text = "\n".join(f'- <span id="{anchor}">{anchor}</span>' for anchor in sorted(anchors))
    (root / "docs/ziele/index.md").write_text(f"# Ziele\n\n{text}\n", encoding="utf-8")
    page = root / STEPS.replace("einwilligung", "erstkontakt")
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("goals: [", "goals: [termin, ", 1).replace(", k10]", "]", 1), encoding="utf-8")


def write_front_matter(file: Path, front: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"---\n{front}\n---\n\nText.\n", encoding="utf-8")


def test_processes_clauses_and_goals_that_belong_together_are_clean(clean: Path) -> None:
    add_agreement(clean)
    assert set(fired(clean)) == {"area-missing"}


@pytest.mark.parametrize("folder", ["vereinbarung", "ziele"])
def test_without_an_agreement_or_goals_nothing_is_missed(folder: str, clean: Path) -> None:
    add_agreement(clean)
    shutil.rmtree(clean / "docs" / folder)
    assert set(fired(clean)) == {"area-missing"}


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
    add_agreement(clean)
    text = (clean / file).read_text(encoding="utf-8")
    assert old in text
    before = fired(clean).count(rule)
    (clean / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert fired(clean).count(rule) > before


def test_an_entry_that_nobody_names_is_information(clean: Path) -> None:
    text = (
        (clean / PLAN)
        .read_text(encoding="utf-8")
        .replace("related: [kooperationsplan]", "")
        .replace("Hilfepl", "Xyzpl")
    )
    (clean / "glossary/planung/ganz-neu.yml").write_text(text.replace("{term: HP, ", "{term: WX, "), encoding="utf-8")
    given = CheckInput(open_knowledge_base(clean), DAY)
    found = [finding for finding in run_rules(BUILT_IN, given) if finding.rule == "entry-unused"]
    assert [(finding.entry, finding.severity) for finding in found] == [("ganz-neu", "info")]


def test_two_words_for_one_concept_on_a_page_are_information(clean: Path) -> None:
    path = clean / SORGE
    text = path.read_text(encoding="utf-8")
    new = "{term: Elternvertretung, gender: feminine}\n      - {term: gesetzliche Vertretung,"
    path.write_text(text.replace("{term: gesetzliche Vertretung,", new), encoding="utf-8")
    write_page(clean, "Die Elternvertretung entscheidet. Die gesetzliche Vertretung unterschreibt.", "[zivil]")
    assert "wording-inconsistent" in fired(clean)
    write_page(clean, "Die Elternvertretung entscheidet. Die Elternvertretung unterschreibt.", "[zivil]")
    assert "wording-inconsistent" not in fired(clean)


@pytest.mark.parametrize(
    ("field", "reported"),
    [
        ("note: Das Jobcenter zahlt Arbeitslosengeld II.", True),
        ("note: Das Wort „Arbeitslosengeld II“ ist alt.", False),
        ("open: [Gilt das auch für Arbeitslosengeld II?]", False),
    ],
)
def test_old_words_in_an_entry_are_found_with_their_place(field: str, reported: bool, clean: Path) -> None:
    path = clean / PLAN
    text = path.read_text(encoding="utf-8").replace(DEFINED, f"{DEFINED}    {field}\n")
    path.write_text(text, encoding="utf-8")
    given = CheckInput(open_knowledge_base(clean), DAY)
    found = [finding for finding in run_rules(BUILT_IN, given) if finding.rule == "term-superseded"]
    lines = text.split("\n")
    assert [lines[each.place.line - 1][each.place.column - 1 : each.place.end_column - 1] for each in found] == [
        "Arbeitslosengeld II"
    ] * reported


def test_an_entry_may_say_the_old_word_that_it_explains(clean: Path) -> None:
    path = clean / "glossary/lebensunterhalt/existenzsichernde-geldleistung.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("Sie deckt den Bedarf", "Sie heißt nicht mehr Bürgergeld, deckt den Bedarf"), encoding="utf-8"
    )
    assert "term-superseded" not in fired(clean)


def test_old_words_in_a_process_are_found_in_the_front_matter(clean: Path) -> None:
    path = clean / STEPS
    text = path.read_text(encoding="utf-8").replace(
        "Zwei Häuser brauchen", "Die Hartz IV-Akte kommt. Zwei Häuser brauchen"
    )
    path.write_text(text, encoding="utf-8")
    given = CheckInput(open_knowledge_base(clean), DAY)
    [found] = [finding for finding in run_rules(BUILT_IN, given) if finding.rule == "term-deprecated"]
    line = text.split("\n")[found.place.line - 1]
    assert line[found.place.column - 1 : found.place.end_column - 1] == "Hartz IV"


@pytest.mark.parametrize(
    ("day", "severities"),
    [("2027-07-19", []), ("2027-07-20", ["info"]), ("2027-08-19", ["info"]), ("2027-08-20", ["warning"])],
)
def test_a_review_is_announced_a_month_before(day: str, severities: list[str], clean: Path) -> None:
    given = CheckInput(open_knowledge_base(clean), date.fromisoformat(day))
    found = [each for each in run_rules(BUILT_IN, given) if each.rule == "review-due" and each.entry == "hilfeplan"]
    assert [each.severity for each in found] == severities


@pytest.mark.parametrize(
    ("duration", "due"),
    [
        ("P12M", date(2027, 2, 28)),
        ("P6M", date(2026, 8, 28)),
        ("P1Y", date(2027, 2, 28)),
        ("P2W", date(2026, 3, 14)),
        ("soon", None),
    ],
)
def test_durations_are_added(duration: str, due: date | None) -> None:
    assert add_duration(date(2026, 2, 28), duration) == due


@pytest.mark.parametrize(
    ("sentence", "reported"),
    [
        ("Sie gelten als nicht arbeitslos (§ 53a i. V. m. § 16 Abs. 2 SGB III).", False),  # § 53a SGB II, as all know
        ("Das steht in § 999 i. V. m. § 16 Abs. 2 SGB III.", True),
        ("Das steht in § 53a SGB III.", True),
        ("Das steht in § 53a des Dritten Buches.", True),
    ],
)
def test_a_section_that_only_its_neighbour_gives_a_law_may_be_of_another(
    sentence: str, reported: bool, clean: Path
) -> None:
    shutil.copy(PROJECT / "glossary" / "laws.yml", clean / "glossary")
    write_page(clean, sentence)
    assert ("citation-unknown" in fired(clean)) is reported


def test_without_a_register_citations_are_not_checked(clean: Path) -> None:
    (clean / "glossary" / "laws.yml").unlink()
    write_page(clean, "Das regelt § 16z SGB II.")
    assert set(fired(clean)) == {"area-missing"}


def test_every_rule_has_an_example_that_it_reports() -> None:
    assert {rule.id for rule in BUILT_IN} == set(SENTENCES) | set(EDITS) | {"entry-unused", "wording-inconsistent"}


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


@pytest.mark.parametrize(
    "sentence",
    [
        "Bis Ende 2022 gab es Arbeitslosengeld II.",
        "Arbeitslosengeld II wurde abgelöst.",
        "Früher gab es Arbeitslosengeld II.",
        "Arbeitslosengeld II wurde 2022 abgeschafft.",
        "Die Einführung des Arbeitslosengelds II war umstritten.",
        "Das wurde mit dem Arbeitslosengeld II eingeführt.",
        "Sie beantragt am 5.1.2022 Arbeitslosengeld II.",
        "Im März 2021 bezog sie Arbeitslosengeld II.",
        "Die Koalition will Arbeitslosengeld II durch anderes ersetzen.",
        "> Das Amt zahlt Arbeitslosengeld II.\n> So schrieb die Zeitung.",
    ],
)
def test_sentences_about_the_past_and_quoted_blocks_are_information(sentence: str, clean: Path) -> None:
    write_page(clean, sentence)
    given = CheckInput(open_knowledge_base(clean), DAY)
    assert [each.severity for each in run_rules(BUILT_IN, given) if each.rule == "term-superseded"] == ["info"]


@pytest.mark.parametrize(
    ("sentence", "severities"),
    [
        ("Die PSB sind eingeladen.", ["warning"]),
        ("Die Personensorgeberechtigten (PSB) sind eingeladen. Die PSB kommen.", ["info", "info"]),
        ("Die Personensorgeberechtigten (kurz PSB) sind eingeladen.", ["info"]),
        ("Die Personensorgeberechtigten kommen (PSB).", ["warning"]),
    ],
)
def test_an_abbreviation_that_the_page_introduces_is_information(
    sentence: str, severities: list[str], clean: Path
) -> None:
    write_page(clean, sentence, "[zivil]")
    given = CheckInput(open_knowledge_base(clean), DAY)
    assert [each.severity for each in run_rules(BUILT_IN, given) if each.rule == "term-deprecated"] == severities


@pytest.mark.parametrize(
    ("sentence", "reported"),
    [
        ("Die AG trifft sich.", True),
        ("Heute trifft sich die AG.", True),
        ("Die AG Übergang trifft sich.", False),
        ("Die Muster AG bildet aus.", False),
        ("Bei der Muster & Co AG bildet man aus.", False),
    ],
)
def test_the_abbreviation_ag_may_be_part_of_a_name(sentence: str, reported: bool, clean: Path) -> None:
    path = clean / SORGE
    path.write_text(path.read_text(encoding="utf-8").replace("PSB", "AG"), encoding="utf-8")
    write_page(clean, sentence, "[zivil]")
    assert ("term-deprecated" in fired(clean)) is reported


@pytest.mark.parametrize(
    ("areas", "sentence", "severity"),
    [
        ("[sgb2]", "Die Sanktion dauert drei Monate.", "warning"),
        ("[]", "Das Jobcenter verhängt eine Sanktion.", "warning"),
        ("[]", "Auch beim Grundsicherungsgeld gibt es Sanktionen.", "warning"),
        ("[]", "Die Ausländerbehörde droht mit Sanktionen.", "info"),
        ("[sgb8]", "Die Schule kennt andere Sanktionen.", "info"),
    ],
)
def test_an_ordinary_word_counts_where_its_area_is_spoken_of(
    areas: str, sentence: str, severity: str, clean: Path
) -> None:
    path = clean / "glossary/lebensunterhalt/existenzsichernde-geldleistung.yml"
    hartz = "      - {term: Hartz IV, status"
    new = "      - {term: Sanktion, status: deprecated, gender: feminine, plural: Sanktionen}\n" + hartz
    path.write_text(path.read_text(encoding="utf-8").replace(hartz, new), encoding="utf-8")
    write_page(clean, sentence, areas)
    given = CheckInput(open_knowledge_base(clean), DAY)
    assert [each.severity for each in run_rules(BUILT_IN, given) if each.rule == "term-deprecated"] == [severity]


def test_an_old_title_of_a_law_is_answered_with_its_title_and_no_word_is_put_in(clean: Path) -> None:
    shutil.copy(PROJECT / "glossary" / "laws.yml", clean / "glossary")
    write_page(clean, "Im Zweiten Buch – Bürgergeld, Grundsicherung für Arbeitsuchende – steht es.")
    given = CheckInput(open_knowledge_base(clean), DAY)
    [found] = [finding for finding in run_rules(BUILT_IN, given) if finding.rule == "term-superseded"]
    assert (found.suggestion, found.fix) == ("Grundsicherung für Arbeitsuchende", None)


def test_a_finding_in_a_compound_marks_the_old_word_alone(clean: Path) -> None:
    write_page(clean, "Der Bürgergeldantrag liegt vor.")
    given = CheckInput(open_knowledge_base(clean), DAY)
    [found] = [finding for finding in run_rules(BUILT_IN, given) if finding.rule == "term-superseded"]
    assert (found.excerpt, found.place.column, found.place.end_column, found.fix) == ("Bürgergeld", 5, 15, None)


@pytest.mark.parametrize(
    ("sentence", "reported"),
    [
        ("Das entscheidet der Träger.", True),
        ("Das entscheidet der Träger oder Anna.", True),
        ("Das zahlen Träger anderer Leistungen.", False),
        ("Das geschieht entsprechend dem Träger.", False),
        ("Das ist am Träger ausgerichtet.", False),
        ("Das Grundsicherungsgeld zahlt der Träger.", False),
        ("Das Grundsicherungsgeld ändert den Hilfeplan, sagt der Träger.", True),
        ("Das prüfen der Träger und die Leitung des Vorhabens.", False),
        ("Wer der zuständige Träger ist, sagt einer der vorgenannten Träger.", False),
        ("Das regelt der Maßnahmeträger mit dem Leistungsträger. Dann handelt der Träger.", True),
        ("Den Leistungsträger kennt er, den Sozialleistungsträger auch. Dann handelt der Träger.", False),
        ("Das zahlt der Leistungsträger. Dann handelt der Träger.", False),
        ("Das zahlt der Leistungsträger.\n\nDann handelt der Träger.", True),
        ("Die Rehabilitationsträger leisten so, dass Leistungen eines anderen Trägers nicht nötig sind.", False),
        ("Zuwendungen erhalten Träger (juristische Personen des privaten Rechts).", False),
        ("Das zahlt der Träger (auch neue).", True),
        ("Das Grundwort steht später: Der Träger fragt den Maßnahmeträger.", True),
    ],
)
def test_a_compound_before_or_an_explanation_behind_settles_an_ambiguous_word(
    sentence: str, reported: bool, clean: Path
) -> None:
    (clean / "glossary" / "words.yml").write_text(AMBIGUOUS_WORD, encoding="utf-8")
    write_page(clean, sentence, "[]")
    given = CheckInput(open_knowledge_base(clean), DAY)
    found = [each.place.file for each in run_rules(BUILT_IN, given) if each.rule == "term-ambiguous"]
    assert ("docs/jobcenter.md" in found) is reported


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
