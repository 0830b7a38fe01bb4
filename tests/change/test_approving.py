"""An authority signs off its own words, and sees when they change."""

from datetime import date
from pathlib import Path

import pytest

from jbakb.change.approving import plan_approval, plan_withdrawal
from jbakb.change.removing import plan_removal
from jbakb.change.renaming import plan_id_change
from jbakb.knowledge_base import KnowledgeBase, open_knowledge_base
from jbakb.model.approval import changed_since_approval
from jbakb.store.problem import RefusedError
from jbakb.store.transaction import write

DAY = date(2026, 10, 5)


def approve(root: Path, *refs: str) -> KnowledgeBase:
    write(root, lambda: plan_approval(open_knowledge_base(root), refs, DAY))
    return open_knowledge_base(root)


def changed(kb: KnowledgeBase) -> bool:
    entry = kb.glossary.entries["hilfeplan"]
    concept = entry.concept("sgb8")
    assert concept is not None
    return changed_since_approval(entry, concept)


def test_a_concept_is_approved_as_it_stands(small: Path) -> None:
    entry = approve(small, "hilfeplan.sgb8").glossary.entries["hilfeplan"]
    concept = entry.concept("sgb8")
    assert concept is not None
    assert concept.approved is not None
    assert concept.approved.date == DAY
    assert not changed_since_approval(entry, concept)


def test_a_later_change_shows_and_a_new_approval_mends_it(small: Path) -> None:
    approve(small, "hilfeplan.sgb8")
    file = small / "glossary/planung/hilfeplan.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("mit den Beteiligten", "mit allen"), encoding="utf-8")
    assert changed(open_knowledge_base(small))
    assert not changed(approve(small, "hilfeplan.sgb8"))


def test_several_are_approved_in_one_change_and_taken_back(small: Path) -> None:
    before = {path: path.read_text(encoding="utf-8") for path in (small / "glossary").rglob("*.yml")}
    refs = ("hilfeplan.sgb8", "kooperationsplan.sgb2")
    approve(small, *refs)
    write(small, lambda: plan_withdrawal(open_knowledge_base(small), refs))
    assert {path: path.read_text(encoding="utf-8") for path in before} == before


@pytest.mark.parametrize("ref", ["hilfeplan", "hilfeplan.sgb8:HP", "nichts.sgb8"])
def test_only_concepts_are_approved(small_kb: KnowledgeBase, ref: str) -> None:
    with pytest.raises(RefusedError):
        plan_approval(small_kb, [ref], DAY)


def test_contacts_follow_a_renamed_entry(small: Path) -> None:
    write(small, lambda: plan_id_change(open_knowledge_base(small), "kooperationsplan", "k-plan"))
    contacts = {contact.id: contact for contact in open_knowledge_base(small).glossary.contacts}
    assert contacts["jobcenter-16h"].entries == ("k-plan",)
    assert (small / "glossary/contacts.yml").read_text(encoding="utf-8").startswith("# Wen fragen")


def test_contacts_forget_a_removed_entry(small: Path) -> None:
    file = small / "glossary/contacts.yml"
    text = file.read_text(encoding="utf-8").replace(
        "entries: [kooperationsplan]", "entries: [kooperationsplan, psychosoziale-betreuung]"
    )
    file.write_text(text, encoding="utf-8")
    write(small, lambda: plan_removal(open_knowledge_base(small), "psychosoziale-betreuung"))
    assert open_knowledge_base(small).glossary.contacts[1].entries == ("kooperationsplan",)
