"""The command `jbakb` itself: options that stand before every command, and the table of commands."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from jbakb import __version__
from jbakb.cli.app import App
from jbakb.cli.lazy import LazyCommand, LazyGroup
from jbakb.i18n import LANGUAGES, _

LOOK_UP, MAINTAIN, CHECK, EXCHANGE, OPERATE = "Nachschlagen", "Pflegen", "Prüfen und bauen", "Austauschen", "Einrichten"

COMMANDS: Final = {
    "show": LazyCommand("show:show", "Einen Eintrag oder ein Wort zeigen.", LOOK_UP),
    "translate": LazyCommand(
        "translate:translate", "Ein Wort in die Sprache eines anderen Rechtskreises übersetzen.", LOOK_UP
    ),
    "search": LazyCommand("search:search", "Glossar und Handbuch durchsuchen.", LOOK_UP),
    "list": LazyCommand("listing:entries", "Alle Einträge auflisten.", LOOK_UP),
    "areas": LazyCommand("listing:areas", "Die Rechtskreise auflisten.", LOOK_UP),
    "themes": LazyCommand("listing:themes", "Die Themen auflisten.", LOOK_UP),
    "terms": LazyCommand("terms:terms", "Begriffe in Dateien finden.", LOOK_UP),
    "add": LazyCommand("add:add", "Eintrag, Begriff oder Wort aufnehmen.", MAINTAIN),
    "edit": LazyCommand("edit:edit", "Einen Eintrag im Editor bearbeiten.", MAINTAIN),
    "rename": LazyCommand("rename:rename", "Kennung oder Wort ändern, mit allen Verweisen.", MAINTAIN),
    "retire": LazyCommand("retire:retire", "Begriff oder Wort außer Kraft setzen.", MAINTAIN),
    "remove": LazyCommand("remove:remove", "Eintrag, Begriff oder Wort löschen.", MAINTAIN),
    "undo": LazyCommand("undo:undo", "Die letzte Änderung zurücknehmen.", MAINTAIN),
    "check": LazyCommand("check:check", "Glossar und Handbuch prüfen.", CHECK),
    "build": LazyCommand("build:build", "Die Website bauen.", CHECK),
    "serve": LazyCommand("serve:serve", "Die Website anzeigen und bei Änderungen neu bauen.", CHECK),
    "import": LazyCommand("import_:import_", "Einträge aus einer Datei übernehmen.", EXCHANGE),
    "export": LazyCommand("export:export", "Das Glossar in einem anderen Format ausgeben.", EXCHANGE),
    "init": LazyCommand("init:init", "Eine neue Wissensbasis anlegen.", OPERATE),
    "doctor": LazyCommand("doctor:doctor", "Nachsehen, ob alles Nötige da ist.", OPERATE),
    "plugins": LazyCommand("plugins:plugins", "Die Plugins und ihre Herkunft auflisten.", OPERATE),
    "completion": LazyCommand("completion:completion", "Vervollständigung für die Shell einrichten.", OPERATE),
}


@click.group(
    cls=LazyGroup,
    table=COMMANDS,
    invoke_without_command=True,
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
    if not directory.is_dir():
        raise click.BadParameter(_("Den Ordner „{folder}“ gibt es nicht.").format(folder=directory), param_hint="-C")
    ctx.obj = App(directory, local_plugins=not no_plugins)
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


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
