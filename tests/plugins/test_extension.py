"""Links in Markdown: where they may stand, and what never shows."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markdown import Markdown

from jbakb.knowledge_base import KnowledgeBase
from jbakb.site.content import SiteContent
from jbakb.site.links import LinkContext
from jbakb_mkdocs.extension import TermExtension
from tests.conftest import DAY


def render(kb: KnowledgeBase, text: str, *, occurrences: str = "all", areas: tuple[str, ...] = ()) -> str:
    content = replace(SiteContent.of(kb, "internal", DAY), occurrences=occurrences)
    extension = TermExtension(content.linker)
    extension.announce(LinkContext("seite.md", areas), text, content.linker.find(text, areas))
    extensions = ["attr_list", "footnotes", "md_in_html", "tables", "toc", "pymdownx.superfences", "pymdownx.details"]
    md = Markdown(extensions=[*extensions, extension], extension_configs={"toc": {"permalink": True}})
    html = md.convert(text)
    assert not re.search("[\U000f5b00-\U000f5b02]", html + str(md.toc_tokens)), html
    return html


def links(html: str) -> list[str]:
    return re.findall(r'<a class="jbakb-term"[^>]*>(.*?)</a>', html)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ein Hilfeplan.", ["Hilfeplan"]),
        ("Ein **Hilfeplan** und *Hilfepläne*.", ["Hilfeplan", "Hilfepläne"]),
        ("<p>Ein <b>Hilfeplan</b> im Rohtext</p>", ["Hilfeplan"]),
        ("# Hilfeplan", []),
        ("Hilfeplan\n===", []),
        ("> ## Hilfeplan", []),
        ("<h2>Hilfeplan</h2>", []),
        ("[Hilfeplan](a.md)", []),
        ('<a href="x">Hilfeplan</a>', []),
        ("`Hilfeplan`", []),
        ("```\nHilfeplan\n```", []),
        ('<p title="Hilfeplan">x</p>', []),
        ("![Hilfeplan](x.png)", []),
        ("<button>Hilfeplan</button>", []),
        ('??? note "Hilfeplan"\n    Text', []),
        ("<!-- Hilfeplan -->", []),
    ],
)
def test_links_stand_in_text_only(small_kb: KnowledgeBase, text: str, expected: list[str]) -> None:
    assert links(render(small_kb, text)) == expected


def test_a_link_around_part_of_a_word_in_bold_nests_or_is_left_out(small_kb: KnowledgeBase) -> None:
    html = render(small_kb, "Der **Hilfe**plan gilt.")
    assert not re.search(r"<a [^>]*>[^<]*</strong>|<strong>[^<]*<a [^>]*>[^<]*</strong>", html)


def test_headings_keep_their_ids(small_kb: KnowledgeBase) -> None:
    assert '<h2 id="hilfeplan-im-zitat">' in render(small_kb, "> ## Hilfeplan im Zitat")


TWICE = "Hilfeplan, Hilfepläne.\n\n## Neu\n\nHilfeplan, Hilfeplan."


@pytest.mark.parametrize(
    ("occurrences", "count"),
    [("all", 4), ("section", 2), ("page", 1), ("none", 0)],
)
def test_how_often_a_term_is_linked_can_be_set(small_kb: KnowledgeBase, occurrences: str, count: int) -> None:
    assert len(links(render(small_kb, TWICE, occurrences=occurrences))) == count


def test_a_link_carries_the_key_of_its_reading_and_no_text(small_kb: KnowledgeBase) -> None:
    html = render(small_kb, "Ein Hilfeplan.")
    assert '<a class="jbakb-term" href="glossar/hilfeplan.html#hilfeplan.sgb8" data-tip="hilfeplan.sgb8">' in html
    assert "title=" not in html


def test_an_old_word_is_told_from_the_word_of_today(small_kb: KnowledgeBase) -> None:
    concept = small_kb.glossary.entries["existenzsichernde-geldleistung"].concept("sgb2")
    assert concept
    number = [term.term for term in concept.terms or ()].index("Bürgergeld")
    assert f'data-tip="existenzsichernde-geldleistung.sgb2:{number}"' in render(small_kb, "Das Bürgergeld.")
    assert 'data-tip="existenzsichernde-geldleistung.sgb2"' in render(small_kb, "Das Grundsicherungsgeld.")


def test_an_ambiguous_word_has_all_readings_and_leads_to_the_list(small_kb: KnowledgeBase) -> None:
    html = render(small_kb, "Die PSB.")
    assert 'href="glossar/index.html#wort-psb"' in html
    keys = re.findall(r'data-tip="([^"]*)"', html)[0].split()
    assert {key.partition(":")[0] for key in keys} == {"sorgeberechtigte.sgb8", "psychosoziale-betreuung.sgb2"}


def test_the_areas_of_a_page_decide(small_kb: KnowledgeBase) -> None:
    assert "#sorgeberechtigte.sgb8" in render(small_kb, "Die PSB.", areas=("sgb8",))
    assert "#psychosoziale-betreuung.sgb2" in render(small_kb, "Die PSB.", areas=("sgb2",))
