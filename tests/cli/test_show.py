"""`jbakb show`."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from jbakb.entry_data import entry_data
from jbakb.knowledge_base import KnowledgeBase
from tests.cli.conftest import Ask
from tests.conftest import DAY

DAY_OPTION = ("--as-of", DAY.isoformat())


def test_an_entry_shows_all_areas(ask: Ask) -> None:
    shown = ask("show", "existenzsichernde-geldleistung", *DAY_OPTION).stdout
    for part in (
        "Existenzsichernde Geldleistung",
        "SGB II = deckt sich mit dem gemeinsamen Begriff",
        "Grundsicherungsgeld (das; seit 1.7.2026)",
        "abgelöst: Bürgergeld (amtlich bis 30.6.2026; noch geduldet bis 31.12.2026)",
        "nicht verwenden: Hartz IV (umgangssprachlich)",
        "§ 19 SGB II (gelesen in der Fassung vom 19.8.2026)",
        "SGB III ≠ verwandt, kein Gegenstück",
        "Schule – kein Gegenstück",
        "Noch offen: Abgrenzung fachlich zu bestätigen",
        "→ Wer beides erhält",
        "„Arbeitslosengeld“. Immer sagen, welche Leistung gemeint ist.",
    ):
        assert part in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_the_day_decides_what_is_the_word(ask: Ask) -> None:
    shown = ask("show", "existenzsichernde-geldleistung", "--as-of", "2026-06-30").stdout
    assert "  Bürgergeld (das; seit 1.1.2023" in shown


def test_an_area_that_nobody_has_settled_is_named(ask: Ask) -> None:
    assert "SGB III ? noch zu klären" in ask("show", "hilfeplan").stdout


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Hilfepläne", "„Hilfepläne“ → „Hilfeplan“: SGB VIII, bevorzugt."),
        ("HP", "„HP“: SGB VIII, zulässig, Abkürzung."),
        ("Sozialgeld", "Seit 1.1.2023 nicht mehr amtlich; heute heißt es „Grundsicherungsgeld“."),
        ("Bürgergeld", "Seit 1.7.2026 heißt es „Grundsicherungsgeld“."),
        ("Hartz IV", "„Hartz IV“: SGB II, besser nicht verwenden. Besser: „Grundsicherungsgeld“."),
    ],
)
def test_a_word_shows_its_place(ask: Ask, typed: str, said: str) -> None:
    shown = " ".join(ask("show", typed, *DAY_OPTION).stdout.split())
    assert said in shown


def test_words_need_no_quotes(ask: Ask) -> None:
    assert ask("show", "psychosoziale", "Betreuung").exit_code == 0


def test_an_ambiguous_word_lists_what_it_may_mean(ask: Ask) -> None:
    shown = ask("show", "EGV", *DAY_OPTION).stdout
    assert "„EGV“ kann Verschiedenes bedeuten" in shown
    assert "kooperationsplan.sgb2" in shown and "eingliederungsvereinbarung.sgb3" in shown


def test_a_word_without_an_entry_is_explained(ask: Ask) -> None:
    shown = ask("show", "VA").stdout
    assert "Verwaltungsausschuss der Agentur" in shown and "! Ausschreiben." in shown


def test_an_unknown_word_gets_a_suggestion_and_exit_2(ask: Ask) -> None:
    result = ask("show", "Hilfeplam")
    assert result.exit_code == 2 and "Meinten Sie „Hilfeplan“?" in result.stderr


def test_json_has_the_entry_as_in_its_file_and_what_follows_from_the_day(
    ask_json: Callable[..., Any], small_kb: KnowledgeBase
) -> None:
    data = ask_json("show", "kooperationsplan", *DAY_OPTION)
    [entry] = data["entries"]
    expected = entry_data(small_kb.glossary, small_kb.glossary.entries["kooperationsplan"], DAY)
    assert entry == json.loads(json.dumps(expected))
    assert (entry["id"], entry["theme"], entry["title"]) == ("kooperationsplan", "planung", "Kooperationsplan")
    concept = entry["concepts"][0]
    assert concept["ref"] == "kooperationsplan.sgb2" and concept["valid_from"] == "2023-07-01"
    assert {term["term"]: term["status"] for term in concept["terms"]} == {
        "Kooperationsplan": "preferred",
        "KP": "admitted",
        "Eingliederungsvereinbarung": "superseded",
        "EGV": "superseded",
    }


def test_json_of_an_ambiguous_word_has_all_entries_and_readings(ask_json: Callable[..., Any]) -> None:
    data = ask_json("show", "EGV", *DAY_OPTION)
    assert [entry["id"] for entry in data["entries"]] == [
        reading["id"].partition(".")[0] for reading in data["readings"]
    ]
    assert {reading["status"] for reading in data["readings"]} == {"admitted", "superseded"}


@pytest.mark.parametrize("typed", ["Arbeitslosengeld", "Arbeitslosengeldes", "arbeitslosengeld"])
def test_a_false_friend_shows_all_readings_and_the_note_above_the_entry(ask: Ask, typed: str) -> None:
    above, _title, _entry = ask("show", typed, *DAY_OPTION).stdout.partition("\nExistenzsichernde Geldleistung\n")
    assert f"„{typed}“ kann Verschiedenes bedeuten" in above
    assert "SGB II\tbis 2022: Arbeitslosengeld II" in above and "SGB III\t" in above
    assert above.index("SGB II\t") < above.index("SGB III\t")
    assert "! Immer sagen, welche Leistung gemeint ist." in above


def test_json_has_what_others_understand_by_a_word(ask_json: Callable[..., Any]) -> None:
    readings = ask_json("show", "Arbeitslosengeld", *DAY_OPTION)["readings"]
    assert {reading["area"]: reading["meaning"] for reading in readings} == {
        "sgb2": "bis 2022: Arbeitslosengeld II",
        "sgb3": "",
    }
