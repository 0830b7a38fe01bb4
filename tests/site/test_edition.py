"""Editions: nothing internal is in a public one, not even its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from jbakb.knowledge_base import KnowledgeBase
from jbakb.site.edition import make_edition
from tests.site.conftest import Build

SECRET = ("sorgeberechtigte", "psychosoziale-betreuung")


def test_the_internal_edition_is_everything(small_kb: KnowledgeBase) -> None:
    assert make_edition(small_kb.glossary, small_kb.pages, "internal") == (small_kb.glossary, small_kb.pages)


def test_only_what_says_public_is_public(small_kb: KnowledgeBase) -> None:
    glossary, pages = make_edition(small_kb.glossary, small_kb.pages, "public")
    assert set(glossary.entries) == set(small_kb.glossary.entries) - set(SECRET)
    assert pages == ()


def test_a_public_page_says_so(small: Path, small_kb: KnowledgeBase) -> None:
    index = small / "docs" / "index.md"
    index.write_text("---\nvisibility: public\n---\n" + index.read_text(encoding="utf-8"), encoding="utf-8")
    _glossary, pages = make_edition(small_kb.glossary, small_kb.pages, "public")
    assert [page.path for page in pages] == ["docs/index.md"]


@pytest.mark.parametrize("secret", SECRET)
def test_references_to_internal_entries_go_too(small: Path, small_kb: KnowledgeBase, secret: str) -> None:
    entry = small / "glossary" / "planung" / "hilfeplan.yml"
    text = entry.read_text(encoding="utf-8").replace(
        "related: [kooperationsplan]", f"related: [kooperationsplan, {secret}]"
    )
    entry.write_text(text.replace("use: kooperationsplan.sgb2", f"use: {secret}.sgb2"), encoding="utf-8")
    process = small / "docs" / "prozesse" / "erstkontakt.md"
    process.write_text(
        process.read_text(encoding="utf-8").replace("---\n", "---\nvisibility: public\n", 1), encoding="utf-8"
    )
    glossary, pages = make_edition(small_kb.glossary, small_kb.pages, "public")
    assert secret not in str(glossary.entries)
    assert secret not in str(pages[0].process)
    assert "process:einwilligung" not in str(pages[0].process)
    concept = glossary.entries["hilfeplan"].concept("sgb2")
    assert concept
    assert (concept.use, concept.terms) == ("", ())


def test_a_public_build_holds_no_trace_of_internal_entries(small: Path, build: Build) -> None:
    site = build(small, "--edition", "public")
    for file in site.rglob("*"):
        if file.suffix in (".html", ".json", ".js", ".xml", ".txt"):
            text = file.read_text(encoding="utf-8")
            for secret in (*SECRET, "Personensorgeberechtigte wem", "Eingliederungsleistung der Kommune"):
                assert secret not in text, (file, secret)
    assert (site / "glossar" / "hilfeplan.html").is_file()
    assert not (site / "jobcenter.html").exists()
