"""Searching on the site, over http and from a file share, with the keyboard."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import barriers
from tests.browser.test_look import PICTURES

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, project_site: Path) -> Iterator[Page]:
    page = browser.new_page()
    page.goto((project_site / "glossar" / "hilfeplan.html").as_uri())
    yield page
    page.close()


def search_for(page: Page, text: str) -> None:
    page.keyboard.press("/")
    expect(page.locator("#jbakb-search-input")).to_be_focused()  # waits without eval, which a policy may forbid
    page.fill("#jbakb-search-input", text)
    waiting = re.compile("geladen|Buchstaben" if text else "geladen")
    expect(page.locator("#jbakb-search-count")).not_to_have_text(waiting)


def test_a_term_is_translated_on_top(page: Page) -> None:
    search_for(page, "EGV")
    answer = page.inner_text("#jbakb-search-answer")
    assert "Kooperationsplan" in answer
    assert "SGB III" in answer


def test_an_old_word_leads_to_the_word_of_today(page: Page) -> None:
    search_for(page, "Hartz IV")
    assert "„Hartz IV“ heißt seit 1.7.2026 „Grundsicherungsgeld“." in page.inner_text("#jbakb-search-answer")
    page.locator("#jbakb-search-answer .jbakb-search__old a", has_text="Grundsicherungsgeld").click()
    page.wait_for_url("**/existenzsichernde-geldleistung.html#existenzsichernde-geldleistung.sgb2")


def test_the_keyboard_leads_to_the_first_hit_and_out_again(page: Page) -> None:
    search_for(page, "Kooperationsplan")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#jbakb-search-input", "aria-activedescendant") == "jbakb-search-hit-0"
    page.keyboard.press("Escape")
    assert not page.is_checked("#__search")
    search_for(page, "Kooperationsplan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kooperationsplan.html#kooperationsplan.sgb2")


def test_escape_leads_back_to_where_the_search_began(page: Page, project_site: Path) -> None:
    page.goto((project_site / "index.html").as_uri())
    for begin in ("#jbakb-home-search", "main .jbakb-ways a"):
        page.locator(begin).first.focus()
        page.keyboard.press("h" if begin.startswith("#") else "/")
        page.wait_for_function("document.activeElement.id === 'jbakb-search-input'")
        page.keyboard.press("Escape")
        assert not page.is_checked("#__search")
        assert page.locator(begin).first.evaluate("e => e === document.activeElement")


def test_who_tabs_past_the_search_finds_it_closed_and_nothing_covered(page: Page) -> None:
    page.locator("#jbakb-search-input").focus()
    assert page.is_checked("#__search")
    for _press in range(10):
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.closest('#jbakb-search')"):
            break
    assert page.evaluate("document.activeElement !== document.body")
    assert not page.is_checked("#__search")


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


def utf16(text: str) -> list[int]:
    """Return a text's code units as JavaScript counts them."""
    packed = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(packed[at : at + 2], "little") for at in range(0, len(packed), 2)]


