"""Processes, clauses, goals and roles: renamed everywhere, and never removed from under those that name them."""

from pathlib import Path

import pytest

from jbakb.change.handbook_ids import find_named
from jbakb.change.removing import plan_removal
from jbakb.change.renaming import plan_id_change
from jbakb.check.finding import CheckInput
from jbakb.check.rules import BUILT_IN
from jbakb.check.run import run_rules
from jbakb.knowledge_base import KnowledgeBase, open_knowledge_base
from jbakb.model.process import ProcessRole
from jbakb.store.problem import RefusedError
from jbakb.store.transaction import last_change, undo, write
from tests.check.test_rules import add_agreement
from tests.conftest import DAY

ERSTKONTAKT = "docs/prozesse/erstkontakt.md"
EINWILLIGUNG = "docs/prozesse/einwilligung.md"


@pytest.fixture
def house(small: Path) -> Path:
    """The small knowledge base with an agreement, goals, and pages that link to each other."""
    (small / "docs/jobcenter.md").unlink()
    add_agreement(small)
    text = (
        "[a](prozesse/einwilligung.md#aufgabe) [b](prozesse/einwilligung.html) <a href='prozesse/einwilligung/'>x</a>\n"
        "[c](vereinbarung/k10.md)\n\n[d]: ziele/beteiligung.md\n"
        "[e](prozesse/einwilligungen.txt) https://amt.example/prozesse/einwilligung.md\n"
    )
    (small / "docs/wege.md").write_text(f"# Wege\n\n{text}", encoding="utf-8")
    return small


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def rename(root: Path, ref: str, new: str) -> KnowledgeBase:
    write(root, lambda: plan_id_change(open_knowledge_base(root), ref, new))
    kb = open_knowledge_base(root)
    assert not kb.problems
    return kb


def broken(root: Path) -> list[str]:
    """The findings about references that lead nowhere."""
    found = run_rules(BUILT_IN, CheckInput(open_knowledge_base(root), DAY))
    return [each.message for each in found if each.rule.endswith("-broken") and "txt" not in each.message]


def test_a_process_is_renamed_with_its_page_and_everything_that_names_it(house: Path) -> None:
    assert not broken(house)
    before = (house / EINWILLIGUNG).read_text(encoding="utf-8")
    kb = rename(house, "einwilligung", "daten-weitergeben")
    assert not (house / EINWILLIGUNG).exists()
    after = (house / "docs/prozesse/daten-weitergeben.md").read_text(encoding="utf-8")
    assert after.replace("formerly: [einwilligung]\n", "") == before
    processes = {page.process.id: page.process for page in kb.pages if page.process}
    assert "process:daten-weitergeben" in str(processes["erstkontakt"].steps)
    text = (house / "docs/wege.md").read_text(encoding="utf-8")
    assert "[a](prozesse/daten-weitergeben.md#aufgabe) [b](prozesse/daten-weitergeben.html)" in text
    assert "href='prozesse/daten-weitergeben/'" in text
    assert "einwilligungen.txt) https://amt.example/prozesse/einwilligung.md" in text
    assert not broken(house)


def test_a_renamed_process_keeps_its_line_ends(house: Path) -> None:
    data = (house / EINWILLIGUNG).read_bytes().replace(b"\n", b"\r\n")
    (house / EINWILLIGUNG).write_bytes(data)
    rename(house, "prozesse/einwilligung", "prozesse/daten.md")
    after = (house / "docs/prozesse/daten.md").read_bytes()
    assert after.replace(b"formerly: [einwilligung]\r\n", b"") == data


@pytest.mark.parametrize(
    ("ref", "new", "path", "said"),
    [
        ("k10", "k30", "docs/vereinbarung/k30.md", "clauses: [k30, k19]"),
        ("vereinbarung/k10", "k30", "docs/vereinbarung/k30.md", "clauses: [k30, k19]"),
        ("docs/ziele/beteiligung.md", "mitreden", "docs/ziele/mitreden.md", "goals: [mitreden]"),
    ],
)
def test_a_clause_or_goal_is_renamed_in_every_process(ref: str, new: str, path: str, said: str, house: Path) -> None:
    rename(house, ref, new)
    assert (house / path).is_file()
    assert said in (house / EINWILLIGUNG).read_text(encoding="utf-8")
    assert new in (house / "docs/wege.md").read_text(encoding="utf-8")
    assert not broken(house)


def test_a_role_is_renamed_in_areas_and_processes(house: Path) -> None:
    kb = rename(house, "rollen/jobcenter", "jc")
    assert "jc" in kb.glossary.roles and "jobcenter" not in kb.glossary.roles
    process = next(page.process for page in kb.pages if page.path == ERSTKONTAKT)
    assert process is not None and "jc" in process.roles
    empfang = process.roles["empfang"]
    assert isinstance(empfang, ProcessRole) and "jc" in empfang.played_by
    assert not broken(house)


