"""Former addresses: a page each that leads on, so that bookmarks and links from elsewhere stay good."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jbakb.i18n import current_language
from jbakb.site import addresses
from jbakb.site.content import SiteContent
from jbakb.site.render import render_html


@dataclass(frozen=True)
class Redirect:
    """A finished page at a former address. `path` is that of its file below the site's root."""

    path: str
    html: str


def make_redirects(content: SiteContent) -> Iterator[Redirect]:
    """Make a page for each former id of an entry or a process whose address nobody has now."""
    seen = {addresses.entry_page(entry) for entry in content.glossary.entries}
    seen |= {*content.page_paths, *addresses.OVERVIEWS, addresses.PROCESSES}
    for old, new, title in _moved(content):
        if old not in seen:
            seen.add(old)
            yield _redirect(content, old, new, title)


def _moved(content: SiteContent) -> Iterator[tuple[str, str, str]]:
    for entry in content.glossary.entries.values():
        for old in entry.formerly:
            yield addresses.entry_page(old), addresses.entry_page(entry.id), entry.title
    for path, page in content.process_rows:
        for old in page.process.formerly if page.process else ():
            yield addresses.process_page(old), path, page.title


def _redirect(content: SiteContent, old: str, new: str, title: str) -> Redirect:
    url = content.addresses.url(old)
    path = f"{url}index.html" if url.endswith("/") else url
    target = content.addresses.link(old, new)
    return Redirect(path, render_html("redirect.html", target=target, title=title, language=current_language()))
