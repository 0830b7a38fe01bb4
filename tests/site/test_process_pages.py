"""The overviews of processes, the pages of clauses and goals, the first week and the self-test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jbakb.knowledge_base import open_knowledge_base
from jbakb.site.agreement_view import list_clauses, list_goals, purpose_of
from jbakb.site.content import SiteContent
from jbakb.site.navigation import navigation
from jbakb.site.pages import fill_blocks, generate_pages, own_text, process_sheet
from jbakb.site.process_overviews import (
    ELSEWHERE,
    Part,
    handover_matrix,
    list_deadlines,
    list_documents,
    list_gates,
    list_handovers,
    list_sides,
    meetings,
    parts_of,
    processes_of,
)
from jbakb.site.self_test import make_self_test
from jbakb.site.tours import areas_with_tour, friends_for, make_tour
from tests.check.test_rules import add_agreement
from tests.conftest import DAY, PROJECT


@pytest.fixture
def agreed(small: Path) -> SiteContent:
    """The small knowledge base with clauses and goals, as a site."""
    add_agreement(small)
    return SiteContent.of(open_knowledge_base(small), "internal", DAY)


@pytest.fixture(scope="module")
def project() -> SiteContent:
    """The project's own site."""
    return SiteContent.of(open_knowledge_base(PROJECT), "internal", DAY)


def pages(content: SiteContent) -> dict[str, str]:
    return {page.path: page.markdown for page in generate_pages(content)}


def test_a_part_is_sure_or_depends_on_the_case(small_content: SiteContent) -> None:
    process = dict(processes_of(small_content))["prozesse/erstkontakt.md"]
    parts = parts_of(small_content.glossary, process)
    assert parts["koordination"] == Part(steps=1)
    assert parts["jobcenter"] == Part(may=5)
    assert parts["schule"] == Part()


def test_the_matrix_has_every_house_that_can_hand_over_and_none_to_itself(small_content: SiteContent) -> None:
    cells = handover_matrix(list_handovers(small_content))
    assert {place.process.id for place in cells["jobcenter", "agentur"]} == {"einwilligung", "erstkontakt"}
    assert {place.process.id for place in cells["schule", "agentur"]} == {"einwilligung"}
    assert ("jobcenter", "jobcenter") not in cells


def test_every_hand_over_deadline_gate_and_document_is_listed_once(project: SiteContent) -> None:
    processes = [process for _path, process in processes_of(project)]
    assert len(list_handovers(project)) == sum(len(process.handovers) for process in processes)
    steps = [step for process in processes for step in process.steps]
    deadlines = [row for kind in ("statutory", "agreed") for row in list_deadlines(project, kind)]
    assert len(deadlines) == sum(step.deadline is not None for step in steps)
    assert len(list_gates(project)) == sum(len(process.gates) for process in processes)
    places = [place for letter in list_documents(project) for _name, found in letter.rows for place in found]
    assert len(places) == sum(len(step.tools) for step in steps)


def test_sides_without_a_role_come_last_together(project: SiteContent) -> None:
    assert [side.id for side in list_sides(project)][-1] == ELSEWHERE
    assert meetings(project)["agentur", "jobcenter"] > 5


def test_a_clause_tells_who_realises_it_and_who_only_reviews_it(project: SiteContent) -> None:
    clauses = {view.clause.id: view for view in list_clauses(project)}
    assert [each.title for each in clauses["k12"].processes] == ["Einarbeitung, Hospitation und Perspektivwechsel"]
    assert not clauses["k02"].processes and len(clauses["k02"].reviewed) == 1
    assert "Verlässliche Zusammenarbeit" in [each.title for each in clauses["k12"].goals]


def test_a_goal_tells_its_processes_clauses_and_figures(project: SiteContent) -> None:
    goals = {view.goal.id: view for view in list_goals(project)}
    goal = goals["beteiligung"]
    assert "Einwilligung einholen und Daten übermitteln" in [each.title for each in goal.processes]
    assert "K10 Datenschutz" in [each.title for each in goal.clauses]
    assert next((each.title, each.fragment) for each in goal.figures) == ("Einwilligungsquote", "einwilligungsquote")


def test_clauses_goals_and_processes_link_to_each_other(agreed: SiteContent) -> None:
    clause = fill_blocks(agreed, "vereinbarung/k10.md", "")
    goal = fill_blocks(agreed, "ziele/beteiligung.md", "")
    process = fill_blocks(agreed, "prozesse/einwilligung.md", "")
    assert 'href="../prozesse/einwilligung.html"' in clause and 'href="../ziele/beteiligung.html"' in clause
    assert 'href="../glossar/hilfeplan.html"' in clause
    assert 'href="../prozesse/einwilligung.html"' in goal and 'href="../vereinbarung/k10.html"' in goal
    assert 'href="../vereinbarung/k10.html"' in process and 'href="../ziele/beteiligung.html"' in process
    page = agreed.pages_by_path["vereinbarung/k10.md"]
    assert process_sheet(agreed, "vereinbarung/k10.md", page).startswith("# K10 Klausel k10\n")
    assert own_text(page, "# A") == "## A"


