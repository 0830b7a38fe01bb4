"""What changed is told in the words of those who read it: each edit of a real file, and what is said of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest
import yaml

from jbakb.history.change import Change
from jbakb.history.compare import compare
from jbakb.history.naming import FIELDS
from jbakb.history.state import State, read_state
from jbakb.model import AreasFile, Contact, Entry, Process, Record
from jbakb.model.law import Law
from jbakb.model.tables import AgesFile, ChangesFile, ServicesFile
from tests.conftest import SMALL, Run

PLAN = "glossary/planung/hilfeplan.yml"
MONEY = "glossary/lebensunterhalt/existenzsichernde-geldleistung.yml"
STEPS = "docs/prozesse/einwilligung.md"


def changes(small: Path) -> tuple[Change, ...]:
    return compare(read_state(SMALL), read_state(small))


def edit(small: Path, path: str, old: str, new: str) -> None:
    text = (small / path).read_text(encoding="utf-8")
    assert old in text
    (small / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_same_state_has_no_changes(small: Path) -> None:
    assert changes(small) == ()


@pytest.mark.parametrize(
    ("path", "old", "new", "label", "before", "after"),
    [
        (PLAN, "title: Hilfeplan", "title: Plan", "Titel", "Hilfeplan", "Plan"),
        (PLAN, "equivalence: exact", "equivalence: close", "SGB VIII · Übereinstimmung", "deckt sich", "fast gleich"),
        (PLAN, "§ 36 Abs. 2 SGB VIII", "§ 36 Abs. 3 SGB VIII", "SGB VIII · Quelle", "§ 36 Abs. 2 SGB VIII", "§ 36 Abs. 3 SGB VIII"),
        (PLAN, "use: kooperationsplan.sgb2", "use: egv.sgb2", "SGB II · Erklärt in", "kooperationsplan.sgb2", "egv.sgb2"),
        (PLAN, "related: [kooperationsplan]", "related: []", "Siehe auch", "kooperationsplan", ""),
        (PLAN, "visibility: public", "visibility: internal", "Sichtbar", "öffentlich", "nur intern"),
        (STEPS, "title: Einwilligung einholen und Daten übermitteln", "title: Zustimmung", "Titel", "Einwilligung einholen und Daten übermitteln", "Zustimmung"),
        (STEPS, "kind: consent, source: § 67b Abs. 2 SGB X", "kind: consent, source: § 67b SGB X",
         "Datenschutz-Tor vor „{gate}“ · Grundlage · Quelle", "§ 67b Abs. 2 SGB X", "§ 67b SGB X"),
        ("glossary/areas.yml", "short: SGB VIII", "short: KJHG", "Kurzname", "SGB VIII", "KJHG"),
        ("docs/index.md", "# Willkommen", "# Hallo", "Titel", "Willkommen", "Hallo"),
    ],
)  # fmt: skip
def test_a_changed_field_is_told_old_and_new(
    small: Path, path: str, old: str, new: str, label: str, before: str, after: str
) -> None:
    edit(small, path, old, new)
    [change] = changes(small)
    assert change.what == "changed"
    if "{gate}" in label:
        [field] = change.fields
        start, _gate, end = label.partition("{gate}")
        assert " · ".join(field.labels).startswith(start)
        assert " · ".join(field.labels).endswith(end)
    else:
        field = change.fields[0]
        assert " · ".join(field.labels) == label
    assert (field.old, field.new) == (before, after)


CONTACTS = """contacts:
  - {id: jobcenter, title: Jobcenter, area: sgb2, phone: 030 23125-101}
  - {id: jugendamt, title: Jugendamt, area: sgb8, entries: [hilfeplan]}
"""
AGES = """limits:
  - {from: 14, ref: hilfeplan.sgb8, text: jugendlich}
  - {below: 25, ref: kooperationsplan.sgb2, text: unter 25}
