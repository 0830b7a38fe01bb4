"""`jbakb serve`: the website as a preview that follows changes."""

from __future__ import annotations

import socket

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
    _refuse_taken(port)
    click.echo(_("Vorschau: http://127.0.0.1:{port}/ (Strg-C beendet)").format(port=port), err=True)
    arguments = ["serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}", *(["--open"] if open_ else [])]
    try:
        return run_mkdocs(app, *arguments, edition=edition, on=None)
    except KeyboardInterrupt:
        return 0


def _refuse_taken(port: int) -> None:
    """Refuse a port that cannot be listened on, before an address is shown that leads elsewhere."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            message = _("Der Anschluss {port} ist belegt. Einen anderen nennen: jbakb serve --port {other}")
            other = port + 1 if port < 65535 else 8000
            raise click.UsageError(message.format(port=port, other=other)) from None
