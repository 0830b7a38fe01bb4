"""The translation table: complete without scripts, with them filtered, sorted, narrowed to areas, and printed as seen."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import PROJECT

pytestmark = pytest.mark.browser

ENTRIES = len(list((PROJECT / "glossary").glob("*/*.yml")))
ROWS = ".jbakb-translation tbody tr:visible"


def address(site: Path) -> str:
    return (site / "glossar" / "uebersetzungstabelle.html").as_uri()


@pytest.fixture
def table(browser: Browser, project_site: Path) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(address(project_site))
    yield page
    page.close()


def first_words(page: Page, column: int) -> list[str]:
    return [row.locator("th, td").nth(column).locator("a").first.inner_text() for row in page.locator(ROWS).all()[:5]]


def test_it_is_complete_without_javascript(browser: Browser, project_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address(project_site))
    assert page.locator(ROWS).count() == ENTRIES
    assert not page.locator(".jbakb-tools").is_visible()
    context.close()


def test_it_is_filtered_by_words_theme_and_area(table: Page) -> None:
    table.get_by_label("Wort", exact=True).fill("hilfeplan")
    expect(table.locator(".jbakb-tools output")).to_contain_text("Zeilen")
    assert 0 < table.locator(ROWS).count() < 30
    table.get_by_role("button", name="Alles zeigen").click()
    table.get_by_label("Thema", exact=True).select_option("planung")
    assert table.locator(ROWS).count() == len(list((PROJECT / "glossary" / "planung").glob("*.yml")))
    table.get_by_label("Schule").uncheck()
    assert not table.locator(".jbakb-translation [data-area='schule']:visible").count()
    table.get_by_label("Wort", exact=True).fill("gibtesnicht")
    expect(table.get_by_text("Keine Zeile passt.")).to_be_visible()


def test_the_last_column_cannot_be_taken_away(table: Page) -> None:
    boxes = table.locator("[data-column]")
    for place in range(boxes.count() - 1):
        boxes.nth(place).uncheck()
    boxes.last.click()
    assert boxes.last.is_checked()


def test_a_head_sorts_and_turns_the_order_and_what_has_no_word_comes_last(table: Page) -> None:
    head = table.get_by_role("columnheader", name="SGB VIII")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    up = first_words(table, 3)
    assert up == sorted(up, key=str.casefold)
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    down = first_words(table, 3)
    assert down == sorted(down, key=str.casefold, reverse=True)


def test_what_is_filtered_is_printed_across_with_the_heads_on_every_sheet(table: Page) -> None:
    whole = sheets(table)
    assert len(whole) > 3
    assert all(width > height for width, height in whole)
    table.emulate_media(media="print")
    style = "getComputedStyle(document.querySelector('.jbakb-translation thead')).display"
    assert table.evaluate(style) == "table-header-group"
    table.emulate_media(media="screen")
    table.get_by_label("Thema", exact=True).select_option("planung")
    assert len(sheets(table)) < len(whole)


def sheets(page: Page) -> list[tuple[float, float]]:
    """Return width and height of the sheets of a printed page."""
    data = page.pdf(prefer_css_page_size=True)
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.S):
        try:
            data += zlib.decompress(stream)
        except zlib.error:
            continue
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", data)
    return [(float(width), float(height)) for width, height in boxes]


def test_a_card_on_a_phone_says_whose_word_it_is(browser: Browser, project_site: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto((project_site / "glossar" / "uebersetzungstabelle.html").as_uri())
    card = page.locator("tbody tr").first
    for area in ("SGB II", "SGB III", "SGB VIII", "Schule"):
        assert card.locator(".jbakb-cell-head", has_text=area).first.is_visible()
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_letter_leads_to_its_words(browser: Browser, project_site: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page.goto((project_site / "glossar" / "index.html").as_uri())
    page.locator(".jbakb-letters").get_by_role("link", name="S", exact=True).click()
    page.wait_for_function("Math.abs(document.querySelector('#buchstabe-s').getBoundingClientRect().top - 100) < 20")
    page.close()
