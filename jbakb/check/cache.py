"""What page rules found out last time, one file per knowledge base under the user's cache folder.

A result holds as long as the page's text and everything else it depends on are the same: the glossary's files, the
settings, the rules, local plugins, the day, the language and the program. A file that cannot be read is made anew.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec
from platformdirs import user_cache_path

import jbakb
from jbakb.check.finding import CheckInput, Fact, Finding, Rule
from jbakb.i18n import _

_PACKAGE: Final = Path(jbakb.__file__).parent


class Result(msgspec.Struct):
    """What was found on a page, and the facts about it by rule id."""

    findings: list[Finding]
    facts: dict[str, list[Fact]] = {}


class _Stored(msgspec.Struct):
    key: str
    pages: dict[str, tuple[str, Result]] = {}


class Cache:
    """The kept results of one knowledge base; `save` writes what was used in this run."""

    def __init__(self, file: Path, key: str) -> None:
        self.file = file
        self._key = key
        self._old = _read(file, key)
        self._new: dict[str, tuple[str, Result]] = {}
        self._changed = False

    def get(self, path: str, text: str) -> Result | None:
        """Return what was found on a page with this text; None if that is not known."""
        kept = self._old.get(path)
        if kept is None or kept[0] != _hash(text):
            return None
        self._new[path] = kept
        return kept[1]

    def put(self, path: str, text: str, result: Result) -> None:
        """Keep what was found on a page."""
        self._new[path] = (_hash(text), result)
        self._changed = True

    def save(self) -> None:
        """Write the file by one rename; a cache that cannot be written is none."""
        if not self._changed and self._new.keys() == self._old.keys():
            return
        temporary = self.file.with_name(f"{self.file.name}.{os.getpid()}.tmp")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(msgspec.msgpack.encode(_Stored(self._key, self._new)))
            temporary.replace(self.file)
        except OSError:
            temporary.unlink(missing_ok=True) if self.file.parent.is_dir() else None


def open_cache(given: CheckInput, rules: Iterable[Rule], folder: Path | None = None) -> Cache:
    """Open the cache of a knowledge base for a set of rules; `folder` instead of the user's cache folder."""
    root = given.knowledge_base.root.resolve()
    name = hashlib.sha256(str(root).encode()).hexdigest()[:16]
    return Cache((folder or user_cache_path("jbakb") / "check") / f"{name}.msgpack", _key(given, rules, root))


def _key(given: CheckInput, rules: Iterable[Rule], root: Path) -> str:
    """Hash everything but the page that a page rule's findings depend on."""
    seen = hashlib.sha256()
    # A translated text stands for the language.
    for text in (jbakb.__version__, given.on.isoformat(), _("Fehler"), *(rule.id for rule in rules)):
        seen.update(text.encode() + b"\0")
    for path in sorted([*root.glob("glossary/**/*.yml"), *root.glob("plugins/*.py"), root / "jbakb.toml"]):
        if path.is_file():
            seen.update(str(path).encode() + b"\0" + path.read_bytes())
    for path in sorted(_PACKAGE.rglob("*.py")):
        stat = path.stat()
        seen.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode())
    return seen.hexdigest()


def _read(file: Path, key: str) -> dict[str, tuple[str, Result]]:
    try:
        stored = msgspec.msgpack.decode(file.read_bytes(), type=_Stored)
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
        return {}
    return stored.pages if stored.key == key else {}


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
