"""Prose in data files: which fields, for which areas, and where each character stands."""

from __future__ import annotations

import pytest

from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import Glossary, Process, Role
from jbakb.model.process import Branch, Deadline, ProcessRole, Step
from jbakb.store.prose_fields import Where, entry_prose, locate_text, process_prose
from jbakb.store.yaml_nodes import parse

PLACES = [
    ("note: Das Wort steht da.", (1, 11)),
    ("note: 'Das Wort: hier.'", (1, 12)),
    ("note: 'So''n Wort hier.'", (1, 14)),
    ('note: "Ein „Wort“ hier."', (1, 13)),
    ('note: "Ein \\"langes\\"\\tgro\\u00dfes Wort."', (1, 36)),
    ('note: "Ein Text,\n  ein\\\n  \\ langes Wort."', (3, 12)),
    ('note: "  Ein Text\n\n  mit Wort."', (3, 7)),
    ("note: >-\n  Äh, viel Text\n  und ein Wort hier.", (3, 11)),
    ("note: |\n  Text\n\n  mit Wort.\n", (4, 7)),
    ("note: Ein Text über\n  zwei Zeilen mit Wort.", (2, 19)),
    ("{a: 1, note: Ein Wort}", (1, 18)),
]


@pytest.mark.parametrize(("source", "place"), PLACES)
def test_a_word_is_found_to_the_character(source: str, place: tuple[int, int]) -> None:
    root = parse(source, "")[0]
    value = next(value.value.strip() for key, value in root.value if key.value == "note")  # type: ignore[union-attr]
    assert locate_text(source.encode(), ("note",), value.index("Wort")) == place


def test_front_matter_starts_on_its_own_line() -> None:
    assert locate_text(b"title: Ein Wort", ("title",), 4, first_line=2) == (2, 12)


def test_a_concept_speaks_for_its_area(small_kb: KnowledgeBase) -> None:
    fields = list(entry_prose(small_kb.glossary.entries["hilfeplan"]))
    assert {(field.name, field.areas) for field in fields} == {
        ("notion", ()),
        ("definition", ("sgb8",)),
        ("difference", ("sgb8", "sgb2")),
        ("consequence", ("sgb8", "sgb2")),
        ("note", ()),
    }


PROCESS = Process(
    id="p", title="Übergang", purpose="Zweck", trigger="Anlass",
    roles={
        "jobcenter": "lädt ein",
        "fachkraft": ProcessRole(title="Fachkraft", played_by=("jugendamt", "asd"), task="fragt nach"),
        "beide": ProcessRole(title="Beide", played_by=("jugendamt", "jobcenter"), task="prüfen"),
    },
    steps=(
        Step(id="a", title="A", actor="jobcenter", action="Bedarf", tools=("Bogen",),
             deadline=Deadline(text="Frist", kind="law"), next=(Branch(when="Bedarf bleibt", to="b"),)),
        Step(id="b", title="B", actor="fachkraft", action="Bedarf"),
        Step(id="c", title="C", actor="beide", action="Bedarf"),
    ),
)  # fmt: skip
ROLES = {
    each.id: each
    for each in (
        Role(id="jobcenter", title="Jobcenter", area="sgb2"),
        Role(id="jugendamt", title="Jugendamt", area="sgb8"),
        Role(id="asd", title="Allgemeiner Sozialer Dienst", area="sgb8"),
    )
}


@pytest.mark.parametrize(
    ("where", "areas"),
    [
        (("purpose",), ()),
        (("roles", "jobcenter"), ("sgb2",)),
        (("roles", "fachkraft", "task"), ("sgb8",)),
        (("roles", "beide", "task"), ()),
        (("steps", 0, "action"), ("sgb2",)),
        (("steps", 0, "tools", 0), ("sgb2",)),
        (("steps", 0, "deadline", "text"), ("sgb2",)),
        (("steps", 0, "next", 0, "when"), ("sgb2",)),
        (("steps", 1, "action"), ("sgb8",)),
        (("steps", 2, "action"), ()),
    ],
)
def test_a_step_speaks_for_the_area_of_its_role_and_of_who_can_play_it(where: Where, areas: tuple[str, ...]) -> None:
    fields = {field.where: field.areas for field in process_prose(PROCESS, Glossary(roles=ROLES))}
    assert fields[where] == areas
