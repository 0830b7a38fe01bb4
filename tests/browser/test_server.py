"""The site works as the server sends it: under its policy, every script of ours runs and no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.site import PAGES
from tests.browser.test_search import search_for
from tests.server.conftest import Host, hosting

pytestmark = pytest.mark.browser

__all__ = ["hosting"]


@pytest.fixture
def address(hosting: Host, project_site: Path) -> str:
    return str(hosting("--site", str(project_site)).base_url).rstrip("/")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_no_page_breaks_the_policy(page: Page, address: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for kind, path in PAGES.items():
        if kind == "not-found":
            continue
        page.goto(f"{address}/{path}.html")
        assert said == [], kind


def test_a_page_that_is_visited_again_keeps_its_policy(page: Page, address: str) -> None:
    statuses: list[int] = []
    page.on("response", lambda answer: statuses.append(answer.status))
    for _visit in range(3):
        page.goto(f"{address}/")
        assert page.evaluate("typeof window.jbakb.search") == "function"
    assert 304 in statuses


def test_the_search_works_under_the_policy(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    search_for(page, "EGV")
    assert "Kooperationsplan" in page.inner_text("#jbakb-search-answer")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossar/*.html#*")


def test_a_script_that_is_put_into_a_page_does_not_run(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.hit = 1";
        document.body.append(script);
        document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.hit=2'>");
    }""")
    page.wait_for_timeout(300)
    assert page.evaluate("window.hit") is None
