"""`jbakb build`: the website as files."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Final

import click

from jbakb.cli.app import App, as_of_option, pass_app
from jbakb.cli.bundle import bundle_target, save_bundle
from jbakb.cli.mkdocs import check_data, run_mkdocs
from jbakb.clock import today
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
@click.option(
    "--check-output", "checked", is_flag=True, help=_("Das Ergebnis danach prüfen, wie „jbakb check-output“.")
)
@click.option(
    "--zip",
    "zip_file",
    is_flag=False,
    flag_value="",
    metavar=_("[DATEI]"),
    help=_("Die Website auch in eine Zip-Datei packen (ohne DATEI: site.zip)."),
)
@pass_app
def build(
    app: App, edition: str, on: date, site_dir: Path | None, strict: bool, checked: bool, zip_file: str | None
) -> int:
    """Let MkDocs build the site; its warnings are errors unless that is switched off."""
    check_data(app)
    target = (site_dir or app.root / "site").resolve()
    _refuse_foreign(app.root, target)
    _refuse_read_only(target)
    bundle = None if zip_file is None else bundle_target(app.root, target, zip_file)
    # No --quiet: with it MkDocs does not count warnings, and --strict lets them pass.
    mode = "--strict" if strict else "--no-strict"
    status = run_mkdocs(app, "build", mode, "--site-dir", str(target), edition=edition, on=on, report=True)
    if status == 0:
        click.echo(_("Gebaut: {page}").format(page=target / "index.html"))
    if status == 0 and checked:
        status = _check(target)
    if status == 0 and bundle:
        save_bundle(target, bundle, app.kb.settings.title, today())
    return status


def _check(site: Path) -> int:
    """Check the built files; a site that is not well is not packed."""
    from jbakb.check.output.run import check_output
    from jbakb.cli.check_output import failed, report

    findings = check_output(site)
    report(findings)
    return int(failed(findings))


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
