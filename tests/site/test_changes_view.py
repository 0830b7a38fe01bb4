"""The change log: what the dates of words and concepts tell, with what only the table knows."""

from __future__ import annotations

from datetime import date

from jbakb.model import Area, Change, Concept, Entry, Glossary, Term, Tolerance
from jbakb.model.tables import ChangesFile, LawChange, Tables
from jbakb.site.changes_view import ChangeLog, change_log

DAY = date(2026, 11, 22)
NEW_LAW = date(2026, 7, 1)
LAST_DAY = date(2026, 6, 30)


def log_of(*concepts: Concept, changes: tuple[LawChange, ...] = ()) -> ChangeLog:
    entry = Entry(id="geld", theme="t", title="Geld", concepts=concepts)
    areas = {area: Area(id=area, title=area, short=area) for area in ("sgb2", "sgb3")}
    glossary = Glossary(areas=areas, entries={"geld": entry})
    return change_log(glossary, Tables(changes=ChangesFile(changes=changes)), DAY)


def concept(*terms: Term, area: str = "sgb2", **more: object) -> Concept:
    return Concept(area=area, equivalence="exact", terms=terms, **more)  # type: ignore[arg-type]


def old(word: str, *, until: date | None = None) -> Term:
    tolerated = Tolerance(until=until, source="§ 65a SGB II") if until else None
    return Term(term=word, status="superseded", valid_to=LAST_DAY, tolerated=tolerated)


def words(log: ChangeLog) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(moment.anchor, change.old, change.new) for moment in log.moments for change in moment.words]


def test_a_word_that_ends_the_day_before_another_begins_is_a_renaming() -> None:
    log = log_of(concept(Term(term="neu", valid_from=NEW_LAW), old("alt"), old("a")))
    assert words(log) == [("2026-07-01", ("alt", "a"), ("neu",))]


def test_without_a_date_the_preferred_word_follows() -> None:
    assert words(log_of(concept(Term(term="neu"), old("alt")))) == [("2026-07-01", ("alt",), ("neu",))]


def test_a_transition_has_its_end_and_a_day_of_its_own_after_it() -> None:
    log = log_of(concept(Term(term="neu", valid_from=NEW_LAW), old("alt", until=date(2026, 12, 31))))
    assert [moment.anchor for moment in log.moments] == ["2027-01-01", "2026-07-01"]
    assert log.moments[0].ending[0].old == ("alt",)
    assert log.moments[1].words[0].tolerated == date(2026, 12, 31)
    assert [moment.anchor for moment in log.next(DAY)] == ["2027-01-01"]
    assert [moment.anchor for moment in log.latest(DAY, 5)] == ["2026-07-01"]


def test_a_concept_that_ends_leads_to_what_replaced_it_once() -> None:
    ended = concept(Term(term="Schlichtung"), id="alt", valid_to=LAST_DAY, replaced_by=("geld.sgb2",))
    log = log_of(ended, concept(Term(term="Verpflichtung", valid_from=NEW_LAW), valid_from=NEW_LAW))
    assert words(log) == [("2026-07-01", ("Schlichtung",), ("Verpflichtung",))]


def test_a_concept_that_ends_without_a_successor_just_ends() -> None:
    assert words(log_of(concept(Term(term="Karenz"), valid_to=LAST_DAY))) == [("2026-07-01", ("Karenz",), ())]


def test_a_new_concept_is_a_new_word() -> None:
    assert words(log_of(concept(Term(term="Lotse"), valid_from=NEW_LAW))) == [("2026-07-01", (), ("Lotse",))]


def test_areas_in_which_the_same_words_change_stand_together_in_their_order() -> None:
    log = log_of(*(concept(Term(term="neu", valid_from=NEW_LAW), old("alt"), area=area) for area in ("sgb3", "sgb2")))
    assert [change.areas for change in log.moments[0].words] == [("sgb2", "sgb3")]


def test_old_words_without_a_date_are_told_apart() -> None:
    log = log_of(concept(Term(term="neu"), Term(term="alt", status="superseded")))
    assert not log.moments
    assert [(change.old, change.new) for change in log.undated] == [(("alt",), ("neu",))]


def test_changes_of_the_law_keep_the_doubts_of_their_concept() -> None:
    change = Change(date=NEW_LAW, text="Neue Regel.", source="§ 1 SGB II")
    rule = log_of(concept(Term(term="Geld"), changes=(change,), open=("Tag nicht geprüft",))).moments[0].rules[0]
    assert (rule.text, rule.sources, rule.places) == ("Neue Regel.", ("§ 1 SGB II",), (("geld.sgb2", "Geld"),))
    assert rule.open == ("Tag nicht geprüft",)


def test_a_change_that_two_concepts_tell_in_the_same_words_stands_once_with_both_places() -> None:
    change = Change(date=NEW_LAW, text="Neue Regel.", source="§ 1 SGB II")
    other = Change(date=NEW_LAW, text="Neue Regel.", source="§ 2 SGB II")
    log = log_of(
        concept(Term(term="Geld"), changes=(change,), open=("Tag", "Anderes")),
        concept(Term(term="Geld"), area="sgb3", changes=(change, other), open=("Tag",)),
    )
    both, alone = log.moments[0].rules
    assert (both.areas, both.places) == (("sgb2", "sgb3"), (("geld.sgb2", "Geld"), ("geld.sgb3", "Geld")))
    assert (both.open, alone.sources) == (("Tag",), ("§ 2 SGB II",))


def test_a_season_stands_for_a_day_that_is_not_known_and_announcements_apart() -> None:
    log = log_of(
        changes=(
            LawChange(text="Tag", date=date(2026, 4, 1)),
            LawChange(text="Jahreszeit", year=2026, season="spring"),
            LawChange(text="Jahr", year=2025),
            LawChange(text="Angekündigt", announced=True),
        )
    )
    assert [(moment.anchor, moment.label) for moment in log.moments] == [
        ("2026-04-01", "1.4.2026"),
        ("2026-03", "Frühjahr 2026"),
        ("2025-01", "2025"),
    ]
    assert [rule.text for rule in log.announced] == ["Angekündigt"]


def test_what_another_edition_leaves_out_is_not_named() -> None:
    rule = log_of(changes=(LawChange(text="Neu", date=NEW_LAW, refs=("geheim.sgb2", "geld")),)).moments[0].rules[0]
    assert rule.places == (("geld", "Geld"),)
