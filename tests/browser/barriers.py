"""What axe-core finds on a page."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")

#: axe needs seconds per thousand rows.
_SHORTEN = """() => {
  for (const list of document.querySelectorAll('.md-content ul, .md-content ol, .md-content dl, .md-content tbody, .md-content div'))
    while (list.children.length > 12) list.lastElementChild.remove();
}"""


def shorten_lists(page: Page) -> None:
    """Leave a dozen rows of every list: what follows is made by the same template."""
    page.evaluate(_SHORTEN)


def barriers(page: Page, *, only: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """List the rules that a page breaks, each with the beginning of the first element that does.

    Args: `only` some of axe's rules, by their ids; otherwise those that axe turns on itself.
    """
    page.evaluate(_AXE)
    rules = {"runOnly": only} if only else {}
    result = page.evaluate("options => axe.run(document, options)", {"resultTypes": ["violations"], **rules})
    return [(each["id"], each["nodes"][0]["html"][:120]) for each in result["violations"]]
