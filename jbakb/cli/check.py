"""`jbakb check`: what CI runs on every merge."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from jbakb.check.baseline import baseline_of
from jbakb.check.finding import SEVERITIES, CheckInput, Severity
from jbakb.check.formats import FORMATS
from jbakb.check.mending import mended
from jbakb.check.report import Report
from jbakb.check.selecting import UnknownRuleError, fails
from jbakb.check.session import Wish
from jbakb.check.session import check as run_check
from jbakb.cli.app import App, as_of_option, format_option, pass_app
from jbakb.cli.changing import show_changes
from jbakb.cli.check_text import print_findings
from jbakb.i18n import _
from jbakb.knowledge_base import open_knowledge_base
from jbakb.store.suggest import suggestion
from jbakb.store.transaction import Changeset, planned_changes, write

_FILE = click.Path(dir_okay=False, path_type=Path)


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options; their order here is that of the help."""
    for option in reversed(
        (
            format_option("text", *FORMATS),
            click.option(
                "--fail-on",
                type=click.Choice(SEVERITIES),
                help=_("Schwelle, ab der die Prüfung scheitert (sonst: error)."),
            ),
            click.option(
                "--info/--no-info", "with_info", default=None, help=_("Hinweise zeigen (im Text sonst nur gezählt).")
            ),
            click.option(
                "--statistics", "only_counts", is_flag=True, help=_("Nur zählen, wie oft jede Regel etwas meldet.")
            ),
            click.option(
                "--select", multiple=True, metavar=_("REGEL"), help=_("Nur diese Regeln anwenden (mehrere mit Komma).")
            ),
            click.option("--ignore", multiple=True, metavar=_("REGEL"), help=_("Diese Regeln nicht anwenden.")),
            click.option(
                "--baseline", type=_FILE, metavar=_("DATEI"), help=_("Befunde, die hier stehen, gelten als bekannt.")
            ),
            click.option(
                "--write-baseline", type=_FILE, metavar=_("DATEI"), help=_("Alle Befunde als bekannt festhalten.")
            ),
            click.option(
                "--changed-since", default="", metavar="REV", help=_("Nur was seit diesem Stand in Git geändert wurde.")
            ),
            click.option(
                "--base", default="", metavar="REV", help=_("Mit diesem Stand vergleichen (für --format markdown).")
            ),
            click.option("--fix", is_flag=True, help=_("Abgelöste Wörter ersetzen, wo die Grammatik eindeutig ist.")),
            click.option("--diff", "diff_", is_flag=True, help=_("Zeigen, was --fix ändern würde.")),
            click.option("--no-cache", "no_cache", is_flag=True, help=_("Alles neu prüfen.")),
            as_of_option,
        )
    ):
        command = option(command)
    return command


@click.command(
    help=_("Glossar und Handbuch prüfen, alles oder nur PFADE. Endet mit 1, wenn ein Befund die Schwelle erreicht.")
)
@click.argument("paths", nargs=-1, metavar=_("[PFADE…]"))
@_options
@pass_app
def check(
    app: App,
    paths: tuple[str, ...],
    format_: str,
    fail_on: Severity | None,
    with_info: bool | None,
    only_counts: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    baseline: Path | None,
    write_baseline: Path | None,
    changed_since: str,
    base: str,
    fix: bool,
    diff_: bool,
    no_cache: bool,
    on: date,
) -> int:
    """Apply all rules and print the findings."""
    folders = tuple(app.directory / path for path in paths)
    for folder in folders:
        if not folder.exists():
            raise click.BadParameter(_("„{path}“ gibt es nicht.").format(path=folder), param_hint=_("PFADE"))
    wish = Wish(folders, select, ignore, baseline, changed_since, base, not no_cache)
    if fix and not diff_:
        write(app.root, lambda: _shown(app.root, _changes(app, _checked(_fresh(app), wish, on))))
        app = _fresh(app)
    report = _checked(app, wish, on)
    if diff_:
        show_changes(planned_changes(app.root, _changes(app, report)))
        return 0
    if write_baseline:
        write_baseline.write_text(baseline_of(report.findings), encoding="utf-8")
        click.echo(
            _("{count} Befunde festgehalten: {file}").format(count=len(report.findings), file=write_baseline), err=True
        )
        return 0
    if format_ == "text":
        print_findings(app.root, report.findings, with_info=bool(with_info), only_counts=only_counts)
    else:
        click.echo(FORMATS[format_](report), nl=False)
    return int(fails(report.findings, fail_on or app.kb.settings.check.fail_on))


def _checked(app: App, wish: Wish, on: date) -> Report:
    rules = app.plugins.rules()
    try:
        return run_check(CheckInput(app.kb, on), rules, wish)
    except UnknownRuleError as error:
        near = suggestion(error.rule, [rule.id for rule in rules])
        text = _("Die Regel „{rule}“ gibt es nicht.").format(rule=error.rule)
        hint = " " + _("Meinten Sie „{near}“?").format(near=near) if near else ""
        raise click.BadParameter(text + hint, param_hint="--select/--ignore") from None


def _changes(app: App, report: Report) -> Changeset:
    return mended({page.path: page for page in app.kb.pages}, report.findings)


def _shown(root: Path, changeset: Changeset) -> Changeset:
    show_changes(planned_changes(root, changeset))
    return changeset


def _fresh(app: App) -> App:
    """Read the knowledge base anew: under the lock, and after a change."""
    again = App(app.directory, app.local_plugins)
    again.__dict__["kb"] = open_knowledge_base(app.root)
    again.__dict__["plugins"] = app.plugins
    return again
