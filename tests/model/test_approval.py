"""A seal breaks when the text that was signed off changes, and only then."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from jbakb.model import Approval, Concept, Difference, Entry, Term
from jbakb.model.approval import changed_since_approval, seal_of

CONCEPT = Concept(area="sgb8", equivalence="exact", terms=(Term(term="Hilfeplan"),), definition="Ein Plan.")
OTHER = Concept(area="sgb2", equivalence="close", terms=(Term(term="Kooperationsplan"),))
ABOUT_IT = Difference(between=("sgb8", "sgb2"), difference="Der eine bindet.")
ABOUT_OTHERS = Difference(between=("sgb2", "sgb3"), difference="Etwas anderes.")
ENTRY = Entry(id="plan", theme="planung", title="Plan", concepts=(CONCEPT, OTHER), differences=(ABOUT_IT, ABOUT_OTHERS))


def signed(concept: Concept) -> Concept:
    return replace(concept, approved=Approval(date=date(2026, 10, 5), seal=seal_of(ENTRY, concept)))


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        ({"definition": "Kein Plan."}, True),
        ({"terms": (Term(term="Hilfeplanung"),)}, True),
        ({"equivalence": "close"}, True),
        ({"note": "Neu."}, True),
        ({"verified": date(2026, 11, 1)}, False),
        ({"open": ("Stimmt das?",)}, False),
        ({}, False),
    ],
)
def test_a_changed_text_breaks_the_seal(change: dict[str, Any], broken: bool) -> None:
    assert changed_since_approval(ENTRY, replace(signed(CONCEPT), **change)) is broken


@pytest.mark.parametrize(
    ("differences", "broken"),
    [
        ((replace(ABOUT_IT, consequence="Nachfragen."), ABOUT_OTHERS), True),
        ((ABOUT_OTHERS,), True),
        ((ABOUT_IT, ABOUT_OTHERS, Difference(difference="Alle sind verschieden.")), True),
        ((ABOUT_IT, replace(ABOUT_OTHERS, consequence="Nachfragen.")), False),
        ((ABOUT_IT,), False),
    ],
)
def test_so_does_a_difference_that_names_it(differences: tuple[Difference, ...], broken: bool) -> None:
    assert changed_since_approval(replace(ENTRY, differences=differences), signed(CONCEPT)) is broken


def test_the_words_of_others_do_not_matter() -> None:
    changed = replace(ENTRY, title="Pläne", notion="Anders.", concepts=(CONCEPT, replace(OTHER, note="Neu.")))
    assert not changed_since_approval(changed, signed(CONCEPT))


def test_without_an_approval_nothing_has_changed_since() -> None:
    assert not changed_since_approval(ENTRY, CONCEPT)
