"""An import is one change of all files; what it does not touch stays as it was."""

from pathlib import Path

from jbakb.exchange.applying import import_changes
from jbakb.exchange.csv_format import read_csv
from jbakb.exchange.planning import plan_import
from jbakb.knowledge_base import open_knowledge_base
from jbakb.store.transaction import Changeset, write

GELD = "glossary/lebensunterhalt/existenzsichernde-geldleistung.yml"
TABLE = """\
entry;area;term;theme;definition;valid_from;type;source
existenzsichernde-geldleistung;sgb2;Grundsicherungsgeld;;Neu: mit Doppelpunkt, und Komma.;2026-07-02;;
existenzsichernde-geldleistung;sgb2;GsG;;;;abbreviation;
hilfeplan;sgb3;Förderplan;;=kein Befehl;;;§ 1 | § 2
hilfeplan;sgb8;Hilfeplan;beratung;;;;
lotsenkarte;sgb8;Lotsenkarte;planung;no;;;
"""


def imported(root: Path) -> Changeset:
    kb = open_knowledge_base(root)
    rows = read_csv(TABLE.encode(), "x.csv").rows
    return write(root, lambda: import_changes(root, kb.glossary, plan_import(kb.glossary, rows)))


def test_an_import_writes_what_the_rows_say(small: Path) -> None:
    imported(small)
    glossary = open_knowledge_base(small).glossary
    money = glossary.entries["existenzsichernde-geldleistung"].concepts[0]
    assert money.definition == "Neu: mit Doppelpunkt, und Komma."
    assert [str((money.terms or ())[0].valid_from), (money.terms or ())[-1].term] == ["2026-07-02", "GsG"]
    plan = glossary.entries["hilfeplan"]
    assert (plan.theme, plan.concepts[-1].definition, plan.concepts[-1].sources) == (
        "beratung",
        "=kein Befehl",
        ("§ 1", "§ 2"),
    )
    assert not (small / "glossary/planung/hilfeplan.yml").exists()
    assert glossary.entries["lotsenkarte"].notion == "no"


def test_comments_and_untouched_lines_stay(small: Path) -> None:
    before = (small / GELD).read_text(encoding="utf-8").splitlines()
    imported(small)
    after = (small / GELD).read_text(encoding="utf-8").splitlines()
    gone = [line for line in before if line not in after]
    assert len(gone) <= 4, gone
    assert "visibility: public                         # ohne Angabe: internal" in after


def test_a_second_import_changes_nothing(small: Path) -> None:
    imported(small)
    glossary = open_knowledge_base(small).glossary
    plan = plan_import(glossary, read_csv(TABLE.encode(), "x.csv").rows)
    assert (plan.items, plan.entries) == ((), {})
