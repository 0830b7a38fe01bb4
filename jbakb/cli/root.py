"""The command `jbakb` itself: options that stand before every command, and the table of commands."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import click

from jbakb import __version__
from jbakb.cli.app import App
from jbakb.cli.lazy import LazyCommand, LazyGroup, options_metavar
from jbakb.i18n import LANGUAGES, N_, _

LOOK_UP: Final = N_("Nachschlagen")
MAINTAIN: Final = N_("Pflegen")
CHECK: Final = N_("Prüfen und bauen")
EXCHANGE: Final = N_("Austauschen")
OPERATE: Final = N_("Einrichten")

COMMANDS: Final = {
    "show": LazyCommand("show:show", N_("Einen Eintrag oder ein Wort zeigen."), LOOK_UP),
    "translate": LazyCommand(
        "translate:translate", N_("Ein Wort in die Sprache eines anderen Rechtskreises übersetzen."), LOOK_UP
    ),
    "search": LazyCommand("search:search", N_("Glossar und Handbuch durchsuchen."), LOOK_UP),
    "list": LazyCommand("listing:entries", N_("Alle Einträge auflisten."), LOOK_UP),
    "areas": LazyCommand("listing:areas", N_("Die Rechtskreise auflisten."), LOOK_UP),
    "themes": LazyCommand("listing:themes", N_("Die Themen auflisten."), LOOK_UP),
    "terms": LazyCommand("terms:terms", N_("Begriffe in Dateien finden."), LOOK_UP),
    "forms": LazyCommand("forms:forms", N_("Die Formen zeigen, in denen ein Begriff erkannt wird."), LOOK_UP),
    "add": LazyCommand("add:add", N_("Eintrag, Begriff oder Wort aufnehmen."), MAINTAIN),
    "edit": LazyCommand("edit:edit", N_("Einen Eintrag im Editor bearbeiten."), MAINTAIN),
    "rename": LazyCommand("rename:rename", N_("Kennung oder Wort ändern, mit allen Verweisen."), MAINTAIN),
    "approve": LazyCommand("approve:approve", N_("Einen Begriff freigeben, wie er dasteht."), MAINTAIN),
    "retire": LazyCommand("retire:retire", N_("Begriff oder Wort außer Kraft setzen."), MAINTAIN),
    "remove": LazyCommand("remove:remove", N_("Eintrag, Begriff oder Wort löschen."), MAINTAIN),
    "process": LazyCommand("process:process", N_("Prozesse anlegen, auflisten, zeigen und prüfen."), MAINTAIN),
    "undo": LazyCommand("undo:undo", N_("Die letzte Änderung zurücknehmen."), MAINTAIN),
    "check": LazyCommand("check:check", N_("Glossar und Handbuch prüfen."), CHECK),
    "diff": LazyCommand("diff:diff", N_("Zeigen, was sich geändert hat."), CHECK),
    "build": LazyCommand("build:build", N_("Die Website bauen."), CHECK),
    "check-output": LazyCommand("check_output:check_output", N_("Die gebaute Website prüfen."), CHECK),
    "serve": LazyCommand("serve:serve", N_("Die Website anzeigen und bei Änderungen neu bauen."), CHECK),
    "host": LazyCommand("host:host", N_("Die Website mit Suche auf einem Server ausliefern."), CHECK),
    "import": LazyCommand("import_:import_", N_("Einträge aus einer Datei übernehmen."), EXCHANGE),
    "export": LazyCommand("export:export", N_("Das Glossar in einem anderen Format ausgeben."), EXCHANGE),
    "init": LazyCommand("init:init", N_("Eine neue Wissensbasis anlegen."), OPERATE),
    "doctor": LazyCommand("doctor:doctor", N_("Nachsehen, ob alles Nötige da ist."), OPERATE),
    "plugins": LazyCommand("plugins:plugins", N_("Die Plugins und ihre Herkunft auflisten."), OPERATE),
    "completion": LazyCommand("completion:completion", N_("Vervollständigung für die Shell einrichten."), OPERATE),
}


@click.group(
    cls=LazyGroup,
    table=COMMANDS,
    invoke_without_command=True,
    options_metavar=options_metavar(),
    subcommand_metavar=_("BEFEHL …"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_("Wissensbasis und Übersetzungsglossar für Jugendberufsagenturen."),
    epilog=_("„jbakb BEFEHL --help“ erklärt einen Befehl."),
)
@click.option(
    "-C",
    "directory",
    type=click.Path(path_type=Path),
    default=".",
    metavar=_("ORDNER"),
    help=_("Mit der Wissensbasis in diesem Ordner arbeiten."),
)
@click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False, help=_("Sprache der Meldungen."))
@click.option("--no-plugins", is_flag=True, help=_("Die Dateien in plugins/ nicht ausführen."))
@click.version_option(__version__, prog_name="jbakb", help=_("Version zeigen."))
@click.pass_context
def cli(ctx: click.Context, directory: Path, no_plugins: bool) -> None:
    """Set up what the commands share."""
    # https://no-color.org: Click itself looks only at whether there is a terminal.
    ctx.color = False if os.environ.get("NO_COLOR") else None
    if not directory.is_dir():
        raise click.BadParameter(_("Den Ordner „{folder}“ gibt es nicht.").format(folder=directory), param_hint="-C")
    ctx.obj = App(directory, local_plugins=not no_plugins)
    if ctx.invoked_subcommand is None:
        click.echo(_what_next(directory))


def _what_next(directory: Path) -> str:
    """Say what can be done here, depending on whether there is a knowledge base."""
    from jbakb.store.settings import find_root, load_settings

    root = find_root(directory)
    if root is None:
        head = _("Hier ist noch keine Wissensbasis ({folder}).").format(folder=directory.resolve())
        steps = [
            (_("jbakb init ORDNER"), _("legt eine an, mit Einträgen zum Anfangen")),
            (_("jbakb -C ORDNER …"), _("arbeitet mit einer, die woanders liegt")),
        ]
    else:
        head = _("{title} ({folder})").format(title=load_settings(root).title, folder=root)
        steps = [
            (_("jbakb show WORT"), _("zeigt, was ein Wort in welchem Haus heißt")),
            (_("jbakb translate WORT --to HAUS"), _("sagt, wie das andere Haus dazu sagt")),
            ("jbakb search …", _("durchsucht Glossar und Handbuch")),
            ("jbakb add", _("nimmt ein Wort auf")),
            ("jbakb check", _("prüft alles")),
        ]
    steps.append(("jbakb --help", _("zeigt alle Befehle")))
    formatter = click.HelpFormatter(width=80)
    formatter.write_text(head)
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_dl(steps, col_max=42)
    return formatter.getvalue().rstrip()


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit status; errors in data are told, not raised."""
    try:
        result = cli.main(arguments, prog_name="jbakb", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort:
        click.echo(_("Abgebrochen. Nichts wurde geändert."), err=True)
        return 130
    except click.ClickException as error:
        error.show()
        return 2
    except Exception as error:
        from jbakb.cli.errors import tell

        return tell(error)