HOSTILE = {
    "picture": "<img src=x onerror=window.hit=1>",
    "script": "</script><script>window.hit=1</script>",
    "frame": "<iframe srcdoc='<script>parent.hit=1</script>'>Hilfe",
    "attribute": '" onmouseover="window.hit=1" x="',
    "address": "javascript:window.hit=1",
    "entity": "&lt;b&gt;Hilfeplan&lt;/b&gt; &#x3C;img&#x3E;",
    "template": "{text} ${window.hit=1} {{7*7}} $& $1",
    "sql": "'; DROP TABLE pages; -- OR 1=1",
    "whoosh": 'title:* AND (NOT [a TO z]) ~2 ^5 "Hilfe',
    "long": "a" * 10_000,
    "many": "Hilfe " * 2_000,
    "control": "Hilfe\x00\x07\x1b[31m\u200b\ufeffplan",
    "emoji": "Hilfeplan 👨‍👩‍👧‍👦🏳️‍🌈",
    "half": "Hilfe\ud83d",
    "right-to-left": "\u202eplan \u05d0\u05d1\u05d2 \u0645\u0633\u0627\u0639\u062f\u0629 Hilfe",
    "prototype": "__proto__ constructor toString hasOwnProperty",
    "pattern": "(((a+)+)+$ [\\ ?? *",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_typed_is_never_markup_and_never_an_error(page: Page, name: str) -> None:
    text, errors = HOSTILE[name], []
    page.on("pageerror", lambda error: errors.append(str(error)))
    elements = page.evaluate("document.querySelectorAll('img, script, iframe, b').length")
    page.evaluate("window.jbakb.load()")
    # Character by character in JSON, since half a pair of surrogates is no text elsewhere.
    page.evaluate(
        """(typed) => {
          const input = document.getElementById("jbakb-search-input");
          input.focus();
          input.value = typed.map((unit) => String.fromCharCode(unit)).join("");
          input.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        utf16(text),
    )
    said = "document.getElementById('jbakb-search-count').textContent"
    page.wait_for_function(f"!/geladen|Buchstaben/.test({said})", timeout=5000)
    assert page.evaluate("window.hit") is None
    # The index itself comes as one more script.
    assert page.evaluate("document.querySelectorAll('img, script, iframe, b').length") <= elements + 1
    assert page.locator("#jbakb-search img, #jbakb-search iframe, #jbakb-search b").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for link in page.locator("#jbakb-search a").evaluate_all("links => links.map(link => link.href)"):
        assert not link.startswith("javascript:")
    page.fill("#jbakb-search-input", "Hilfeplan")
    assert "Hilfeplan" in page.inner_text("#jbakb-search-hits")
    assert errors == []


@pytest.mark.parametrize(
    ("typed", "meant"), [("Hilfepaln", "Hilfeplan"), ("Kind Hilfepaln", "Kind Hilfeplan"), ("Koop", ""), ("BAB", "")]
)
def test_a_word_that_nothing_has_gets_the_nearest_one_offered(page: Page, typed: str, meant: str) -> None:
    search_for(page, typed)
    offers = page.locator("#jbakb-search-answer button")
    assert offers.all_inner_texts() == ([f"Meinten Sie „{meant}“?"] if meant else [])
    if meant:
        offers.click()
        assert page.input_value("#jbakb-search-input") == meant


def test_nothing_found_offers_to_propose_the_word(page: Page) -> None:
    search_for(page, "xyzzyqwx")
    assert "xyzzyqwx" in str(page.get_attribute("#jbakb-search-more a", "href"))


def test_the_readers_own_side_is_told_what_a_word_means_for_it(page: Page) -> None:
    search_for(page, "EGV")
    assert page.locator("#jbakb-search .jbakb-search__means").count() == 0
    page.evaluate("window.jbakb.side = 'sgb2'; document.dispatchEvent(new CustomEvent('jbakb:side'))")
    means = page.locator("#jbakb-search .jbakb-search__means")
    assert "Für Sie heißt das:" in means.first.inner_text()
    own = page.locator("#jbakb-search-answer .jbakb-own")
    assert set(own.evaluate_all("rows => rows.map(row => row.dataset.area)")) == {"sgb2"}
    search_for(page, "Krankenhilfe")
    page.evaluate("window.jbakb.side = 'sgb3'; document.dispatchEvent(new CustomEvent('jbakb:side'))")
    search_for(page, "Hilfe Erziehung")
    assert "bei Ihnen" in page.inner_text("#jbakb-search-hits")


def test_an_entry_tells_where_it_stands_in_a_process(page: Page) -> None:
    search_for(page, "Kooperationsplan")
    link = page.locator("#jbakb-search .jbakb-search__places a").first
    assert "Schritt" in link.inner_text()
    link.click()
    page.wait_for_url("**/prozesse/*.html#schritt-*")
    assert page.locator(":target").count() == 1


@pytest.mark.parametrize(
    ("select", "value", "shown"),
    [("#jbakb-search-kind", "process", "Prozesse"), ("#jbakb-search-kind", "page", "Seiten")],
)
def test_results_are_grouped_and_can_be_filtered_by_kind(page: Page, select: str, value: str, shown: str) -> None:
    search_for(page, "Jugendamt Einwilligung Hilfeplan")
    groups = "groups => groups.map(group => group.getAttribute('aria-label'))"
    assert "Begriffe" in page.locator("#jbakb-search-hits [role=group]").evaluate_all(groups)
    page.select_option(select, value)
    assert page.locator("#jbakb-search-hits [role=group]").evaluate_all(groups) == [shown]


def test_results_can_be_filtered_by_area(page: Page) -> None:
    search_for(page, "Hilfe")
    page.select_option("#jbakb-search-area", "sgb3")
    areas = page.locator("#jbakb-search-hits .jbakb-search__hit > .jbakb-area").all_inner_texts()
    assert areas
    assert {area.strip() for area in areas} == {"SGB III"}


def test_where_filters_hide_every_hit_they_can_be_dropped(page: Page) -> None:
    search_for(page, "Kooperationsplan")
    page.select_option("#jbakb-search-area", "schule")
    page.select_option("#jbakb-search-kind", "norm")
    said = page.locator("#jbakb-search-count").inner_text()
    assert said == "Nichts gefunden für „Kooperationsplan“ in: Schule, Normen."
    page.get_by_role("button", name=re.compile("Filter aufheben: [0-9]+ Treffer")).click()
    assert page.input_value("#jbakb-search-area") == page.input_value("#jbakb-search-kind") == ""
    assert page.locator("#jbakb-search-hits [role=option]").count() > 1
    assert page.evaluate("document.activeElement.id") == "jbakb-search-input"


def test_the_number_of_hits_is_announced(page: Page) -> None:
    search_for(page, "Hilfeplan")
    said = page.locator("#jbakb-search-count")
    assert said.get_attribute("role") == "status"
    shown, found = (int(number) for number in re.findall(r"[0-9]+", said.inner_text()))
    assert page.locator("#jbakb-search-hits [role=option]").count() == shown < found
    page.get_by_role("button", name="Mehr Treffer zeigen").click()
    assert page.locator("#jbakb-search-hits [role=option]").count() > shown


def test_what_was_looked_for_is_remembered_here_and_can_be_erased(page: Page) -> None:
    search_for(page, "Hilfeplan")
    page.keyboard.press("Enter")
    page.wait_for_url("**#hilfeplan.sgb8")
    page.wait_for_timeout(600)  # Material itself closes the search a moment after the address changed
    page.keyboard.press("/")
    page.fill("#jbakb-search-input", "")
    page.get_by_role("button", name="Hilfeplan", exact=True).click()
    assert page.input_value("#jbakb-search-input") == "Hilfeplan"
    page.fill("#jbakb-search-input", "")
    page.get_by_role("button", name="Verlauf löschen").click()
    assert page.evaluate("localStorage.getItem('jbakb-recent')") is None
    assert page.get_by_role("button", name="Hilfeplan", exact=True).count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_violation_in_the_open_dialogue(
    browser: Browser, project_site: Path, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto((project_site / "glossar" / "hilfeplan.html").as_uri())
    page.evaluate("window.jbakb.side = 'sgb2'")
    PICTURES.mkdir(exist_ok=True)
    for name, text in (("answer", "EGV"), ("hits", "Hilfe"), ("none", "xyzzyqwx"), ("empty", "")):
        search_for(page, text)
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(300)
        page.screenshot(path=PICTURES / f"search-{name}-{width}-{scheme}.png")
        assert [(name, *found) for found in barriers(page)] == []
        page.keyboard.press("Escape")
    context.close()


def test_scripts_get_the_documented_fields(page: Page) -> None:
    hits = page.evaluate("window.jbakb.search('Hilfeplan', 2)")
    assert len(hits) == 2
    assert list(hits[0]) == ["query", "rank", "url", "path", "title", "kind", "area", "score"], json.dumps(hits[0])
