"""What is wrong with a contact is told with its place."""

import pytest

from jbakb.store.contacts import parse_contacts
from jbakb.store.problem import Problem

GOOD = """\
contacts:
  - id: jobcenter
    title: Jobcenter
    area: sgb2
  - {id: jugendamt, title: Jugendamt, area: sgb8}
"""


def parse(text: str) -> tuple[list[str], list[Problem]]:
    problems: list[Problem] = []
    contacts = parse_contacts(text.encode(), "glossary/contacts.yml", problems, ["sgb2", "sgb8"])
    return [contact.id for contact in contacts], problems


def test_a_good_file_is_read_in_its_order() -> None:
    assert parse(GOOD) == (["jobcenter", "jugendamt"], [])


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "said"),
    [
        ("id: jugendamt", "id: jobcenter", 5, 10, "schon vergeben"),
        ("id: jugendamt", "id: Jugend Amt", 5, 10, "taugt nicht als Kennung"),
        ("area: sgb2", "area: sgb22", 4, 11, "Rechtskreis „sgb22“ gibt es nicht"),
        ("    title: Jobcenter\n", "", 2, 5, "Es fehlt: title"),
        ("    title: Jobcenter\n", "    titel: Jobcenter\n", 3, 5, "„titel“ ist hier unbekannt"),
        ("title: Jugendamt", "title: Jugendamt, visibility: geheim", 5, 51, "„geheim“ ist hier nicht möglich"),
        ("contacts:", "kontakte:", 1, 1, "„kontakte“ ist hier unbekannt"),
        (GOOD, "- id: jobcenter", 1, 1, "mehrere Angaben"),
        (GOOD, "", 1, 1, "Datei ist leer"),
    ],
)
def test_a_problem_names_its_place(old: str, new: str, line: int, column: int, said: str) -> None:
    assert old in GOOD
    _contacts, problems = parse(GOOD.replace(old, new, 1))
    assert any((p.line, p.column) == (line, column) and said in p.message for p in problems), problems
