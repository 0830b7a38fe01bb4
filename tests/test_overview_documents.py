"""The search knows every page that is made from data, and the rows that a reader looks for."""

from datetime import date

import pytest

from jbakb.knowledge_base import KnowledgeBase, open_knowledge_base
from jbakb.overview_documents import overview_documents, overviews_of
from jbakb.search.documents import SearchDocument
from jbakb.search.engine import Query
from jbakb.search.memory import MemorySearcher
from jbakb.search.service import index_of
from jbakb.site.content import SiteContent
from jbakb.site.pages import GeneratedPage, generate_pages
from tests.conftest import PROJECT

ON = date(2026, 11, 23)


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return open_knowledge_base(PROJECT)


@pytest.fixture(scope="module")
def documents(kb: KnowledgeBase) -> list[SearchDocument]:
    return list(overviews_of(kb, ON).documents())


@pytest.fixture(scope="module")
def pages(kb: KnowledgeBase) -> dict[str, GeneratedPage]:
    return {f"docs/{page.path}": page for page in generate_pages(SiteContent.of(kb, "internal", ON))}


@pytest.fixture(scope="module")
def searcher(kb: KnowledgeBase) -> MemorySearcher:
    return MemorySearcher(index_of(kb, overviews_of(kb, ON)))


def test_every_page_made_from_data_is_found_by_its_title(
    kb: KnowledgeBase, documents: list[SearchDocument], pages: dict[str, GeneratedPage]
) -> None:
    whole = {each.path: each.title for each in documents if "#" not in each.id}
    entries = {f"docs/glossar/{entry}.md" for entry in kb.glossary.entries}
    assert whole == {path: page.title for path, page in pages.items() if path not in entries}


def test_every_place_is_there(documents: list[SearchDocument], pages: dict[str, GeneratedPage]) -> None:
    for each in documents:
        page, _, anchor = each.url.partition("#")
        body = pages[f"docs/{page.removesuffix('.html')}.md"].body
        assert not anchor or f'id="{anchor}"' in body or f"#{anchor} }}" in body, each.url


def test_ids_are_unique(documents: list[SearchDocument]) -> None:
    ids = [each.id for each in documents if "#" in each.id]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Altersgrenzen", "glossar/altersgrenzen"),
        ("SGB VIII", "glossar/paragrafen#gesetz-sgb-viii"),
        ("Wen fragen", "glossar/wen-fragen"),
        ("Selbsttest", "einstieg/selbsttest"),
        ("Falsche Freunde", "glossar/falsche-freunde"),
        ("Jobcenter Leistungsabteilung", "glossar/wen-fragen#stelle-jobcenter-leistung"),
        ("Übersetzungstabelle", "glossar/uebersetzungstabelle"),
        ("Alle Fristen", "prozesse/ueberblick/fristen"),
        # A list does not push aside what it lists.
        ("§ 36 SGB VIII", "hilfeplan.sgb8"),
        ("BAföG", "bafoeg.bafoeg"),
        ("Jobcenter", "jobcenter.sgb2"),
    ],
)
def test_what_staff_type_finds_the_page_or_the_row(query: str, expected: str, searcher: MemorySearcher) -> None:
    assert searcher.search(Query(query))[0].id == expected


def test_sections_are_norms_and_can_be_asked_for_alone(searcher: MemorySearcher) -> None:
    hits = searcher.search(Query("§ 36 SGB VIII", kind="norm"))
    assert hits[0].url == "glossar/paragrafen.html#sgb-viii-36"


def test_a_public_edition_tells_nothing_internal(small_kb: KnowledgeBase) -> None:
    everything = {each.id for each in overview_documents(SiteContent.of(small_kb, "internal", ON))}
    public = {each.id for each in overview_documents(SiteContent.of(small_kb, "public", ON))}
    assert public < everything
