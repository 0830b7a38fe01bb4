"""`jbakb search`: find entries, pages and processes."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from jbakb.cli.app import App, format_option, pass_app
from jbakb.cli.params import AREA, REF
from jbakb.i18n import _
from jbakb.search.documents import KINDS
from jbakb.search.engine import Hit, Query
from jbakb.search.service import search as find
from jbakb.store.suggest import nearest_hint


@click.command(help=_("Glossar und Handbuch durchsuchen: auch mit gebeugten, abgekürzten und abgelösten Wörtern."))
@click.argument("words", nargs=-1, required=True, metavar=_("SUCHTEXT…"), type=REF)
@click.option("--area", type=AREA, default="", help=_("Nur in diesem Rechtskreis."))
@click.option("--kind", type=click.Choice(KINDS), default=None, help=_("Nur Einträge, Seiten oder Prozesse."))
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help=_("So viele Treffer."))
@format_option("table", "json", "jsonl")
@pass_app
def search(app: App, /, words: tuple[str, ...], area: str, kind: str | None, limit: int, format_: str) -> None:
    """Print the hits, best first."""
    text = " ".join(words)
    if area and area not in app.kb.glossary.areas:
        message = _("Den Rechtskreis „{area}“ gibt es nicht.").format(area=area)
        raise click.UsageError(f"{message} ({nearest_hint(area, tuple(app.kb.glossary.areas))})")
    hits = find(app.kb, Query(text, area, kind or "", limit))
    rows = [_as_json(text, hit) for hit in hits]
    if format_ == "json":
        click.echo(json.dumps({"results": rows}, ensure_ascii=False, indent=2))
    elif format_ == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    elif hits:
        _show(hits)
    else:
        click.echo(_("Nichts gefunden für „{text}“.").format(text=text))


def _as_json(text: str, hit: Hit) -> dict[str, Any]:
    fields = asdict(hit)
    names = ("rank", "id", "url", "path", "title", "kind", "area", "score")
    return {"query": text} | {name: fields[name] for name in names}


def _show(hits: list[Hit]) -> None:
    kinds = {"entry": _("Eintrag"), "page": _("Seite"), "process": _("Prozess")}
    view = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in (_("Treffer"), _("Art"), _("Kennung")):
        view.add_column(heading, overflow="fold")
    for hit in hits:
        view.add_row(Text(hit.title, "bold"), kinds[hit.kind], hit.id)
    Console(highlight=False).print(view)
