"""The whole way as people go it: the coordinator adds a word, a colleague reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Serve
from tests.browser.site import build_site
from tests.conftest import DAY, Run

pytestmark = pytest.mark.browser


def test_from_the_command_line_to_a_click(browser: Browser, small: Path, jbakb: Run, serve: Serve) -> None:
    (small / "docs" / "jobcenter.md").unlink()  # has an error on purpose
    (small / "docs" / "neu.md").write_text("# Neu\n\nWir sprechen über Lotsenkarten.\n", encoding="utf-8")
    added = jbakb("add", "Lotsenkarte", "--theme", "planung", "--area", "sgb8", "--gender", "feminine",
                  "--definition", "Karte mit dem nächsten Termin.", "--source", "§ 36 SGB VIII", "--yes")  # fmt: skip
    assert added.returncode == 0, added.stderr
    checked = jbakb("check", "--as-of", DAY.isoformat())
    assert checked.returncode == 0, checked.stdout
    page = browser.new_page()
    page.goto(f"{serve(build_site(small))}/neu.html")
    page.get_by_role("link", name="Lotsenkarten").click()
    page.wait_for_url("**/glossar/lotsenkarte.html#lotsenkarte.sgb8")
    concept = page.locator(".jbakb-concept", has=page.locator("[id='lotsenkarte.sgb8']"))
    shown = " ".join(concept.inner_text().split())
    assert "Karte mit dem nächsten Termin." in shown
    assert "§ 36 SGB VIII" in shown
    page.close()


def test_the_filter_narrows_the_list_of_words(browser: Browser, project_site: Path) -> None:
    page = browser.new_page()
    page.goto((project_site / "glossar" / "index.html").as_uri())
    page.get_by_label("Liste filtern").fill("ubergang")
    rows = page.locator(".jbakb-index > li:visible")
    texts = rows.locator("b").all_inner_texts()
    assert texts
    assert all("übergang" in text.lower() for text in texts)
    page.close()
