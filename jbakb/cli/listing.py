"""`jbakb list`, `areas` and `themes`: what there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

import click

from jbakb.cli.app import App, as_of_option, format_option, pass_app
from jbakb.cli.output import print_items, print_table
from jbakb.cli.params import AREA, THEME
from jbakb.cli.readings import area_of
from jbakb.i18n import _, ngettext
from jbakb.labels import ABSENT_SYMBOL, MISSING_SYMBOL
from jbakb.lookup import find_theme
from jbakb.model import Area, Entry, Glossary
from jbakb.model.coverage import missing_core_areas
from jbakb.model.doubts import Doubt, all_doubts, doubts_of_entry
from jbakb.model.status import status_on
from jbakb.model.values import Status
from jbakb.store.suggest import nearest_sentences


@click.command(help=_("Alle Einträge auflisten, auch nach Thema, Rechtskreis, Stand der Wörter oder offenen Fragen."))
@click.option("--theme", type=THEME, metavar=_("THEMA"), default="", help=_("Nur Einträge dieses Themas."))
@click.option(
    "--area", type=AREA, metavar=_("RECHTSKREIS"), default="", help=_("Nur Einträge, zu denen dieser etwas sagt.")
)
@click.option("--status", type=click.Choice(get_args(Status)), help=_("Nur Einträge mit einem Wort dieses Stands."))
@click.option(
    "--open",
    "only_open",
    is_flag=True,
    help=_("Alles auflisten, was als unsicher gekennzeichnet ist, auch in Prozessen und Tabellen."),
)
@click.option("--missing", is_flag=True, help=_("Nur Einträge, in denen ein Kern-Rechtskreis noch zu klären ist."))
@format_option("table", "json", "jsonl")
@as_of_option
@pass_app
def entries(
    app: App, theme: str, area: str, status: Status | None, only_open: bool, missing: bool, format_: str, on: date
) -> None:
    """Print a line per entry."""
    glossary = app.kb.glossary
    wanted_theme = theme_of(glossary, theme) if theme else ""
    wanted_area = area_of(glossary, area, "--area").id if area else ""
    kept = [
        entry
        for entry in glossary.entries.values()
        if (not wanted_theme or entry.theme == wanted_theme)
        and (not wanted_area or _speaks(glossary, entry, wanted_area, missing))
        and (not status or status in _statuses(entry, wanted_area, on))
        and (not only_open or any(not wanted_area or doubt.area == wanted_area for doubt in doubts_of_entry(entry)))
        and (not missing or missing_core_areas(glossary, entry))
    ]
    narrowed = bool(theme or area or status or missing)
    doubts = list(_doubts(app, kept, wanted_area, narrowed=narrowed)) if only_open else []
    if format_ != "table":
        more = {"doubts": [_doubt_data(doubt) for doubt in doubts]} if only_open else {}
        print_items("entries", [_entry_data(glossary, entry) for entry in kept], format_, **more)
        return
    if only_open:
        _print_doubts(doubts)
        return
    headers = (_("Kennung"), _("Titel"), _("Thema"), _("Rechtskreise"))
    rows = [(e.id, e.title, glossary.themes.get(e.theme, e.theme), " ".join(_areas(glossary, e))) for e in kept]
    print_table(headers, rows, group=2)
    count = ngettext("{count} Eintrag", "{count} Einträge", len(kept)).format(count=len(kept))
    legend = _("– kein Gegenstück, ? noch zu klären")
    click.echo(f"{count} ({legend})" if kept else count, err=True)


@click.command(help=_("Die Rechtskreise auflisten: Kennung, Name, Gesetze, Häuser und Zahl der Begriffe."))
@format_option("table", "json", "jsonl")
@pass_app
def areas(app: App, format_: str) -> None:
    """Print a line per legal area."""
    glossary = app.kb.glossary
    concepts = Counter(concept.area for _entry, concept in glossary.concepts() if not concept.absent)
    gaps = Counter(area for entry in glossary.entries.values() for area in missing_core_areas(glossary, entry))
    items = [_area_data(glossary, area, concepts[area.id], gaps[area.id]) for area in glossary.areas.values()]
    if format_ != "table":
        print_items("areas", items, format_)
        return
    headers = (_("Kennung"), _("Kürzel"), _("Titel"), _("Häuser"), _("Begriffe"), _("zu klären"))
    houses = {role.id: role.title for role in glossary.roles.values()}
    print_table(
        headers,
        [
            (
                item["id"],
                item["short"],
                item["title"],
                ", ".join(houses[role] for role in item["roles"]),
                str(item["concepts"]),
                str(item["missing"]) if item["core"] else "",
            )
            for item in items
        ],
        keep=(0, 1),
    )


@click.command(help=_("Die Themen auflisten: Kennung, Titel und Zahl der Einträge."))
@format_option("table", "json", "jsonl")
@pass_app
def themes(app: App, format_: str) -> None:
    """Print a line per theme."""
    glossary = app.kb.glossary
    counts = Counter(entry.theme for entry in glossary.entries.values())
    items = [{"id": name, "title": title, "entries": counts[name]} for name, title in glossary.themes.items()]
    if format_ != "table":
        print_items("themes", items, format_)
        return
    rows = [(str(item["id"]), str(item["title"]), str(item["entries"])) for item in items]
    print_table((_("Kennung"), _("Titel"), _("Einträge")), rows)


def theme_of(glossary: Glossary, query: str) -> str:
    """Find a theme by its id or title; raises a usage error that lists them."""
    found = find_theme(glossary, query)
    if found is None:
        message = _("Das Thema „{theme}“ gibt es nicht.").format(theme=query)
        raise click.BadParameter(f"{message} {nearest_sentences(query, glossary.themes)}", param_hint="'--theme'")
    return found


def _doubts(app: App, entries: list[Entry], area: str, *, narrowed: bool) -> Iterator[Doubt]:
    """Return the open questions of entries; without a narrower wish also those of processes and tables."""
    if narrowed:
        found = (doubt for entry in entries for doubt in doubts_of_entry(entry))
        return (doubt for doubt in found if not area or doubt.area == area)
    processes = [page.process for page in app.kb.pages if page.process]
    return all_doubts(app.kb.glossary, processes, app.kb.tables)


def _print_doubts(doubts: list[Doubt]) -> None:
    rows = [(doubt.id, doubt.area or "–", _doubt_text(doubt)) for doubt in doubts]
    print_table((_("Kennung"), _("Rechtskreis"), _("Offene Frage")), rows)
    count = ngettext("{count} offene Frage", "{count} offene Fragen", len(rows)).format(count=len(rows))
    click.echo(count, err=True)


def _doubt_text(doubt: Doubt) -> str:
    text = doubt.text or _("Rechtsstand nicht geprüft")
    return f"{doubt.about} – {text}" if doubt.about else text


def _doubt_data(doubt: Doubt) -> dict[str, Any]:
    """Return an open question in its documented shape (docs/handbuch/json.md)."""
    return {"id": doubt.id, "kind": doubt.kind, "area": doubt.area, "about": doubt.about, "text": doubt.text}


def _speaks(glossary: Glossary, entry: Entry, area: str, missing: bool) -> bool:
    """Tell whether an entry has something of an area; with `missing`, whether it still has to."""
    if missing:
        return area in missing_core_areas(glossary, entry)
    return any(concept.area == area for concept in entry.concepts)


def _statuses(entry: Entry, area: str, on: date) -> set[Status]:
    return {
        status_on(term, concept, on)
        for concept in entry.concepts
        if not area or concept.area == area
        for term in concept.terms or ()
    }


def _areas(glossary: Glossary, entry: Entry) -> list[str]:
    """Return the ids of the areas that an entry speaks of; those without a counterpart or not settled have a sign."""
    has = {concept.area for concept in entry.concepts if not concept.absent}
    lacks = {concept.area for concept in entry.concepts} - has
    gaps = set(missing_core_areas(glossary, entry))
    marks = [
        (area, "" if area in has else ABSENT_SYMBOL if area in lacks else MISSING_SYMBOL) for area in glossary.areas
    ]
    return [mark + area for area, mark in marks if area in has | lacks | gaps]


def _entry_data(glossary: Glossary, entry: Entry) -> dict[str, Any]:
    """Return an entry's line in its documented shape (docs/handbuch/json.md)."""
    return {
        "id": entry.id,
        "title": entry.title,
        "theme": entry.theme,
        "notion": entry.notion,
        "areas": list(dict.fromkeys(concept.area for concept in entry.concepts if not concept.absent)),
        "absent": list(dict.fromkeys(concept.area for concept in entry.concepts if concept.absent)),
        "missing": missing_core_areas(glossary, entry),
        "open": sum(len(concept.open) for concept in entry.concepts),
        "visibility": glossary.visibility(entry),
    }


def _area_data(glossary: Glossary, area: Area, concepts: int, gaps: int) -> dict[str, Any]:
    return {
        "id": area.id,
        "title": area.title,
        "short": area.short,
        "laws": list(area.laws),
        "core": area.core,
        "applies_to": list(area.applies_to),
        "roles": [role.id for role in glossary.roles.values() if role.area == area.id],
        "concepts": concepts,
        "missing": gaps,
    }
