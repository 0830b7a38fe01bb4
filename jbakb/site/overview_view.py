"""What the overviews show: themes, false friends, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jbakb.model import Entry, FalseFriend, Glossary
from jbakb.model.coverage import missing_core_areas
from jbakb.site.addresses import folded, initial
from jbakb.site.entry_view import view_entry
from jbakb.site.labels import Badge, state_badge
from jbakb.site.word_view import friend_anchor


@dataclass(frozen=True)
class ThemeView:
    """A theme with its entries, sorted by title; `missing` counts what core areas have not said."""

    id: str
    title: str
    entries: tuple[Entry, ...]
    missing: int


@dataclass(frozen=True)
class FalseFriendView:
    """A false friend, and the entry that tells of it, if one does."""

    friend: FalseFriend
    entry: Entry | None
    anchor: str
    letter: str


@dataclass(frozen=True)
class CellView:
    """What an area says about an entry, in a word: a label and the word that it uses."""

    label: Badge
    word: str = ""
    fragment: str = ""


def list_themes(glossary: Glossary) -> tuple[ThemeView, ...]:
    """List the themes in their order with their entries; empty ones are left out."""
    return tuple(filter(lambda theme: theme.entries, _themes(glossary)))


def list_false_friends(glossary: Glossary) -> tuple[FalseFriendView, ...]:
    """List the false friends of entries and those without an entry, by word."""
    rows: list[tuple[FalseFriend, Entry | None]] = [(friend, None) for friend in glossary.words]
    rows += [(friend, entry) for entry in glossary.entries.values() for friend in entry.false_friends]
    rows.sort(key=lambda row: (initial(row[0].words[0]) != "#", folded(row[0].words[0])))
    seen: set[str] = set()
    views = []
    for friend, entry in rows:
        name = friend_anchor(friend)
        views.append(FalseFriendView(friend, entry, "" if name in seen else name, initial(friend.words[0])))
        seen.add(name)
    return tuple(views)


def coverage(glossary: Glossary, entry: Entry, on: date) -> dict[str, CellView]:
    """Return what each core area says about an entry, by area."""
    cells = {}
    for column in view_entry(glossary, entry, on).columns:
        if not column.area.core:
            continue
        if not column.concepts:
            cells[column.area.id] = CellView(state_badge("missing"))
            continue
        first = column.concepts[0]
        cells[column.area.id] = CellView(first.label, first.main_word, first.ref)
    return cells


def _themes(glossary: Glossary) -> Iterator[ThemeView]:
    for theme, title in glossary.themes.items():
        entries = [entry for entry in glossary.entries.values() if entry.theme == theme]
        missing = sum(len(missing_core_areas(glossary, entry)) for entry in entries)
        yield ThemeView(theme, title, tuple(sorted(entries, key=lambda entry: folded(entry.title))), missing)
