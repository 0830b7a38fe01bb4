"""The reader's own side: chosen once, kept in the browser, first everywhere, and neutral until then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import barriers
from tests.browser.conftest import Serve
from tests.conftest import PROJECT

pytestmark = pytest.mark.browser

PICTURES = PROJECT / "screenshots"
ENTRY = "glossar/individueller-plan.html"
NEUTRAL = ["sgb2", "sgb3", "sgb8", "schule", "sgb9", "sgb12"]
REFUSED = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError'); }})"
)


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, project_site: Path, serve: Serve) -> str:
    return serve(project_site) if request.param == "http" else project_site.as_uri()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    errors: list[str] = []
    # Material's own scripts stumble where storage is refused; ours must not.
    page.on("pageerror", lambda error: errors.append(str(error.stack)) if "assets/jbakb" in str(error.stack) else None)
    yield page
    context.close()
    assert errors == []


def choose(page: Page, name: str) -> None:
    page.locator(".jbakb-side__button").click()
    page.locator("#jbakb-side-panel").get_by_role("button", name=name).click()


def areas(page: Page, container: str) -> list[str]:
    return list(page.eval_on_selector_all(f"{container} > *", "all => all.map(one => one.dataset.area)"))


def test_neutral_until_something_is_chosen(page: Page, root: str) -> None:
    page.goto(f"{root}/{ENTRY}")
    assert areas(page, ".jbakb-columns") == NEUTRAL
    assert page.locator(".jbakb-own, .jbakb-yours, .jbakb-from:visible").count() == 0
    expect(page.locator(".jbakb-side__button")).to_have_text("Meine Seite")


def test_the_choice_stays_and_leads_everywhere_and_can_be_taken_back(page: Page, root: str) -> None:
    page.goto(f"{root}/{ENTRY}")
    choose(page, "im Jugendamt")
    own_first = ["sgb8", *(area for area in NEUTRAL if area != "sgb8")]
    assert areas(page, ".jbakb-columns") == own_first
    page.reload()
    assert areas(page, ".jbakb-columns") == own_first
    assert areas(page, ".jbakb-glance ul")[0] == "sgb8"
    expect(page.locator(".jbakb-side__button")).to_contain_text("Jugendamt")
    expect(page.locator(".jbakb-column").first).to_contain_text("SGB VIII Ihre Seite")
    expect(page.locator(".jbakb-difference").first).to_contain_text("Ihre Seite")
    page.goto(f"{root}/prozesse/plaene-abstimmen.html")
    expect(page.locator(".jbakb-step", has_text="Ihre Seite").first).to_be_visible()
    choose(page, "keine Angabe")
    assert page.locator(".jbakb-own, .jbakb-yours").count() == 0
    page.goto(f"{root}/{ENTRY}")
    assert areas(page, ".jbakb-columns") == NEUTRAL
    assert page.evaluate("localStorage.getItem('jbakb-side')") is None


def test_the_others_are_explained_from_there(page: Page, root: str) -> None:
    page.goto(f"{root}/{ENTRY}")
    choose(page, "im Jobcenter")
    said = page.locator(".jbakb-column[data-area=sgb8] .jbakb-from:visible")
    expect(said).to_have_count(1)
    expect(said).to_contain_text("Bei Ihnen")
    expect(said.get_by_role("link", name="Kooperationsplan")).to_have_attribute(
        "href", "kooperationsplan.html#kooperationsplan.sgb2"
    )
    assert page.locator(".jbakb-column[data-area=sgb2] .jbakb-from:visible").count() == 0
    choose(page, "im Jugendamt")
    expect(page.locator(".jbakb-column[data-area=sgb2] .jbakb-from:visible")).to_contain_text("Hilfeplan")
    assert said.count() == 0


def test_the_own_side_is_first_before_anything_is_painted(page: Page, root: str) -> None:
    page.goto(f"{root}/{ENTRY}")
    choose(page, "in der Schule")
    page.add_init_script(
        "window.shifts = 0; new PerformanceObserver(list => { for (const one of list.getEntries()) window.shifts += one.value; })"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.reload()
    page.wait_for_timeout(300)
    assert areas(page, ".jbakb-columns")[0] == "schule"
    assert page.evaluate("window.shifts") < 0.02


def test_the_home_page_offers_the_same_choice(page: Page, root: str) -> None:
    page.goto(f"{root}/index.html")
    block = page.locator(".jbakb-side-block")
    block.get_by_role("button", name="in der Agentur für Arbeit").click()
    expect(block.get_by_role("status")).to_contain_text("Ihre Seite: Agentur für Arbeit.")
    expect(block.get_by_role("button", name="in der Agentur für Arbeit")).to_have_attribute("aria-pressed", "true")
    assert areas(page, ".jbakb-cards[data-own-first]")[0] == "sgb3"


def test_the_choice_holds_for_the_page_where_the_browser_keeps_nothing(page: Page, root: str) -> None:
    page.add_init_script(REFUSED)
    page.goto(f"{root}/{ENTRY}")
    choose(page, "im Jugendamt")
    assert areas(page, ".jbakb-columns")[0] == "sgb8"
    expect(page.locator("#jbakb-side-panel [data-side-unkept]")).to_be_visible()
    page.reload()
    assert areas(page, ".jbakb-columns") == NEUTRAL


@pytest.mark.parametrize("kept", ["gibt-es-nicht", '"] , *', "toString"])
def test_what_is_kept_and_means_nothing_is_neutral(page: Page, root: str, kept: str) -> None:
    page.goto(f"{root}/{ENTRY}")
    page.evaluate("text => localStorage.setItem('jbakb-side', text)", kept)
    page.reload()
    assert areas(page, ".jbakb-columns") == NEUTRAL
    assert page.evaluate("window.jbakb.side") == ""


def test_another_tab_follows(page: Page, root: str) -> None:
    page.goto(f"{root}/{ENTRY}")
    other = page.context.new_page()
    other.goto(f"{root}/index.html")
    choose(other, "im Jugendamt")
    expect(page.locator(".jbakb-column").first).to_have_attribute("data-area", "sgb8")


def test_by_keyboard(page: Page, root: str) -> None:
    page.goto(f"{root}/{ENTRY}")
    opener = page.locator(".jbakb-side__button")
    opener.focus()
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(opener).to_be_focused()
    expect(opener).to_contain_text("Agentur für Arbeit")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator("#jbakb-side-panel")).to_be_hidden()
    expect(opener).to_be_focused()


def test_search_answers_for_the_own_side_first(page: Page, root: str) -> None:
    page.goto(f"{root}/index.html")
    choose(page, "im Jugendamt")
    page.keyboard.press("/")
    page.fill("#jbakb-search-input", "Kooperationsplan")
    expect(page.locator(".jbakb-search__row").first).to_contain_text("SGB VIII Ihre Seite")


def test_without_javascript_there_is_no_choice_and_everything_is_there(browser: Browser, project_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((project_site / ENTRY).as_uri())
    assert areas(page, ".jbakb-columns") == NEUTRAL
    assert not page.locator(".jbakb-side__button").is_visible()
    assert page.locator(".jbakb-from:visible").count() == 0
    page.goto((project_site / "index.html").as_uri())
    assert not page.locator(".jbakb-side-block").is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_with_a_side_chosen_nothing_is_a_barrier(browser: Browser, project_site: Path, width: int, scheme: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = context.new_page()
    found = []
    for name, path in (("home", "index.html"), ("entry", ENTRY), ("process", "prozesse/plaene-abstimmen.html")):
        page.goto((project_site / path).as_uri())
        if name == "home":
            choose(page, "im Jugendamt")
        page.screenshot(path=PICTURES / f"side-{name}-{width}-{scheme}.png")
        if name == "home":
            page.locator(".jbakb-side__button").click()
            page.screenshot(path=PICTURES / f"side-chooser-{width}-{scheme}.png")
        found += [(name, *barrier) for barrier in barriers(page)]
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, (name, overflow)
    context.close()
    assert found == []
