"""Whether everything that jbakb needs is there: what `jbakb doctor` sees."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final, Literal

from jbakb.i18n import _, ngettext
from jbakb.knowledge_base import open_knowledge_base
from jbakb.plugin_host import PluginError, load_plugins
from jbakb.search.service import cache_folder
from jbakb.store.problem import DataError
from jbakb.store.settings import MARKER
from jbakb.store.transaction import WORK

State = Literal["ok", "attention", "info"]
OLDEST_PYTHON: Final = (3, 11)
_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")


@dataclass(frozen=True)
class Observation:
    """What was looked at, how it is, and how to mend it. `info` is good to know and nothing to mend."""

    id: str
    state: State
    message: str
    hint: str = ""


def observe(root: Path | None, *, encoding: str, local_plugins: bool = True) -> Iterator[Observation]:
    """Look at everything once.

    Args: `root` the knowledge base, None if there is none; `encoding` the one of the terminal.
    """
    yield _python()
    yield _packages()
    yield _terminal(encoding)
    yield _git(root)
    yield _cache(root or Path())
    if root is None:
        message = _("Hier ist keine Wissensbasis (keine {file}).").format(file=MARKER)
        hint = _("„jbakb init“ legt eine an, „jbakb -C ORDNER …“ nimmt eine andere")
        yield Observation("root", "attention", message, hint)
    else:
        yield Observation("root", "ok", _("Wissensbasis: {folder}").format(folder=root))
        # Before the data: reading them may finish what was interrupted.
        yield _leftovers(root)
        yield _data(root)
        yield _site(root)
        yield _plugins(root, local=local_plugins)
    yield _program("chromium", _BROWSERS, _("Browser für die Tests der Website"))
    yield _program("node", ("node",), _("Node.js für die Tests der Suche im Browser"))


def _python() -> Observation:
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= OLDEST_PYTHON:
        return Observation("python", "ok", f"Python {found}")
    needed = ".".join(map(str, OLDEST_PYTHON))
    hint = _("Python {needed} oder neuer installieren").format(needed=needed)
    return Observation("python", "attention", _("Python {found} ist zu alt.").format(found=found), hint)


def _packages() -> Observation:
    try:
        lines = metadata.requires("jbakb") or ()
    except metadata.PackageNotFoundError:
        message = _("jbakb läuft aus seinem Quellordner und ist nicht installiert.")
        return Observation("packages", "info", message)
    # Lines with a semicolon are extras; a name ends where its version begins.
    required = [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in lines if ";" not in line]
    missing = [name for name in required if not _installed(name)]
    if missing:
        message = _("Pakete fehlen: {names}.").format(names=", ".join(missing))
        return Observation(
            "packages", "attention", message, _("jbakb neu installieren, so wie die Anleitung es beschreibt")
        )
    version = metadata.version("jbakb")
    return Observation("packages", "ok", _("jbakb {version} mit allen Paketen").format(version=version))


def _installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _terminal(encoding: str) -> Observation:
    if encoding.lower().replace("-", "") in ("utf8", "utf_8", "cp65001"):
        return Observation("terminal", "ok", _("Das Terminal zeigt Umlaute (UTF-8)."))
    message = _("Das Terminal benutzt {encoding}; manche Zeichen fehlen.").format(encoding=encoding or "?")
    return Observation("terminal", "attention", message, _("die Umgebungsvariable PYTHONUTF8=1 setzen"))


def _git(root: Path | None) -> Observation:
    if shutil.which("git") is None:
        hint = _("von git-scm.com installieren; ohne Git gibt es keinen Verlauf über „jbakb undo“ hinaus")
        return Observation("git", "attention", _("Git ist nicht installiert."), hint)
    if root is not None and not any((folder / ".git").exists() for folder in (root, *root.parents)):
        message = _("Git ist da, aber die Wissensbasis ist noch nicht unter Versionsverwaltung.")
        return Observation("git", "info", message, _("im Ordner der Wissensbasis: git init"))
    return Observation("git", "ok", _("Git ist da."))


def _cache(root: Path) -> Observation:
    folder = cache_folder(root)
    there = next(parent for parent in (folder, *folder.parents) if parent.is_dir())
    if _writable(there):
        return Observation("cache", "ok", _("Der Suchindex kann gespeichert werden."))
    message = _("In {folder} kann nichts gespeichert werden; jede Suche baut den Index neu.").format(folder=there)
    return Observation("cache", "attention", message, _("Schreibrechte geben"))


def _data(root: Path) -> Observation:
    try:
        kb = open_knowledge_base(root)
        problems = kb.problems
    except DataError as error:
        problems = error.problems
    if not problems:
        count = len(kb.glossary.entries)
        message = ngettext("{count} Eintrag, alle Dateien lesbar", "{count} Einträge, alle Dateien lesbar", count)
        return Observation("data", "ok", message.format(count=count))
    message = ngettext("{count} Fehler in den Daten, zuerst:", "{count} Fehler in den Daten, zuerst:", len(problems))
    first = problems[0]
    said = f"{message.format(count=len(problems))} {first.file}:{first.line}:{first.column} {first.message}"
    return Observation("data", "attention", said, first.hint or _("„jbakb check“ zeigt alle"))


def _plugins(root: Path, *, local: bool) -> Observation:
    try:
        count = len(load_plugins(root, local=local).plugins)
    except PluginError as error:
        hint = _("die Datei berichtigen, oder vorerst mit --no-plugins arbeiten")
        return Observation("plugins", "attention", _("Plugin: {error}").format(error=error), hint)
    return Observation("plugins", "ok", ngettext("{count} Plugin", "{count} Plugins", count).format(count=count))


def _site(root: Path) -> Observation:
    if (root / "mkdocs.yml").is_file():
        return Observation("site", "ok", _("Die Website ist eingerichtet (mkdocs.yml)."))
    hint = _("„jbakb init“ in diesem Ordner ergänzt, was fehlt")
    return Observation("site", "attention", _("Ohne mkdocs.yml lässt sich keine Website bauen."), hint)


def _leftovers(root: Path) -> Observation:
    if not _writable(root):
        return Observation(
            "leftovers", "attention", _("In {folder} darf nicht geschrieben werden.").format(folder=root)
        )
    if (root / WORK / "pending").exists():
        hint = _("der nächste Befehl, der schreibt, bringt ihn zu Ende")
        return Observation("leftovers", "attention", _("Ein Schreibvorgang wurde unterbrochen."), hint)
    # A killed process leaves the file that it was about to move into place.
    left = sorted(path.relative_to(root).as_posix() for path in (root / "glossary").rglob(".*.yml.*"))
    if left:
        message = _("Übrig von einem abgebrochenen Schreibvorgang: {files}").format(files=", ".join(left[:3]))
        return Observation("leftovers", "attention", message, _("diese Dateien löschen"))
    return Observation("leftovers", "ok", _("Keine Reste von abgebrochenen Änderungen"))


def _program(id_: str, names: tuple[str, ...], purpose: str) -> Observation:
    there = any(map(shutil.which, names))
    message = _("{purpose}: vorhanden") if there else _("{purpose}: nicht vorhanden, für den Alltag nicht nötig")
    return Observation(id_, "info", message.format(purpose=purpose))


def _writable(folder: Path) -> bool:
    try:
        with TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
