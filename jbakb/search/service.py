"""Searching a knowledge base with an index that keeps itself up to date.

An index is written once, into a folder named after a fingerprint of what it was made of, and moved into place when it
is whole. A folder that is damaged or foreign is thrown away.
"""

from __future__ import annotations

import hashlib
import inspect
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

import platformdirs

import jbakb
from jbakb.handbook import DOCS
from jbakb.knowledge_base import KnowledgeBase
from jbakb.search.documents import SearchDocument, search_documents
from jbakb.search.engine import Engine, Hit, Query, Searcher, UpdatingEngine
from jbakb.search.expansions import expansions_of
from jbakb.search.incremental import Built, rebuild
from jbakb.search.index import SearchIndex, build_index
from jbakb.search.memory import MemorySearcher
from jbakb.store.loading import GLOSSARY

_JBAKB: Final = Path(jbakb.__file__).parent
_WORK: Final = "new-"
#: Written last, with a hash of all other files.
_SEAL: Final = "seal"
#: What the next build needs of this one.
_KEPT: Final = "analysis"
#: A half-written index older than this many seconds was left by a process that was killed.
_ABANDONED: Final = 3600


@dataclass(frozen=True)
class Further:
    """Documents beside those of glossary and handbook; they are the same as long as the files and `key` are."""

    key: str
    documents: Callable[[], Iterable[SearchDocument]]


def search(kb: KnowledgeBase, query: Query, cache: Path | None = None) -> list[Hit]:
    """Search a knowledge base; raises DataError if the index must be built and the data cannot be read.

    Args: `cache` is where indexes live, by default the user's cache folder.
    """
    return open_search(kb, cache).search(query)


def open_search(
    kb: KnowledgeBase, cache: Path | None = None, engine: Engine | None = None, further: Further | None = None
) -> Searcher:
    """Open the index of a knowledge base, for many queries; raises DataError as `search` does."""
    from jbakb.search.whoosh_engine import WhooshEngine

    used = engine or WhooshEngine()
    key = fingerprint(kb.root) + (further.key if further else "")
    hashed = hashlib.sha256(key.encode() + engine_fingerprint(used)).hexdigest()[:32]
    place = cache_folder(kb.root, cache) / f"{used.name}-{hashed}"

    def again(kept: bytes) -> Built:
        return rebuild(_documents(kb, further), expansions_of(kb.glossary), kept)

    return open_index(used, place, lambda: index_of(kb, further), again)


def index_of(kb: KnowledgeBase, further: Further | None = None) -> SearchIndex:
    """Analyse a knowledge base; raises DataError if it cannot be read."""
    return build_index(_documents(kb, further), expansions_of(kb.glossary))


def _documents(kb: KnowledgeBase, further: Further | None) -> Iterable[SearchDocument]:
    return chain(search_documents(kb.glossary, kb.pages), further.documents() if further else ())


def open_index(
    engine: Engine, place: Path, make: Callable[[], SearchIndex], again: Callable[[bytes], Built] | None = None
) -> Searcher:
    """Open the index at a place, built first if it is not there, damaged or foreign; in memory if it cannot be written.

    Args: `make` is only called to build; what it raises is passed on. `again` builds with what the last build kept, if
    there was one beside this place.
    """
    if place.is_dir():
        try:
            if _sealed(place):
                return _Careful(engine.open(place), make)
        except Exception:  # a damaged file raises anything: EOFError, UnpicklingError, TypeError, …
            pass
        shutil.rmtree(place, ignore_errors=True)
    last, kept = _last(engine, place) if again else (None, b"")
    built = again(kept) if again else Built(make(), b"", ())
    try:
        _write(engine, place, built, last)
        return _Careful(engine.open(place), lambda: built.index)
    except Exception:  # no space, no right to write, another process tidied up: the answer must still be right
        return MemorySearcher(built.index)


class _Careful:
    """Answer from an engine, or from memory where its files fail while they are read."""

    def __init__(self, searcher: Searcher, make: Callable[[], SearchIndex]) -> None:
        self._searcher = searcher
        self._make = make

    def search(self, query: Query) -> list[Hit]:
        try:
            return self._searcher.search(query)
        except Exception:
            self._searcher = MemorySearcher(self._make())
            return self._searcher.search(query)


