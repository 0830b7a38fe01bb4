"""Writing the built site as a zip: where it goes, and what is refused."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import click

from jbakb.i18n import _
from jbakb.site.bundle import README, write_bundle


def bundle_target(root: Path, site: Path, given: str) -> Path:
    """Return where the zip goes: beside the site's folder unless said otherwise.

    Raises a usage error for a folder, for a file that is no zip of a site, and for a place inside the site.
    """
    target = Path(given) if given else root / f"{site.name}.zip"
    if target.is_dir():
        target = target / f"{site.name}.zip"
    if target.resolve().is_relative_to(site):
        raise _refused(_("„{file}“ läge in der Website selbst.").format(file=target))
    if target.exists() and not _is_bundle(target):
        message = _("„{file}“ gibt es schon und ist keine gepackte Website; sie würde überschrieben.")
        raise _refused(message.format(file=target))
    if not target.parent.is_dir():
        raise _refused(_("Den Ordner „{folder}“ gibt es nicht.").format(folder=target.parent))
    return target


def save_bundle(site: Path, target: Path, title: str, day: date) -> None:
    """Write the zip and put it in its place by one rename; an old one stays until the new one is whole."""
    unfinished = target.with_name(f".{target.name}.tmp")
    try:
        with unfinished.open("wb") as file:
            count = write_bundle(site, file, title, day)
            size = file.tell()
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    message = _("Gepackt: {file} ({count} Dateien, {size} MB)")
    click.echo(message.format(file=target, count=count, size=f"{size / 1_000_000:.1f}".replace(".", ",")))


def _is_bundle(file: Path) -> bool:
    try:
        with zipfile.ZipFile(file) as bundle:
            return README in bundle.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def _refused(message: str) -> click.BadParameter:
    return click.BadParameter(message, param_hint="--zip")
