"""Every kind of page at two widths and in both schemes: pictures to look at, no sideways scrolling, no barrier that axe-core finds."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Serve
from tests.browser.site import PAGES
from tests.conftest import PROJECT

pytestmark = pytest.mark.browser

PICTURES = PROJECT / "screenshots"
#: Pages of which the beginning shows enough.
LONG = ("words", "translation-table", "statutes")
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_pages_fit_the_width_and_pictures_are_taken(
    browser: Browser, project_site: Path, serve: Serve, width: int, scheme: str
) -> None:
    PICTURES.mkdir(exist_ok=True)
    address = serve(project_site)
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = context.new_page()
    for kind, path in PAGES.items():
        page.goto(f"{address}/{path}.html")
        page.screenshot(path=PICTURES / f"{kind}-{width}-{scheme}.png", full_page=kind not in LONG)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, (kind, overflow)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_violation(browser: Browser, project_site: Path, serve: Serve, width: int, scheme: str) -> None:
    address = serve(project_site)
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = context.new_page()
    found = []
    for kind, path in PAGES.items():
        page.goto(f"{address}/{path}.html")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        result = page.evaluate("axe.run(document)")
        found += [(kind, each["id"], each["nodes"][0]["html"][:120]) for each in result["violations"]]
    context.close()
    assert found == []


def test_content_is_readable_without_javascript(browser: Browser, project_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((project_site / "glossar" / "sorgeberechtigte.html").as_uri())
    assert page.get_by_role("heading", name="Personensorgeberechtigte").is_visible()
    page.goto((project_site / "glossar" / "index.html").as_uri())
    assert page.get_by_text("ASD", exact=True).first.is_visible()
    assert not page.locator(".jbakb-filter").is_visible()
    context.close()
