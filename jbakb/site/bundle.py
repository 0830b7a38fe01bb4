"""A built site as one file to put on a share: the same bytes for the same site."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import BinaryIO, Final

from jbakb.i18n import _
from jbakb.labels import day_label

#: What people read first; its name sorts among the first and opens with a double click.
README: Final = "LIESMICH.txt"
_FILE_MODE: Final = 0o100644 << 16
_UNIX: Final = 3
_WIDTH: Final = 90
#: Earlier days do not exist in a zip.
_FIRST: Final = date(1980, 1, 1)
#: Compressed already.
_STORED: Final = frozenset((".png", ".jpg", ".jpeg", ".webp", ".gif", ".woff2", ".gz", ".zip", ".pdf"))


def write_bundle(site: Path, target: BinaryIO, title: str, day: date) -> int:
    """Write a zip of a built site and return the number of its files.

    Files stand in the order of their paths, with the day at midnight and fixed permissions, so that nothing depends on
    the machine. Raises OSError for files that cannot be read.
    """
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    stamp = max(day, _FIRST)
    with zipfile.ZipFile(target, "w") as bundle:
        _add(bundle, README, readme(title, day).encode("utf-8-sig"), stamp)
        for path in paths:
            _add(bundle, path.relative_to(site).as_posix(), path.read_bytes(), stamp)
    return len(paths)


def _add(bundle: zipfile.ZipFile, name: str, data: bytes, day: date) -> None:
    info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    info.create_system = _UNIX
    info.external_attr = _FILE_MODE
    stored = Path(name).suffix.lower() in _STORED
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    bundle.writestr(info, data, compresslevel=9)


def readme(title: str, day: date) -> str:
    """Return the text that says how the site is opened, with the line ends of Windows."""
    lines = [
        title,
        "=" * len(title),
        "",
        _("Stand: {day}").format(day=day_label(day)),
        "",
        _("So geht es:"),
        _("1. Diese Zip-Datei in einen Ordner entpacken (rechte Maustaste, „Alle extrahieren“)."),
        _("2. In diesem Ordner die Datei index.html öffnen. Sie erscheint im Browser."),
        "",
        *wrap(_("Aus der Zip-Datei heraus, ohne Entpacken, funktionieren Links und Suche nicht."), _WIDTH),
        *wrap(
            _(
                "Es braucht kein Internet und keine Installation. Auf einem gemeinsamen Laufwerk genügt eine "
                "Verknüpfung auf index.html. Beim Aktualisieren den alten Ordner ganz durch den neuen ersetzen."
            ),
            _WIDTH,
        ),
        "",
    ]
    return "\r\n".join(lines)
