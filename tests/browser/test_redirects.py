"""Old addresses lead to the new ones, from a server and from a file share, with and without JavaScript."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Serve
from tests.browser.site import build_site
from tests.conftest import SMALL
from tests.site.conftest import copy_of

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def renamed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a knowledge base in which an entry and a process were renamed."""
    root = copy_of(SMALL, tmp_path_factory.mktemp("renamed") / "kb")
    for old, new in (("hilfeplan", "plan"), ("einwilligung", "zustimmung")):
        command = [sys.executable, "-m", "jbakb", "rename", old, new, "--yes"]
        subprocess.run(command, cwd=root, check=True, capture_output=True)
    return build_site(root)


@pytest.mark.parametrize("way", ["http", "file"])
@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(
    ("old", "new", "fragment"),
    [
        ("glossar/hilfeplan.html", "glossar/plan.html", "#hilfeplan.sgb8"),
        ("prozesse/einwilligung.html", "prozesse/zustimmung.html", ""),
    ],
)
def test_an_old_address_leads_to_the_new_one(
    browser: Browser, renamed_site: Path, serve: Serve, way: str, script: bool, old: str, new: str, fragment: str
) -> None:
    root = serve(renamed_site) if way == "http" else renamed_site.as_uri()
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{root}/{old}{fragment}")
    page.wait_for_url(f"{root}/{new}{fragment if script else '*'}", timeout=10_000)
    page.wait_for_load_state()
    if script and fragment:
        box = page.locator(f'[id="{fragment[1:]}"]').bounding_box()
        assert box is not None and box["y"] < 800
    context.close()


def test_no_list_shows_an_old_address(renamed_site: Path) -> None:
    assert "glossar/hilfeplan.html" not in (renamed_site / "sitemap.xml").read_text(encoding="utf-8")
    index = (renamed_site / "assets" / "jbakb" / "search-index.js").read_text(encoding="utf-8")
    assert "glossar/hilfeplan.html" not in index
