"""`jbakb terms`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jbakb.cli.terms import occurrences
from jbakb.knowledge_base import open_knowledge_base
from jbakb.recognition.lexicon import build_lexicon
from tests.cli.conftest import Ask
from tests.conftest import DAY, SMALL

LEXICON = build_lexicon(open_knowledge_base(SMALL).glossary, DAY)
SHAPE = ["file", "line", "column", "start", "end", "text", "term", "entry", "concept", "area", "status"]


def rows(ask: Ask, *arguments: str, input: str | bytes | None = None) -> list[dict[str, Any]]:
    result = ask("terms", *arguments, "--format", "jsonl", "--as-of", DAY.isoformat(), input=input)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_line_per_occurrence_in_the_documented_shape(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "seite.md"
    file.write_text("# Seite\n\nDie Hilfepläne liegen vor.\n", encoding="utf-8")
    [row] = rows(ask, str(file))
    assert list(row) == SHAPE
    assert row == {
        "file": str(file),
        "line": 3,
        "column": 5,
        "start": 13,
        "end": 23,
        "text": "Hilfepläne",
        "term": "Hilfeplan",
        "entry": "hilfeplan",
        "concept": "hilfeplan.sgb8",
        "area": "sgb8",
        "status": "preferred",
    }


def test_several_senses_are_a_line_each(ask: Ask) -> None:
    found = rows(ask, "-", input="Die EGV gilt.")
    assert [(row["start"], row["concept"], row["status"]) for row in found] == [
        (4, "eingliederungsvereinbarung.sgb3", "admitted"),
        (4, "kooperationsplan.sgb2", "superseded"),
    ]


def test_standard_input_is_markdown_and_txt_is_not(ask: Ask, tmp_path: Path) -> None:
    assert not rows(ask, "-", input="`Hilfeplan`")
    file = tmp_path / "text.txt"
    file.write_text("`Hilfeplan`", encoding="utf-8")
    assert len(rows(ask, str(file))) == 1


def test_paths_start_from_the_folder_given_with_C(ask: Ask) -> None:
    assert {row["file"] for row in rows(ask, "docs/jobcenter.md")} == {"docs/jobcenter.md"}


TEXTS = st.lists(
    st.sampled_from(
        ["Hilfeplan", "EGV", "psychosoziale", "Betreuung", "Öffnung", "🙂", " ", "\n", "\r\n", "\r", ".", "a"]
    ),
    max_size=30,
).map("".join)


@given(TEXTS, st.sampled_from(["", "\ufeff"]), st.sampled_from(["a.md", "a.txt"]))
def test_every_place_is_that_of_the_file_as_it_is(text: str, mark: str, name: str) -> None:
    content = mark + text
    for row in occurrences(name, content, LEXICON, DAY):
        assert content[row["start"] : row["end"]] == row["text"]
        lines = content.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert lines[row["line"] - 1][row["column"] - 1 :].startswith(row["text"].split("\r")[0].split("\n")[0])


@pytest.mark.parametrize(
    ("content", "place"), [(b"Hilfeplan \xe4", ":1:11 "), ("Der Hilfeplan".encode("utf-16"), ":1:1 ")]
)
def test_what_is_no_utf8_is_refused_with_its_place(ask: Ask, tmp_path: Path, content: bytes, place: str) -> None:
    (tmp_path / "alt.md").write_bytes(content)
    result = ask("terms", str(tmp_path / "alt.md"))
    assert result.exit_code != 0 and result.exception is not None
    assert f"alt.md{place}" in str(result.exception)


@pytest.mark.parametrize("file", ["nix.md", "docs"])
def test_what_is_no_file_is_refused(ask: Ask, file: str) -> None:
    result = ask("terms", file)
    assert result.exit_code == 2 and f"„{file}“" in result.stderr


def test_a_table_names_place_word_and_status(ask: Ask) -> None:
    shown = ask("terms", "-", "--as-of", DAY.isoformat(), input="Der Hilfeplan").stdout
    assert shown.splitlines()[1] == "-:1:5\tHilfeplan\thilfeplan.sgb8\tbevorzugt"
