"""`jbakb process`: make a process by options or by questions, list, show and check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jbakb.knowledge_base import open_knowledge_base
from jbakb.model.process import Basis, Deadline, ProcessRole
from tests.check.test_rules import add_agreement
from tests.cli.conftest import Ask

PAGE = "docs/prozesse/wohnung-sichern.md"
NEW = (
    "process", "new", "Wohnung sichern",
    "--purpose", "Niemand verliert sein Dach.",
    "--trigger", "Eine Räumung droht: es eilt.",
    "--source", "§ 22 Abs. 8 SGB II",
    "--step", "jobcenter", "Prüfen", "Mietschulden klären",
    "--step", "Sozialer Dienst", "Begleiten", "Gespräche führen, auch zu Hause",
    "--step", "Jugendamt", "Begleiten", "weiter begleiten",
    "--deadline", "1", "sofort", "vereinbart",
    "--deadline", "2", "unverzüglich", "§ 17 Abs. 1 SGB I",
    "--tool", "1", "Schuldenvermerk", "--result", "1", "Klarheit",
    "--handover", "1", "jugendamt", "Notlagenbogen",
    "--gate", "2", "Angaben zur Wohnung", "einwilligung", "Es geht ohne Angaben weiter.",
    "--gate", "3", "Angaben zur Person", "§ 69 Abs. 1 Nr. 1 SGB X", "Getrennt weiter.",
    "--clause", "k10", "--goal", "beteiligung",
)  # fmt: skip


@pytest.fixture
def agreed(small: Path) -> Path:
    """The small knowledge base with clauses and goals."""
    add_agreement(small)
    return small


def test_a_process_is_made_by_options_and_is_valid_at_once(agreed: Path, ask: Ask) -> None:
    result = ask(*NEW)
    assert result.exit_code == 0, result.output
    kb = open_knowledge_base(agreed)
    assert not kb.problems
    process = next(page.process for page in kb.pages if page.path == PAGE)
    assert process is not None
    assert [(step.id, step.actor) for step in process.steps] == [
        ("pruefen", "jobcenter"), ("begleiten", "sozialer-dienst"), ("begleiten-2", "jugendamt"),
    ]  # fmt: skip
    assert process.steps[0].deadline == Deadline(text="sofort", kind="agreed")
    assert process.steps[1].deadline == Deadline(text="unverzüglich", kind="statutory", source="§ 17 Abs. 1 SGB I")
    assert process.steps[0].tools == ("Schuldenvermerk",) and process.steps[0].result == "Klarheit"
    assert [(hand.from_, hand.to) for hand in process.handovers] == [("jobcenter", "jugendamt")]
    assert [gate.basis for gate in process.gates] == [
        (Basis(kind="consent"),), (Basis(kind="statute", source="§ 69 Abs. 1 Nr. 1 SGB X"),),
    ]  # fmt: skip
    assert process.roles["jobcenter"] == "Prüfen"
    assert process.roles["sozialer-dienst"] == ProcessRole(title="Sozialer Dienst", task="Begleiten")
    assert ask("process", "check", "wohnung-sichern").exit_code == 0


def test_undo_takes_a_new_process_back(agreed: Path, ask: Ask) -> None:
    assert ask(*NEW).exit_code == 0
    assert ask("undo").exit_code == 0
    assert not (agreed / PAGE).exists()


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        (("--id", "Neu!"), "taugt nicht"),
        (("--id", "index"), "taugt nicht"),
        (("--id", "erstkontakt"), "gibt es schon"),
        (("--deadline", "9", "sofort", "vereinbart"), "es gibt 1 bis 3"),
        (("--step", "jobcentr", "A", "B"), "Meinten Sie „jobcenter“?"),
        (("--clause", "k99"), "Die Klausel „k99“ gibt es nicht"),
        (("--goal", "beteiligun"), "Meinten Sie „beteiligung“?"),
    ],
)
def test_what_does_not_exist_is_refused_and_nothing_written(
    more: tuple[str, ...], reason: str, agreed: Path, jbakb: Any
) -> None:
    result = jbakb(*NEW, *more)
    assert result.returncode == 2
    assert reason in result.stderr.replace("\n", " ")
    assert not (agreed / PAGE).exists()


def test_without_a_terminal_nothing_is_asked(jbakb: Any) -> None:
    result = jbakb("process", "new", "Nur ein Titel")
    assert result.returncode == 2
    assert "--purpose, --trigger, --step" in result.stderr


def test_a_list_names_areas_steps_and_clauses(ask: Ask, ask_json: Any) -> None:
    listed = {each["id"]: each for each in ask_json("process", "list")["processes"]}
    assert listed["erstkontakt"] == {
        "id": "erstkontakt",
        "title": "Erstkontakt und Clearing an der Anlaufstelle",
        "purpose": "Wer ankommt, wird gehört, bekommt die richtige Stelle und behält keine offenen Fragen.",
        "areas": ["sgb2", "sgb3", "sgb8", "schule"],
        "roles": [
            "jobcenter", "agentur", "jugendamt", "schule", "koordination", "junger-mensch", "empfang", "zustaendige-stelle",
        ],
        "steps": 6,
        "handovers": 1,
        "gates": 1,
        "clauses": ["k04", "k06", "k07", "k10"],
        "goals": ["ein-ansprechpartner", "verstaendliche-sprache"],
        "file": "docs/prozesse/erstkontakt.md",
    }  # fmt: skip
    lines = ask("process", "list", "--format", "jsonl").stdout.splitlines()
    assert {json.loads(line)["id"] for line in lines} == set(listed)
    assert "erstkontakt\tErstkontakt und Clearing" in ask("process", "list").stdout


@pytest.mark.parametrize(
    ("option", "value", "found"),
    [
        ("--area", "schule", ["einwilligung", "erstkontakt"]),
        ("--area", "sgb12", []),
        ("--clause", "k19", ["einwilligung"]),
        ("--goal", "verstaendliche-sprache", ["erstkontakt"]),
    ],
)
def test_a_list_is_narrowed(option: str, value: str, found: list[str], agreed: Path, ask_json: Any) -> None:
    assert [each["id"] for each in ask_json("process", "list", option, value)["processes"]] == found


def test_a_list_refuses_what_does_not_exist(jbakb: Any) -> None:
    result = jbakb("process", "list", "--area", "sgb22")
    assert result.returncode == 2 and "Meinten Sie „sgb2“?" in result.stderr


def test_a_process_is_shown_in_eighty_columns(agreed: Path, ask: Ask) -> None:
    shown = ask("process", "show", "einwilligung").stdout
    assert max(map(len, shown.splitlines())) <= 80
    for text in (
        "Einwilligung einholen und Daten übermitteln",
        "Übermittelnde Stelle (Jobcenter, Agentur für Arbeit, Jugendamt, Schule): prüft",
        " 2. Befugnis prüfen (Übermittelnde Stelle)",
        "Frist: vor der Übermittlung (gesetzlich, § 67d Abs. 1 SGB X)",
        "→ nur mit Einwilligung: Schritt 4",
        "! Datenschutz-Tor: die benötigten Angaben. Grundlage: Einwilligung",
        "» Übergabe Übermittelnde Stelle → Empfangende Stelle: die benötigten",
        "k10 Klausel k10",
        "? Freiwilligkeit und Alter",
    ):
        assert text in shown


def test_a_process_is_shown_as_data(ask_json: Any) -> None:
    [shown] = ask_json("process", "show", "docs/prozesse/einwilligung.md")["processes"]
    assert shown["id"] == "einwilligung" and shown["areas"] == ["sgb2", "sgb3", "sgb8", "schule"]
    assert shown["steps"][1]["deadline"] == {
        "text": "vor der Übermittlung", "kind": "statutory", "source": "§ 67d Abs. 1 SGB X",
    }  # fmt: skip
    assert shown["handovers"][0]["from"] == "absender"


@pytest.mark.parametrize("command", ["show", "check"])
def test_an_unknown_process_gets_the_nearest(command: str, jbakb: Any) -> None:
    result = jbakb("process", command, "einwiligung")
    assert result.returncode == 2
    assert "Meinten Sie „einwilligung“?" in result.stderr


def test_check_looks_at_the_named_process_only(small: Path, jbakb: Any, ask_any: Any) -> None:
    page = small / "docs/prozesse/einwilligung.md"
    page.write_text(page.read_text(encoding="utf-8").replace("actor: empfaenger", "actor: empfang"), encoding="utf-8")
    assert jbakb("process", "check", "erstkontakt").returncode == 0
    found = jbakb("process", "check", "einwilligung")
    assert found.returncode == 1
    assert "docs/prozesse/einwilligung.md:28:" in found.stdout and "process-reference-broken" in found.stdout
    assert jbakb("process", "check").returncode == 1
    assert {each["rule"] for each in ask_any("process", "check")["findings"]} == {"process-reference-broken"}
