"""The reader's own side: who may choose what, and what a side has for the others' concepts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as altered

from jbakb.model import Glossary
from jbakb.model.area import Role
from jbakb.site.content import SiteContent
from jbakb.site.own_side import RELATIONS, OwnWord, list_sides, own_words, relation_label, relation_symbol
from jbakb.site.pages import fill_blocks, generate_pages
from tests.conftest import DAY


@pytest.fixture
def glossary(small_content: SiteContent) -> Glossary:
    return small_content.glossary


def seen(glossary: Glossary, ref: str, side: str) -> list[tuple[str, str]]:
    found = glossary.at(ref)
    assert found
    return [(each.relation, each.word) for each in own_words(glossary, *found, side, DAY)]


def test_the_sides_are_those_of_the_roles_in_the_order_of_the_areas(glossary: Glossary) -> None:
    assert [(side.area, side.workplace) for side in list_sides(glossary)] == [
        ("sgb2", "im Jobcenter"),
        ("sgb3", "in der Agentur für Arbeit"),
        ("sgb8", "im Jugendamt"),
        ("schule", "in der Schule"),
    ]


def test_a_role_without_a_workplace_is_offered_by_its_title_and_a_core_area_without_a_role_too(
    glossary: Glossary,
) -> None:
    roles = {"reha": Role(id="reha", title="Rehaberatung", area="sgb9")}
    sides = list_sides(replace(glossary, roles=roles))
    assert [side.workplace for side in sides][-1] == "Rehaberatung"
    assert [side.area for side in sides] == ["sgb2", "sgb3", "sgb8", "schule", "sgb9"]


def test_the_degree_is_said_of_the_own_word(glossary: Glossary) -> None:
    entry = glossary.entries["kooperationsplan"]
    other = altered(entry.concepts[0], area="sgb3", id="", equivalence="wider", use="", terms=entry.concepts[0].terms)
    own = altered(entry.concepts[0], equivalence="exact")
    entry = altered(entry, concepts=(own, other), differences=())
    changed = replace(glossary, entries={"kooperationsplan": entry})
    assert seen(changed, "kooperationsplan.sgb3", "sgb2")[0][0] == "narrower"
    assert seen(changed, "kooperationsplan.sgb2", "sgb3")[0][0] == "wider"


def test_nothing_is_said_to_a_side_of_its_own_concept_nor_of_what_is_absent(glossary: Glossary) -> None:
    assert seen(glossary, "hilfeplan.sgb8", "sgb8") == []
    for entry, concept in glossary.concepts():
        if concept.absent:
            assert own_words(glossary, entry, concept, "sgb2", DAY) == ()


def test_every_concept_is_explained_to_every_other_side(glossary: Glossary) -> None:
    sides = [side.area for side in list_sides(glossary)]
    for entry, concept in glossary.concepts():
        for side in sides:
            if not concept.absent and concept.area != side:
                assert own_words(glossary, entry, concept, side, DAY), (entry.ref(concept), side)


def test_a_gap_names_what_comes_closest(glossary: Glossary) -> None:
    rows = [
        row
        for entry, concept in glossary.concepts()
        for side in list_sides(glossary)
        for row in own_words(glossary, entry, concept, side.area, DAY)
    ]
    assert any(row.relation == "absent" and row.nearest for row in rows)
    assert all(isinstance(row, OwnWord) and row.ref for row in rows)


@pytest.mark.parametrize("relation", RELATIONS)
def test_every_relation_has_a_sign_and_words(relation: str) -> None:
    assert relation_symbol(relation)  # type: ignore[arg-type]
    assert relation_label(relation)  # type: ignore[arg-type]


def test_an_entry_holds_what_each_side_says_and_shows_none(small_content: SiteContent) -> None:
    page = next(page for page in generate_pages(small_content) if page.path == "glossar/hilfeplan.md")
    assert '<p class="jbakb-from" data-from="sgb2" hidden>' in page.body
    assert '<section class="jbakb-column jbakb-a3" data-area="sgb8">' in page.body


def test_the_choice_can_be_put_on_any_page(small_content: SiteContent) -> None:
    html = fill_blocks(small_content, "index.md", "<!-- jbakb: seite -->")
    assert 'data-choose-side="sgb8"' in html
    assert "in der Agentur für Arbeit" in html
    assert "keine Angabe" in html
