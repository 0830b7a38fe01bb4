"""The navigation: overviews and handbook. Entry pages stay out of it: it is on every page and would grow with them."""

from __future__ import annotations

from typing import Any, Final

from jbakb.i18n import _
from jbakb.site import addresses
from jbakb.site.content import SiteContent
from jbakb.site.data_pages import data_pages
from jbakb.site.process_pages import process_pages

#: The folder of those who develop jbakb itself: of no use to most, so it comes last.
_LAST: Final = "entwicklung"


def navigation(content: SiteContent) -> list[Any]:
    """Return the navigation as MkDocs takes it: a list of `{title: path}` and `{title: [...]}`."""
    there = {page.path for page in data_pages(content)}
    paths = sorted((content.page_paths | {"index.md"}) - set(addresses.LEGAL))
    glossary: list[Any] = [
        {_("A–Z"): addresses.WORDS},
        {_("Übersetzungstabelle"): addresses.TABLE},
        {_("Themen"): addresses.THEMES},
        {_("Rechtskreise"): addresses.AREAS},
        {_("Falsche Freunde"): addresses.FALSE_FRIENDS},
        {_("Mehrdeutige Abkürzungen"): addresses.ABBREVIATIONS},
        {_("Abdeckung"): addresses.COVERAGE},
    ]
    law: list[Any] = [
        {_("Änderungen im Recht"): addresses.CHANGES},
        {_("Altersgrenzen"): addresses.AGES},
        {_("Wer leistet was"): addresses.SERVICES},
        {_("Vom Paragrafen zum Begriff"): addresses.STATUTES},
        {_("Gesetze"): addresses.LAWS},
    ]
    always = {addresses.WORDS, addresses.THEMES, addresses.AREAS, addresses.FALSE_FRIENDS, addresses.COVERAGE}
    glossary, law = ([item for item in items if {*item.values()} <= there | always] for items in (glossary, law))
    if content.glossary.contacts:
        glossary.append({_("Wen fragen"): addresses.CONTACTS})
    processes: list[Any] = [{_("Alle Prozesse"): addresses.PROCESSES}]
    made = {page.path: page.title for page in process_pages(content)}
    overviews: list[Any] = [{title: path} for path, title in made.items() if path.startswith("prozesse/")]
    processes += [{_("Überblick"): overviews}] if overviews else []
    processes += [{page.title: path} for path, page in content.process_rows]
    items: list[Any] = [{_("Start"): "index.md"}, {_("Glossar"): glossary}, {_("Prozesse"): processes}]
    items += [{_("Recht"): law}] if law else []
    first_steps: list[Any] = [{title: path} for path, title in made.items() if path.startswith("einstieg/")]
    items += [{_("Einstieg"): first_steps}] if first_steps else []
    own = [path for path in paths if not path.startswith((f"{addresses.FOLDER}/", "prozesse/")) and path != "index.md"]
    # Each title on the top level is a tab on every page: pages beside index.md share one.
    beside = [path for path in own if "/" not in path]
    items += [{_("Seiten"): _folder(content, beside, "")}] if len(beside) > 1 else _folder(content, beside, "")
    return items + _folder(content, [path for path in own if "/" in path], "")


def _folder(content: SiteContent, paths: list[str], prefix: str) -> list[Any]:
    """Order a folder: its own pages by title, index first, then its subfolders."""
    here = [path for path in paths if "/" not in path[len(prefix) :]]
    here.sort(key=lambda path: (not path.endswith("index.md"), addresses.folded(content.pages_by_path[path].title)))
    items: list[Any] = [{content.pages_by_path[path].title: path} for path in here]
    names = {path[len(prefix) :].split("/")[0] for path in paths if path not in here}
    for name in sorted(names, key=lambda name: (name == _LAST, name)):
        folder = f"{prefix}{name}/"
        inside = [path for path in paths if path.startswith(folder)]
        index = content.pages_by_path.get(f"{folder}index.md")
        items.append({index.title if index else name.replace("-", " ").capitalize(): _folder(content, inside, folder)})
    return items
