"""Running MkDocs, in a process of its own: the command line does not import it."""

from __future__ import annotations

import os
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
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=app.root, env=environment, check=False).returncode
