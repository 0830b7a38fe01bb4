"""`jbakb init`: a knowledge base that builds, checks and serves at once."""

from __future__ import annotations

from pathlib import Path

import click

from jbakb.cli.app import App, pass_app
from jbakb.i18n import _, ngettext
from jbakb.starter.create import NotEmptyError, create
from jbakb.store.settings import MARKER


@click.command(
    help=_(
        "Eine neue Wissensbasis anlegen, mit den Einträgen und Seiten, die jbakb mitbringt. "
        "Vorhandene Dateien bleiben, wie sie sind."
    )
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".", metavar=_("[ORDNER]"))
@click.option("--empty", is_flag=True, help=_("Nur Rechtskreise, Themen und ein erklärter Beispiel-Eintrag."))
@pass_app
def init(app: App, /, folder: Path, empty: bool) -> None:
    """Write the files and say what to do next."""
    root = app.directory / folder
    new = not (root / MARKER).is_file()
    try:
        written = create(root, empty=empty)
    except NotEmptyError as error:
        names = ", ".join(error.names[:3]) + (" …" if len(error.names) > 3 else "")
        message = _("In {folder} liegt schon etwas anderes ({names}). Einen neuen Ordner nennen: jbakb init ORDNER")
        raise click.UsageError(message.format(folder=root, names=names)) from None
    if not written:
        click.echo(_("Die Wissensbasis ist vollständig. Nichts geschrieben."))
        return
    message = ngettext("{count} Datei in {folder} angelegt.", "{count} Dateien in {folder} angelegt.", len(written))
    click.echo(message.format(count=len(written), folder=root))
    if new:
        _say_next(folder)


def _say_next(folder: Path) -> None:
    steps = [
        *([(f"cd {folder}", "")] if str(folder) != "." else []),
        ("jbakb check", _("prüfen, ob alles stimmt")),
        ("jbakb serve", _("die Website ansehen")),
        ("jbakb add", _("den ersten eigenen Eintrag aufnehmen")),
    ]
    click.echo("\n" + _("Wie es weitergeht:"))
    for command, purpose in steps:
        click.echo(f"  {command:<14} {purpose}".rstrip())
    click.echo("\n" + _("Den Titel ändern: in jbakb.toml und mkdocs.yml."))
