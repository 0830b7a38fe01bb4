"""The translation table: a row per entry, a column per core area."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jbakb.model import Area, Entry, Glossary
from jbakb.site.addresses import folded
from jbakb.site.entry_view import ColumnView, view_entry
from jbakb.site.labels import Badge, state_badge


@dataclass(frozen=True)
class TableWord:
    """A concept in a cell: its word, its abbreviations, how far it agrees, and its address on the entry's page."""

    word: str
    short: tuple[str, ...]
    badge: Badge
    ref: str


@dataclass(frozen=True)
class TableCell:
    """What an area says about an entry; `applies` names the areas whose law holds in its place."""

    area: Area
    words: tuple[TableWord, ...]
    applies: tuple[str, ...]
    badge: Badge | None


@dataclass(frozen=True)
class TableRow:
    """An entry's row; `theme` is the place of its theme in their order."""

    entry: Entry
    theme: int
    cells: tuple[TableCell, ...]


def list_rows(glossary: Glossary, on: date) -> tuple[TableRow, ...]:
    """List all entries by title, each with a cell per core area."""
    themes = {theme: place for place, theme in enumerate(glossary.themes)}
    rows = [
        TableRow(
            entry,
            themes.get(entry.theme, len(themes)),
            tuple(_cell(column) for column in view_entry(glossary, entry, on).columns if column.area.core),
        )
        for entry in glossary.entries.values()
    ]
    return tuple(sorted(rows, key=lambda row: folded(row.entry.title)))


def _cell(column: ColumnView) -> TableCell:
    if not column.concepts:
        return TableCell(column.area, (), (), state_badge("missing"))
    words = tuple(
        TableWord(
            view.main_word,
            tuple(word.text for word in view.words[1:] if word.kind),
            view.label,
            view.ref,
        )
        for view in column.concepts
        if not view.ended
    )
    applies = () if column.state == "own" else tuple(dict.fromkeys(view.concept.area for view in column.concepts))
    return TableCell(column.area, words, applies, None)
