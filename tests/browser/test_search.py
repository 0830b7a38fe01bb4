"""Searching on the site, over http and from a file share, with the keyboard."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, project_site: Path) -> Iterator[Page]:
    page = browser.new_page()
    page.goto((project_site / "glossar" / "hilfeplan.html").as_uri())
    yield page
    page.close()


def search_for(page: Page, text: str) -> None:
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.id === 'jbakb-search-input'")
    page.fill("#jbakb-search-input", text)
    page.wait_for_function("!/geladen|Buchstaben/.test(document.getElementById('jbakb-search-count').textContent)")


def test_a_term_is_translated_on_top(page: Page) -> None:
    search_for(page, "EGV")
    answer = page.inner_text("#jbakb-search-answer")
    assert "Kooperationsplan" in answer
    assert "SGB III" in answer


def test_an_old_word_leads_to_the_word_of_today(page: Page) -> None:
    search_for(page, "Hartz IV")
    assert "„Hartz IV“ heißt seit 1.7.2026 „Grundsicherungsgeld“." in page.inner_text("#jbakb-search-answer")


def test_the_keyboard_leads_to_the_first_hit_and_out_again(page: Page) -> None:
    search_for(page, "Kooperationsplan")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#jbakb-search-input", "aria-activedescendant") == "jbakb-search-hit-0"
    page.keyboard.press("Escape")
    assert not page.is_checked("#__search")
    search_for(page, "Kooperationsplan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kooperationsplan.html#kooperationsplan.sgb2")


def test_the_index_is_only_loaded_when_somebody_searches(browser: Browser, project_site: Path) -> None:
    page = browser.new_page()
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto((project_site / "index.html").as_uri())
    page.wait_for_timeout(300)
    assert not any("search-index" in url or "search_index" in url for url in requested)
    search_for(page, "Hilfeplan")
    assert sum("search-index" in url for url in requested) == 1
    page.close()


@pytest.mark.parametrize(
    "text", ["<img src=x onerror=window.hit=1>", "</script><script>window.hit=1</script>", "\u202eplan", "a" * 10_000]
)
def test_what_is_typed_is_never_markup(page: Page, text: str) -> None:
    search_for(page, text)
    assert page.evaluate("window.hit") is None
    assert page.locator("#jbakb-search img").count() == 0


def test_nothing_found_offers_to_propose_the_word(page: Page) -> None:
    search_for(page, "xyzzyqwx")
    assert "xyzzyqwx" in str(page.get_attribute("#jbakb-search-more a", "href"))


def test_scripts_get_the_documented_fields(page: Page) -> None:
    hits = page.evaluate("window.jbakb.search('Hilfeplan', 2)")
    assert len(hits) == 2
    assert list(hits[0]) == ["rank", "url", "path", "title", "kind", "area", "score"], json.dumps(hits[0])
