"""The generated pages as text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from msgspec.structs import replace as altered

from jbakb.handbook import parse_page
from jbakb.knowledge_base import open_knowledge_base
from jbakb.site.content import SiteContent
from jbakb.site.navigation import navigation
from jbakb.site.pages import fill_blocks, generate_pages, process_sheet
from tests.conftest import DAY


def pages(content: SiteContent) -> dict[str, str]:
    return {page.path: page.markdown for page in generate_pages(content)}


def test_there_is_a_page_per_entry_and_area_and_the_overviews(small_content: SiteContent) -> None:
    made = pages(small_content)
    for path in (
        "glossar/index.md",
        "glossar/themen.md",
        "glossar/falsche-freunde.md",
        "glossar/abdeckung.md",
        "glossar/rechtskreise/index.md",
        "glossar/rechtskreise/sgb8.md",
        "glossar/hilfeplan.md",
        "prozesse/index.md",
    ):
        assert path in made


def test_what_the_handbook_has_itself_is_not_generated(small_content: SiteContent) -> None:
    own = parse_page("# Prozesse von Hand", "docs/prozesse/index.md", [])
    content = replace(small_content, pages=(*small_content.pages, own))
    assert "prozesse/index.md" not in pages(content)


def test_every_concept_has_its_address_as_id_and_ids_are_unique(small_content: SiteContent) -> None:
    made = pages(small_content)
    for entry in small_content.glossary.entries.values():
        ids = re.findall(r'\bid="([^"]+)"', made[f"glossar/{entry.id}.md"])
        assert len(ids) == len(set(ids))
        assert {entry.ref(concept) for concept in entry.concepts} <= set(ids)


def test_an_entry_never_links_to_itself(small_content: SiteContent) -> None:
    for path, text in pages(small_content).items():
        if path.startswith("glossar/") and path.count("/") == 1:
            own = path.removeprefix("glossar/").removesuffix(".md")
            assert f'class="jbakb-term" href="{own}.html' not in text


def test_definitions_are_linked_from_their_areas_view(small_content: SiteContent) -> None:
    text = pages(small_content)["glossar/eingliederungsvereinbarung.md"]
    assert 'href="kooperationsplan.html#kooperationsplan.sgb2">Kooperationsplan</a>' in text


def test_what_has_no_counterpart_says_where_that_stands(small_content: SiteContent) -> None:
    entry = small_content.glossary.entries["eingliederungsvereinbarung"]
    gone = altered(entry.concepts[1], sources=("§ 15 SGB II",), verified=date(2026, 8, 19))
    glossary = replace(small_content.glossary, entries={entry.id: altered(entry, concepts=(entry.concepts[0], gone))})
    text = pages(replace(small_content, glossary=glossary))["glossar/eingliederungsvereinbarung.md"]
    column = text.partition('id="eingliederungsvereinbarung.sgb2"')[2].partition("</section>")[0]
    assert "Kein Gegenstück" in column
    assert "§\u00a015 SGB\u00a0II" in column or "§\u00a015 SGB II" in column
    assert "19.8.2026" in column


def test_notes_on_words_in_use_are_shown(small_content: SiteContent) -> None:
    entry = small_content.glossary.entries["eingliederungsvereinbarung"]
    concept = entry.concepts[0]
    assert concept.terms
    first, second = (altered(term, note=f"Hinweis zu {term.term}.") for term in concept.terms)
    noted = altered(entry, concepts=(altered(concept, terms=(first, second)),))
    text = pages(replace(small_content, glossary=replace(small_content.glossary, entries={entry.id: noted})))
    assert "Hinweis zu Eingliederungsvereinbarung." in text["glossar/eingliederungsvereinbarung.md"]
    assert "(Abkürzung: Hinweis zu EGV)" in text["glossar/eingliederungsvereinbarung.md"]


def test_texts_of_data_are_escaped(small_content: SiteContent) -> None:
    entry = altered(
        small_content.glossary.entries["hilfeplan"], title="A <b> & *c*", notion='<script>alert("x")</script>'
    )
    glossary = replace(small_content.glossary, entries={"hilfeplan": entry})
    text = pages(replace(small_content, glossary=glossary))["glossar/hilfeplan.md"]
    assert "<script>" not in text
    assert "# A \\<b\\> & \\*c\\*" in text


def test_a_process_shows_steps_deadlines_gates_and_ways_on(small_content: SiteContent) -> None:
    sheet = process_sheet(
        small_content, "prozesse/erstkontakt.md", small_content.pages_by_path["prozesse/erstkontakt.md"]
    )
    assert "# Erstkontakt und Clearing an der Anlaufstelle" in sheet
    for text in (
        "gesetzlich",
        "vereinbart",
        "§ 16 Abs. 2 SGB I",
        "Datenschutz-Tor",
        "Terminkarte",
        "Schritt 4: Antrag",
    ):
        assert text in sheet
    assert 'id="schritt-antrag"' in sheet
    assert '<a href="einwilligung.html">Einwilligung einholen' in sheet
    assert 'href="../glossar/hilfeplan.html"' in sheet


def test_an_entry_names_the_pages_that_use_it(small_content: SiteContent) -> None:
    assert ("index.md", "Willkommen") in small_content.used_in["hilfeplan"]
    assert "prozesse/erstkontakt.md" in dict(small_content.used_in["hilfeplan"])


def test_lists_are_put_in_their_places(small_content: SiteContent) -> None:
    html = fill_blocks(small_content, "index.md", "<p>a</p><!-- jbakb: rechtskreise --><!-- jbakb: unbekannt -->")
    assert 'href="glossar/rechtskreise/sgb8.html"' in html
    assert "<!-- jbakb: unbekannt -->" in html


def test_the_navigation_holds_overviews_and_handbook_but_no_entry(small_content: SiteContent) -> None:
    text = str(navigation(small_content))
    assert "glossar/index.md" in text
    assert "prozesse/erstkontakt.md" in text
    assert "jobcenter.md" in text
    assert "hilfeplan" not in text


def test_a_missing_home_is_told_and_not_taken_for_a_missing_word(small: Path) -> None:
    path = small / "glossary/planung/hilfeplan.yml"
    text = path.read_text(encoding="utf-8").replace("use: kooperationsplan.sgb2", "use: gibt-es-nicht.sgb2")
    path.write_text(text, encoding="utf-8")
    page = pages(SiteContent.of(open_knowledge_base(small), "internal", DAY))["glossar/hilfeplan.md"]
    assert "Der Begriff, auf den verwiesen wird (gibt-es-nicht.sgb2), fehlt." in page
    assert "eigenes Wort" not in page