def test_the_lists_of_clauses_and_goals_can_be_put_on_any_page(agreed: SiteContent) -> None:
    listed = fill_blocks(agreed, "index.md", "<!-- jbakb: klauseln --><!-- jbakb: ziele -->")
    assert 'href="vereinbarung/k10.html"' in listed and "Ziel beteiligung" in listed
    assert "5 von 5 Klauseln" in listed


def test_what_is_not_public_is_not_named(small: Path) -> None:
    add_agreement(small)
    for path in ("docs/prozesse/einwilligung.md", "docs/vereinbarung/k10.md"):
        file = small / path
        text = file.read_text(encoding="utf-8").replace("title:", "visibility: public\ntitle:", 1)
        file.write_text(text.replace("[hilfeplan]", "[sorgeberechtigte]"), encoding="utf-8")
    content = SiteContent.of(open_knowledge_base(small), "public", DAY)
    process = content.pages_by_path["prozesse/einwilligung.md"].process
    assert process is not None
    purpose = purpose_of(content, process)
    assert [each.title for each in purpose.clauses] == ["K10 Klausel k10"] and purpose.goals == ()
    assert "sorgeberechtigte" not in fill_blocks(content, "vereinbarung/k10.md", "")
    made = pages(content)
    assert "Erstkontakt" not in made["prozesse/ueberblick/landkarte.md"]


def test_overviews_and_tours_are_in_the_navigation(project: SiteContent) -> None:
    shown = str(navigation(project))
    for path in pages(project):
        if path.startswith(("prozesse/ueberblick/", "einstieg/")):
            assert path in shown


def test_without_processes_there_are_no_overviews(small: Path) -> None:
    for file in (small / "docs/prozesse").glob("*.md"):
        file.unlink()
    made = pages(SiteContent.of(open_knowledge_base(small), "internal", DAY))
    assert not [path for path in made if path.startswith("prozesse/ueberblick/")]


@pytest.mark.parametrize("area", ["sgb2", "sgb3", "sgb8", "schule"])
def test_a_tour_shows_ten_false_friends_with_an_own_reading(area: str, project: SiteContent) -> None:
    tour = make_tour(project, project.glossary.areas[area])
    assert len(tour.friends) == 10
    for each in tour.friends:
        assert each.own and each.others
        assert not {meaning.text for meaning in each.own} & {meaning.text for meaning in each.others}
    scores = [each.score for each in friends_for(project, area)]
    assert scores == sorted(scores, reverse=True)


def test_consequential_words_come_first(project: SiteContent) -> None:
    first = friends_for(project, "sgb8")[:8]
    assert all(each.friend.consequential for each in first)
    assert {"Antrag", "Mitwirkung", "Maßnahme"} <= {each.friend.words[0] for each in first}


def test_a_tour_shows_own_steps_and_what_is_exchanged(project: SiteContent) -> None:
    tour = make_tour(project, project.glossary.areas["schule"])
    own = {each.process.id: each for each in tour.processes}["fehlzeiten"]
    assert [(each.number, each.depends) for each in own.steps] == [(1, False), (2, False), (6, False)]
    assert {each.partner for each in own.gives} == {"Jugendamt", "Agentur für Arbeit"}
    assert "Jugendamt" in {each.role.title for each in tour.partners}
    assert "Schule" not in {each.role.title for each in tour.partners}


def test_every_question_has_one_right_answer(project: SiteContent) -> None:
    parts = make_self_test(project)
    assert [part.area.id for part in parts] == [area.id for area in areas_with_tour(project)]
    ids = [question.id for part in parts for question in part.questions]
    assert len(ids) == len(set(ids))
    for part in parts:
        assert len(part.questions) == 8
        for question in part.questions:
            assert 2 <= len(question.answers) <= 4 and len(set(question.answers)) == len(question.answers)
            right = question.answers[question.right]
            theirs = [each.text for each in question.ranked.friend.means if each.area == part.area.id]
            assert theirs == [right]


def test_questions_are_asked_in_german_grammar(project: SiteContent) -> None:
    asked = {part.area.id: part.questions[0].text for part in make_self_test(project)}
    assert asked["sgb8"].startswith("Was meint das Jugendamt mit „")
    assert asked["sgb3"].startswith("Was meint die Agentur für Arbeit mit „")


def test_answers_are_not_given_away_by_their_place(project: SiteContent) -> None:
    places = {question.right for part in make_self_test(project) for question in part.questions}
    assert len(places) >= 3


def test_the_self_test_can_be_read_without_scripts(project: SiteContent) -> None:
    text = pages(project)["einstieg/selbsttest.md"]
    assert text.count("<fieldset>") == text.count("<details>") == text.count("<legend>")
    assert not re.search(r"<(script|button)", text)
