"""`jbakb build`: the website as files."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Final

import click

from jbakb.cli.app import App, as_of_option, pass_app
from jbakb.cli.mkdocs import check_data, run_mkdocs
from jbakb.i18n import _

#: What every built site has in its root: a folder with these was made by us and may be emptied.
_SIGNS: Final = ("404.html", "sitemap.xml")


@click.command(help=_("Die Website bauen (Ordner site/)."))
@click.option(
    "--edition",
    type=click.Choice(("internal", "public")),
    default="internal",
    help=_("internal: alles. public: nur was als öffentlich gekennzeichnet ist."),
)
@as_of_option
@click.option("--strict/--no-strict", default=True, help=_("Bei toten Links und anderen Warnungen abbrechen."))
@click.option("--site-dir", type=click.Path(path_type=Path), metavar=_("ORDNER"), help=_("In diesen Ordner bauen."))
@pass_app
def build(app: App, edition: str, on: date, site_dir: Path | None, strict: bool) -> int:
    """Let MkDocs build the site; its warnings are errors unless that is switched off."""
    check_data(app)
    target = (site_dir or app.root / "site").resolve()
    _refuse_foreign(app.root, target)
    _refuse_read_only(target)
    # No --quiet: with it MkDocs does not count warnings, and --strict lets them pass.
    mode = "--strict" if strict else "--no-strict"
    status = run_mkdocs(app, "build", mode, "--site-dir", str(target), edition=edition, on=on, report=True)
    if status == 0:
        click.echo(_("Gebaut: {page}").format(page=target / "index.html"))
    return status


def _refuse_foreign(root: Path, target: Path) -> None:
    """Refuse a folder that holds something else than a site: building empties it."""
    if root.resolve().is_relative_to(target) or any(
        target.is_relative_to(root.resolve() / name) for name in ("docs", "glossary", "plugins")
    ):
        raise click.BadParameter(
            _("In „{folder}“ liegt die Wissensbasis selbst.").format(folder=target), param_hint="--site-dir"
        )
    if target.is_file():
        raise click.BadParameter(_("„{folder}“ ist eine Datei.").format(folder=target), param_hint="--site-dir")
    if target.is_dir() and any(target.iterdir()) and not all((target / sign).is_file() for sign in _SIGNS):
        message = _("„{folder}“ enthält etwas anderes als eine gebaute Website; beim Bauen ginge es verloren.")
        raise click.BadParameter(message.format(folder=target), param_hint="--site-dir")


def _refuse_read_only(target: Path) -> None:
    """Refuse a folder that cannot be made or written, before MkDocs fails in the middle."""
    try:
        target.mkdir(parents=True, exist_ok=True)
        writable = os.access(target, os.W_OK | os.X_OK)
    except OSError:
        writable = False
    if not writable:
        message = _("In „{folder}“ lässt sich nicht schreiben. Rechte ändern oder einen anderen Ordner nennen.")
        raise click.BadParameter(message.format(folder=target), param_hint="--site-dir")