def test_a_role_of_a_process_is_another_one(house: Path) -> None:
    change(house, "glossary/areas.yml", "roles:\n", "roles:\n  - {id: empfaenger, title: Irgendwer}\n")
    before = (house / EINWILLIGUNG).read_text(encoding="utf-8")
    rename(house, "rollen/empfaenger", "irgendwer")
    assert (house / EINWILLIGUNG).read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("ref", "new", "reason"),
    [
        ("prozesse/einwilligung", "erstkontakt", "schon vergeben"),
        ("prozesse/einwilligung", "index", "schon vergeben"),
        ("prozesse/einwilligung", "Neu", "taugt nicht"),
        ("prozesse/einwiligung", "neu", "Meinten Sie „einwilligung“"),
        ("rollen/jobcenter", "empfaenger", "schon vergeben"),
        ("rechtskreise/sgb2", "sgb-2", "bleibt"),
    ],
)
def test_a_renaming_that_would_break_something_is_refused(ref: str, new: str, reason: str, house: Path) -> None:
    with pytest.raises(RefusedError, match=reason):
        rename(house, ref, new)


def test_an_id_that_several_have_needs_its_folder(house: Path) -> None:
    (house / "docs/ziele/einwilligung.md").write_text("---\ntitle: A\npromise: B\n---\n", encoding="utf-8")
    with pytest.raises(RefusedError, match="prozesse/einwilligung, ziele/einwilligung"):
        find_named(open_knowledge_base(house), "einwilligung")


def test_an_entry_comes_before_a_process_of_the_same_name(small_kb: KnowledgeBase) -> None:
    assert find_named(small_kb, "hilfeplan") is None
    assert find_named(small_kb, "gibt-es-nicht") is None


@pytest.mark.parametrize(
    ("ref", "places"),
    [
        ("prozesse/einwilligung", ["docs/prozesse/erstkontakt.md:52  to: process:", "docs/wege.md:3  Link auf prozesse/"]),
        ("k10", ["docs/prozesse/einwilligung.md:41  clauses: k10", "docs/wege.md:4  Link auf vereinbarung/k10.md"]),
        ("beteiligung", ["docs/prozesse/einwilligung.md:42  goals: beteiligung", "docs/wege.md:6  Link auf ziele/"]),
        ("rollen/jugendamt", ["erstkontakt.md:16  roles: jugendamt", "einwilligung.md:7  played_by: jugendamt"]),
        ("rollen/junger-mensch", ["einwilligung.md:9  roles: junger-mensch"]),
        ("rechtskreise/sgb8", ["hilfeplan.sgb8"]),
    ],
)  # fmt: skip
def test_what_a_process_or_a_page_names_stays(ref: str, places: list[str], house: Path) -> None:
    with pytest.raises(RefusedError) as caught:
        plan_removal(open_knowledge_base(house), ref)
    for place in places:
        assert place in str(caught.value)


def test_what_nobody_names_goes_and_comes_back(house: Path) -> None:
    change(house, "glossary/areas.yml", "roles:\n", "roles:\n  - {id: niemand, title: Niemand}\n")
    (house / "docs/vereinbarung/k50.md").write_text("---\ntitle: Alt\n---\n", encoding="utf-8")
    areas = (house / "glossary/areas.yml").read_text(encoding="utf-8")
    for ref in ("k50", "rollen/niemand"):
        write(house, lambda ref=ref: plan_removal(open_knowledge_base(house), ref))  # type: ignore[misc]
    kb = open_knowledge_base(house)
    assert not (house / "docs/vereinbarung/k50.md").exists()
    assert "niemand" not in kb.glossary.roles
    last = last_change(house)
    assert last is not None
    undo(house, last[0])
    assert (house / "glossary/areas.yml").read_text(encoding="utf-8") == areas


def test_an_entry_that_a_clause_names_is_renamed_there_and_forgotten_when_it_goes(house: Path) -> None:
    rename(house, "hilfeplan", "plan-der-hilfe")
    clause = house / "docs/vereinbarung/k10.md"
    assert "terms: [plan-der-hilfe]" in clause.read_text(encoding="utf-8")
    change(house, "docs/vereinbarung/k10.md", "[plan-der-hilfe]", "[plan-der-hilfe, psychosoziale-betreuung]")
    write(house, lambda: plan_removal(open_knowledge_base(house), "psychosoziale-betreuung"))
    assert "terms: [plan-der-hilfe]" in clause.read_text(encoding="utf-8")
    assert not broken(house)


def test_contacts_follow_a_process_and_keep_it(house: Path) -> None:
    contacts = house / "glossary/contacts.yml"
    text = "contacts:\n  - id: a\n    title: Stelle\n    mail: stelle@amt.example\n    processes: [einwilligung, erstkontakt]\n"
    contacts.write_text(text, encoding="utf-8")
    with pytest.raises(RefusedError, match=r"glossary/contacts\.yml:5  processes: einwilligung"):
        plan_removal(open_knowledge_base(house), "prozesse/einwilligung")
    rename(house, "prozesse/einwilligung", "zustimmung")
    assert "processes: [zustimmung, erstkontakt]" in contacts.read_text(encoding="utf-8")
