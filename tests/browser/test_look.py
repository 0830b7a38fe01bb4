"""Every kind of page at two widths and in both schemes: pictures to look at, no sideways scrolling, no barrier that axe-core finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import barriers, shorten_lists
from tests.browser.conftest import Serve, Window
from tests.browser.site import PAGES
from tests.conftest import PROJECT

pytestmark = pytest.mark.browser

PICTURES = PROJECT / "screenshots"
#: The rules that a change of colours can break.
COLOURS = ("color-contrast", "link-in-text-block")
#: Pages of which the beginning shows enough.
LONG = ("words", "translation-table", "statutes", "area", "coverage", "false-friends")


def show_in(page: Page, scheme: str) -> None:
    """Choose the light or the dark appearance as readers do, if it is not there."""
    name = {"light": "default", "dark": "slate"}[scheme]
    body = page.locator("body")
    if body.get_attribute("data-md-color-scheme") != name:
        page.locator("[data-md-component=palette] label:visible").click()
        page.mouse.move(0, 500)
    expect(body).to_have_attribute("data-md-color-scheme", name)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_fits_the_width_and_has_no_barrier(
    window: Window, project_site: Path, serve: Serve, kind: str, width: int
) -> None:
    PICTURES.mkdir(exist_ok=True)
    page = window(width, 900, reduced_motion="reduce")
    page.goto(f"{serve(project_site)}/{PAGES[kind]}.html")
    for scheme in ("light", "dark"):
        show_in(page, scheme)
        page.screenshot(path=PICTURES / f"{kind}-{width}-{scheme}.png", full_page=kind not in LONG)
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    shorten_lists(page)
    assert barriers(page) == []
    show_in(page, "light")
    assert barriers(page, only=COLOURS) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_new_stands_under_its_day(browser: Browser, project_site: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((project_site / "index.html").as_uri())
    for moment in page.locator(".jbakb-moments > li").all():
        day, change = moment.locator("p").first.bounding_box(), moment.locator("ul li").first.bounding_box()
        assert day is not None and change is not None
        assert day["y"] + day["height"] <= change["y"] + 1
        assert day["x"] == pytest.approx(change["x"], abs=2)
    page.close()


@pytest.mark.parametrize("area", ["area", "words"])
def test_a_dictionary_is_filtered_by_short_and_old_words_too(browser: Browser, project_site: Path, area: str) -> None:
    page = browser.new_page()
    page.goto((project_site / f"{PAGES[area].replace('sgb8', 'sgb2')}.html").as_uri())
    page.get_by_label("Liste filtern").fill("egv")
    assert page.locator("a:visible", has_text="Kooperationsplan").count() > 0
    page.close()


def test_content_is_readable_without_javascript(browser: Browser, project_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((project_site / "glossar" / "sorgeberechtigte.html").as_uri())
    assert page.get_by_role("heading", name="Personensorgeberechtigte").is_visible()
    page.goto((project_site / "glossar" / "index.html").as_uri())
    assert page.get_by_text("ASD", exact=True).first.is_visible()
    assert not page.locator(".jbakb-filter").is_visible()
    context.close()
