"""`jbakb translate`."""

from __future__ import annotations

from collections.abc import Callable
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
