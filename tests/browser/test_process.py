"""A process' page in the browser: the diagram in both forms, the own part, deadlines, and the checklist on one sheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import barriers
from tests.browser.conftest import Serve

pytestmark = pytest.mark.browser

#: The longest, the one with most lanes, and one with long words.
PROCESSES = ("wohnungsnot", "weg-in-die-reha", "plaene-abstimmen")
#: Texts of the visible diagram that leave their shape or the picture.
CUT = """() => [...document.querySelectorAll("svg.jd")].filter((svg) => svg.getClientRects().length).flatMap((svg) => {
  const all = svg.viewBox.baseVal, cut = [];
  for (const group of svg.querySelectorAll("g:not(.jd), a")) {
    const shape = group.querySelector("rect.jd-shape, path.jd-handover"), room = shape ? shape.getBBox() : all;
    for (const text of group.querySelectorAll("text")) {
      const box = text.getBBox();
      if (box.x < room.x || box.x + box.width > room.x + room.width || box.y + box.height > room.y + room.height + 1)
        cut.push(text.textContent);
    }
  }
  return cut;
})"""


def open_page(browser: Browser, address: str, **options: object) -> Page:
    page = browser.new_context(reduced_motion="reduce", **options).new_page()  # type: ignore[arg-type]
    page.goto(address)
    return page


@pytest.mark.parametrize(("width", "scheme", "form"), [(1280, "light", "jd-wide"), (390, "dark", "jd-narrow")])
def test_the_diagram_has_the_form_that_fits_and_nothing_is_cut(
    browser: Browser, project_site: Path, width: int, scheme: str, form: str
) -> None:
    for process in PROCESSES:
        address = (project_site / "prozesse" / f"{process}.html").as_uri()
        page = open_page(browser, address, viewport={"width": width, "height": 900}, color_scheme=scheme)
        shown = [each.get_attribute("class") for each in page.locator("svg.jd:visible").all()]
        assert shown == [f"jd {form}"]
        assert page.evaluate(CUT) == []
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        assert barriers(page) == []
        page.context.close()


def test_the_steps_of_the_diagram_are_reached_with_the_keyboard(browser: Browser, project_site: Path) -> None:
    address = (project_site / "prozesse" / "wohnungsnot.html").as_uri()
    page = open_page(browser, address, viewport={"width": 1280, "height": 900})
    page.locator(".jd-wide a").first.focus()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "1. Schutz prüfen"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "2. Ursache klären"
    page.keyboard.press("Enter")
    page.wait_for_url("**#schritt-ursache")
    assert page.locator("#schritt-ursache").is_visible()
    page.context.close()


def test_the_own_part_is_open_and_first(browser: Browser, project_site: Path, serve: Serve) -> None:
    address = f"{serve(project_site)}/prozesse/wohnungsnot.html"
    page = open_page(browser, address)
    assert page.locator(".jbakb-part[open]").count() == 0
    page.evaluate("localStorage.setItem('jbakb-side', 'sgb8')")
    page.reload()
    opened = page.locator(".jbakb-part[open]")
    assert opened.count() == 1
    assert "Jugendamt" in opened.locator("summary").inner_text()
    assert "Jugendamt" in page.locator(".jbakb-part").first.inner_text()
    assert "Sie übergeben an: Jobcenter" in opened.inner_text()
    page.context.close()


def test_without_javascript_every_part_can_be_opened(browser: Browser, project_site: Path) -> None:
    page = open_page(browser, (project_site / "prozesse" / "wohnungsnot.html").as_uri(), java_script_enabled=False)
    part = page.locator(".jbakb-part", has_text="Jobcenter").first
    part.locator("summary").click()
    assert part.get_by_text("Sie bekommen von: Jugendamt").is_visible()
    assert page.locator("svg.jd:visible").count() == 1
    page.context.close()


def test_checklists_print_on_one_sheet(browser: Browser, project_site: Path) -> None:
    sheets = {}
    for path in sorted((project_site / "prozesse").glob("*-checkliste.html")):
        page = open_page(browser, path.as_uri())
        pdf = page.pdf(format="A4", prefer_css_page_size=True)
        sheets[path.name] = len(re.findall(rb"/Type\s*/Page[^s]", pdf))
        page.context.close()
    assert {name: count for name, count in sheets.items() if count != 1} == {}


def test_a_checklist_is_free_of_barriers_and_has_a_button_that_prints(browser: Browser, project_site: Path) -> None:
    address = (project_site / "prozesse" / "wohnungsnot-checkliste.html").as_uri()
    page = open_page(browser, address, viewport={"width": 390, "height": 900})
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Drucken").click()
    assert page.evaluate("window.printed")
    assert barriers(page) == []
    page.get_by_role("link", name="Zurück zum Prozess").click()
    expect(page.get_by_role("heading", name="Wohnungsnot unter 25")).to_be_visible()
    page.context.close()


def test_the_files_beside_the_page_exist(browser: Browser, project_site: Path) -> None:
    page = open_page(browser, (project_site / "prozesse" / "wohnungsnot.html").as_uri())
    links = [str(each.get_attribute("href")) for each in page.locator("a[download], .jbakb-process-ways a").all()]
    files = [link for link in links if not link.startswith("#")]
    assert len(files) == 4
    assert all((project_site / "prozesse" / file).is_file() for file in files)
    page.context.close()
