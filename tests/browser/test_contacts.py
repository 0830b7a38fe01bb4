"""Whom to ask, and the pages at the foot."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Serve

pytestmark = pytest.mark.browser


def test_whom_to_ask_about_a_section_takes_three_actions(browser: Browser, project_site: Path) -> None:
    page = browser.new_page()
    page.goto((project_site / "index.html").as_uri())
    page.keyboard.press("/")  # the first: open the search
    page.wait_for_function("document.activeElement.id === 'jbakb-search-input'")
    page.keyboard.type("16h")  # the second: type
    page.locator("#jbakb-search-hit-0").wait_for(timeout=20_000)
    page.keyboard.press("Enter")  # the third: open the first hit
    page.wait_for_url("**/glossar/**")
    asking = page.locator("section", has=page.get_by_role("heading", name="Wen fragen"))
    sgb2 = asking.locator("[data-area=sgb2]")
    assert "§ 16h SGB II" in sgb2.inner_text()
    assert sgb2.get_by_role("link", name="foerderung-16h@jobcenter.example").get_attribute("href", timeout=1000)
    assert "Beispiel: bitte ersetzen" in sgb2.inner_text()
    page.close()


@pytest.mark.parametrize("name", ["Impressum", "Datenschutz", "Erklärung zur Barrierefreiheit"])
@pytest.mark.parametrize("path", ["index", "glossar/sorgeberechtigte", "404"])
def test_every_page_leads_to_the_legal_pages(
    browser: Browser, project_site: Path, serve: Serve, path: str, name: str
) -> None:
    page = browser.new_page()
    page.goto(f"{serve(project_site)}/{path}.html")
    page.get_by_role("contentinfo").get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    page.close()


def test_what_the_privacy_page_says_is_true(browser: Browser, project_site: Path, serve: Serve) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{serve(project_site)}/datenschutz.html")
    text = page.inner_text("main")
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.id === 'jbakb-search-input'")
    page.keyboard.type("Hilfeplan")
    page.locator("#jbakb-search-hit-0").wait_for(timeout=20_000)
    page.keyboard.press("Enter")
    page.wait_for_url("**/hilfeplan.html**")
    assert context.cookies() == []
    keys = page.evaluate("Object.keys(localStorage)")
    # Recent searches, the reader's side, and Material's choice of the palette: nothing else is kept.
    assert [key for key in keys if not key.startswith("jbakb") and not key.endswith("__palette")] == []
    assert "Cookies" in text
    assert "localStorage" in text
    context.close()


@pytest.mark.parametrize("way", ["file", "http", "nested"])
def test_a_wrong_address_offers_the_search(browser: Browser, project_site: Path, serve: Serve, way: str) -> None:
    root = project_site.as_uri() if way == "file" else serve(project_site)
    page = browser.new_page()
    if way == "nested":  # what a server does with a wrong address
        body = (project_site / "404.html").read_text(encoding="utf-8")
        page.route(
            "**/gibt/es/nicht.html", lambda route: route.fulfill(status=404, body=body, content_type="text/html")
        )
    page.goto(f"{root}/gibt/es/nicht.html" if way == "nested" else f"{root}/404.html")
    assert page.get_by_role("heading", name="Diese Seite gibt es nicht").is_visible()
    field = page.get_by_label("Welches Wort haben Sie gehört oder gelesen?")
    assert field.input_value() == ("nicht" if way == "nested" else "")
    assert page.get_by_role("link", name="Alle Wörter von A bis Z").evaluate("e => e.href") == (
        f"{root}/glossar/index.html"
    )
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.id === 'jbakb-search-input'")
    page.keyboard.type("Hilfeplan")
    page.locator("#jbakb-search-hit-0").wait_for(timeout=20_000)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{root}/glossar/hilfeplan.html**")
    page.close()
