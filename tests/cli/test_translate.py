"""`jbakb translate`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ask
from tests.conftest import DAY

DAY_OPTION = ("--as-of", DAY.isoformat())


@pytest.mark.parametrize("source", ["sgb8", "SGB VIII", "Jugendamt", "jugendamt"])
@pytest.mark.parametrize("target", ["sgb2", "SGB II", "JC"])
def test_areas_may_be_called_as_people_call_them(ask: Ask, source: str, target: str) -> None:
    shown = ask("translate", "Hilfepläne", "--from", source, "--to", target).stdout
    assert "SGB II ≈ Kooperationsplan (fast gleich)" in shown
    assert "→ Aus dem Hilfeplan folgt im Jobcenter nichts" in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("EGV", "--from", "sgb2", "--to", "sgb8"), "Seit 1.7.2023 heißt es „Kooperationsplan“."),
        (("Grundsicherungsgeld", "--to", "schule"), "Schule – kein Gegenstück"),
        (("Grundsicherungsgeld", "--to", "sgb3"), "(kein direktes Gegenstück, nur verwandt)"),
        (("Hilfeplan", "--to", "schule"), "Schule ? noch zu klären"),
        (("psychosoziale Betreuung", "--to", "sgb8"), "kein eigenes Wort (vergleichbar, Grad nicht festgelegt)"),
        (("psychosoziale Betreuung", "--to", "sgb3"), "Am nächsten kommt: psychosoziale Betreuung (SGB II,"),
        (("Erziehungsberechtigte", "--from", "sgb8", "--to", "zivil"), "„Erziehungsberechtigte“ umfasst mehr"),
        (("gesetzliche Vertretung", "--to", "sgb8"), "„gesetzliche Vertretung“ umfasst weniger"),
        (("Eingliederungsvereinbarung", "--from", "sgb3", "--to", "sgb2"), "Kooperationsplan (fast gleich)"),
    ],
)
def test_what_is_said(ask: Ask, arguments: tuple[str, ...], said: str) -> None:
    result = ask("translate", *arguments, *DAY_OPTION)
    assert result.exit_code == 0, result.stderr
    assert said in " ".join(result.stdout.split())


def test_without_a_target_all_core_areas_answer(ask_json: Callable[..., Any]) -> None:
    data = ask_json("translate", "Hilfeplan", *DAY_OPTION)
    assert [item["to"] for item in data["translations"]] == ["sgb2", "sgb3", "schule"]


def test_an_ambiguous_word_lists_its_readings_and_exits_with_2(ask: Ask) -> None:
    result = ask("translate", "EGV", "--to", "sgb8")
    assert result.exit_code == 2 and not result.stdout
    for part in ("„EGV“ ist mehrdeutig", "SGB III:", "[kooperationsplan.sgb2]"):
        assert part in result.stderr


def test_an_address_says_which_reading_is_meant(ask_json: Callable[..., Any]) -> None:
    [item] = ask_json("translate", "kooperationsplan.sgb2", "--to", "sgb8")["translations"]
    assert (item["source"], item["id"], item["equivalence"]) == ("kooperationsplan.sgb2", "hilfeplan.sgb8", "close")


def test_a_word_of_another_area_is_refused_with_its_own(ask: Ask) -> None:
    result = ask("translate", "Hilfeplan", "--from", "sgb2")
    assert result.exit_code == 2 and "„Hilfeplan“ ist kein Wort aus SGB II. Es gehört zu: SGB VIII." in result.stderr


@pytest.mark.parametrize("option", ["--from", "--to"])
def test_an_unknown_area_is_refused_with_a_list(ask: Ask, option: str) -> None:
    result = ask("translate", "Hilfeplan", option, "sgb99")
    assert result.exit_code == 2 and "Möglich sind: sgb2" in result.stderr and option in result.stderr


def test_a_meaning_without_an_entry_cannot_be_translated(ask: Ask) -> None:
    result = ask("translate", "EB", "--from", "sgb2")
    assert result.exit_code == 2 and "noch keinen Eintrag" in result.stderr


def test_json_says_everything(ask_json: Callable[..., Any]) -> None:
    [item] = ask_json("translate", "hp", "--to", "sgb2", *DAY_OPTION)["translations"]
    assert item["word"] == "HP" and item["word_status"] == "admitted"
    assert (item["from"], item["to"], item["term"]) == ("sgb8", "sgb2", "Kooperationsplan")
    assert item["difference"].startswith("Der Hilfeplan plant") and item["sources"] == [
        "§ 15 Abs. 2 SGB II",
        "§ 15 Abs. 3 SGB II",
    ]


def test_a_false_friend_takes_no_side(ask: Ask) -> None:
    result = ask("translate", "Arbeitslosengeldes", "--to", "sgb8")
    assert result.exit_code == 2 and not result.stdout
    for part in ("ist mehrdeutig", "SGB II: bis 2022: Arbeitslosengeld II", "SGB III: "):
        assert part in result.stderr


def test_an_areas_own_word_is_meant_if_the_area_is_named(ask: Ask) -> None:
    assert "versteht unter" not in ask("translate", "Arbeitslosengeld", "--from", "sgb3", "--to", "sgb2").stdout


def test_what_an_area_understands_by_anothers_word_is_said_and_translated(
    ask: Ask, ask_json: Callable[..., Any]
) -> None:
    arguments = ("translate", "Arbeitslosengeld", "--from", "sgb2", "--to", "sgb3", *DAY_OPTION)
    shown = ask(*arguments).stdout
    assert shown.startswith("SGB II versteht unter „Arbeitslosengeld“: bis 2022: Arbeitslosengeld II.\n")
    assert "SGB III ≠ Arbeitslosengeld" in shown
    data = ask_json(*arguments)
    assert [item["source"] for item in data["translations"]] == ["existenzsichernde-geldleistung.sgb2"]
    assert {reading["area"] for reading in data["readings"]} == {"sgb2", "sgb3"}


FRIEND = """
false_friends:
  - words: [Plan]
    means:
      - {area: sgb8, text: Hilfeplan oder etwas Ähnliches}
      - {area: schule, text: Stundenplan}
      - {text: im Alltag jede Absicht}
    note: Welcher?
