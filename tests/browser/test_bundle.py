"""What a share gets: the unpacked zip, opened as files."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from jbakb.site.bundle import write_bundle
from tests.conftest import DAY

pytestmark = pytest.mark.browser


def test_the_unpacked_zip_works_from_a_folder_with_blanks_and_umlauts(
    browser: Browser, project_site: Path, tmp_path: Path
) -> None:
    bundle_file = tmp_path / "w.zip"
    with bundle_file.open("wb") as file:
        write_bundle(project_site, file, "Wissensbasis", DAY)
    share = tmp_path / "Gemeinsame Ablage für alle"
    with zipfile.ZipFile(bundle_file) as bundle:
        bundle.extractall(share)
    context = browser.new_context()
    requests: list[str] = []
    errors: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    context.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page = context.new_page()
    page.goto((share / "index.html").as_uri())
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.id === 'jbakb-search-input'")
    page.keyboard.type("Hilfeplan", delay=20)
    page.locator("#jbakb-search-hit-0").wait_for(timeout=20_000)
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossar/*.html*")
    assert page.locator("h1").inner_text()
    context.close()
    assert not [url for url in requests if not url.startswith(("file:", "data:", "blob:"))]
    assert errors == []
