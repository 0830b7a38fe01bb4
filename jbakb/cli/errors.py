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
        click.echo(_("„{file}“ {reason}.").format(file=error.filename or "", reason=reason), err=True)
        return 2
    raise error
