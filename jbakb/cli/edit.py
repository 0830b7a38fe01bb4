"""`jbakb edit`: an entry in the person's own editor, checked before it counts; what is wrong is kept, never lost."""

from __future__ import annotations

import os
from pathlib import Path

import click

from jbakb.change.resolving import unknown
from jbakb.cli.app import App, interactive, pass_app
from jbakb.cli.asking import ask_choice
from jbakb.cli.params import ENTRY
from jbakb.i18n import _
from jbakb.store.journal import read_bytes, write_bytes
from jbakb.store.loading import GLOSSARY
from jbakb.store.problem import DataError, Problem, RefusedError
from jbakb.store.transaction import Changeset, work_folder, write
from jbakb.store.validation import problems_of_change
from jbakb.store.yaml_nodes import decode

#: Editors that need a terminal.
_SCREEN_EDITORS = frozenset(
    ("vi", "vim", "nvim", "view", "nano", "emacs", "micro", "joe", "pico", "ed", "sensible-editor")
)


@click.command(
    help=_("Einen Eintrag im Editor bearbeiten ($VISUAL oder $EDITOR). Gespeichert wird nur, was lesbar ist.")
)
@click.argument("entry_id", type=ENTRY, metavar=_("KENNUNG"))
@pass_app
def edit(app: App, /, entry_id: str) -> None:
    """Open a copy of the entry's file, check it, and put it in place."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if not interactive() and (not editor or Path(editor.split()[0]).stem in _SCREEN_EDITORS):
        raise click.UsageError(_("Ohne Terminal braucht „edit“ einen Editor, der keines braucht ($EDITOR)."))
    path = _path(app.root, entry_id.partition(".")[0])
    copy = work_folder(app.root) / "edit" / Path(path).name
    base = copy.with_suffix(".base")
    _prepare(app.root / path, copy, base)
    while True:
        click.edit(filename=str(copy))
        problems = _problems(app.root, path, copy)
        if not problems:
            break
        _tell(problems)
        if not interactive():
            click.echo(_kept(copy, entry_id), err=True)
            raise DataError(problems)
        match _what_now():
            case "later":
                click.echo(_kept(copy, entry_id))
                return
            case "discard":
                _clean(copy, base)
                click.echo(_("Verworfen. Nichts wurde geändert."))
                return
    _save(app.root, path, copy, base)
    _clean(copy, base)


def _path(root: Path, entry_id: str) -> str:
    """Find an entry's file by its name, so that an entry that cannot be read can be mended."""
    files = {file.stem: file.relative_to(root).as_posix() for file in (root / GLOSSARY).glob("*/*.yml")}
    if entry_id not in files:
        raise unknown(_("Den Eintrag „{id}“ gibt es nicht.").format(id=entry_id), entry_id, files)
    return files[entry_id]


def _prepare(file: Path, copy: Path, base: Path) -> None:
    """Lay out the copy: a fresh one, or the one that was kept the last time."""
    if copy.exists() and read_bytes(base) == file.read_bytes():
        click.echo(_("Der aufgehobene Text vom letzten Mal wird wieder aufgenommen."))
        return
    if copy.exists():
        kept = copy.with_suffix(".alt.yml")
        copy.replace(kept)
        message = _("Der Eintrag hat sich geändert. Ihr aufgehobener Text liegt in {file}.")
        click.echo(message.format(file=kept))
    write_bytes(base, file.read_bytes())
    write_bytes(copy, file.read_bytes())


def _problems(root: Path, path: str, copy: Path) -> list[Problem]:
    return problems_of_change(root, {path: copy.read_bytes()})


def _tell(problems: list[Problem]) -> None:
    for problem in problems:
        click.secho(str(problem), fg="yellow", err=True)


def _what_now() -> str:
    options = {"again": _("weiter bearbeiten"), "later": _("für später aufheben"), "discard": _("verwerfen")}
    return ask_choice(_("So kann der Text nicht gespeichert werden."), options, "again")


def _kept(copy: Path, entry_id: str) -> str:
    message = _("Der Text ist aufgehoben ({file}). „jbakb edit {id}“ nimmt ihn wieder auf.")
    return message.format(file=copy, id=entry_id)


def _save(root: Path, path: str, copy: Path, base: Path) -> None:
    text, _problems_of_text = decode(copy.read_bytes(), path)

    def plan() -> Changeset:
        if read_bytes(root / path) != read_bytes(base):
            message = _("{path} wurde inzwischen geändert. Ihr Text liegt in {file}.")
            raise RefusedError(message.format(path=path, file=copy))
        return Changeset(_("„{id}“ bearbeitet").format(id=copy.stem), {path: text})

    if read_bytes(base) == copy.read_bytes():
        click.echo(_("Nichts geändert."))
        return
    click.secho(_("{summary}.").format(summary=write(root, plan).summary), bold=True)


def _clean(copy: Path, base: Path) -> None:
    copy.unlink(missing_ok=True)
    base.unlink(missing_ok=True)
