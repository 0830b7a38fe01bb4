"""Who is named for a topic answers; if nobody is, the general office of the area."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jbakb.knowledge_base import open_knowledge_base
from jbakb.model import Contact, Glossary
from jbakb.model.law import LawsFile
from jbakb.site.addresses import CONTACTS
from jbakb.site.contact_view import ContactBook, ContactGroup, Topic
from jbakb.site.content import SiteContent
from jbakb.site.pages import asking, generate_pages
from tests.conftest import DAY, PROJECT


@pytest.fixture
def content(small: Path) -> SiteContent:
    shutil.copy(PROJECT / "glossary" / "laws.yml", small / "glossary" / "laws.yml")
    return SiteContent.of(open_knowledge_base(small), "internal", DAY)


@pytest.fixture
def laws(content: SiteContent) -> LawsFile | None:
    return content.laws


def ids(groups: tuple[ContactGroup, ...]) -> dict[str, list[str]]:
    return {group.area.id if group.area else "": [each.id for each in group.contacts] for group in groups}


def test_an_entry_has_contacts_by_area_and_at_the_end_those_of_no_side(content: SiteContent) -> None:
    found = ids(content.contacts.for_entry(content.glossary.entries["kooperationsplan"]))
    assert found == {"sgb2": ["jobcenter-16h"], "sgb8": ["jugendamt"], "": ["koordination"]}
    assert list(found)[-1] == ""


def test_where_nobody_is_named_the_general_office_answers(content: SiteContent) -> None:
    found = ids(content.contacts.for_entry(content.glossary.entries["psychosoziale-betreuung"]))
    assert found["sgb2"] == ["jobcenter"]
    assert "sgb8" not in found


def test_a_process_has_the_contacts_of_those_who_take_part(content: SiteContent) -> None:
    process = next(
        page.process for _path, page in content.process_rows if page.process and page.process.id == "erstkontakt"
    )
    assert ids(content.contacts.for_process(process)) == {
        "sgb2": ["jobcenter-16h"],
        "sgb8": ["jugendamt"],
        "": ["koordination"],
    }


@pytest.mark.parametrize(
    ("law", "source", "named"),
    [
        ("§ 16h SGB II", "§ 16h Abs. 4 SGB II", True),
        ("§ 16h SGB II", "§§ 16, 16h SGB II", True),
        ("§ 14 SGB I", "§ 13–§ 17 SGB I", True),
        ("§ 16h SGB II", "§ 16 SGB II", False),
        ("§ 16h SGB II", "§ 16h SGB III", False),
        ("§ 30 SGB I", "§ 1–§ 60 SGB I", False),
    ],
)
def test_sections_are_compared_not_texts(laws: LawsFile, law: str, source: str, named: bool) -> None:
    contact = Contact(id="a", title="A", area="sgb2", laws=(law,))
    book = ContactBook(Glossary(contacts=(contact,)), laws)
    assert bool(book.find("sgb2", Topic(sources=(source,)))) is named


def test_the_most_direct_naming_comes_first() -> None:
    contacts = (
        Contact(id="general", title="A", area="x"),
        Contact(id="theme", title="A", area="x", themes=("t",)),
        Contact(id="entry", title="A", area="x", entries=("e",)),
    )
    found = ContactBook(Glossary(contacts=contacts)).find("x", Topic(entry="e", theme="t"))
    assert [each.id for each in found] == ["entry", "theme"]


def test_pages_show_whom_to_ask(content: SiteContent) -> None:
    pages = {page.path: page.body for page in generate_pages(content)}
    assert "Jobcenter, aufsuchende Arbeit" in pages["glossar/kooperationsplan.md"]
    assert "030 23125-301" in pages[CONTACTS]
    assert "Jugendamt, Allgemeiner" in asking(content, *content.process_rows[1])


def test_the_public_edition_has_public_contacts_only(small: Path) -> None:
    content = SiteContent.of(open_knowledge_base(small), "public", DAY)
    assert [contact.id for contact in content.glossary.contacts] == ["koordination"]


def test_without_contacts_there_is_no_page_for_them(small: Path) -> None:
    (small / "glossary" / "contacts.yml").unlink()
    content = SiteContent.of(open_knowledge_base(small), "internal", DAY)
    assert CONTACTS not in [page.path for page in generate_pages(content)]
