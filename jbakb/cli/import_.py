"""`jbakb import`: take entries over from a file, after a look at what that would change."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import click
from rich.console import Console
from rich.table import Table as View
from rich.text import Text

from jbakb.cli.app import App, format_option, interactive, pass_app
from jbakb.cli.asking import ask_yes, decline
from jbakb.cli.output import on_terminal, print_table
from jbakb.exchange.applying import import_changes
from jbakb.exchange.format import Importer, Table
from jbakb.exchange.planning import ImportPlan, Item, Kind, plan_import
from jbakb.i18n import N_, _, ngettext
from jbakb.knowledge_base import open_knowledge_base
from jbakb.store.problem import RefusedError
from jbakb.store.transaction import Changeset, write

#: The kinds in the order of the summary, with their names and colours.
KINDS: Final[dict[Kind, tuple[str, str]]] = {
    "new-entry": (N_("neuer Eintrag"), "green"),
    "new-concept": (N_("neuer Begriff"), "green"),
    "new-term": (N_("neues Wort"), "green"),
    "changed": (N_("geändert"), "yellow"),
    "conflict": (N_("Widerspruch"), "red"),
    "refused": (N_("abgelehnt"), "red"),
}


@click.command(
    help=_(
        "Einträge aus einer Datei übernehmen. Zeigt zuerst, was sich ändern würde. "
        "Leere Zellen löschen nichts. Ist eine Zeile abgelehnt, wird nichts geschrieben, außer mit --skip-refused."
    )
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar=_("DATEI"))
@click.option("--dry-run", is_flag=True, help=_("Nur zeigen, nichts schreiben."))
@click.option("--yes", is_flag=True, help=_("Ohne Rückfrage schreiben."))
@click.option("--skip-refused", is_flag=True, help=_("Abgelehnte und widersprüchliche Zeilen auslassen."))
@format_option("table", "json")
@pass_app
def import_(app: App, /, file: Path, dry_run: bool, yes: bool, skip_refused: bool, format_: str) -> int:
    """Show the plan, ask, and write."""
    table = _importer(app, file).read(file.read_bytes(), file.name)
    plan = plan_import(app.kb.glossary, table.rows, skip_refused=skip_refused)
    if format_ == "json":
        click.echo(json.dumps(_as_json(plan, table), ensure_ascii=False, indent=2))
    else:
        _show(plan, table)
    hindered = bool(plan.hindered)
    if dry_run or not plan.entries or (hindered and not skip_refused):
        if hindered and not dry_run:
            click.echo(_("Nichts geschrieben. Die Zeilen berichtigen, oder mit --skip-refused auslassen."), err=True)
        return int(hindered)
    if not yes:
        if not interactive():
            raise click.UsageError(_("Ohne Terminal bitte --yes (schreiben) oder --dry-run (nur zeigen) angeben."))
        if not ask_yes(_("So übernehmen?")):
            decline()

    def again() -> Changeset:
        # Under the lock, from what is there now: it must still be what was shown.
        fresh = open_knowledge_base(app.root).glossary
        if plan_import(fresh, table.rows, skip_refused=skip_refused) != plan:
            message = _("Inzwischen wurde die Wissensbasis geändert. Bitte den Befehl noch einmal aufrufen.")
            raise RefusedError(message)
        return import_changes(app.root, fresh, plan)

    click.echo(write(app.root, again).summary + ".", err=format_ == "json")
    return int(hindered)


def _importer(app: App, file: Path) -> Importer:
    importers = app.plugins.importers()
    suffix = file.suffix.lower()
    for importer in importers:
        if suffix in importer.suffixes:
            return importer
    known = ", ".join(sorted({suffix for importer in importers for suffix in importer.suffixes}))
    message = _("Dateien mit der Endung „{suffix}“ kann jbakb nicht lesen. Möglich sind: {known}.")
    raise click.BadParameter(message.format(suffix=suffix, known=known), param_hint=str(file))


def _show(plan: ImportPlan, table: Table) -> None:
    if not on_terminal():
        click.echo("".join(f"{remark}\n" for remark in table.remarks), nl=False)
        rows = [(str(item.row), _(KINDS[item.kind][0]), _told(item).plain) for item in plan.items]
        print_table((_("Zeile"), _("Was"), _("Wort und Angabe")), rows)
        click.echo(_summary(plan))
        return
    console = Console(highlight=False)
    for remark in table.remarks:
        console.print(Text(remark, "yellow"))
    if plan.items:
        view = View(box=None, pad_edge=False, padding=(0, 2, 0, 0))
        view.add_column(_("Zeile"), justify="right")
        view.add_column(_("Was"), no_wrap=True)
        view.add_column(_("Wort und Angabe"), overflow="fold")
        for item in plan.items:
            name, colour = KINDS[item.kind]
            view.add_row(str(item.row), Text(_(name), colour), _told(item))
        console.print(view)
    click.echo(_summary(plan))


def _told(item: Item) -> Text:
    place = " · ".join(filter(None, (item.entry, item.area)))
    told = Text(item.term or "–", "bold").append(f" ({place})" if place else "", "not bold")
    if item.kind == "changed":
        told.append(f"\n{item.column}: ", "not bold").append(item.before or _("leer"), "not bold red")
        told.append(" → ", "not bold").append(item.after, "not bold green")
    elif item.message:
        told.append("\n" + (f"{item.column}: " if item.column else "") + item.message, "not bold")
        told.append("\n" + _("Abhilfe: {hint}").format(hint=item.hint) if item.hint else "", "not bold")
    return told


def _summary(plan: ImportPlan) -> str:
    counts = Counter(item.kind for item in plan.items)
    parts = [f"{counts[kind]} × " + _(name) for kind, (name, _colour) in KINDS.items() if counts[kind]]
    if plan.unchanged or not parts:
        same = ngettext("{count} Zeile ohne Änderung", "{count} Zeilen ohne Änderung", plan.unchanged)
        parts.append(same.format(count=plan.unchanged))
    return ", ".join(parts) + "."


def _as_json(plan: ImportPlan, table: Table) -> dict[str, Any]:
    counts = Counter(item.kind for item in plan.items)
    items = [{"id": f"{item.row}.{item.column or item.kind}"} | asdict(item) for item in plan.items]
    summary = {kind: counts[kind] for kind in KINDS}
    return {"items": items, "summary": {**summary, "unchanged": plan.unchanged}, "remarks": list(table.remarks)}
