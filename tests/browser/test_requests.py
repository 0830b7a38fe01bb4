"""Nothing leaves the reader's machine, neither over http nor from a file share; search included."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Serve
from tests.browser.site import PAGES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("way", ["http", "file"])
def test_no_request_leaves(browser: Browser, project_site: Path, serve: Serve, way: str) -> None:
    root = serve(project_site) if way == "http" else project_site.as_uri()
    context = browser.new_context()
    requests: list[str] = []
    errors: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    context.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page = context.new_page()
    for path in set(PAGES.values()) - ({"404"} if way == "file" else set()):  # a file share has no 404
        page.goto(f"{root}/{path}.html")
        page.wait_for_timeout(100)
    page.goto(f"{root}/index.html")
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.id === 'jbakb-search-input'")
    page.keyboard.type("Sorgeberechtigte", delay=20)
    page.locator("#jbakb-search-hit-0").wait_for(timeout=20_000)
    context.close()
    allowed = (root, "data:", "blob:")
    assert [url for url in requests if not url.startswith(allowed)] == []
    assert errors == []
