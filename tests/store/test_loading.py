"""Bad data is told apart, each with its place and a way to mend it; all of it in one run."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jbakb.model import Entry
from jbakb.store.loading import load_glossary, parse_entry
from jbakb.store.problem import Problem

GOOD = """\
title: Hilfeplan
notion: Fachliche Grundlage der Hilfe.
concepts:
  - area: sgb8
    equivalence: exact
    terms:
      - {term: Hilfeplan, gender: masculine, plural: Hilfepläne, valid_from: 2023-07-01}
    definition: Plan, den das Jugendamt aufstellt.
"""

#: What is replaced by what in the good file; the place and a part of the message and of the hint that must follow.
WRONG: list[tuple[str, str, str, int, int, str, str]] = [
    ("unknown key", "notion:", "notoin:", 2, 1, "„notoin“ ist hier unbekannt", "meinten Sie „notion“"),
    ("a key twice", "notion: F", "title: F", 2, 1, "„title“ steht doppelt (zuerst in Zeile 1)", "löschen"),
    ("missing key", "title: Hilfeplan\n", "", 1, 1, "Es fehlt: title", "title: …"),
    ("unknown value", "equivalence: exact", "equivalence: exakt", 5, 18, "„exakt“ ist hier nicht möglich", "„exact“"),
    ("wrong date", "2023-07-01", "1.7.2023", 7, 78, "„1.7.2023“ ist kein Datum", "JJJJ-MM-TT"),
    ("impossible date", "2023-07-01", "2023-02-30", 7, 78, "„2023-02-30“ ist kein Datum", "JJJJ-MM-TT"),
    ("list as a text", "Plan, den das Jugendamt aufstellt.", "[Plan]", 8, 17, "Klammer", "Anführungszeichen"),
    ("text as a list", "terms:\n      - {term", "terms: Hilfeplan\n    x:\n      - {term", 6, 12, "Hier steht eine Liste", "- "),
    ("a comma in braces", "gender: masculine", "note: Ja, gern, gender: masculine", 7, 37, "„gern“ ist hier unbekannt", "Komma"),
    ("a colon in a text", "Plan, den", "Plan: den", 8, 21, "Doppelpunkt", "Anführungszeichen"),
    ("a tab", "    definition", "\tdefinition", 8, 1, "Tabulator", "Leerzeichen"),
    ("an empty value", "Fachliche Grundlage der Hilfe.", "", 2, 8, "Der Wert fehlt", "löschen"),
    ("an alias", "Fachliche Grundlage der Hilfe.", "*hilfe", 2, 9, "Verweis", "Anführungszeichen"),
    ("a tag", "Fachliche Grundlage der Hilfe.", "!!python/object x", 2, 9, "Tags", "Anführungszeichen"),
    ("an anchor", "Fachliche", "&a Fachliche", 2, 9, "Anker", "Anführungszeichen"),
    ("an open quote", "Fachliche", '"Fachliche', 9, 1, "nicht geschlossen", "ergänzen"),
    ("a control character", "Fachliche", "Fach\x07liche", 2, 13, "U+0007", "löschen"),
    ("two documents", "concepts:", "---\nconcepts:", 3, 1, "mehrere Dokumente", "je Eintrag eine Datei"),
    ("nothing said", "    terms:\n      - {term: Hilfeplan, gender: masculine, plural: Hilfepläne, valid_from: 2023-07-01}\n", "",
     4, 5, "eines von terms, use und absent", "absent"),
    ("two things said", "    definition", "    absent: Nein.\n    definition", 4, 5, "schließen einander aus", "löschen"),
    ("no equivalence", "    equivalence: exact\n", "", 4, 5, "equivalence", "exact, close"),
]  # fmt: skip


def problems_of(text: str) -> list[Problem]:
    problems: list[Problem] = []
    parse_entry(text.encode(), "glossary/planung/hilfeplan.yml", problems, id="hilfeplan", theme="planung")
    return problems


def test_the_good_file_is_good() -> None:
    assert problems_of(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "message", "hint"), [row[1:] for row in WRONG], ids=[r[0] for r in WRONG]
)
def test_a_problem_names_place_reason_and_remedy(
    old: str, new: str, line: int, column: int, message: str, hint: str
) -> None:
    assert old in GOOD
    problems = problems_of(GOOD.replace(old, new, 1))
    assert problems
    first = problems[0]
    assert (first.line, first.column) == (line, column), first
    assert message in first.message, first
    assert hint in first.hint, first


def test_all_problems_of_a_file_are_told_at_once() -> None:
    text = GOOD.replace("notion", "notoin").replace("exact", "exakt").replace("2023-07-01", "gestern")
    assert [problem.line for problem in problems_of(text)] == [2, 5, 7]


def test_all_problems_of_all_files_are_told_at_once(small: Path) -> None:
    (small / "glossary/planung/hilfeplan.yml").write_text("title: [", encoding="utf-8")
    (small / "glossary/areas.yml").write_text("areas: 5\nroles: 7\n", encoding="utf-8")
    _glossary, problems = load_glossary(small)
    assert {(problem.file, problem.line) for problem in problems} == {
        ("glossary/areas.yml", 1),
        ("glossary/areas.yml", 2),
        ("glossary/planung/hilfeplan.yml", 2),
    }


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty", b"", "Die Datei ist leer"),
        ("only a comment", b"# nichts\n", "Die Datei ist leer"),
        ("only a text", b"Hilfeplan\n", "name: wert"),
        ("Windows-1252", "title: Hilfepläne".encode("cp1252"), "nicht als UTF-8"),
        ("UTF-16", "title: Hilfeplan".encode("utf-16"), "UTF-16"),
        ("deep nesting", b"[" * 5000, ""),
        ("deep but closed", b"title: " + b"[" * 100 + b"]" * 100, ""),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_strange_files_are_problems_and_no_crash(name: str, data: bytes, message: str) -> None:
    problems: list[Problem] = []
    assert parse_entry(data, "glossary/planung/x.yml", problems, id="x", theme="planung") is None
    assert message in problems[0].message


def test_windows_line_ends_and_a_byte_order_mark_are_read() -> None:
    problems: list[Problem] = []
    data = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    entry = parse_entry(data, "x", problems, id="hilfeplan", theme="planung")
    assert problems == []
    assert entry is not None
    assert entry.concepts[0].definition == "Plan, den das Jugendamt aufstellt."


def test_text_never_becomes_something_else() -> None:
    text = (
        "title: no\nnotion: 2026-07-01\nconcepts:\n  - area: sgb2\n    equivalence: close\n    terms: [{term: 0x10}]\n"
    )
    entry = parse_entry(text.encode(), "x", [], id="x", theme="planung")
    assert isinstance(entry, Entry)
    assert (entry.title, entry.notion) == ("no", "2026-07-01")
    assert entry.concepts[0].terms is not None
    assert entry.concepts[0].terms[0].term == "0x10"


@given(st.text(max_size=200))
def test_no_text_makes_it_crash(text: str) -> None:
    problems: list[Problem] = []
    entry = parse_entry(text.encode("utf-8", "surrogatepass"), "x", problems, id="x", theme="planung")
    assert (entry is None) == bool(problems)


@given(st.binary(max_size=200))
def test_no_bytes_make_it_crash(data: bytes) -> None:
    problems: list[Problem] = []
    entry = parse_entry(data, "x", problems, id="x", theme="planung")
    assert (entry is None) == bool(problems)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("glossary/planung/Hilfe Plan.yml", "taugt nicht als Kennung"),
        ("glossary/plannung/neu.yml", "Das Thema „plannung“ gibt es nicht"),
        ("glossary/zielgruppe/hilfeplan.yml", "gibt es schon"),
        ("glossary/planung/neu.yaml", "wird nicht gelesen"),
    ],
)
def test_file_names_and_folders_are_checked(small: Path, path: str, message: str) -> None:
    (small / path).parent.mkdir(exist_ok=True)
    (small / path).write_text(GOOD, encoding="utf-8")
    _glossary, problems = load_glossary(small)
    assert [(problem.file, message in problem.message) for problem in problems] == [(path, True)]


def test_a_folder_in_place_of_a_file_does_not_hide_the_other_problems(small: Path) -> None:
    (small / "glossary/planung/ordner.yml").mkdir()
    (small / "glossary/planung/tot.yml").symlink_to("nirgends.yml")
    (small / "glossary/planung/hilfeplan.yml").write_text("title: [", encoding="utf-8")
    _glossary, problems = load_glossary(small)
    assert [problem.file.rsplit("/", 1)[-1] for problem in problems] == ["hilfeplan.yml", "ordner.yml", "tot.yml"]


@pytest.mark.parametrize("name", ["areas.yml", "themes.yml", "words.yml"])
def test_a_folder_in_place_of_a_shared_file_is_told_with_a_relative_path_and_a_remedy(small: Path, name: str) -> None:
    (small / "glossary" / name).unlink(missing_ok=True)
    (small / "glossary" / name).mkdir()
    _glossary, problems = load_glossary(small)
    [problem] = [problem for problem in problems if problem.file == f"glossary/{name}"]
    assert problem.message == "Die Datei lässt sich nicht lesen."
    assert "kein Ordner" in problem.hint


def test_all_problems_of_a_file_are_told_in_one_run(small: Path) -> None:
    text = """\
