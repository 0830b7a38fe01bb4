"""The questions of `jbakb process new`, asked on a real terminal (a pseudo-terminal)."""

from __future__ import annotations

from pathlib import Path

import pytest

from jbakb.knowledge_base import open_knowledge_base
from jbakb.model import Process
from jbakb.model.process import ProcessRole
from tests.check.test_rules import add_agreement
from tests.cli.test_wizard import Terminal

pytest.importorskip("pty", reason="needs a pseudo-terminal")


def made(root: Path, process_id: str) -> Process:
    kb = open_knowledge_base(root)
    assert not kb.problems
    return next(page.process for page in kb.pages if page.process and page.process.id == process_id)


def test_a_process_is_asked_for_step_by_step(small: Path) -> None:
    add_agreement(small)
    terminal = Terminal(["process", "new"], small)
    terminal.answer("Wie heißt der Prozess?", "Übergabe am Schulende")
    terminal.answer("Kennung", "erstkontakt")
    terminal.answer("noch nicht vergeben", "")
    terminal.answer("Wozu ist er gut", "Niemand fällt heraus.")
    terminal.answer("Was löst ihn aus?", "Die Schule endet.")
    terminal.answer("Auf welchem §", "§ 31a SGB III")
    terminal.answer("Noch ein §?", "")
    terminal.answer("Schritt 1: Wie heißt er?", "Melden")
    terminal.answer("Nummer oder Name", "schule")
    terminal.answer("Was geschieht?", "Abgänge melden")
    terminal.answer("Womit?", "Meldebogen, Liste")
    terminal.answer("Bis wann?", "zum Halbjahr")
    terminal.answer("Nummer oder Name", "")
    terminal.answer("Was ist danach da?", "")
    terminal.answer("Schritt 2: Wie heißt er? (leer: fertig)", "Beraten")
    terminal.answer("Nummer oder Name", "eine andere Stelle")
    terminal.answer("Wie heißt die Stelle?", "Beratung am Übergang")
    terminal.answer("Nummern oder Namen", "Jobcenter, 2")
    terminal.answer("Was geschieht?", "Gespräch anbieten")
    terminal.answer("Womit?", "")
    terminal.answer("Bis wann?", "")
    terminal.answer("Was ist danach da?", "Plan")
    terminal.answer("Was geht von „Schule“ an „Beratung am Übergang“?", "Kontaktdaten")
    terminal.answer("angekommen", "Rückruf")
    terminal.answer("Angaben zur Person", "Name und Telefon")
    terminal.answer("Nummer oder Name", "gesetzlich")
    terminal.answer("Welcher § erlaubt das?", "§ 31a SGB III")
    terminal.answer("Wie geht es ohne", "")
    terminal.answer("Schritt 3: Wie heißt er?", "")
    terminal.answer("Was trägt „Schule“ bei?", "")
    terminal.answer("Was trägt „Beratung am Übergang“ bei?", "berät")
    terminal.answer("Nummern oder Namen", "k10, K19 Klausel k19")
    terminal.answer("Nummern oder Namen", "beteiligung")
    terminal.answer("So übernehmen?", "j")
    assert terminal.end() == 0
    process = made(small, "uebergabe-am-schulende")
    assert [(step.id, step.actor) for step in process.steps] == [
        ("melden", "schule"), ("beraten", "beratung-am-uebergang"),
    ]  # fmt: skip
    assert process.steps[0].tools == ("Meldebogen", "Liste")
    assert process.roles["schule"] == "Melden"
    assert process.roles["beratung-am-uebergang"] == ProcessRole(
        title="Beratung am Übergang", played_by=("jobcenter", "agentur"), task="berät"
    )
    assert process.handovers[0].receipt == "Rückruf"
    assert process.gates[0].before == "beraten" and process.gates[0].basis[0].source == "§ 31a SGB III"
    assert process.clauses == ("k10", "k19") and process.goals == ("beteiligung",)
    assert not (small / ".jbakb/drafts").exists() or not list((small / ".jbakb/drafts").iterdir())


def test_answers_survive_an_interruption(small: Path) -> None:
    terminal = Terminal(["process", "new", "Kurz"], small)
    terminal.answer("Kennung", "")
    terminal.answer("Wozu ist er gut", "Es hilft.")
    terminal.expect("Was löst ihn aus?")
    terminal.interrupt("Die Antworten sind aufgehoben")
    assert terminal.end() == 130
    terminal = Terminal(["process", "new"], small)
    terminal.answer("Zu „Kurz“ gibt es angefangene Antworten", "")
    terminal.expect("Wozu ist er gut, in einem Satz: Es hilft.")
    terminal.answer("Was löst ihn aus?", "Ein Anruf.")
    terminal.answer("Auf welchem §", "")
    terminal.answer("Schritt 1", "Tun")
    terminal.answer("Nummer oder Name", "1")
    terminal.answer("Was geschieht?", "etwas")
    terminal.answer("Womit?", "")
    terminal.answer("Bis wann?", "")
    terminal.answer("Was ist danach da?", "")
    terminal.answer("Schritt 2", "")
    terminal.answer("Was trägt „Jobcenter“ bei?", "")
    terminal.answer("So übernehmen?", "j")
    assert terminal.end() == 0
    assert made(small, "kurz").purpose == "Es hilft."


def test_what_options_say_is_not_asked(small: Path) -> None:
    terminal = Terminal(["process", "new", "Kurz", "--step", "jobcenter", "A", "B", "--purpose", "C"], small)
    terminal.answer("Kennung", "")
    terminal.answer("Was löst ihn aus?", "D")
    terminal.answer("So übernehmen?", "j")
    assert terminal.end() == 0
    assert made(small, "kurz").steps[0].title == "A"
