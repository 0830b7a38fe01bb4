"""Running MkDocs, in a process of its own: the command line does not import it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date

import click

from jbakb.cli.app import App
from jbakb.i18n import _


def check_data(app: App) -> None:
    """Raise what makes a site impossible, before MkDocs starts: unreadable data, or no mkdocs.yml."""
    if not (app.root / "mkdocs.yml").is_file():
        raise click.UsageError(
            _(
                "In {folder} fehlt die mkdocs.yml. „jbakb init“ zeigt in einer neuen Wissensbasis, wie sie aussieht."
            ).format(folder=app.root)
        )
    _data = app.kb.glossary, app.kb.pages


def run_mkdocs(app: App, *arguments: str, edition: str, on: date | None) -> int:
    """Run MkDocs on the knowledge base and return its exit status; the plugin reads the edition and the day."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "JBAKB_EDITION": edition}
    environment |= {"JBAKB_AS_OF": on.isoformat()} if on else {}
    process = subprocess.Popen([sys.executable, "-m", "mkdocs", *arguments], cwd=app.root, env=environment)
    # Who stops this program stops MkDocs too; Ctrl-C reaches both by itself.
    signal.signal(signal.SIGTERM, lambda _number, _frame: process.terminate())
    try:
        return process.wait()
    except KeyboardInterrupt:
        process.wait()
        raise
