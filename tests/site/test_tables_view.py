"""Age limits, services and abbreviations as pages show them."""

from __future__ import annotations

from datetime import date

import pytest

from jbakb.knowledge_base import open_knowledge_base
from jbakb.model import Concept, Entry, FalseFriend, Glossary, Meaning, Term
from jbakb.model.tables import AgeLimit, AgesFile, Part, Service, ServicesFile
from jbakb.site.content import SiteContent
from jbakb.site.tables_view import age_label, list_abbreviations, list_ages, list_services
from jbakb.site.word_view import list_words
from tests.conftest import PROJECT

DAY = date(2026, 11, 22)
KIND = Entry(
    id="kind",
    theme="t",
    title="Kind",
    concepts=(Concept(area="sgb8", equivalence="exact", terms=(Term(term="Kind"),), sources=("§ 7 SGB VIII",)),),
)


@pytest.mark.parametrize(
    ("limit", "label"),
    [
        (AgeLimit(from_=14), "ab 14"),
        (AgeLimit(below=15), "unter 15"),
        (AgeLimit(from_=18, below=21), "18 bis 20"),
        (AgeLimit(to=21), "bis 21"),
    ],
)
def test_ages_in_words(limit: AgeLimit, label: str) -> None:
    assert age_label(limit) == label


def test_a_row_takes_from_the_concept_what_it_does_not_say_itself() -> None:
    limits = (AgeLimit(below=14, ref="kind.sgb8"), AgeLimit(below=14, ref="kind.sgb8", text="nicht strafmündig"))
    view = list_ages(Glossary(entries={"kind": KIND}), AgesFile(limits=limits), DAY)[0]
    assert [(row.area, row.text, row.sources) for row in view.rows] == [
        ("sgb8", "Kind", ("§ 7 SGB VIII",)),
        ("sgb8", "nicht strafmündig", ("§ 7 SGB VIII",)),
    ]


def test_what_this_edition_leaves_out_has_no_link_and_without_a_text_no_row() -> None:
    limits = (AgeLimit(below=14, ref="geheim.sgb8"), AgeLimit(from_=14, ref="geheim.sgb8", text="strafmündig"))
    rows = [row for view in list_ages(Glossary(), AgesFile(limits=limits), DAY) for row in view.rows]
    assert [(row.text, row.ref) for row in rows] == [("strafmündig", "")]


def test_ages_are_in_their_order() -> None:
    limits = tuple(
        AgeLimit(text="x", **each)  # type: ignore[arg-type]
        for each in ({"from_": 15, "below": 18}, {"to": 21}, {"below": 15}, {"from_": 15}, {"from_": 14})
    )
    labels = [view.label for view in list_ages(Glossary(), AgesFile(limits=limits), DAY)]
    assert labels == ["ab 14", "unter 15", "ab 15", "15 bis 17", "bis 21"]


def test_a_service_has_a_cell_per_column_also_where_nothing_is_said() -> None:
    part = Part(area="sgb3", answer="yes", note="auf Antrag", since=date(2025, 1, 1))
    file = ServicesFile(audience="alle", areas=("sgb2", "sgb3"), services=(Service(title="x", parts=(part,)),))
    cells = list_services(Glossary(), file)[0].cells
    assert [(area, badge.key, note) for area, badge, note in cells] == [
        ("sgb2", "none", ""),
        ("sgb3", "yes", "auf Antrag, seit 1.1.2025"),
    ]


def abbreviations(glossary: Glossary) -> list[str]:
    return [view.word for view in list_abbreviations(glossary, list_words(glossary, DAY), DAY)]


def entry(name: str, word: str, short: str, area: str = "sgb2") -> Entry:
    terms = (Term(term=word), Term(term=short, type="abbreviation"))
    return Entry(id=name, theme="t", title=word, concepts=(Concept(area=area, equivalence="exact", terms=terms),))


def test_an_abbreviation_of_two_entries_is_ambiguous_and_one_of_the_same_entry_is_not() -> None:
    same = Entry(
        id="eq",
        theme="t",
        title="EQ",
        concepts=(entry("a", "Einstieg", "EQ").concepts[0], entry("a", "Qualifizierung", "EQ", "sgb3").concepts[0]),
    )
    entries = {each.id: each for each in (entry("a", "Arbeit", "AV"), entry("b", "Auftrag", "AV"), same)}
    assert abbreviations(Glossary(entries=entries)) == ["AV"]


def test_false_friends_are_listed_once_and_whole_words_are_none() -> None:
    means = (Meaning(text="dies"), Meaning(text="das"))
    friends = (FalseFriend(words=("HPK", "TPK"), means=means), FalseFriend(words=("Bedarf",), means=means))
    assert abbreviations(Glossary(words=friends)) == ["HPK · TPK"]


def test_the_project_lists_every_abbreviation_of_the_facts() -> None:
    content = SiteContent.of(open_knowledge_base(PROJECT), "internal", DAY)
    found = {
        word
        for view in list_abbreviations(content.glossary, content.words, DAY)
        for word in view.word.replace(" ", "").split("·")
    }
    facts = {"PSB", "VA", "AV", "AG", "BO", "BB", "TPK", "HPK", "EB", "EV", "FK", "BG", "PA", "AA"}
    assert facts <= found
