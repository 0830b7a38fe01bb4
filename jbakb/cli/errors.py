"""Errors that concern the user, told without a traceback."""

from __future__ import annotations

import errno
import shutil
import sys
from typing import Final

import click

from jbakb.cli.output import style
from jbakb.i18n import N_, _, ngettext
from jbakb.plugin_host import PluginError
from jbakb.store.problem import DataError, RefusedError

#: What the operating system says, in the words of this program.
_REASONS: Final = {
    errno.ENOENT: N_("gibt es nicht"),
    errno.EACCES: N_("darf nicht gelesen oder geschrieben werden (fehlende Rechte)"),
    errno.EPERM: N_("darf nicht geändert werden (fehlende Rechte)"),
    errno.EROFS: N_("lässt sich nicht ändern: Der Datenträger ist schreibgeschützt"),
    errno.EISDIR: N_("ist ein Ordner, keine Datei"),
    errno.ENOTDIR: N_("ist kein Ordner"),
    errno.ENOSPC: N_("lässt sich nicht schreiben: Der Datenträger ist voll"),
    errno.EEXIST: N_("gibt es schon"),
}
_RIGHTS: Final = N_("Die Rechte der Datei und ihres Ordners prüfen.")
#: What can be done about it.
_REMEDIES: Final = {
    errno.ENOENT: N_("Die Schreibweise prüfen, oder den Ordner anlegen."),
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: N_("In einen Ordner auf einem anderen Datenträger schreiben."),
    errno.EISDIR: N_("Eine Datei angeben."),
    errno.ENOTDIR: N_("Einen Ordner angeben."),
    errno.ENOSPC: N_("Platz schaffen und den Befehl noch einmal aufrufen."),
    errno.EEXIST: N_("Einen anderen Namen wählen oder das Vorhandene wegräumen."),
}


def _wrapped(line: str) -> str:
    """Wrap a sentence at the terminal's width; in a pipe, and where places are listed, lines stay whole."""
    if not sys.stderr.isatty() or line.startswith(" "):
        return line
    return click.wrap_text(line, shutil.get_terminal_size().columns)


def tell(error: Exception) -> int:
    """Print what is wrong and return the exit status; what is no user's error is raised again."""
    if isinstance(error, DataError):
        for problem in error.problems:
            place = style(f"{problem.file}:{problem.line}:{problem.column}", bold=True)
            hint = "\n    " + _("Abhilfe: {hint}").format(hint=problem.hint) if problem.hint else ""
            click.echo(f"{place} {problem.message}{hint}", err=True)
        count = len(error.problems)
        click.echo(
            ngettext("{count} Fehler in den Daten.", "{count} Fehler in den Daten.", count).format(count=count),
            err=True,
        )
        return 2
    if isinstance(error, RefusedError):
        for line in str(error).splitlines():
            click.echo(_wrapped(line), err=True)
        return 2
    if isinstance(error, PluginError):
        click.echo(_("Plugin: {error}").format(error=error), err=True)
        return 2
    if isinstance(error, OSError):
        reason = _(_REASONS[error.errno]) if error.errno in _REASONS else str(error.strerror or error)
        place = error.filename2 or error.filename or "?"
        click.echo(_("„{file}“ {reason}.").format(file=place, reason=reason), err=True)
        if error.errno in _REMEDIES:
            click.echo(_("Abhilfe: {hint}").format(hint=_(_REMEDIES[error.errno])), err=True)
        return 2
    raise error
