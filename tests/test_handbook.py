"""Pages and processes are read with their places."""

from pathlib import Path

import pytest

from jbakb.handbook import load_handbook, parse_page
from jbakb.model.process import Branch, ProcessRole
from jbakb.store.problem import Problem


def test_a_page_has_a_title_and_the_areas_that_it_speaks_for() -> None:
    page = parse_page("---\ntitle: Antrag\nareas: [sgb2, sgb3]\n---\n\n# Anderes\n", "docs/antrag.md", [])
    assert (page.title, page.areas) == ("Antrag", ("sgb2", "sgb3"))
    assert page.text[page.body_start :] == "\n# Anderes\n"


@pytest.mark.parametrize(
    ("text", "title"), [("# Überschrift #\n", "Überschrift"), ("Nur Text.\n", "seite.md"), ("", "seite.md")]
)
def test_without_front_matter_the_heading_or_the_file_names_the_page(text: str, title: str) -> None:
    assert parse_page(text, "docs/seite.md", []).title == title


def test_a_process_is_read_from_the_front_matter(small: Path) -> None:
    pages, problems = load_handbook(small)
    assert problems == []
    process = next(page.process for page in pages if page.path == "docs/prozesse/einwilligung.md")
    assert process is not None
    assert process.id == "einwilligung"
    assert [step.id for step in process.steps][:2] == ["aufgabe", "befugnis"]
    assert process.steps[2].next == (
        Branch(when="Grundlage reicht", to="uebermitteln"),
        Branch(when="nur mit Einwilligung", to="aufklaeren"),
    )
    assert process.steps[-1].next == "end"
    assert isinstance(process.roles["absender"], ProcessRole)
    assert process.roles["junger-mensch"] == "entscheidet"
    assert process.handovers[0].from_ == "absender"


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("purpose:", "purpos:", 3, "„purpos“ ist hier unbekannt"),
        ("kind: statutory", "kind: gesetzlich", 21, "„gesetzlich“ ist hier nicht möglich"),
        ("otherwise: Der Fall läuft getrennt weiter.", "", 32, "Es fehlt: otherwise"),
    ],
)
def test_a_problem_of_a_process_has_the_line_of_the_page(
    small: Path, old: str, new: str, line: int, message: str
) -> None:
    path = small / "docs/prozesse/einwilligung.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    problems: list[Problem] = []
    parse_page(text.replace(old, new, 1), "docs/prozesse/einwilligung.md", problems)
    assert (problems[0].line, message in problems[0].message) == (line, True), problems


def test_a_page_that_is_no_text_is_a_problem(small: Path) -> None:
    (small / "docs/alt.md").write_bytes("Übersicht".encode("cp1252"))
    _pages, problems = load_handbook(small)
    assert [(problem.file, problem.line, problem.column) for problem in problems] == [("docs/alt.md", 1, 1)]


def test_the_place_of_a_value_in_the_front_matter_is_that_of_the_file(small: Path) -> None:
    pages, _problems = load_handbook(small)
    page = next(page for page in pages if page.path == "docs/prozesse/einwilligung.md")
    line, column = page.front_matter_place("steps", 0, "actor")
    assert page.text.splitlines()[line - 1][column - 1 :].startswith("absender")
