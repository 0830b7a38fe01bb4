"""`jbakb list`, `areas` and `themes`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.conftest import Ask

ALL = [
    "sorgeberechtigte",
    "eingliederungsvereinbarung",
    "hilfeplan",
    "kooperationsplan",
    "psychosoziale-betreuung",
    "existenzsichernde-geldleistung",
]


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ((), ALL),
        (("--theme", "planung"), ALL[1:4]),
        (("--theme", "Planung & Vereinbarung"), ALL[1:4]),
        (("--area", "sgb5"), ["psychosoziale-betreuung"]),
        (("--area", "Jugendamt", "--theme", "planung"), ALL[1:4]),
        (("--status", "superseded"), ["kooperationsplan", "existenzsichernde-geldleistung"]),
        (("--status", "superseded", "--as-of", "2022-12-31"), []),
        (("--open", "--theme", "planung"), ["kooperationsplan"]),
        (("--missing",), ["eingliederungsvereinbarung", "hilfeplan"]),
        (("--missing", "--area", "sgb3"), ["hilfeplan"]),
    ],
)
def test_entries_are_listed_in_the_order_of_the_themes(
    ask_json: Callable[..., Any], options: tuple[str, ...], ids: list[str]
) -> None:
    assert [entry["id"] for entry in ask_json("list", *options)["entries"]] == ids


def test_a_pipe_gets_a_line_per_entry_and_the_count_goes_elsewhere(ask: Ask) -> None:
    result = ask("list", "--theme", "planung")
    assert result.stdout.splitlines()[2] == "hilfeplan\tHilfeplan\tPlanung & Vereinbarung\tsgb2 ?sgb3 sgb8 ?schule"
    assert result.stderr.startswith("3 Einträge")


def test_an_unknown_theme_is_refused_with_a_list(ask: Ask) -> None:
    result = ask("list", "--theme", "planug")
    assert result.exit_code == 2 and "Möglich sind: zielgruppe" in result.stderr


def test_areas_count_their_concepts(ask_json: Callable[..., Any]) -> None:
    areas = {area["id"]: area for area in ask_json("areas")["areas"]}
    assert next(iter(areas)) == "sgb2" and areas["sgb2"]["roles"] == ["jobcenter"]
    assert areas["sgb12"]["concepts"] == 2 and areas["sgb3"]["missing"] == 1


def test_themes_count_their_entries(ask_json: Callable[..., Any]) -> None:
    assert ask_json("themes")["themes"][2] == {"id": "planung", "title": "Planung & Vereinbarung", "entries": 3}


@pytest.mark.parametrize("command", ["list", "areas", "themes"])
def test_tables_have_german_headings(ask: Ask, command: str) -> None:
    assert ask(command).stdout.startswith("Kennung\t")


def test_open_questions_are_listed_one_by_one(ask: Ask, ask_json: Callable[..., Any]) -> None:
    result = ask("list", "--open")
    assert "kooperationsplan.sgb2\tsgb2\tRechtsnatur nicht abschließend geklärt" in result.stdout.splitlines()
    doubts = ask_json("list", "--open", "--area", "sgb5")["doubts"]
    assert [(doubt["id"], doubt["kind"]) for doubt in doubts] == [("psychosoziale-betreuung.sgb5", "open")]
