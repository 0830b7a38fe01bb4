"""Where a finding is: from an offset or a path of keys to line and column."""

from __future__ import annotations

from jbakb.check.finding import CheckInput, Place
from jbakb.check.passages import Passage
from jbakb.handbook import Page
from jbakb.model import Entry
from jbakb.store.front_matter import FRONT_MATTER
from jbakb.store.loading import entry_path, locate
from jbakb.store.prose_fields import locate_text
from jbakb.store.tables import Pointer


def in_entry(given: CheckInput, entry: Entry, *where: str | int) -> Place:
    """Return the place of a value in an entry's file, by its path of keys and indexes."""
    path = entry_path(entry)
    line, column = locate((given.knowledge_base.root / path).read_bytes(), where)
    return Place(path, line, column, line, column)


def in_table(given: CheckInput, pointer: Pointer) -> Place:
    """Return the place of a value in a file of tables."""
    line, column = locate((given.knowledge_base.root / pointer.file).read_bytes(), pointer.where)
    return Place(pointer.file, line, column, line, column)


def in_front_matter(page: Page, *where: str | int) -> Place:
    """Return the place of a value in a page's front matter, by its path of keys and indexes."""
    line, column = page.front_matter_place(*where)
    return Place(page.path, line, column, line, column)


def in_text(page: Page, start: int, end: int) -> Place:
    """Return the place of a span of a page, by its offsets."""
    return Place(page.path, *line_column(page.text, start), *line_column(page.text, end))


def in_passage(given: CheckInput, passage: Passage, start: int, end: int) -> Place:
    """Return the place of a span of a passage in its file, whatever kind of file that is."""
    page, field, entry = passage.page, passage.field, passage.entry
    if page and not field:
        return in_text(page, start, end)
    if page and field:
        found = FRONT_MATTER.match(page.text)
        data, first_line, path = (found[1] if found else "").encode(), 2, page.path
    else:
        assert entry is not None
        path, first_line = entry_path(entry), 1
        data = (given.knowledge_base.root / path).read_bytes()
    assert field is not None
    # The end is where the last character ends: in a folded text the next one may stand on another line.
    line, column = locate_text(data, field.where, max(start, end - 1), first_line)
    return Place(path, *locate_text(data, field.where, start, first_line), line, column + 1)


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of an offset, both from 1, in code points."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
