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
