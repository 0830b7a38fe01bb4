"""What is still needed stays, and the places are named; mere hints forget what goes."""

from pathlib import Path

import pytest

from jbakb.change.removing import plan_removal
from jbakb.knowledge_base import KnowledgeBase, open_knowledge_base
from jbakb.store.problem import RefusedError
from jbakb.store.transaction import write


def remove(root: Path, ref: str) -> KnowledgeBase:
    write(root, lambda: plan_removal(open_knowledge_base(root), ref))
    return open_knowledge_base(root)


@pytest.mark.parametrize(
    ("ref", "places"),
    [
        ("hilfeplan", ["glossary/planung/kooperationsplan.yml:19  use: hilfeplan.sgb8"]),
        (
            "hilfeplan.sgb8",
            ["kooperationsplan.yml:19  use", "glossary/planung/hilfeplan.yml:15  between: hilfeplan.sgb8"],
        ),
        ("sorgeberechtigte.zivil", []),
        ("sorgeberechtigte.sgb2", ["sorgeberechtigte.yml"]),
    ],
)
def test_what_is_needed_is_refused_with_every_place(small_kb: KnowledgeBase, ref: str, places: list[str]) -> None:
    if not places:
        assert plan_removal(small_kb, ref).files
        return
    with pytest.raises(RefusedError) as caught:
        plan_removal(small_kb, ref)
    for place in places:
        assert place in str(caught.value)


def test_a_link_in_a_page_keeps_an_entry(small: Path) -> None:
    (small / "docs" / "index.md").write_text("# A\n\n[x](glossar/psychosoziale-betreuung.html)\n", encoding="utf-8")
    with pytest.raises(RefusedError, match=r"docs/index\.md:3"):
        remove(small, "psychosoziale-betreuung")


def test_hints_forget_an_entry_that_goes(small: Path) -> None:
    kb = remove(small, "psychosoziale-betreuung")
    assert not kb.problems
    assert "psychosoziale-betreuung" not in kb.glossary.entries
    assert kb.glossary.entries["sorgeberechtigte"].related == ()


def test_nearest_forgets_a_concept_that_goes(small: Path) -> None:
    kb = remove(small, "sorgeberechtigte.zivil")
    assert kb.glossary.entries["sorgeberechtigte"].concept("zivil") is None
    assert kb.glossary.entries["sorgeberechtigte"].concept("sgb3").nearest == ""  # type: ignore[union-attr]


def test_a_word_goes_but_not_the_last_one(small: Path) -> None:
    remove(small, "hilfeplan:HP")
    with pytest.raises(RefusedError, match=r"jbakb remove hilfeplan\.sgb8"):
        remove(small, "hilfeplan.sgb8:Hilfeplan")
