"""`jbakb search`: find entries, pages and processes."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from jbakb.cli.app import App, format_option, pass_app
from jbakb.cli.engines import engine_of, engine_option
from jbakb.cli.params import AREA, REF
from jbakb.clock import today
from jbakb.i18n import _
from jbakb.overview_documents import overviews_of
from jbakb.search.analysis import phrase
from jbakb.search.answers import old_words
from jbakb.search.documents import KINDS
from jbakb.search.engine import Hit, Query
from jbakb.search.evaluation import Quality, read_judgements
from jbakb.search.evaluation import evaluate as run_evaluation
from jbakb.search.report import hit_as_json
from jbakb.search.service import open_search
from jbakb.store.suggest import nearest_hint

#: More results than any knowledge base has.
_EVERY = 100_000
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(help=_("Glossar und Handbuch durchsuchen: auch mit gebeugten, abgekürzten und abgelösten Wörtern."))
@click.argument("words", nargs=-1, metavar=_("SUCHTEXT…"), type=REF)
@click.option("--area", type=AREA, default="", help=_("Nur in diesem Rechtskreis."))
@click.option("--kind", type=click.Choice(KINDS), default=None, help=_("Nur Einträge, Prozesse, Seiten oder Normen."))
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help=_("So viele Treffer."))
@click.option(
    "--queries",
    type=_FILE,
    metavar=_("DATEI"),
    default=None,
    help=_("Viele Suchtexte aus einer Datei, einer je Zeile."),
)
@click.option(
    "--evaluate",
    type=_FILE,
    metavar=_("DATEI"),
    default=None,
    help=_("Die Suche an einer Tabelle erwarteter Seiten messen."),
)
@engine_option
@format_option("table", "json", "jsonl")
@pass_app
def search(
    app: App,
    /,
    words: tuple[str, ...],
    area: str,
    kind: str | None,
    limit: int,
    queries: Path | None,
    evaluate: Path | None,
    engine: str | None,
    format_: str,
) -> None:
    """Print the hits, best first."""
    if (any(word.strip() for word in words) + bool(queries) + bool(evaluate)) != 1:
        raise click.UsageError(_("Entweder SUCHTEXT oder --queries oder --evaluate angeben."))
    if area and area not in app.kb.glossary.areas:
        message = _("Den Rechtskreis „{area}“ gibt es nicht.").format(area=area)
        raise click.UsageError(f"{message} ({nearest_hint(area, tuple(app.kb.glossary.areas))})")
    searcher = open_search(app.kb, engine=engine_of(app, engine), further=overviews_of(app.kb, today()))

    def find(text: str) -> list[Hit]:
        return searcher.search(Query(text, area, kind or "", limit))

    if evaluate:
        _report(run_evaluation(read_judgements(evaluate), lambda text: [_names(hit) for hit in find(text)]), format_)
        return
    texts = [line for line in _lines(queries) if line.strip()] if queries else [" ".join(words)]
    if format_ == "jsonl":
        for text in texts:
            for hit in find(text):
                click.echo(json.dumps(hit_as_json(text, hit), ensure_ascii=False))
    elif format_ == "json":
        rows = [hit_as_json(text, hit) for text in texts for hit in find(text)]
        click.echo(json.dumps({"results": rows}, ensure_ascii=False, indent=2))
    else:
        for text in texts:
            if queries:
                click.secho(text, bold=True)
            _tell_old(app, text)
            if hits := find(text):
                _show(hits)
                continue
            click.echo(_("Nichts gefunden für „{text}“.").format(text=text))
            if (area or kind) and (count := len(searcher.search(Query(text, limit=_EVERY)))):
                click.echo(_("Ohne --area und --kind: {count} Treffer.").format(count=count))


def _tell_old(app: App, text: str) -> None:
    """Say what an outdated word is called today, for each area."""
    for old in old_words(app.kb.glossary, today()).get(phrase(text), ()):
        said = _("„{old}“ heißt seit {day} „{new}“.") if old["since"] else _("„{old}“ heißt heute „{new}“.")
        area = app.kb.glossary.areas.get(old["area"])
        words = said.format(old=old["old"], day=old["since"], new="“, „".join(old["new"]))
        click.echo(f"{area.short}: {words}" if area else words)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise click.UsageError(_("{file} ist kein Text in UTF-8.").format(file=path)) from None


def _names(hit: Hit) -> tuple[str, ...]:
    return hit.path, hit.id, hit.id.partition(".")[0], hit.url


def _report(qualities: list[Quality], format_: str) -> None:
    rows = [{"id": quality.kind or "all", **asdict(quality)} for quality in qualities]
    if format_ == "json":
        click.echo(json.dumps({"qualities": rows}, ensure_ascii=False, indent=2))
        return
    if format_ == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    view = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in (_("Klasse"), _("Anfragen"), "nDCG@10", "MRR", _("Trefferquote")):
        view.add_column(heading, justify="left" if heading == _("Klasse") else "right")
    for each in qualities:
        figures = (f"{figure:.3f}" for figure in (each.ndcg, each.mrr, each.recall))
        view.add_row(each.kind or _("alle"), str(each.queries), *figures)
    Console(highlight=False).print(view)


def _show(hits: list[Hit]) -> None:
    kinds = {"entry": _("Eintrag"), "page": _("Seite"), "process": _("Prozess"), "norm": _("Norm")}
    view = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in (_("Treffer"), _("Art"), _("Kennung")):
        view.add_column(heading, overflow="fold")
    for hit in hits:
        view.add_row(Text(hit.title, "bold"), kinds[hit.kind], hit.id)
    Console(highlight=False).print(view)
