"""How answers look in a pipe and on a terminal."""

from __future__ import annotations

import json

import pytest

from jbakb.cli import output

ROWS = [
    ("verpflichtung-durch-verwaltungsakt", "Verpflichtung durch Verwaltungsakt", "Planung & Vereinbarung"),
    ("kooperationsplan", "Kooperationsplan", "Planung & Vereinbarung"),
    ("clearing", "Clearing", "Zugang & Zuständigkeit"),
]
HEADERS = ("Kennung", "Titel", "Thema")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A terminal of 80 columns without colours."""
    monkeypatch.setattr(output, "on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    return monkeypatch


def test_in_a_pipe_a_table_is_separated_by_tabs(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_table(HEADERS, [("a", "b\nc", "d")])
    assert capsys.readouterr().out == "Kennung\tTitel\tThema\na\tb c\td\n"


def test_on_a_terminal_no_word_is_broken(terminal: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    output.print_table(HEADERS, ROWS)
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) <= 80
    for word in ("verpflichtung-durch-verwaltungsakt", "Verwaltungsakt", "Zuständigkeit"):
        assert word in shown


def test_a_group_becomes_a_heading(terminal: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    output.print_table(HEADERS, ROWS, group=2)
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert lines.count("Planung & Vereinbarung") == 1 and "Thema" not in lines[0]


@pytest.mark.parametrize("columns", ["20", "40", "200"])
def test_a_table_fits_every_window(
    terminal: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: str
) -> None:
    terminal.setenv("COLUMNS", columns)
    output.print_table(HEADERS, ROWS)
    assert max(len(line) for line in capsys.readouterr().out.splitlines()) <= min(int(columns), output.MAX_WIDTH)


def test_a_paragraph_keeps_a_paragraph_with_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    text = output.paragraph("Das steht seit Juli ganz genau so im § 36 Abs. 2 SGB VIII.", "    ", "  → ")
    assert text.splitlines() == ["  → Das steht seit Juli ganz genau so im", "    § 36 Abs. 2 SGB VIII."]


def test_colours_have_no_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.delenv("NO_COLOR", raising=False)
    plain = output.paragraph("eins zwei drei vier fünf", "", "Wort: ")
    coloured = output.paragraph("eins zwei drei vier fünf", "", output.style("Wort:", fg="red") + " ")
    assert coloured.count("\n") == plain.count("\n") and coloured != plain


def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert output.style("Wort", fg="red") == "Wort"


def test_json_is_an_object_with_the_list_under_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_items("entries", [{"id": "ä"}], "json", query="x")
    shown = capsys.readouterr().out
    assert "ä" in shown and json.loads(shown) == {"entries": [{"id": "ä"}], "query": "x"}


def test_jsonl_is_an_object_per_line(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_items("entries", [{"id": "a"}, {"id": "b"}], "jsonl")
    assert capsys.readouterr().out == '{"id": "a"}\n{"id": "b"}\n'
