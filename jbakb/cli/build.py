"""`jbakb build`: the website as files."""

from __future__ import annotations

import os
import subprocess
import sys

import click

from jbakb.cli.app import App, pass_app
from jbakb.i18n import _


@click.command(help=_("Die Website bauen (Ordner site/)."))
@pass_app
def build(app: App) -> int:
    """Let MkDocs build the site."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"],
        cwd=app.root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    ).returncode
