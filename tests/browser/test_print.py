"""On paper: an entry on one sheet, readable type, clean lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

#: The longest entries, those with most columns, and an ordinary one.
ONE_SHEET = (
    "sorgeberechtigte",
    "kind",
    "beratung",
    "hilfeplan",
    "leistungsberechtigte-person",
    "wohnungsnot",
    "massnahme",
)
#: The one entry that needs a second sheet.
TWO_SHEETS = ("individueller-plan",)
#: CSS pixels per point.
PX = 96 / 72


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(color_scheme="dark")
    yield page
    page.close()


def sheets(page: Page, file: Path) -> int:
    page.goto(file.as_uri())
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("entry", ONE_SHEET)
def test_an_entry_fits_on_a_sheet(page: Page, project_site: Path, entry: str) -> None:
    assert sheets(page, project_site / "glossar" / f"{entry}.html") == 1


@pytest.mark.parametrize("entry", TWO_SHEETS)
def test_the_very_longest_need_two(page: Page, project_site: Path, entry: str) -> None:
    assert sheets(page, project_site / "glossar" / f"{entry}.html") <= 2


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("glossar/falsche-freunde", 8),
        ("prozesse/erstkontakt", 6),
        ("glossar/wen-fragen", 1),
        ("glossar/index", 18),
        ("glossar/rechtskreise/sgb2", 12),
    ],
)
def test_lists_and_processes_print_compactly(page: Page, project_site: Path, path: str, most: int) -> None:
    assert sheets(page, project_site / f"{path}.html") <= most


@pytest.mark.parametrize(
    "path", ["glossar/sorgeberechtigte", "glossar/falsche-freunde", "prozesse/erstkontakt", "impressum"]
)
def test_type_is_no_smaller_than_8_5_points_and_nothing_is_navigation(
    page: Page, project_site: Path, path: str
) -> None:
    page.goto((project_site / f"{path}.html").as_uri())
    page.emulate_media(media="print", color_scheme="dark")
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('.md-content *')]
             .filter((e) => e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
                            && !e.closest('sup, script, style'))
             .map((e) => [parseFloat(getComputedStyle(e).fontSize), e.className, e.textContent.slice(0, 40)])"""
    )
    assert sizes
    assert [each for each in sizes if each[0] < 8.5 * PX - 0.01] == []
    for part in (".md-header", ".jbakb-footer", ".md-tabs", ".jbakb-glance", ".headerlink"):
        assert page.locator(f"{part}:visible").count() == 0, part
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )
