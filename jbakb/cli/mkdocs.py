"""Running MkDocs, in a process of its own: the command line does not import it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from typing import Final

import click

from jbakb.cli.app import App
from jbakb.handbook import process_now
from jbakb.i18n import _

_DEAD_LINK: Final = re.compile(
    r"WARNING -\s+Doc file '(?P<page>.+?)' contains a link '(?P<link>.+?)', but (?:the target|the doc)"
)


def check_data(app: App) -> None:
    """Raise what makes a site impossible, before MkDocs starts: unreadable data, or no mkdocs.yml."""
    if not (app.root / "mkdocs.yml").is_file():
        raise click.UsageError(
            _("In {folder} fehlt die mkdocs.yml. „jbakb init“ in diesem Ordner ergänzt, was fehlt.").format(
                folder=app.root
            )
        )
    _data = app.kb.glossary, app.kb.pages


def run_mkdocs(app: App, *arguments: str, edition: str, on: date | None, report: bool = False) -> int:
    """Run MkDocs on the knowledge base and return its exit status; the plugin reads the edition and the day.

    With report its messages are reduced to what concerns the knowledge base.
    """
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "JBAKB_EDITION": edition}
    environment |= {"JBAKB_AS_OF": on.isoformat()} if on else {}
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=app.root,
        env=environment | ({"PYTHONIOENCODING": "utf-8"} if report else {}),
        stderr=subprocess.PIPE if report else None,
        encoding="utf-8",
        errors="replace",
    )
    # Who stops this program stops MkDocs too; Ctrl-C reaches both by itself.
    signal.signal(signal.SIGTERM, lambda _number, _frame: process.terminate())
    try:
        if report:
            _report(process.communicate()[1], lambda name: app.kb.glossary.now(name) or process_now(app.kb.pages, name))
        return process.wait()
    except KeyboardInterrupt:
        process.wait()
        raise


def _report(messages: str, now: Callable[[str], str] = lambda _name: "") -> None:
    """Print MkDocs' warnings and errors, dead links in our words; a traceback becomes its last line.

    Args: `now` tells what an entry or a process with a former id is called today, empty if there was none.
    Raises click.UsageError where MkDocs broke off in the middle.
    """
    told, broken, trace = messages.partition("Traceback (most recent call last):")
    for line in told.splitlines():
        if match := _DEAD_LINK.match(line):
            message = _("docs/{page}: Der Link „{link}“ führt ins Leere. Das Ziel berichtigen oder den Link entfernen.")
            told_now = now(match["link"].partition("#")[0].rpartition("/")[2].partition(".")[0])
            hint = " " + _("Das Ziel heißt jetzt „{id}“.").format(id=told_now) if told_now else ""
            click.echo(message.format(**match.groupdict()) + hint, err=True)
        elif line.startswith("Aborted with"):
            click.echo(_("Nicht gebaut. Trotz Warnungen bauen: jbakb build --no-strict"), err=True)
        elif line.strip() and not line.startswith(("INFO", "DEBUG")):
            click.echo(line, err=True)
    if broken:
        last = trace.strip().splitlines()[-1]
        raise click.UsageError(_("Die Website ließ sich nicht bauen: {reason}").format(reason=last))
