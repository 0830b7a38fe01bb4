"""The self-test: by keyboard and with a screen reader's roles, storing nothing; readable without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from jbakb.site.addresses import folded

pytestmark = pytest.mark.browser


def test_an_answer_is_checked_by_keyboard_and_nothing_is_stored(browser: Browser, project_site: Path) -> None:
    page = browser.new_page()
    page.goto((project_site / "einstieg" / "selbsttest.html").as_uri())
    question = page.locator(".jbakb-question").first
    right = int(question.get_attribute("data-right") or 0)
    expect(question.locator("details")).to_be_hidden()
    question.get_by_role("button", name="Antwort prüfen").focus()
    page.keyboard.press("Enter")
    expect(question.get_by_role("status")).to_have_text("Bitte erst eine Antwort wählen.")
    radios = question.get_by_role("radio")
    expect(radios.first).to_be_focused()
    page.keyboard.press("Space")
    for _step in range((right + 1) % radios.count()):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(question.get_by_role("status")).to_contain_text("Nicht ganz. Gemeint ist:")
    expect(question.get_by_role("link", name="Zum Eintrag")).to_be_visible()
    radios.nth(right).check()
    question.get_by_role("button", name="Antwort prüfen").click()
    expect(question.get_by_role("status")).to_have_text("Richtig.")
    expect(page.locator(".jbakb-score").first).to_have_text("0 von 1 richtig, 8 Fragen")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('frage')).length") == 0
    page.close()


def test_each_question_is_a_group_with_its_text_as_name(browser: Browser, project_site: Path) -> None:
    page = browser.new_page()
    page.goto((project_site / "einstieg" / "selbsttest.html").as_uri())
    group = page.get_by_role("group", name="Was meint das Jugendamt mit „Antrag“?")
    assert group.get_by_role("radio").count() == 4
    page.close()


def test_without_scripts_every_solution_can_be_unfolded(browser: Browser, project_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((project_site / "einstieg" / "selbsttest.html").as_uri())
    solution = page.locator(".jbakb-question details").first
    solution.locator("summary").click()
    expect(solution.locator("p").first).to_be_visible()
    context.close()


def test_a_table_is_sorted_by_its_head_up_and_down(browser: Browser, project_site: Path) -> None:
    page = browser.new_page()
    page.goto((project_site / "prozesse" / "ueberblick" / "uebergaben.html").as_uri())
    table = page.locator("table[data-jbakb-sort]")
    giver = table.get_by_role("columnheader", name="Von").get_by_role("button")
    for order in ("ascending", "descending"):
        giver.press("Enter")
        expect(table.get_by_role("columnheader", name="Von")).to_have_attribute("aria-sort", order)
        cells = [text.removeprefix("Von") for text in table.locator("tbody td:nth-child(2)").all_text_contents()]
        wanted = sorted(cells, key=folded, reverse=order == "descending")
        assert (cells[0][:1], cells[-1][:1]) == (wanted[0][:1], wanted[-1][:1])
    page.close()
