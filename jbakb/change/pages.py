"""References from the handbook to the glossary: links to entry pages, and entries that front matter names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from msgspec.structs import replace

from jbakb.handbook import Page
from jbakb.model import Process
from jbakb.store.rewriting import described_page

_LINK: Final = re.compile(
    r"(?<![\w-])glossar/(?P<entry>[a-z][a-z0-9-]*)(?P<suffix>\.html|\.md|/)(?:#(?P<ref>[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)?))?"
)


def page_references(page: Page) -> Iterator[tuple[int, str]]:
    """Iterate over the links of a page to entries and concepts: the line, from 1, and the address."""
    for found in _LINK.finditer(page.text):
        yield page.text.count("\n", 0, found.start()) + 1, found["ref"] or found["entry"]


def follow_in_page(page: Page, follow: Callable[[str], str]) -> str:
    """Return a page's text with its links and the entries it names changed; `follow` as in `with_references`."""

    def link(found: re.Match[str]) -> str:
        anchor = f"#{follow(found['ref'])}" if found["ref"] else ""
        return f"glossar/{follow(found['entry'])}{found['suffix']}{anchor}"

    text = page.text
    if page.process is not None:
        text = described_page(text, page.process, _follow_in_process(page.process, follow))
    elif page.clause is not None:
        terms = tuple(dict.fromkeys(new for old in page.clause.terms if (new := follow(old))))
        text = described_page(text, page.clause, replace(page.clause, terms=terms))
    return _LINK.sub(link, text)


def _follow_in_process(process: Process, follow: Callable[[str], str]) -> Process:
    return replace(
        process,
        misunderstandings=tuple(
            replace(item, entries=tuple(dict.fromkeys(new for old in item.entries if (new := follow(old)))))
            for item in process.misunderstandings
        ),
    )
