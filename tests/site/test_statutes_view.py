"""From the law to what cites it."""

from __future__ import annotations

from datetime import date

from jbakb.handbook import parse_page
from jbakb.model import Concept, Difference, Entry, Glossary, Term
from jbakb.model.law import Law, LawsFile
from jbakb.model.tables import AgeLimit, AgesFile, Tables
from jbakb.site.statutes_view import StatuteView, law_order, list_statutes

DAY = date(2026, 11, 22)
LAWS = LawsFile(
    date=DAY,
    laws=(
        Law(id="SGB II", title="Zwei", last=86, letters=("16h",), repealed=(35,)),
        Law(id="SGB X", title="Zehn", last=120, letters=()),
        Law(id="BGB", title="BGB", last=2385),
    ),
)
PROCESS = """---
title: Weg
purpose: p
trigger: t
sources: [§ 16h SGB II]
steps:
  - {id: a, title: a, actor: x, action: Nach § 10 SGB X handeln.}
---
"""


def statutes(*sources: str, definition: str = "", tables: Tables | None = None) -> dict[str, StatuteView]:
    concept = Concept(
        area="sgb2", equivalence="exact", terms=(Term(term="Wort"),), sources=sources, definition=definition
    )
    differences = (Difference(difference="Siehe § 7 SGB II."),)
    entry = Entry(id="wort", theme="t", title="Titel", concepts=(concept,), differences=differences)
    page = parse_page(PROCESS, "docs/prozesse/weg.md", [])
    listed = list_statutes(Glossary(entries={"wort": entry}), {"prozesse/weg.md": page}, LAWS, tables or Tables(), DAY)
    return {statute.id: statute for statute in listed}


def citing(statute: StatuteView) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    return {each.section: [(one.title, one.details) for one in each.citing] for each in statute.sections}


def test_laws_and_sections_are_sorted_as_people_count() -> None:
    found = statutes("§ 100 SGB X", "§ 9 SGB X", "§ 2 BGB", "§ 16h SGB II", "§ 16 SGB II")
    assert list(found) == ["SGB II", "SGB X", "BGB"]
    assert [each.section for each in found["SGB II"].sections] == ["7", "16", "16h"]
    assert [each.section for each in found["SGB X"].sections] == ["9", "10", "100"]


def test_the_books_come_first_by_number() -> None:
    names = ["BGB", "SGB XII", "SGB IX", "SGB II", "AsylbLG", "SGB V"]
    assert sorted(names, key=law_order) == ["SGB II", "SGB V", "SGB IX", "SGB XII", "AsylbLG", "BGB"]


def test_concepts_entries_and_processes_are_told_with_the_part_they_cite() -> None:
    found = citing(statutes("§ 16h Abs. 1 SGB II", "§ 16h Abs. 2 Satz 1 SGB II")["SGB II"])
    assert found == {"16h": [("Wort", ("Abs. 1", "Abs. 2 Satz 1")), ("Weg", ())], "7": [("Titel", ())]}


def test_prose_counts_too() -> None:
    assert citing(statutes(definition="Grundlage ist § 31 SGB X.")["SGB X"])["31"] == [("Wort", ())]


def test_a_range_stands_at_its_first_section_and_at_those_within_it() -> None:
    found = citing(statutes("§ 9–§ 12 SGB X")["SGB X"])
    assert found["9"] == [("Wort", ("bis § 12",))]
    assert ("Wort", ("§§ 9 bis 12",)) in found["10"]


def test_a_repealed_section_is_marked() -> None:
    sections = {each.section: each.repealed for each in statutes("§ 35 SGB II")["SGB II"].sections}
    assert sections["35"] and not sections["7"]


def test_tables_are_told_as_pages() -> None:
    tables = Tables(ages=AgesFile(limits=(AgeLimit(below=18, text="minderjährig", sources=("§ 2 BGB",)),)))
    one = statutes(tables=tables)["BGB"].sections[0].citing[0]
    assert (one.title, one.page) == ("Altersgrenzen", "glossar/altersgrenzen.md")


def test_anchors_are_readable() -> None:
    assert [each.anchor for each in statutes("§ 16h SGB II")["SGB II"].sections][-1] == "sgb-ii-16h"