title: Titel
notion: Was gemeint ist.
concepts:
  - area: sgb99
    terms: [{term: ""}, {term: Wort, statuss: preferred}]
  - area: sgb8
    equivalence: close
    equivalence: close
"""
    (small / "glossary/planung/hilfeplan.yml").write_text(text, encoding="utf-8")
    _glossary, problems = load_glossary(small)
    assert [(problem.line, problem.message) for problem in problems if problem.file.endswith("hilfeplan.yml")] == [
        (4, "Es fehlt equivalence (wie weit sich der Begriff mit „notion“ deckt)."),
        (4, "Den Rechtskreis „sgb99“ gibt es nicht."),
        (5, "Der Text ist leer."),
        (5, "„statuss“ ist hier unbekannt."),
        (6, "Es fehlt eines von terms, use und absent."),
        (8, "„equivalence“ steht doppelt (zuerst in Zeile 7)."),
    ]


@pytest.mark.parametrize("line", ["title: ''", "title: '  '"])
def test_quotation_marks_around_nothing_are_no_text(line: str) -> None:
    name = line.split(":")[0]
    text = "\n".join(line if each.startswith(name) else each for each in GOOD.split("\n"))
    problems: list[Problem] = []
    assert parse_entry(text.encode(), "x", problems, id="x", theme="planung") is None
    assert [problem.message for problem in problems] == ["Der Text ist leer."]


def test_a_list_in_place_of_a_name_is_told_as_such() -> None:
    problems: list[Problem] = []
    assert parse_entry(f"{GOOD}? [a]\n: b\n".encode(), "x", problems, id="x", theme="planung") is None
    assert [problem.message for problem in problems] == [
        "Ein Name ist ein einzelnes Wort, keine Liste und keine Klammer."
    ]


def test_many_aliases_are_one_problem() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{place}: &b{place} [*a, *a, *a]\n" for place in range(9))
    problems: list[Problem] = []
    assert parse_entry(bomb.encode(), "x", problems, id="x", theme="planung") is None
    [problem] = problems
    assert (problem.line, problem.message) == (
        1,
        "Anker (&) sind nicht vorgesehen. Solche Stellen in dieser Datei: 37.",
    )


def test_an_unknown_area_is_a_problem_with_a_suggestion(small: Path) -> None:
    path = small / "glossary/planung/hilfeplan.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("- area: sgb8", "- area: sbg8"), encoding="utf-8")
    _glossary, [problem] = load_glossary(small)
    assert (problem.line, problem.column) == (4, 11)
    assert "„sgb8“" in problem.hint


def test_entries_stand_in_the_order_of_themes_and_ids(small: Path) -> None:
    glossary, _problems = load_glossary(small)
    assert list(glossary.entries) == [
        "sorgeberechtigte",
        "eingliederungsvereinbarung",
        "hilfeplan",
        "kooperationsplan",
        "psychosoziale-betreuung",
        "existenzsichernde-geldleistung",
    ]