def _write(engine: Engine, place: Path, built: Built, last: Path | None) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(dir=place.parent, prefix=_WORK))
    try:
        if not (last and _update(engine, work, built, last)):
            shutil.rmtree(work)
            work.mkdir()
            engine.build(work, built.index)
        if built.kept:
            (work / _KEPT).write_bytes(_version(engine) + built.kept)
        (work / _SEAL).write_text(_hash(work), encoding="utf-8")
        with suppress(OSError):
            # Fails if another process was first with the same content; then this copy goes.
            work.rename(place)
        _tidy(place)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _update(engine: Engine, work: Path, built: Built, last: Path) -> bool:
    """Make the index from a copy of the last one, if the engine can; whatever fails, a full build can still do."""
    if not isinstance(engine, UpdatingEngine):
        return False
    try:
        for path in last.iterdir():
            if path.name not in (_SEAL, _KEPT) and not path.name.endswith("LOCK"):
                shutil.copy(path, work)
        return engine.update(work, built.index, built.same)
    except Exception:
        return False


def _last(engine: Engine, place: Path) -> tuple[Path | None, bytes]:
    """Find the last index of an engine beside a place, and what its build kept; made by this very program only."""
    with suppress(OSError):
        for other in place.parent.iterdir():
            if other != place and other.name.rpartition("-")[0] == engine.name:
                with suppress(OSError):
                    kept = (other / _KEPT).read_bytes()
                    if kept.startswith(version := _version(engine)) and _sealed(other):
                        return other, kept.removeprefix(version)
    return None, b""


def _version(engine: Engine) -> bytes:
    """Return a hash of our own code and the engine's."""
    hashed = hashlib.sha256(engine_fingerprint(engine))
    for path in _code():
        hashed.update(path.read_bytes())
    return hashed.digest()


def _tidy(place: Path) -> None:
    kind = place.name.rpartition("-")[0]
    for other in place.parent.iterdir():
        with suppress(OSError):
            outdated = other != place and other.name.rpartition("-")[0] == kind
            abandoned = other.name.startswith(_WORK) and time.time() - other.stat().st_mtime > _ABANDONED
            if outdated or abandoned:
                shutil.rmtree(other, ignore_errors=True)


def _sealed(place: Path) -> bool:
    return (place / _SEAL).read_text(encoding="utf-8") == _hash(place)


def _hash(folder: Path) -> str:
    hashed = hashlib.blake2b(digest_size=16)
    for path in sorted(folder.iterdir()):
        if path.name != _SEAL and not path.name.endswith("LOCK"):
            content = path.read_bytes()
            hashed.update(f"{path.name}\0{len(content)}\0".encode() + content)
    return hashed.hexdigest()


def cache_folder(root: Path, cache: Path | None = None) -> Path:
    """Return the folder for the index of a knowledge base; every root has its own."""
    name = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
    return (cache or platformdirs.user_cache_path("jbakb", appauthor=False)) / "search" / name


def engine_fingerprint(engine: Engine) -> bytes:
    """Return a hash of the file that an engine was written in: its index is not older than itself."""
    source = inspect.getsourcefile(type(engine))
    return hashlib.sha256(Path(source).read_bytes() if source and Path(source).is_file() else b"").digest()


def fingerprint(root: Path) -> str:
    """Return a hash of everything that the index is made of: all files of glossary and handbook, and our own code."""
    hashed = hashlib.sha256()
    for path in (*_code(), *sorted((root / GLOSSARY).rglob("*.yml")), *sorted((root / DOCS).rglob("*.md"))):
        content = path.read_bytes()
        hashed.update(f"{path.as_posix()}\0{len(content)}\0".encode())
        hashed.update(content)
    return hashed.hexdigest()[:32]


def _code() -> Iterable[Path]:
    return sorted(
        path for package in ("search", "language", "site", ".") for path in (_JBAKB / package).glob("*.[pt][yx]*")
    )
