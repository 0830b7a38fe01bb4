"""`jbakb serve`: the website as a preview that follows changes."""

from __future__ import annotations

import click

from jbakb.cli.app import App, pass_app
from jbakb.cli.mkdocs import check_data, run_mkdocs
from jbakb.i18n import _


@click.command(help=_("Die Website anzeigen und bei Änderungen neu bauen. Strg-C beendet."))
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help=_("Anschluss auf diesem Rechner.")
)
@click.option("--open", "open_", is_flag=True, help=_("Im Browser öffnen."))
@click.option(
    "--edition",
    type=click.Choice(("internal", "public")),
    default="internal",
    help=_("internal: alles. public: nur was als öffentlich gekennzeichnet ist."),
)
@pass_app
def serve(app: App, port: int, open_: bool, edition: str) -> int:
    """Let MkDocs serve the site on this machine only."""
    check_data(app)
    click.echo(_("Vorschau: http://127.0.0.1:{port}/ (Strg-C beendet)").format(port=port), err=True)
    arguments = ["serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}", *(["--open"] if open_ else [])]
    try:
        return run_mkdocs(app, *arguments, edition=edition, on=None)
    except KeyboardInterrupt:
        return 0
