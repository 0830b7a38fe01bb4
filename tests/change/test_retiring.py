"""Words and concepts end on a day and stay findable."""

from datetime import date
from pathlib import Path

import pytest

from jbakb.change.retiring import plan_retirement
from jbakb.knowledge_base import KnowledgeBase, open_knowledge_base
from jbakb.store.problem import RefusedError
from jbakb.store.transaction import write

DAY = date(2026, 12, 31)


def retire(root: Path, ref: str, *replaced_by: str) -> KnowledgeBase:
    write(root, lambda: plan_retirement(open_knowledge_base(root), ref, DAY, replaced_by))
    return open_knowledge_base(root)


@pytest.mark.parametrize("ref", ["HP", "hilfeplan:HP", "hilfeplan.sgb8:HP", "hp"])
def test_a_word_ends_by_any_of_its_names(small: Path, ref: str) -> None:
    concept = retire(small, ref).glossary.entries["hilfeplan"].concept("sgb8")
    assert concept is not None
    assert [(term.status, term.valid_to) for term in concept.terms or ()] == [(None, None), ("superseded", DAY)]


def test_a_concept_ends_and_names_its_successors(small: Path) -> None:
    kb = retire(small, "hilfeplan.sgb8", "kooperationsplan.sgb2", "sorgeberechtigte.zivil")
    concept = kb.glossary.entries["hilfeplan"].concept("sgb8")
    assert concept is not None
    assert (concept.valid_to, concept.replaced_by) == (DAY, ("kooperationsplan.sgb2", "sorgeberechtigte.zivil"))


def test_an_entry_ends_with_all_concepts_that_live_in_it(small: Path) -> None:
    entry = retire(small, "hilfeplan").glossary.entries["hilfeplan"]
    assert [concept.valid_to for concept in entry.concepts] == [DAY, None]


def test_a_successor_entry_stands_for_its_concept_of_the_same_area(small: Path) -> None:
    kb = retire(small, "eingliederungsvereinbarung.sgb3", "kooperationsplan.sgb3")
    assert kb.glossary.entries["eingliederungsvereinbarung"].concept("sgb3").replaced_by == ("kooperationsplan.sgb3",)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("ref", "replaced_by", "said"),
    [
        ("HP", ("kooperationsplan.sgb2",), "--term HP NEU"),
        ("PSB", (), "mehrdeutig"),
        ("hilfeplan.sgb2", (), "keine eigenen Wörter"),
        ("hilfeplan.sgb8", ("hilfeplan.sgb8",), "nicht selbst"),
        ("hilfeplan.sgb8", ("sorgeberechtigte",), "Welcher Begriff"),
        ("hilfeplan.sgb9", (), "Meinten Sie"),
        ("kooperationsplan:EGV", (), "endet schon am 30.6.2023"),
    ],
)
def test_what_cannot_end_is_refused(small_kb: KnowledgeBase, ref: str, replaced_by: tuple[str, ...], said: str) -> None:
    with pytest.raises(RefusedError) as caught:
        plan_retirement(small_kb, ref, DAY, replaced_by)
    assert said in str(caught.value)


def test_nothing_ends_before_it_began(small_kb: KnowledgeBase) -> None:
    with pytest.raises(RefusedError, match="gilt erst ab"):
        plan_retirement(small_kb, "kooperationsplan.sgb2", date(2020, 1, 1))
