"""`jbakb host`: the built website and its search, for a server."""

from __future__ import annotations

import errno
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jbakb.cli.app import App, pass_app
from jbakb.cli.engines import engine_of, engine_option
from jbakb.clock import today
from jbakb.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

_LOCAL = ("127.0.0.1", "::1", "localhost")


@click.command(
    help=_(
        "Die gebaute Website ausliefern, mit der Suche für andere Programme (/api/search). Ist noch keine gebaut, wird "
        "sie zuerst gebaut. Strg-C beendet."
    )
)
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    metavar=_("ORDNER"),
    help=_("Die Website in diesem Ordner (sonst site/)."),
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help=_("Anschluss; 0: ein freier.")
)
@click.option(
    "--bind", default="127.0.0.1", show_default=True, metavar=_("ADRESSE"), help=_("Adresse dieses Rechners.")
)
@click.option(
    "--edition",
    type=click.Choice(("internal", "public")),
    default=None,
    help=_("Diese Ausgabe zuerst neu bauen. internal: alles. public: nur was als öffentlich gekennzeichnet ist."),
)
@engine_option
@click.pass_context
@pass_app
def host(
    app: App, ctx: click.Context, /, site: Path | None, port: int, bind: str, edition: str | None, engine: str | None
) -> int:
    """Serve files and search; nothing is written but the search index."""
    try:
        from jbakb.server.answering import INDEX
        from jbakb.server.running import listen, serve_forever
    except ImportError as error:
        message = _("Für „jbakb host“ fehlt {name}. Abhilfe: pip install 'jbakb[server]'")
        raise click.UsageError(message.format(name=error.name or "starlette")) from None
    place = _listen(listen, bind, port)
    try:
        used = engine_of(app, engine)
        folder = (site or app.root / "site").resolve()
        built = (folder / INDEX).is_file() and (folder / "index.html").is_file()
        if edition or not built:
            status = _build(ctx, folder, edition or "internal")
            if status:
                return status
        shown = f"[{bind}]" if ":" in bind else bind
        address = f"http://{shown}:{place.getsockname()[1]}/"
        click.echo(_("Die Website steht unter {address} (Strg-C beendet).").format(address=address), err=True)
        if bind not in _LOCAL:
            click.echo(_("Andere Rechner im Netz können sie lesen, ohne Anmeldung."), err=True)
        serve_forever(folder, used, place)
    finally:
        place.close()
    return 0


def _build(ctx: click.Context, folder: Path, edition: str) -> int:
    from jbakb.cli.build import build

    # A dead link is no reason to be offline; it is told all the same.
    return int(ctx.invoke(build, edition=edition, on=today(), strict=False, site_dir=folder) or 0)


def _listen(listen: Callable[[str, int], socket.socket], bind: str, port: int) -> socket.socket:
    try:
        return listen(bind, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            message = _("Der Anschluss {port} ist belegt. Einen anderen nennen: jbakb host --port {other}")
            raise click.UsageError(message.format(port=port, other=port + 1 if port < 65535 else 8000)) from None
        if error.errno == errno.EACCES:
            message = _("Der Anschluss {port} ist Verwaltungsrechten vorbehalten. Einen über 1023 nennen.")
            raise click.UsageError(message.format(port=port)) from None
        message = _("„{address}“ ist keine Adresse dieses Rechners.")
        raise click.BadParameter(message.format(address=bind), param_hint="--bind") from None
