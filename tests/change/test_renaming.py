"""Renaming carries everything along, and nothing else."""

from datetime import date
from pathlib import Path

import pytest

from jbakb.change.renaming import plan_id_change, plan_supersession
from jbakb.knowledge_base import KnowledgeBase, open_knowledge_base
from jbakb.model import Term
from jbakb.model.references import references
from jbakb.model.status import status_on
from jbakb.store.problem import RefusedError
from jbakb.store.rewriting import file_data
from jbakb.store.transaction import write

SINCE = date(2027, 1, 1)


def rename(root: Path, ref: str, new: str) -> KnowledgeBase:
    write(root, lambda: plan_id_change(open_knowledge_base(root), ref, new))
    return open_knowledge_base(root)


def test_an_entry_is_renamed_everywhere(small: Path) -> None:
    page = small / "docs" / "index.md"
    link = "[a](glossar/{id}.html#{id}.sgb8) [b](../glossar/{id}.md) <a href='glossar/{id}/'> glossar/{id}-x.html\n"
    page.write_text(link.format(id="hilfeplan"), encoding="utf-8")
    kb = rename(small, "hilfeplan", "plan-der-hilfe")
    assert page.read_text(encoding="utf-8") == link.format(id="plan-der-hilfe").replace(
        "glossar/plan-der-hilfe-x", "glossar/hilfeplan-x"
    )
    assert not kb.problems
    assert "hilfeplan" not in kb.glossary.entries
    targets = {reference.target for entry in kb.glossary.entries.values() for reference in references(entry)}
    assert "plan-der-hilfe.sgb8" in targets
    assert not [target for target in targets if target.startswith("hilfeplan")]
    process = next(page.process for page in kb.pages if page.path.endswith("erstkontakt.md"))
    assert process is not None
    assert "plan-der-hilfe" in {entry for item in process.misunderstandings for entry in item.entries}


def test_renaming_there_and_back_leaves_every_file_as_it_was_but_for_the_names_between(small: Path) -> None:
    before = {path: path.read_bytes() for path in small.rglob("*.*") if path.is_file()}
    for ref, new in (
        ("kooperationsplan", "kp"),
        ("kp.sgb2", "sgb2-kp"),
        ("kp.sgb2-kp", "sgb2"),
        ("kp", "kooperationsplan"),
    ):
        rename(small, ref, new)
    changed = small / "glossary" / "planung" / "kooperationsplan.yml"
    text = changed.read_bytes().decode()
    changed.write_bytes(text.replace("formerly: [kp]\n", "").replace("    formerly: [sgb2-kp]\n", "").encode())
    assert "formerly" in text
    assert {path: path.read_bytes() for path in before} == before


def test_addresses_of_all_former_names_lead_to_the_present_one(small: Path) -> None:
    for ref, new in (("kooperationsplan", "kp"), ("kp.sgb2", "kp.plan"), ("kp", "plan"), ("plan.plan", "mitte")):
        kb = rename(small, ref, new)
    glossary = kb.glossary
    for old in ("kooperationsplan", "kp"):
        assert glossary.now(old) == "plan"
        assert {glossary.now(f"{old}.{key}") for key in ("sgb2", "plan", "mitte")} == {"plan.mitte"}
    assert glossary.now("plan.plan") == glossary.now("plan.sgb2") == "plan.mitte"
    assert glossary.now("plan") == glossary.now("plan.mitte") == glossary.now("nie") == ""


def test_a_former_name_is_free_only_for_its_owner(small: Path) -> None:
    rename(small, "hilfeplan", "plan-der-hilfe")
    with pytest.raises(RefusedError, match="hieß früher „plan-der-hilfe“"):
        rename(small, "kooperationsplan", "hilfeplan")
    with pytest.raises(RefusedError, match="heißt jetzt „plan-der-hilfe“"):
        rename(small, "hilfeplan", "x")
    assert rename(small, "plan-der-hilfe", "hilfeplan").glossary.entries["hilfeplan"].formerly == ("plan-der-hilfe",)


def test_a_concept_is_renamed_in_differences_too(small: Path) -> None:
    kb = rename(small, "hilfeplan.sgb8", "hilfeplan.sgb8-plan")
    entry = kb.glossary.entries["hilfeplan"]
    assert entry.concept("sgb8-plan") is not None
    assert "sgb8-plan" in entry.differences[0].between
    assert kb.glossary.find("kooperationsplan.sgb8") is not None


@pytest.mark.parametrize(
    ("ref", "new", "said"),
    [
        ("hilfeplan", "kooperationsplan", "schon vergeben"),
        ("hilfeplan.sgb8", "sgb2", "schon vergeben"),
        ("hilfeplan", "Hilfe Plan", "taugt nicht"),
        ("hilfepln", "x", "Meinten Sie „hilfeplan“"),
        ("Hilfeplan", "x", "--term Hilfeplan NEU"),
    ],
)
def test_what_cannot_be_renamed_is_refused(small_kb: KnowledgeBase, ref: str, new: str, said: str) -> None:
    with pytest.raises(RefusedError) as caught:
        plan_id_change(small_kb, ref, new)
    assert said in str(caught.value)


def supersede(root: Path, ref: str, old: str, new: Term) -> KnowledgeBase:
    write(root, lambda: plan_supersession(open_knowledge_base(root), ref, old, new, SINCE))
    return open_knowledge_base(root)


def test_a_new_word_takes_the_place_of_the_old_one_on_its_day(small: Path) -> None:
    kb = supersede(small, "kooperationsplan", "Kooperationsplan", Term(term="Integrationsplan", gender="masculine"))
    concept = kb.glossary.entries["kooperationsplan"].concepts[0]
    new, old = (concept.terms or ())[:2]
    assert (new.term, new.valid_from, old.status, old.valid_to) == (
        "Integrationsplan",
        SINCE,
        "superseded",
        date(2026, 12, 31),
    )
    assert status_on(old, concept, date(2026, 12, 31)) == "preferred"
    assert status_on(old, concept, SINCE) == "superseded"
    assert status_on(new, concept, SINCE) == "preferred"


def test_an_admitted_word_can_become_the_successor(small: Path) -> None:
    kb = supersede(small, "sorgeberechtigte.zivil", "gesetzliche Vertretung", Term(term="Vertretung"))
    assert [term.term for term in kb.glossary.entries["sorgeberechtigte"].concept("zivil").terms or ()] == [  # type: ignore[union-attr]
        "Vertretung",
        "gesetzliche Vertretung",
    ]
    before = file_data(kb.glossary.entries["kooperationsplan"])
    kb = supersede(small, "kooperationsplan.sgb2", "Kooperationsplan", Term(term="KP"))
    words = [term.term for term in kb.glossary.entries["kooperationsplan"].concepts[0].terms or ()]
    assert words[:2] == ["KP", "Kooperationsplan"]
    assert len(words) == len(before["concepts"][0]["terms"])


def test_a_word_that_several_concepts_have_needs_the_concept(small_kb: KnowledgeBase) -> None:
    with pytest.raises(RefusedError, match=r"sorgeberechtigte\.sgb8-erziehungsberechtigte"):
        plan_supersession(small_kb, "sorgeberechtigte", "Erziehungsberechtigte", Term(term="X"), SINCE)


def test_a_word_is_superseded_only_once(small_kb: KnowledgeBase) -> None:
    with pytest.raises(RefusedError, match="schon abgelöst"):
        plan_supersession(small_kb, "kooperationsplan", "EGV", Term(term="X"), SINCE)
