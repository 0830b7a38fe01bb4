"""What a term link says before it is followed: by mouse, keyboard and finger (WCAG 1.4.13)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.barriers import barriers
from tests.browser.conftest import Serve
from tests.browser.test_side import PICTURES, choose

pytestmark = pytest.mark.browser

#: A page with links to the words of several areas.
PAGE = "prozesse/plaene-abstimmen.html"


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, project_site: Path, serve: Serve) -> str:
    return serve(project_site) if request.param == "http" else project_site.as_uri()


@pytest.fixture
def page(browser: Browser, root: str) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{root}/{PAGE}")
    yield page
    context.close()
    assert errors == []


def term(page: Page, text: str) -> Locator:
    return page.locator("a.jbakb-term", has_text=text).first


def tip(page: Page) -> Locator:
    return page.locator("#jbakb-tip")


def test_the_texts_are_only_loaded_when_somebody_wants_them(browser: Browser, root: str) -> None:
    page = browser.new_page()
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(f"{root}/{PAGE}")
    page.wait_for_timeout(300)
    assert not any("tooltips-data" in url for url in requested)
    for word in ("Hilfeplan", "Kooperationsplan"):
        term(page, word).hover()
        expect(tip(page)).to_contain_text(word)
    assert sum("tooltips-data" in url for url in requested) == 1
    page.close()


def test_the_mouse_opens_it_may_enter_it_and_closes_it_by_leaving(page: Page) -> None:
    link = term(page, "Hilfeplan")
    link.hover()
    expect(tip(page)).to_contain_text("SGB VIII")
    expect(tip(page)).to_contain_text("Plan des Jugendamts")
    expect(tip(page)).to_have_role("tooltip")
    expect(link).to_have_attribute("aria-describedby", "jbakb-tip")
    tip(page).hover()
    page.wait_for_timeout(800)
    expect(tip(page)).to_be_visible()
    page.mouse.move(2, 2)
    expect(tip(page)).to_be_hidden()
    assert link.get_attribute("aria-describedby") is None


def test_a_pointer_that_only_passes_opens_nothing(page: Page) -> None:
    term(page, "Hilfeplan").hover()
    page.mouse.move(2, 2)
    page.wait_for_timeout(600)
    assert not tip(page).is_visible()


def test_it_stays_as_long_as_the_pointer_does_and_escape_closes_it(page: Page) -> None:
    term(page, "Hilfeplan").hover()
    expect(tip(page)).to_be_visible()
    page.wait_for_timeout(3000)
    expect(tip(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip(page)).to_be_hidden()


def test_the_keyboard_opens_it_with_the_focus_and_enter_follows_the_link(page: Page) -> None:
    page.locator(".jbakb-side__button").focus()
    link = page.locator("a.jbakb-term", has_text="Kooperationsplan").first
    for _press in range(150):
        page.keyboard.press("Tab")
        if link.evaluate("link => document.activeElement === link"):
            break
    expect(link).to_be_focused()
    expect(tip(page)).to_contain_text("SGB II")
    page.keyboard.press("Escape")
    expect(tip(page)).to_be_hidden()
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/kooperationsplan.html#kooperationsplan.sgb2")


def test_it_says_what_the_own_side_calls_it(page: Page) -> None:
    choose(page, "im Jobcenter")
    term(page, "Hilfeplan").hover()
    expect(tip(page).locator(".jbakb-tip__own")).to_contain_text("Kooperationsplan")
    expect(tip(page).locator(".jbakb-tip__own")).to_contain_text("Bei Ihnen")
    page.keyboard.press("Escape")
    page.mouse.move(2, 2)
    choose(page, "im Jugendamt")
    term(page, "Hilfeplan").hover()
    expect(tip(page)).to_contain_text("Ihre Seite")
    assert tip(page).locator(".jbakb-tip__own").count() == 0


def make_link(page: Page, keys: str) -> Locator:
    """Turn the first term link into one with other readings: pages change, keys stay."""
    page.eval_on_selector("a.jbakb-term", "(link, keys) => { link.dataset.tip = keys; link.id = 'tried'; }", keys)
    return page.locator("#tried")


def test_an_old_word_says_until_when_and_what_it_is_called_today(page: Page) -> None:
    link = make_link(page, "existenzsichernde-geldleistung.sgb2:2")
    link.hover()
    expect(tip(page).locator(".jbakb-tip__old")).to_contain_text("amtlich bis")
    expect(tip(page).locator(".jbakb-tip__old")).to_contain_text("heute „Grundsicherungsgeld“")


def test_an_ambiguous_word_shows_all_readings_the_own_one_first(page: Page) -> None:
    choose(page, "im Jugendamt")
    make_link(page, "psychosoziale-betreuung.sgb2 sorgeberechtigte.sgb8").hover()
    expect(tip(page)).to_contain_text("Mehrere Bedeutungen")
    heads = tip(page).locator(".jbakb-tip__head").all_inner_texts()
    assert len(heads) == 2
    assert "SGB VIII" in heads[0]
    assert "SGB II" in heads[1]


def test_what_the_houses_share_is_no_ambiguity(page: Page) -> None:
    make_link(page, "jobcenter.sgb2 jobcenter.sgb8").hover()
    expect(tip(page)).to_contain_text("Jedes Haus sieht es von seiner Seite")
    expect(tip(page)).not_to_contain_text("Mehrere Bedeutungen")


def test_unknown_keys_show_nothing_and_break_nothing(page: Page) -> None:
    make_link(page, "gibt-es.nicht toString").hover()
    page.wait_for_timeout(600)
    assert not tip(page).is_visible()


def test_a_finger_opens_it_first_and_follows_it_then(browser: Browser, root: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{root}/{PAGE}")
    link = term(page, "Hilfeplan")
    link.scroll_into_view_if_needed()
    link.tap()
    expect(tip(page)).to_be_visible()
    expect(tip(page)).to_have_role("dialog")
    expect(tip(page)).to_be_focused()
    assert page.url.endswith(PAGE)
    box = tip(page).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    page.get_by_role("button", name="Schließen").tap()
    expect(tip(page)).to_be_hidden()
    expect(link).to_be_focused()
    link.tap()
    page.get_by_role("link", name="Zum Eintrag").tap()
    page.wait_for_url("**/hilfeplan.html#hilfeplan.sgb8")
    page.go_back()
    link.tap()
    expect(tip(page)).to_be_visible()
    link.tap()
    page.wait_for_url("**/hilfeplan.html#hilfeplan.sgb8")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_an_open_note_is_no_barrier(browser: Browser, project_site: Path, width: int, scheme: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        has_touch=width == 390,
    )
    page = context.new_page()
    page.goto((project_site / PAGE).as_uri())
    choose(page, "im Jobcenter")
    link = term(page, "Hilfeplan")
    link.scroll_into_view_if_needed()
    link.tap() if width == 390 else link.hover()
    expect(tip(page)).to_be_visible()
    page.screenshot(path=PICTURES / f"tooltip-{width}-{scheme}.png")
    assert barriers(page) == []
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0
    context.close()


def test_from_home_by_search_and_note_to_another_area_by_keyboard(page: Page, root: str) -> None:
    page.goto(f"{root}/index.html")
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.id === 'jbakb-search-input'")
    page.keyboard.type("Hilfeplan")
    page.locator("#jbakb-search-hit-0").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/hilfeplan.html#hilfeplan.sgb8")
    for _press in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.jbakb-term')"):
            break
    expect(tip(page)).to_be_visible()
    start = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != start)
    assert "/glossar/" in page.url
    other = page.locator(".jbakb-glance a").nth(1)
    for _press in range(150):
        page.keyboard.press("Tab")
        if other.evaluate("link => document.activeElement === link"):
            break
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target') !== null")
