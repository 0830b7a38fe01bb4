"""Searching a built site: exactly what its own index has, so nothing internal can get out of a public edition."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from jbakb.search.browser import SiteIndex, read_script
from jbakb.search.engine import Engine, Hit, Query, Searcher
from jbakb.search.service import cache_folder, engine_fingerprint, open_index

#: Where a built site keeps its index.
INDEX: Final = Path("assets", "jbakb", "search-index.js")


class NoIndexError(Exception):
    """The site has no index that can be read."""


class SiteSearch:
    """The search of a built site; it follows when the site is built again. For one caller at a time.

    Args: `cache` is where the engine keeps its index, by default the user's cache folder.
    """

    def __init__(self, site: Path, engine: Engine, cache: Path | None = None) -> None:
        self._file = site / INDEX
        self._engine = engine
        self._place = cache_folder(site, cache)
        self._seen: tuple[int, int] | None = None
        self._searcher: Searcher | None = None
        self.areas: tuple[str, ...] = ()
        self.documents = 0

    def refresh(self) -> None:
        """Read the index if it changed; while a site is being built, the old one stays. Raises NoIndexError."""
        try:
            found = self._file.stat()
            if (found.st_mtime_ns, found.st_size) != self._seen:
                self._open(self._file.read_bytes())
                self._seen = found.st_mtime_ns, found.st_size
        except (OSError, ValueError) as error:
            if self._searcher is None:
                raise NoIndexError(str(error)) from None

    def search(self, query: Query) -> list[Hit]:
        """Return the hits of a query, best first; raises NoIndexError."""
        self.refresh()
        assert self._searcher is not None
        return self._searcher.search(query)

    def _open(self, script: bytes) -> None:
        site: SiteIndex = read_script(script.decode())
        hashed = hashlib.sha256(script + engine_fingerprint(self._engine)).hexdigest()[:32]
        self._searcher = open_index(self._engine, self._place / f"{self._engine.name}-{hashed}", lambda: site.index)
        self.areas, self.documents = site.areas, len(site.index.documents)
