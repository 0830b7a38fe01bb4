"""What axe-core finds on a page."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")

#: Leaves of every long list the first dozen: what follows is made by the same template, and axe needs seconds per thousand rows.
_SHORTEN = """() => {
  for (const list of document.querySelectorAll('.md-content ul, .md-content ol, .md-content dl, .md-content tbody, .md-content div'))
    while (list.children.length > 12) list.lastElementChild.remove();
}"""


def barriers(page: Page, *, shorten: bool = False) -> list[tuple[str, str]]:
    """List the rules that a page breaks, each with the beginning of the first element that does.

    Args: `shorten` lists to a dozen rows first, which changes the page.
    """
    if shorten:
        page.evaluate(_SHORTEN)
    page.evaluate(_AXE)
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [(each["id"], each["nodes"][0]["html"][:120]) for each in result["violations"]]
