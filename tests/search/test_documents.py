"""What can be found: concepts, entries, pages and processes."""

import pytest

from jbakb.knowledge_base import KnowledgeBase
from jbakb.search.documents import SearchDocument, search_documents


@pytest.fixture
def documents(small_kb: KnowledgeBase) -> dict[str, SearchDocument]:
    return {each.id: each for each in search_documents(small_kb.glossary, small_kb.pages)}


@pytest.mark.parametrize(
    ("id_", "kind", "area", "url", "path"),
    [
        ("hilfeplan", "entry", "", "glossar/hilfeplan.html", "glossary/planung/hilfeplan.yml"),
        ("hilfeplan.sgb8", "entry", "sgb8", "glossar/hilfeplan.html#hilfeplan.sgb8", "glossary/planung/hilfeplan.yml"),
        ("index", "page", "", "index.html", "docs/index.md"),
        ("jobcenter", "page", "sgb2", "jobcenter.html", "docs/jobcenter.md"),
        ("prozesse/erstkontakt", "process", "", "prozesse/erstkontakt.html", "docs/prozesse/erstkontakt.md"),
    ],
)
def test_a_document_says_what_it_is_and_where(
    documents: dict[str, SearchDocument], id_: str, kind: str, area: str, url: str, path: str
) -> None:
    found = documents[id_]
    assert (found.kind, found.area, found.url, found.path) == (kind, area, url, path)


def test_ids_are_unique(small_kb: KnowledgeBase) -> None:
    ids = [each.id for each in search_documents(small_kb.glossary, small_kb.pages)]
    assert len(ids) == len(set(ids))


def test_a_concept_is_found_only_where_it_is_defined(documents: dict[str, SearchDocument]) -> None:
    assert "hilfeplan.sgb2" not in documents


def test_steps_of_a_process_are_part_of_its_text(documents: dict[str, SearchDocument]) -> None:
    assert "Lotsengespräch" in documents["prozesse/erstkontakt"].text


def test_markup_is_no_text(documents: dict[str, SearchDocument]) -> None:
    assert "\x00" not in documents["index"].text
