"""Errors that concern the user, told without a traceback."""

from __future__ import annotations

import click

from jbakb.i18n import _, ngettext
from jbakb.plugin_host import PluginError
from jbakb.store.problem import DataError, RefusedError


def tell(error: Exception) -> int:
    """Print what is wrong and return the exit status; what is no user's error is raised again."""
    if isinstance(error, DataError):
        for problem in error.problems:
            place = click.style(f"{problem.file}:{problem.line}:{problem.column}", bold=True)
            hint = f"\n    {_('Abhilfe')}: {problem.hint}" if problem.hint else ""
            click.echo(f"{place} {problem.message}{hint}", err=True)
        count = len(error.problems)
        click.echo(ngettext("{count} Fehler in den Daten.", "{count} Fehler in den Daten.", count).format(count=count), err=True)
        return 2
    if isinstance(error, RefusedError):
        click.echo(str(error), err=True)
        return 2
    if isinstance(error, PluginError):
        click.echo(_("Plugin: {error}").format(error=error), err=True)
        return 2
    if isinstance(error, OSError):
        click.echo(_("{file}: {error}").format(file=error.filename or "", error=error.strerror or error), err=True)
        return 2
    raise error
