"""Tables follow what is renamed, and say what cannot go."""

from __future__ import annotations

from pathlib import Path

import pytest

from jbakb.change.removing import plan_removal
from jbakb.change.renaming import plan_id_change
from jbakb.knowledge_base import open_knowledge_base
from jbakb.store.problem import RefusedError
from jbakb.store.transaction import write

TABLES = {
    "ages": "# Alter\nlimits:\n  - {from: 14, ref: hilfeplan.sgb8, text: jugendlich}  # bleibt\n",
    "services": "audience: alle\nareas: [sgb8]\nservices:\n  - title: Plan\n    refs: [hilfeplan, kooperationsplan]\n"
    "    parts: [{area: sgb8, answer: 'yes'}]\n",
    "changes": "changes:\n  - {date: 2026-07-01, text: Neues., refs: [hilfeplan.sgb8]}\n",
}


@pytest.fixture
def tables(small: Path) -> Path:
    for name, text in TABLES.items():
        (small / f"glossary/{name}.yml").write_text(text, encoding="utf-8")
    return small


def read(root: Path, name: str) -> str:
    return (root / f"glossary/{name}.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("ref", "new", "ages", "services"),
    [("hilfeplan", "plan", "plan.sgb8", "[plan, kooperationsplan]"),
     ("hilfeplan.sgb8", "sgb8-plan", "hilfeplan.sgb8-plan", "[hilfeplan, kooperationsplan]")],
)  # fmt: skip
def test_a_new_id_is_carried_through(tables: Path, ref: str, new: str, ages: str, services: str) -> None:
    write(tables, lambda: plan_id_change(open_knowledge_base(tables), ref, new))
    assert f"- {{from: 14, ref: {ages}, text: jugendlich}}  # bleibt" in read(tables, "ages")
    assert f"refs: {services}" in read(tables, "services")
    assert f"refs: [{ages}]" in read(tables, "changes")


def test_an_age_limit_needs_its_concept(tables: Path) -> None:
    with pytest.raises(RefusedError, match=r"glossary/ages\.yml:3  ref: hilfeplan\.sgb8"):
        plan_removal(open_knowledge_base(tables), "hilfeplan")


def test_services_and_changes_forget_what_goes(tables: Path) -> None:
    (tables / "glossary/ages.yml").unlink()
    (tables / "glossary/services.yml").write_text(
        TABLES["services"].replace("kooperationsplan", "psychosoziale-betreuung"), "utf-8"
    )
    changes = plan_removal(open_knowledge_base(tables), "psychosoziale-betreuung")
    assert "refs: [hilfeplan]" in str(changes.files["glossary/services.yml"])
