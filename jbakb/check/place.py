"""Where a finding is: from an offset or a path of keys to line and column."""

from __future__ import annotations

from jbakb.check.finding import CheckInput, Place
from jbakb.handbook import Page
from jbakb.model import Entry
from jbakb.store.loading import entry_path, locate


def in_entry(given: CheckInput, entry: Entry, *where: str | int) -> Place:
    """Return the place of a value in an entry's file, by its path of keys and indexes."""
    path = entry_path(entry)
    line, column = locate((given.knowledge_base.root / path).read_bytes(), where)
    return Place(path, line, column, line, column)


def in_front_matter(page: Page, *where: str | int) -> Place:
    """Return the place of a value in a page's front matter, by its path of keys and indexes."""
    line, column = page.front_matter_place(*where)
    return Place(page.path, line, column, line, column)


def in_text(page: Page, start: int, end: int) -> Place:
    """Return the place of a span of a page, by its offsets."""
    return Place(page.path, *line_column(page.text, start), *line_column(page.text, end))


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of an offset, both from 1, in code points."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
