"""`jbakb process`: the processes of the handbook: make one, list them, show one, check them."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from jbakb.cli.app import App, as_of_option, format_option, pass_app
from jbakb.cli.lazy import options_metavar
from jbakb.cli.output import print_items, print_table
from jbakb.cli.params import AREA, CLAUSE, GOAL, PROCESS
from jbakb.cli.process_new import new
from jbakb.i18n import _, ngettext
from jbakb.model import Glossary, Process
from jbakb.model.participants import areas_of
from jbakb.store.loading import PROCESSES
from jbakb.store.suggest import suggestion


@click.group(
    help=_("Prozesse anlegen, auflisten, zeigen und prüfen."),
    options_metavar=options_metavar(),
    subcommand_metavar=_("BEFEHL …"),
)
def process() -> None:
    """Hold the commands together."""


process.add_command(new)


@process.command("list", help=_("Alle Prozesse auflisten."), options_metavar=options_metavar())
@click.option("--area", type=AREA, default="", metavar=_("RECHTSKREIS"), help=_("Nur Prozesse, an denen er mitwirkt."))
@click.option("--clause", type=CLAUSE, default="", metavar=_("KLAUSEL"), help=_("Nur Prozesse, die sie verwirklichen."))
@click.option("--goal", type=GOAL, default="", metavar=_("ZIEL"), help=_("Nur Prozesse, die ihm dienen."))
@format_option("table", "json", "jsonl")
@pass_app
def list_(app: App, /, area: str, clause: str, goal: str, format_: str) -> None:
    """Print the processes by title."""
    glossary = app.kb.glossary
    _check_known(app, area, clause, goal)
    chosen = [
        each
        for each in _all(app)
        if (not area or area in areas_of(glossary, each))
        and (not clause or clause in each.clauses)
        and (not goal or goal in each.goals)
    ]
    if format_ != "table":
        print_items("processes", [process_data(glossary, each) for each in chosen], format_)
        return
    rows = [
        (
            each.id,
            each.title,
            ", ".join(glossary.areas[area].short for area in areas_of(glossary, each)),
            str(len(each.steps)),
            ", ".join(clause.upper() for clause in each.clauses),
        )
        for each in chosen
    ]
    print_table((_("Kennung"), _("Titel"), _("Rechtskreise"), _("Schritte"), _("Klauseln")), rows)
    count = ngettext("{count} Prozess", "{count} Prozesse", len(rows)).format(count=len(rows))
    click.echo(count, err=True)


@process.command(
    "show",
    help=_("Einen Prozess zeigen: wer was tut, bis wann, auf welcher Grundlage."),
    options_metavar=options_metavar(),
)
@click.argument("process_id", type=PROCESS, metavar=_("KENNUNG"))
@format_option("table", "json")
@pass_app
def show(app: App, /, process_id: str, format_: str) -> None:
    """Print one process."""
    from jbakb.cli.process_text import process_lines
    from jbakb.store.document import as_data

    found = _one(app, process_id)
    if format_ == "json":
        data = process_data(app.kb.glossary, found) | as_data(found)
        print_items("processes", [data], format_)
        return
    for line in process_lines(app.kb, found):
        click.echo(line)


@process.command(
    "check",
    help=_("Prozesse prüfen, alle oder die genannten: Rollen, Übergaben, Tore, Fristen, §, Klauseln und Ziele."),
    options_metavar=options_metavar(),
)
@click.argument("process_ids", nargs=-1, type=PROCESS, metavar=_("[KENNUNG…]"))
@click.option("--info/--no-info", "with_info", default=False, help=_("Auch Hinweise zeigen."))
@format_option("text", "json")
@as_of_option
@pass_app
def check(app: App, /, process_ids: tuple[str, ...], with_info: bool, format_: str, on: date) -> int:
    """Apply the rules about processes; end with 1 if a finding reaches the threshold of the settings."""
    from jbakb.check.finding import CheckInput
    from jbakb.check.formats import FORMATS
    from jbakb.check.rules import agreement, citations, processes
    from jbakb.check.selecting import fails
    from jbakb.check.session import Wish
    from jbakb.check.session import check as run_check
    from jbakb.cli.check_text import print_findings

    found = [_one(app, process_id) for process_id in process_ids]
    if found:
        paths = [app.root / PROCESSES / f"{each.id}.md" for each in found]
    else:
        paths = [app.root / page.path for page in app.kb.pages if page.process or page.clause or page.goal]
    # Citations stand in glossary and prose too: here only those of the pages that are asked for.
    rules = tuple(rule.id for rule in (*processes.RULES, *agreement.RULES, *citations.RULES))
    report = run_check(CheckInput(app.kb, on), app.plugins.rules(), Wish(tuple(paths), rules))
    if format_ == "text":
        print_findings(app.root, report.findings, with_info=with_info, only_counts=False)
    else:
        click.echo(FORMATS["json"](report), nl=False)
    return int(fails(report.findings, app.kb.settings.check.fail_on))


def process_data(glossary: Glossary, process: Process) -> dict[str, Any]:
    """Return what a list says of a process."""
    return {
        "id": process.id,
        "title": process.title,
        "purpose": process.purpose,
        "areas": list(areas_of(glossary, process)),
        "roles": list(process.roles),
        "steps": len(process.steps),
        "handovers": len(process.handovers),
        "gates": len(process.gates),
        "clauses": list(process.clauses),
        "goals": list(process.goals),
        "file": f"{PROCESSES}/{process.id}.md",
    }


def _all(app: App) -> list[Process]:
    return sorted((page.process for page in app.kb.pages if page.process), key=lambda each: each.title.casefold())


def _one(app: App, process_id: str) -> Process:
    name = process_id.rpartition("/")[2].removesuffix(".md")
    known = {each.id: each for each in _all(app)}
    if name in known:
        return known[name]
    titles = {each.title.casefold(): each for each in known.values()}
    if process_id.casefold() in titles:
        return titles[process_id.casefold()]
    raise click.UsageError(_not_there(_("Den Prozess „{id}“ gibt es nicht."), process_id, known, "jbakb process list"))


def _check_known(app: App, area: str, clause: str, goal: str) -> None:
    if area and area not in app.kb.glossary.areas:
        raise click.UsageError(_not_there(_("Den Rechtskreis „{id}“ gibt es nicht."), area, app.kb.glossary.areas, ""))
    clauses = [page.clause.id for page in app.kb.pages if page.clause]
    if clause and clause not in clauses:
        raise click.UsageError(_not_there(_("Die Klausel „{id}“ gibt es nicht."), clause, clauses, ""))
    goals = [page.goal.id for page in app.kb.pages if page.goal]
    if goal and goal not in goals:
        raise click.UsageError(_not_there(_("Das Ziel „{id}“ gibt es nicht."), goal, goals, ""))


def _not_there(message: str, wanted: str, known: Any, command: str) -> str:
    near = suggestion(wanted, known)
    if near:
        return message.format(id=wanted) + " " + _("Meinten Sie „{near}“?").format(near=near)
    hint = _("„{command}“ zeigt alle.").format(command=command) if command else ""
    return f"{message.format(id=wanted)} {hint}".rstrip()
