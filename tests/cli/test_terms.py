"""`jbakb terms`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal, TypeAlias
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jbakb.cli.terms import occurrences
from jbakb.knowledge_base import open_knowledge_base
from jbakb.recognition.lexicon import build_lexicon
from tests.cli.conftest import Ask
from tests.conftest import DAY, SMALL

LEXICON = build_lexicon(open_knowledge_base(SMALL).glossary, DAY)
Form: TypeAlias = Literal["NFC", "NFD"]
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
        assert " ".join(row["text"].split()) in ("Hilfeplan", "EGV", "psychosoziale Betreuung")
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


@pytest.mark.parametrize("file", ["bericht.docx", "bericht.PDF", "daten.yml"])
def test_what_is_neither_markdown_nor_text_is_refused_with_what_is_possible(
    ask: Ask, tmp_path: Path, file: str
) -> None:
    (tmp_path / file).write_text("Der Hilfeplan", encoding="utf-8")
    result = ask("terms", str(tmp_path / file))
    assert result.exit_code == 2 and file in result.stderr and ".md, .txt" in " ".join(result.stderr.split())


@pytest.mark.parametrize("file", ["brief.TXT", "brief.MD", "brief"])
def test_endings_may_be_in_capitals_or_missing(ask: Ask, tmp_path: Path, file: str) -> None:
    (tmp_path / file).write_text("Der Hilfeplan `Hilfeplan`", encoding="utf-8")
    assert len(rows(ask, str(tmp_path / file))) == (2 if file.endswith("TXT") else 1)


@pytest.mark.parametrize("text", ["Die Hilfepläne gelten.", "Die Hilfeplä-\nne gelten.", "Das Bürgergeld"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("form_of_the_glossary", ["NFC", "NFD"])
def test_letters_and_marks_may_stand_apart_in_the_file_and_in_the_glossary(
    ask: Ask, small: Path, text: str, form: Form, form_of_the_glossary: Form
) -> None:
    for path in (small / "glossary").rglob("*.yml"):
        path.write_text(normalize(form_of_the_glossary, path.read_text(encoding="utf-8")), encoding="utf-8")
    content = normalize(form, text)
    (small / "a.txt").write_text(content, encoding="utf-8")
    [row] = rows(ask, "a.txt")
    assert row["start"] == 4 and content[row["start"] : row["end"]] == row["text"]


def test_a_table_names_place_word_and_status(ask: Ask) -> None:
    shown = ask("terms", "-", "--as-of", DAY.isoformat(), input="Der Hilfeplan").stdout
    assert shown.splitlines()[1] == "-:1:5\tHilfeplan\thilfeplan.sgb8\tbevorzugt"


def test_the_prose_of_an_entry_is_read_at_its_places(ask: Ask, small: Path) -> None:
    path = small / "glossary" / "planung" / "hilfeplan.yml"
    text = path.read_text("utf-8").replace("notion: ", 'notion: "\\u00dcber Hilfepläne."  # ', 1)
    path.write_text(text, encoding="utf-8")
    found = rows(ask, str(path))
    assert found[0]["text"] == "Hilfepläne" and found[0]["concept"] == "hilfeplan.sgb8"
    lines = text.splitlines()
    for row in found:
        assert text[row["start"] : row["end"]] == row["text"]
        assert lines[row["line"] - 1].startswith(row["text"].split()[0], row["column"] - 1)
    assert [row["start"] for row in found] == sorted(row["start"] for row in found)