"""


def add_friend(small: Path) -> None:
    path = small / "glossary/planung/hilfeplan.yml"
    head, _key, rest = path.read_text(encoding="utf-8").partition("false_friends:")
    path.write_text(head + FRIEND.lstrip() + rest[rest.index("related:") :], encoding="utf-8")


@pytest.mark.parametrize("typed", ["Plan", "Pläne", "plaene"])
def test_a_word_that_is_nowhere_a_term_has_its_meanings_but_no_remarks(ask: Ask, small: Path, typed: str) -> None:
    add_friend(small)
    result = ask("translate", typed, "--to", "sgb2")
    assert result.exit_code == 2 and "SGB VIII: Hilfeplan oder" in result.stderr and "Stundenplan" in result.stderr
    assert "Absicht" not in result.stderr
    shown = ask("translate", typed, "--from", "sgb8", "--to", "sgb2").stdout
    assert f"SGB VIII versteht unter „{typed}“: Hilfeplan oder" in shown and "Kooperationsplan (fast gleich)" in shown


def test_a_meaning_that_no_concept_covers_is_told_and_not_translated(ask: Ask, small: Path) -> None:
    add_friend(small)
    result = ask("translate", "Plan", "--from", "schule", "--to", "sgb2")
    assert result.exit_code == 2 and not result.stdout
    assert "Schule versteht unter „Plan“: Stundenplan." in result.stderr and "noch keinen Eintrag" in result.stderr


def test_a_person_at_a_terminal_is_asked_which_meaning(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jbakb.cli.readings.interactive", lambda: True)
    shown = ask("translate", "Arbeitslosengeld", "--to", "sgb3", input="1\n").stdout
    assert "Welche Bedeutung? Nr." in shown and "SGB II versteht unter" in shown
