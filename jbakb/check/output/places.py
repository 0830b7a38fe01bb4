"""The files of a built site, and what an address in one of them leads to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
#: What stays on the machine of the reader.
_LOCAL_SCHEMES: Final = ("data:", "blob:", "about:", "javascript:", "mailto:", "tel:", "sms:")
#: The page for wrong addresses is served from any folder: only it may start addresses with a slash.
NOT_FOUND: Final = "404.html"


class Target(NamedTuple):
    """Where an address leads. `problem` is a rule's id, empty if all is well; `detail` what exists instead."""

    path: str
    fragment: str = ""
    problem: str = ""
    detail: str = ""


class Places:
    """The paths of all files of a site, relative to its root, with slashes."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = frozenset(paths)
        self._known: dict[tuple[str, str], Target] = {}

    @cached_property
    def by_folded(self) -> Mapping[str, str]:
        """Return the paths by their lower-case form."""
        return {path.lower(): path for path in sorted(self.paths)}

    def resolve(self, source: str, address: str, *, loads: bool) -> Target | None:
        """Return what an address leads to, None if it leads to nothing that could be checked here."""
        lower = address.lower()
        if lower.startswith(_LOCAL_SCHEMES) or not address:
            return None
        if address.startswith("//") or _SCHEME.match(address):
            return Target("", problem="output-external", detail=address) if loads else None
        if source == NOT_FOUND and address.startswith("/"):
            address, base = address.lstrip("/"), ""
        elif address.startswith("/"):
            return Target("", problem="output-absolute", detail=address)
        else:
            base = posixpath.dirname(source)
        head, _hash, fragment = address.partition("#")
        key = (base, head) if head else ("", source)
        if key not in self._known:
            self._known[key] = self._find(base, head) if head else Target(source)
        return self._known[key]._replace(fragment=unquote(fragment))

    def _find(self, base: str, head: str) -> Target:
        path = unquote(urlsplit(head).path)
        if not path:
            return Target("")
        joined = posixpath.normpath(posixpath.join(base, path))
        if joined.startswith(".."):
            return Target("", problem="output-link", detail=path)
        folder = path.endswith(("/", "/.", "/..")) or joined == "." or path in (".", "..")
        wanted = "index.html" if joined == "." else f"{joined}/index.html" if folder else joined
        if wanted in self.paths:
            return Target(wanted)
        if f"{joined}/index.html" in self.paths:
            return Target(f"{joined}/index.html")
        other = self.by_folded.get(wanted.lower())
        return Target("", problem="output-case" if other else "output-link", detail=other or wanted)
