"""What somebody means who types an id or a word."""

from __future__ import annotations

import pytest

from jbakb.excerpt import load_excerpt
from jbakb.knowledge_base import KnowledgeBase, open_knowledge_base
from jbakb.language.inflection import forms_of
from jbakb.lookup import find_area, find_theme, find_word, look_up
from jbakb.model import Glossary
from tests.conftest import DAY, PROJECT, SMALL


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return open_knowledge_base(SMALL).glossary


@pytest.mark.parametrize(
    ("typed", "refs"),
    [
        pytest.param("Hilfeplan", ["hilfeplan.sgb8"], id="as it stands"),
        pytest.param("Hilfepläne", ["hilfeplan.sgb8"], id="inflected"),
        pytest.param("hilfeplaenen", ["hilfeplan.sgb8"], id="lower case, umlaut spelled out"),
        pytest.param("HP", ["hilfeplan.sgb8"], id="abbreviated"),
        pytest.param("hp", ["hilfeplan.sgb8"], id="abbreviated, lower case"),
        pytest.param("Hartz IV", ["existenzsichernde-geldleistung.sgb2"], id="outdated"),
        pytest.param("BÜRGERGELDES", ["existenzsichernde-geldleistung.sgb2"], id="outdated, inflected, capitals"),
        pytest.param("psychosozialer Betreuung", ["psychosoziale-betreuung.sgb2"], id="phrase, inflected"),
        pytest.param("bg vertretung", ["sorgeberechtigte.sgb2"], id="hyphen left out"),
        pytest.param("EGV", ["kooperationsplan.sgb2", "eingliederungsvereinbarung.sgb3"], id="two areas"),
        pytest.param("PSB", ["psychosoziale-betreuung.sgb2", "sorgeberechtigte.sgb8"], id="two meanings"),
    ],
)
def test_a_word_is_found_in_every_form(glossary: Glossary, typed: str, refs: list[str]) -> None:
    assert sorted(reading.ref for reading in look_up(glossary, typed, DAY).readings) == sorted(refs)


def test_an_id_comes_before_a_word(glossary: Glossary) -> None:
    answer = look_up(glossary, "kooperationsplan", DAY)
    assert answer.entry is not None and answer.entry.id == "kooperationsplan" and not answer.readings


def test_the_address_of_a_concept_leads_to_the_concept(glossary: Glossary) -> None:
    answer = look_up(glossary, "kooperationsplan.sgb2", DAY)
    assert answer.concept is not None and answer.concept.area == "sgb2"


def test_a_title_leads_to_its_entry(glossary: Glossary) -> None:
    assert [entry.id for entry in look_up(glossary, "existenzsichernde geldleistung", DAY).entries] == [
        "existenzsichernde-geldleistung"
    ]


def test_words_without_an_entry_have_readings_too(glossary: Glossary) -> None:
    answer = look_up(glossary, "va", DAY)
    assert [(reading.area, reading.text) for reading in answer.readings] == [
        ("sgb10", "Verwaltungsakt"),
        ("sgb3", "Verwaltungsausschuss der Agentur"),
    ]
    assert answer.advice == ("Ausschreiben.",)


def test_a_meaning_that_an_entry_explains_is_the_entrys_reading(glossary: Glossary) -> None:
    readings = {reading.text: reading.ref for reading in look_up(glossary, "EB", DAY).readings}
    assert "sorgeberechtigte.sgb8-erziehungsberechtigte" in readings.values()
    assert readings["Eigenbemühungen"] == ""
    assert "Erziehungsberechtigte" not in readings


def test_a_false_friend_has_the_readings_of_all_areas_in_their_order() -> None:
    kb = open_knowledge_base(PROJECT)
    for typed in ("Träger", "Trägern", "traeger"):
        for glossary in (kb.glossary, load_excerpt(kb.root, typed, ids=False)):
            areas = [reading.area for reading in find_word(glossary, typed, DAY).readings]
            assert areas == ["sgb2", "sgb3", "sgb8", "sgb9", "sgb12"]


def test_a_remark_of_a_false_friend_is_no_reading(glossary: Glossary) -> None:
    assert [reading.ref for reading in look_up(glossary, "Hilfeplan", DAY).readings] == ["hilfeplan.sgb8"]


@pytest.mark.parametrize(
    ("typed", "near"), [("Hilfeplam", "Hilfeplan"), ("koperationsplan", "Kooperationsplan"), ("xyzzy", "")]
)
def test_what_is_not_there_gets_the_nearest_word(glossary: Glossary, typed: str, near: str) -> None:
    answer = look_up(glossary, typed, DAY)
    assert not answer.found and next(iter(answer.near), "") == near


@pytest.mark.parametrize("typed", ["", "   ", "…", "-", "\x00"])
def test_nonsense_is_not_found_and_breaks_nothing(glossary: Glossary, typed: str) -> None:
    assert not look_up(glossary, typed, DAY).found


@pytest.mark.parametrize(
    ("typed", "area"),
    [
        ("sgb2", "sgb2"),
        ("SGB II", "sgb2"),
        ("sgbii", "sgb2"),
        ("Jobcenter", "sgb2"),
        ("JC", "sgb2"),
        ("Jugendamt", "sgb8"),
        ("KKG", "sgb8"),
        ("Schule", "schule"),
    ],
)
def test_an_area_has_many_names(glossary: Glossary, typed: str, area: str) -> None:
    found = find_area(glossary, typed)
    assert found is not None and found.id == area


@pytest.mark.parametrize("typed", ["koordination", "SGB XV", ""])
def test_a_role_without_a_side_is_no_area(glossary: Glossary, typed: str) -> None:
    assert find_area(glossary, typed) is None


def test_a_theme_is_found_by_id_and_title(glossary: Glossary) -> None:
    assert find_theme(glossary, "planung") == find_theme(glossary, "Planung & Vereinbarung") == "planung"
    assert find_theme(glossary, "plan") is None


@pytest.mark.parametrize("root", [SMALL, PROJECT], ids=["small", "ours"])
def test_reading_only_a_part_finds_the_same_as_reading_everything(root: object) -> None:
    kb: KnowledgeBase = open_knowledge_base(root)  # type: ignore[arg-type]
    terms = [sense.term for sense in kb.glossary.senses()]
    # Every form of every tenth word of ours; all of the small one.
    chosen = terms if len(terms) < 100 else terms[::25]
    typed = {form for term in chosen for form in sorted(forms_of(term))[:: 1 if root == SMALL else 9]}
    typed |= {word for friend in kb.glossary.words[:10] for word in friend.words}
    for word in sorted(typed):
        part, whole = look_up(load_excerpt(kb.root, word), word, DAY), look_up(kb.glossary, word, DAY)
        if whole.entry is None and part.entry is None:
            assert [r.ref or r.text for r in part.readings] == [r.ref or r.text for r in whole.readings], word
