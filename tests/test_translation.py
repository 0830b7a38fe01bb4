"""From one area's concept to another's: the degree, the differences, and what to say where there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jbakb.knowledge_base import open_knowledge_base
from jbakb.model import Area, Concept, Difference, Entry, Glossary, Sense, Term
from jbakb.model.values import Equivalence
from jbakb.translation import Translation, areas_of, compare, translate
from tests.conftest import DAY, SMALL

DEGREES: tuple[Equivalence, ...] = ("exact", "close", "wider", "narrower", "related")
INVERSE = {"wider": "narrower", "narrower": "wider"}


@pytest.mark.parametrize(
    ("source", "exact", "close", "wider", "narrower", "related"),
    [
        # The rows are the concept one comes from, the columns the counterpart; None: does not follow.
        ("exact", "exact", "close", "narrower", "wider", "related"),
        ("close", "close", None, None, None, "related"),
        ("wider", "wider", None, None, "wider", "related"),
        ("narrower", "narrower", None, "narrower", None, "related"),
        ("related", "related", "related", "related", "related", "related"),
    ],
)
def test_degrees_are_derived_only_where_it_is_safe(
    source: Equivalence, exact: str, close: str, wider: str, narrower: str, related: str
) -> None:
    expected = {"exact": exact, "close": close, "wider": wider, "narrower": narrower, "related": related}
    assert {target: compare(source, target) for target in DEGREES} == expected


@given(st.sampled_from(DEGREES), st.sampled_from(DEGREES))
def test_the_way_back_says_the_opposite(source: Equivalence, target: Equivalence) -> None:
    there, back = compare(source, target), compare(target, source)
    assert back == (INVERSE.get(there, there) if there else None)


# What a degree means, as sets: the notion covers 1 to 4, a wider concept more, a narrower one less.
MEANINGS: dict[Equivalence, list[frozenset[int]]] = {
    "exact": [frozenset({1, 2, 3, 4})],
    "wider": [frozenset({1, 2, 3, 4, extra}) for extra in (5, 6)],
    "narrower": [frozenset({1, 2, 3, 4}) - {less} for less in (1, 2)],
}


@given(st.sampled_from(sorted(MEANINGS)), st.sampled_from(sorted(MEANINGS)))
def test_a_derived_degree_is_true_whatever_the_concepts_cover(source: Equivalence, target: Equivalence) -> None:
    degree = compare(source, target)
    relations = {(a > b, a < b, a == b) for a in MEANINGS[source] for b in MEANINGS[target]}
    truth = {"wider": (True, False, False), "narrower": (False, True, False), "exact": (False, False, True)}
    if degree is not None:
        assert relations == {truth[degree]}
    else:
        assert len(relations) > 1


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return open_knowledge_base(SMALL).glossary


def ask(glossary: Glossary, ref: str, to: str) -> list[Translation]:
    found = glossary.find(ref)
    assert found is not None
    entry, concept = found
    return translate(glossary, Sense(entry, (concept.terms or (Term(term=""),))[0], concept), glossary.areas[to], DAY)


def test_a_counterpart_comes_with_degree_difference_and_consequence(glossary: Glossary) -> None:
    [found] = ask(glossary, "hilfeplan.sgb8", "sgb2")
    assert found.term is not None and found.term.term == "Kooperationsplan"
    assert (found.outcome, found.equivalence, found.ref) == ("counterpart", "close", "kooperationsplan.sgb2")
    assert [difference.consequence for difference in found.differences] == [
        "Aus dem Hilfeplan folgt im Jobcenter nichts; beide Pläne brauchen eine Absprache."
    ]


def test_entries_that_only_use_a_concept_help_to_translate_it(glossary: Glossary) -> None:
    [found] = ask(glossary, "eingliederungsvereinbarung.sgb3", "sgb2")
    assert found.ref == "kooperationsplan.sgb2" and found.told_in.id == "kooperationsplan"


def test_where_there_is_none_the_reason_and_the_nearest_are_told(glossary: Glossary) -> None:
    [found] = ask(glossary, "psychosoziale-betreuung.sgb2", "sgb3")
    assert found.outcome == "absent" and found.concept is not None and found.concept.absent == "Kein Gegenstück."
    assert found.nearest is not None and found.nearest[0].ref(found.nearest[1]) == "psychosoziale-betreuung.sgb2"


def test_what_is_only_related_is_no_counterpart(glossary: Glossary) -> None:
    [found] = ask(glossary, "existenzsichernde-geldleistung.sgb2", "sgb3")
    assert (found.outcome, found.equivalence) == ("related", "related")


def test_what_nobody_has_settled_is_missing(glossary: Glossary) -> None:
    [found] = ask(glossary, "hilfeplan.sgb8", "schule")
    assert found.outcome == "missing" and found.term is None


def test_two_vague_degrees_give_none(glossary: Glossary) -> None:
    [found] = ask(glossary, "psychosoziale-betreuung.sgb2", "sgb8")
    assert (found.outcome, found.equivalence, found.term) == ("counterpart", None, None)


def test_an_old_word_leads_to_todays_in_its_own_area(glossary: Glossary) -> None:
    [found] = ask(glossary, "existenzsichernde-geldleistung.sgb2", "sgb2")
    assert found.outcome == "same" and found.term is not None and found.term.term == "Grundsicherungsgeld"


A, B, C = Area(id="a", title="A", short="A"), Area(id="b", title="B", short="B"), Area(id="c", title="C", short="C")


def made(*differences: Difference, a: Equivalence = "close", b: Equivalence = "close", common: str = "") -> Glossary:
    entry = Entry(
        id="plan",
        theme="t",
        title="Plan",
        terms=(Term(term=common),) if common else (),
        concepts=(
            Concept(area="a", equivalence=a, terms=(Term(term="Aplan"),)),
            Concept(area="b", equivalence=b, terms=(Term(term="Bplan"),)),
        ),
        differences=differences,
    )
    return Glossary(areas={area.id: area for area in (A, B, C)}, entries={"plan": entry})


@pytest.mark.parametrize(
    ("between", "start", "to", "expected"),
    [
        (("a", "b"), "plan.a", "b", "wider"),
        (("a", "b"), "plan.b", "a", "narrower"),
        (("b", "a"), "plan.a", "b", "narrower"),
        (("b", "a"), "plan.b", "a", "wider"),
    ],
)
def test_a_degree_stated_by_hand_wins_and_is_read_from_the_first_named(
    between: tuple[str, ...], start: str, to: str, expected: str
) -> None:
    glossary = made(Difference(between=between, equivalence="wider", difference="x"), a="exact", b="exact")
    [found] = ask(glossary, start, to)
    assert found.equivalence == expected


def test_the_most_specific_differences_are_told() -> None:
    general = Difference(difference="betrifft alle")
    special = Difference(between=("a", "b"), difference="betrifft die beiden")
    assert ask(made(general), "plan.a", "b")[0].differences == (general,)
    assert ask(made(general, special), "plan.a", "b")[0].differences == (special,)


def test_a_law_that_applies_there_too_fills_the_gap() -> None:
    glossary = made()
    applied = replace(glossary, areas={**glossary.areas, "b": Area(id="b", title="B", short="B", applies_to=("c",))})
    assert areas_of(applied, "c") == {"b", "c"}
    [found] = ask(applied, "plan.a", "c")
    assert found.outcome == "counterpart" and found.term is not None and found.term.term == "Bplan"
    [same] = ask(applied, "plan.b", "c")
    assert same.outcome == "same"


def test_a_word_of_all_houses_needs_no_translation_where_an_area_has_none_of_its_own() -> None:
    glossary = made(common="Gemeinsamer Plan")
    entry = glossary.entries["plan"]
    sense = Sense(entry, entry.terms[0])
    [found] = translate(glossary, sense, C, DAY)
    assert found.outcome == "same" and found.term == entry.terms[0]
    [own] = translate(glossary, sense, A, DAY)
    assert own.term is not None and own.term.term == "Aplan" and own.equivalence == "close"
