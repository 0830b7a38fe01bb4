"""`jbakb edit`: an entry in the person's own editor, checked before it counts; what is wrong is kept, never lost."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import click

from jbakb.change.resolving import resolve
from jbakb.cli.app import App, interactive, pass_app
from jbakb.cli.asking import ask_choice
from jbakb.cli.params import REF
from jbakb.i18n import _
from jbakb.store.journal import read_bytes, write_bytes
from jbakb.store.loading import GLOSSARY, load_glossary
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
@click.argument("entry_id", type=REF, metavar=_("KENNUNG"))
@pass_app
def edit(app: App, /, entry_id: str) -> None:
    """Open a copy of the entry's file, check it, and put it in place."""
    path = _path(app.root, entry_id)
    entry_id = Path(path).stem
    _check_editor()
    copy = work_folder(app.root) / "edit" / Path(path).name
    base = copy.with_suffix(".base")
    _prepare(app.root / path, copy, base)
    while True:
        try:
            click.edit(filename=str(copy))
        except click.ClickException:
            if _same(copy, base):
                _clean(copy, base)
            else:
                click.echo(_kept(copy, entry_id), err=True)
            raise
        problems = _problems(app.root, path, copy)
        if not problems:
            break
        if _same(copy, base):
            # What was wrong before stays as it was: there is nothing to keep.
            _clean(copy, base)
            click.echo(_("Nichts geändert."))
            raise DataError(problems)
        if interactive():
            _tell(problems)
        else:
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


def _check_editor() -> None:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(editor)
    except ValueError:
        message = _("Der Editor „{editor}“ lässt sich nicht lesen: Anführungszeichen in $VISUAL oder $EDITOR prüfen.")
        raise click.UsageError(message.format(editor=editor)) from None
    if not interactive() and (not words or Path(words[0]).stem in _SCREEN_EDITORS):
        raise click.UsageError(_("Ohne Terminal braucht „edit“ einen Editor, der keines braucht ($EDITOR)."))


def _path(root: Path, ref: str) -> str:
    """Find an entry's file: by its name, so that an entry that cannot be read can be mended, or by a word."""
    files = {file.stem: file.relative_to(root).as_posix() for file in (root / GLOSSARY).glob("*/*.yml")}
    entry_id = ref.partition(".")[0]
    if entry_id not in files:
        glossary = load_glossary(root)[0]
        senses = [sense for sense in glossary.senses() if sense.term.term.casefold() == ref.casefold()]
        homes = {sense.entry.id for sense in senses}
        # `resolve` refuses: the word has several entries, or none.
        entry_id = homes.pop() if len(homes) == 1 else resolve(glossary, ref).entry.id
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

    if _same(copy, base):
        click.echo(_("Nichts geändert."))
        return
    click.secho(_("{summary}.").format(summary=write(root, plan).summary), bold=True)


def _same(copy: Path, base: Path) -> bool:
    return read_bytes(base) == read_bytes(copy)


def _clean(copy: Path, base: Path) -> None:
    copy.unlink(missing_ok=True)
    base.unlink(missing_ok=True)
