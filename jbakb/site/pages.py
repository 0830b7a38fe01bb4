"""The pages that are made from the glossary: Markdown text by path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jbakb.model import Entry, Glossary


@dataclass(frozen=True)
class GeneratedPage:
    """A page to be: its path below docs/, its title and its Markdown."""

    path: str
    title: str
    markdown: str


def generate_pages(glossary: Glossary, on: date) -> Iterator[GeneratedPage]:
    """Make the pages of a glossary as it stands on a day."""
    for entry in glossary.entries.values():
        yield GeneratedPage(f"glossar/{entry.id}.md", entry.title, _entry_page(glossary, entry, on))


def _entry_page(glossary: Glossary, entry: Entry, on: date) -> str:
    lines = [f"# {entry.title}", "", entry.notion, ""]
    for concept in entry.concepts:
        area = glossary.areas[concept.area]
        lines += [f"## {area.short} {{: #{entry.ref(concept)} }}", "", ", ".join(t.term for t in concept.terms or ()), "", concept.definition, ""]
    return "\n".join(lines)