"""
SERVICES = """audience: junge Menschen
areas: [sgb2, sgb8]
services:
  - title: Beratung
    parts: [{area: sgb2, answer: 'yes'}, {area: sgb8, answer: partly}]
"""
LAW = """verified: 2026-08-19
changes:
  - {date: 2026-07-01, text: Das Bürgergeld heißt anders., areas: [sgb2], refs: [hilfeplan]}
"""


@pytest.mark.parametrize(
    ("file", "text", "old", "new", "kind", "label", "before", "after"),
    [
        ("contacts", CONTACTS, "030 23125-101", "030 23125-102", "contact", "Telefon", "030 23125-101", "030 23125-102"),
        ("ages", AGES, "from: 14", "from: 15", "table", "jugendlich · Ab", "14", "15"),
        ("ages", AGES, "below: 25", "below: 27", "table", "unter 25 · Unter", "25", "27"),
        ("services", SERVICES, "answer: partly", "answer: 'no'", "table", "Beratung · SGB VIII · Antwort", "wirkt mit", "nein"),
        ("changes", LAW, "date: 2026-07-01", "date: 2026-08-01", "table",
         "Rechtsänderung „Das Bürgergeld heißt anders.“ · Tag", "1.7.2026", "1.8.2026"),
        ("changes", LAW, "[sgb2]", "[sgb8]", "table", "Rechtsänderung „Das Bürgergeld heißt anders.“ · Rechtskreise", "SGB II", "SGB VIII"),
    ],
)  # fmt: skip
def test_what_stands_beside_entries_is_compared_too(
    small: Path,
    tmp_path: Path,
    file: str,
    text: str,
    old: str,
    new: str,
    kind: str,
    label: str,
    before: str,
    after: str,
) -> None:
    (small / f"glossary/{file}.yml").write_text(text, encoding="utf-8")
    was = read_state(shutil.copytree(small, tmp_path / "was"))
    edit(small, f"glossary/{file}.yml", old, new)
    [change] = compare(was, read_state(small))
    fields = [field for field in change.fields if field.old or field.new]
    assert (change.kind, change.what) == (kind, "changed")
    assert (label, before, after) in [(" · ".join(field.labels), field.old, field.new) for field in fields] or (
        {(" · ".join(field.labels), field.old, field.new) for field in fields}
        == {(label, before, ""), (label, "", after)}
    )


def test_contacts_and_tables_that_follow_a_renamed_entry_did_not_change(
    small: Path, tmp_path: Path, jbakb: Run
) -> None:
    for file, text in (("contacts", CONTACTS), ("ages", AGES), ("changes", LAW)):
        (small / f"glossary/{file}.yml").write_text(text, encoding="utf-8")
    was = read_state(shutil.copytree(small, tmp_path / "was"))
    assert jbakb("rename", "hilfeplan", "plan", "--yes").returncode == 0
    assert "plan" in (small / "glossary/contacts.yml").read_text(encoding="utf-8")
    assert {change.kind for change in compare(was, read_state(small))} == {"entry"}


@pytest.mark.parametrize(("path", "kind"), [("glossary/contacts.yml", "contact"), ("glossary/areas.yml", "area")])
def test_another_order_is_told_where_it_is_seen(small: Path, tmp_path: Path, path: str, kind: str) -> None:
    (small / "glossary/contacts.yml").write_text(CONTACTS, encoding="utf-8")
    was = read_state(shutil.copytree(small, tmp_path / "was"))
    data = yaml.load((small / path).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    name = "contacts" if kind == "contact" else "areas"
    data[name].reverse()
    (small / path).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    [change] = compare(was, read_state(small))
    assert (change.kind, change.title) == (kind, "Reihenfolge")
    old, new = (text.split(" · ") for text in (change.fields[0].old, change.fields[0].new))
    assert new == old[::-1]


def test_another_word_is_told_first(small: Path) -> None:
    edit(small, MONEY, "terms:\n", "terms:\n      - {term: Sockelgeld, valid_from: 2027-01-01}\n")
    [change] = changes(small)
    first = change.fields[0]
    assert (first.labels, first.old, first.new) == (
        ("SGB II", "Benennung"),
        "„Grundsicherungsgeld“",
        "„Sockelgeld“, gilt ab 1.1.2027",
    )


def test_new_and_gone_entries(small: Path) -> None:
    (small / PLAN).unlink()
    (small / "glossary/planung/neu.yml").write_text(
        "title: Neu\nnotion: Etwas Neues.\nconcepts:\n  - {area: sgb2, equivalence: exact, terms: [{term: Neues}]}\n",
        encoding="utf-8",
    )
    found = {change.id: change for change in changes(small)}
    assert {name: change.what for name, change in found.items()} == {"neu": "added", "hilfeplan": "removed"}
    assert "„Neues“" in {field.new for field in found["neu"].fields}
    assert "„Hilfeplan“, „HP“" in {field.old for field in found["hilfeplan"].fields}


@pytest.mark.parametrize("recorded", [True, False])
def test_a_renamed_entry_is_recognised(small: Path, recorded: bool) -> None:
    target = small / "glossary/planung/plan.yml"
    shutil.move(small / PLAN, target)
    if recorded:
        edit(small, "glossary/planung/plan.yml", "title: Hilfeplan", "title: Anderer Plan\nformerly: [hilfeplan]")
    # What only follows the new id is no change.
    edit(small, STEPS, "entries: [sorgeberechtigte]", "entries: [sorgeberechtigte]")
    [change] = [each for each in changes(small) if each.id == "plan"]
    assert (change.what, change.formerly, len(change.fields)) == ("renamed", "hilfeplan", int(recorded))
    assert not [each for each in changes(small) if each.id == "hilfeplan"]


def test_moved_entries_steps_and_terms_say_so(small: Path) -> None:
    shutil.move(small / PLAN, small / "glossary/beratung/hilfeplan.yml")
    text = (small / STEPS).read_text(encoding="utf-8")
    edit(small, STEPS, "id: aufklaeren", "id: erklaeren")
    found = {change.id: change for change in changes(small)}
    assert found["hilfeplan"].fields[0].labels == ("Thema",)
    assert text != (small / STEPS).read_text(encoding="utf-8")
    assert any("aufklaeren" in (field.old, field.new) for field in found["einwilligung"].fields)


def test_every_paragraph_that_differs_is_told(small: Path) -> None:
    edit(small, "docs/jobcenter.md", "# Im Jobcenter\n", "# Im Jobcenter\n\nEin Absatz.\n\nNoch einer.\n")
    [change] = changes(small)
    assert (change.kind, [field.new for field in change.fields]) == ("page", ["Ein Absatz.", "Noch einer."])


def test_from_nothing_everything_is_new(small: Path) -> None:
    made = compare(State(), read_state(small))
    assert {change.what for change in made} == {"added"}
    assert {change.kind for change in made} >= {"entry", "process", "page", "area", "theme", "word"}


def records(kind: object, seen: set[type]) -> set[type]:
    """All records of the model that a type is made of."""
    for each in getattr(kind, "__args__", (kind,)):
        if isinstance(each, type) and issubclass(each, Record) and each not in seen:
            seen.add(each)
            for field in msgspec.structs.fields(each):
                records(field.type, seen)
        elif hasattr(each, "__args__"):
            records(each, seen)
    return seen


def test_every_field_of_the_model_has_a_name_for_people() -> None:
    kinds: set[type] = set()
    for top in (Entry, Process, AreasFile, Law, Contact, AgesFile, ServicesFile, ChangesFile):
        records(top, kinds)
    names = {field.encode_name for kind in kinds - {AreasFile} for field in msgspec.structs.fields(kind)}
    assert names - {"defaults", "seal"} <= set(FIELDS)
