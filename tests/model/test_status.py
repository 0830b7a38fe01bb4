"""What a word's status is depends on the day."""

from datetime import date

import pytest

from jbakb.model import Concept, Term, Tolerance
from jbakb.model.status import preferred_term, status_on, tolerated_on

NEW = Term(term="Grundsicherungsgeld", valid_from=date(2026, 7, 1))
OLD = Term(
    term="Bürgergeld",
    status="superseded",
    valid_from=date(2023, 1, 1),
    valid_to=date(2026, 6, 30),
    tolerated=Tolerance(until=date(2026, 12, 31)),
)
OLDER = Term(term="Arbeitslosengeld II", status="superseded", valid_to=date(2022, 12, 31))
SLANG = Term(term="Hartz IV", status="deprecated")
MONEY = Concept(area="sgb2", equivalence="exact", terms=(NEW, OLD, OLDER, SLANG))


@pytest.mark.parametrize(
    ("day", "new", "old", "older"),
    [
        ("2022-12-31", "admitted", "admitted", "preferred"),
        ("2023-01-01", "admitted", "preferred", "superseded"),
        ("2026-06-30", "admitted", "preferred", "superseded"),
        ("2026-07-01", "preferred", "superseded", "superseded"),
        ("2027-01-02", "preferred", "superseded", "superseded"),
    ],
)
def test_each_word_has_its_time(day: str, new: str, old: str, older: str) -> None:
    on = date.fromisoformat(day)
    assert [status_on(term, MONEY, on) for term in (NEW, OLD, OLDER)] == [new, old, older]


def test_a_deprecated_word_is_deprecated_at_all_times() -> None:
    assert {status_on(SLANG, MONEY, date(year, 1, 1)) for year in (2000, 2026, 2050)} == {"deprecated"}


@pytest.mark.parametrize(("day", "tolerated"), [("2026-12-31", True), ("2027-01-01", False)])
def test_a_transition_ends_with_its_last_day(day: str, tolerated: bool) -> None:
    assert tolerated_on(OLD, date.fromisoformat(day)) is tolerated


def test_the_words_of_a_concept_that_ended_are_superseded() -> None:
    ended = Concept(area="sgb2", equivalence="related", terms=(Term(term="Schlichtung"),), valid_to=date(2026, 6, 30))
    assert status_on(ended.terms[0], ended, date(2026, 7, 1)) == "superseded"  # type: ignore[index]
    assert status_on(ended.terms[0], ended, date(2026, 6, 30)) == "preferred"  # type: ignore[index]


def test_a_word_marked_as_preferred_comes_before_the_first() -> None:
    first, marked = Term(term="eins"), Term(term="zwei", status="preferred")
    assert preferred_term(Concept(area="a", terms=(first, marked)), date(2026, 1, 1)) is marked


def test_a_concept_without_words_prefers_none() -> None:
    assert preferred_term(Concept(area="a", terms=()), date(2026, 1, 1)) is None
