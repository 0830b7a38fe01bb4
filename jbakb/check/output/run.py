"""A built site checked as a whole: links, ids, files, and that nothing is loaded from elsewhere."""

from __future__ import annotations

import multiprocessing
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from jbakb.check.finding import Finding, Place
from jbakb.check.output.places import NOT_FOUND, Places, Target
from jbakb.check.output.scan import Scan, Use, scan_data, scan_markup, scan_script, scan_style
from jbakb.check.place import line_column
from jbakb.i18n import N_, _

#: Windows opens paths of at most 260 characters, and a share's own name comes on top.
LONGEST: Final = 200
#: Below this number of files starting processes costs more than it saves.
_WORTH_IT: Final = 400
_MARKUP: Final = (".html", ".htm", ".svg", ".xhtml")
_CHECKED: Final = (*_MARKUP, ".css", ".js", ".mjs", ".json", ".webmanifest")
#: Names that Windows cannot store.
_FORBIDDEN: Final = re.compile(r"[<>:\"|?*\\\x00-\x1f]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.I)
_MESSAGES: Final = {
    "output-link": N_("„{address}“ führt ins Leere."),
    "output-asset": N_("„{address}“ fehlt."),
    "output-case": N_("„{address}“ ist anders geschrieben als die Datei „{detail}“ (Groß- und Kleinschreibung)."),
    "output-absolute": N_("„{address}“ beginnt mit „/“ und führt von einem Laufwerk aus ins Leere."),
    "output-external": N_("„{address}“ wird von einem anderen Rechner geladen."),
}


def check_output(site: Path) -> list[Finding]:
    """Check the files of a built site; places are relative to it. Raises OSError for files that cannot be read."""
    paths = sorted(_files(site))
    places = Places(paths)
    checked = [path for path in paths if path.lower().endswith(_CHECKED)]
    scans = dict(zip(checked, _scan_all(site, checked), strict=True))
    findings = [*_names(places)]
    for path, scan in scans.items():
        wrong = [*_duplicates(scan), *_addresses(path, scan, places, scans)]
        if wrong:
            text = (site / path).read_text(encoding="utf-8", errors="replace")
            findings += [
                Finding(rule, message, _place(path, text, offset), excerpt=excerpt, severity="error")
                for rule, message, offset, excerpt in wrong
            ]
    return sorted(findings, key=lambda finding: finding.place)


def _files(site: Path) -> Iterator[str]:
    for folder, _folders, names in os.walk(site):
        for name in names:
            yield Path(folder, name).relative_to(site).as_posix()


def _scan_all(site: Path, paths: Sequence[str]) -> list[Scan]:
    files = [str(site / path) for path in paths]
    workers = min(os.cpu_count() or 1, 8)
    if len(files) < _WORTH_IT or workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return list(map(_scan, files))
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        return pool.map(_scan, files, chunksize=max(1, len(files) // (8 * workers)))


def _scan(file: str) -> Scan:
    text = Path(file).read_text(encoding="utf-8", errors="replace")
    kind = Path(file).suffix.lower()
    if kind in _MARKUP:
        return _without_repetition(scan_markup(text))
    scan = scan_style if kind == ".css" else scan_script if kind in (".js", ".mjs") else scan_data
    return Scan(scan(text))


def _without_repetition(scan: Scan) -> Scan:
    """Keep each address once: a page names most of them in every part of its navigation."""
    seen: dict[tuple[str, bool], Use] = {}
    for use in scan.uses:
        seen.setdefault((use.address, use.loads), use)
    return Scan(tuple(seen.values()), scan.ids, scan.repeated)


_Wrong = tuple[str, str, int, str]


def _duplicates(scan: Scan) -> Iterator[_Wrong]:
    for name, offset in scan.repeated:
        yield "output-id", _("Die Kennung „{id}“ gibt es auf der Seite zweimal.").format(id=name), offset, name


def _addresses(path: str, scan: Scan, places: Places, scans: dict[str, Scan]) -> Iterator[_Wrong]:
    for use in scan.uses:
        target = places.resolve(path, use.address, loads=use.loads)
        if target is None:
            continue
        if target.problem:
            rule = "output-asset" if target.problem == "output-link" and use.loads else target.problem
            message = _(_MESSAGES[rule]).format(address=_short(use.address), detail=target.detail)
            yield rule, message, use.offset, use.address
        elif _lacks(target, scans):
            message = _("Auf „{path}“ gibt es die Sprungmarke „{id}“ nicht.")
            yield "output-anchor", message.format(path=target.path, id=target.fragment), use.offset, use.address


def _lacks(target: Target, scans: dict[str, Scan]) -> bool:
    fragment = target.fragment
    if not fragment or fragment == "top" or fragment.startswith(":~:"):
        return False
    return target.path.lower().endswith(_MARKUP) and fragment not in scans[target.path].ids


def _names(places: Places) -> Iterator[Finding]:
    """Find paths that a Windows share cannot hold."""
    for path in sorted(places.paths):
        place = Place(path, 1, 1, 1, 1)
        if len(path) > LONGEST:
            message = _("Der Pfad hat {count} Zeichen; ab {most} wird es auf Windows-Laufwerken knapp.")
            text = message.format(count=len(path), most=LONGEST)
            yield Finding("output-path", text, place, excerpt=path, severity="warning")
        if any(_FORBIDDEN.search(part) for part in path.split("/")):
            text = _("Windows kann eine Datei mit diesem Namen nicht speichern.")
            yield Finding("output-path", text, place, excerpt=path, severity="warning")
        if (other := places.by_folded[path.lower()]) != path:
            text = _("Unterscheidet sich nur in Groß- und Kleinschreibung von „{other}“.").format(other=other)
            yield Finding("output-case", text, place, excerpt=path, severity="error")


def _place(path: str, text: str, offset: int) -> Place:
    line, column = line_column(text, offset)
    return Place(path, line, column, line, column)


def _short(address: str) -> str:
    return address if len(address) <= 120 else address[:119] + "…"


def is_site(folder: Path) -> bool:
    """Tell whether a folder looks like a built site."""
    return (folder / "index.html").is_file() or (folder / NOT_FOUND).is_file()
