"""What staff come for: each task in at most three actions from the home page, counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

LIMIT = 3


class Visitor:
    """Somebody on the home page whose actions are counted: typing into the search, or a click."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def look_up(self, text: str) -> Locator:
        """Type into the search field of the home page; returns the dialogue that takes over."""
        self._act()
        self.page.get_by_label("Welches Wort haben Sie gehört oder gelesen?").press_sequentially(text)
        dialogue = self.page.locator("#jbakb-search")
        expect(dialogue.locator(".jbakb-search__hit").first).to_be_visible()
        return dialogue

    def click(self, target: Locator) -> None:
        self._act()
        target.first.click()

    def _act(self) -> None:
        self.actions += 1
        assert self.actions <= LIMIT


@pytest.fixture
def visitor(browser: Browser, project_site: Path) -> Iterator[Visitor]:
    page = browser.new_page(reduced_motion="reduce")
    page.add_init_script("window.print = () => { window.printed = true; };")
    page.goto((project_site / "index.html").as_uri())
    yield Visitor(page)
    page.close()


def test_what_the_jobcenter_calls_a_hilfeplan(visitor: Visitor) -> None:
    dialogue = visitor.look_up("Hilfeplan")
    row = dialogue.locator(".jbakb-search__row", has_text="SGB II").filter(has_not_text="SGB III").first
    expect(row).to_contain_text("Kooperationsplan")


def test_what_psb_means_in_the_jugendamt(visitor: Visitor) -> None:
    dialogue = visitor.look_up("PSB")
    visitor.click(dialogue.locator(".jbakb-search__hit", has_text="sorgeberechtigte"))
    column = visitor.page.locator(".jbakb-column", has=visitor.page.locator("[id='sorgeberechtigte.sgb8']"))
    expect(column).to_contain_text("SGB VIII")
    expect(column).to_contain_text("Personensorgeberechtigte")
    expect(column).to_contain_text("PSB")


def test_whom_to_ask_about_16h(visitor: Visitor) -> None:
    dialogue = visitor.look_up("16h")
    visitor.click(dialogue.locator(".jbakb-search__hit"))
    expect(visitor.page.get_by_role("heading", name="Wen fragen")).to_be_visible()


def test_which_words_changed_on_a_day(visitor: Visitor) -> None:
    visitor.click(visitor.page.get_by_role("link", name="1.7.2026", exact=True))
    assert visitor.page.url.endswith("glossar/aenderungen.html#2026-07-01")
    day = visitor.page.locator(".jbakb-moment", has=visitor.page.locator("[id='2026-07-01']"))
    expect(day.locator("h2")).to_be_in_viewport()
    change = day.locator("li", has_text="Bürgergeld").first
    expect(change.locator("del")).to_have_text("Bürgergeld")
    expect(change).to_contain_text("Grundsicherungsgeld")
    expect(change).to_contain_text("31.12.2026")


def test_the_false_friends_are_printed_all_of_them(visitor: Visitor) -> None:
    visitor.click(visitor.page.locator("main").get_by_role("link", name="Falsche Freunde"))
    visitor.click(visitor.page.get_by_role("button", name="Alle drucken"))
    assert visitor.page.evaluate("window.printed")
    visitor.page.emulate_media(media="print")
    friends = visitor.page.locator(".jbakb-friend")
    assert friends.count() > 50
    assert all(friend.is_visible() for friend in friends.all())
    assert not visitor.page.locator(".jbakb-letters").is_visible()
    assert len(visitor.page.pdf(prefer_css_page_size=True)) > 50_000
