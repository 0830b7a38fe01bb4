"""Searching a knowledge base with an index that keeps itself up to date."""

from __future__ import annotations

import hashlib
from pathlib import Path

import platformdirs

from jbakb import __version__
from jbakb.handbook import DOCS
from jbakb.knowledge_base import KnowledgeBase
from jbakb.search.documents import SearchDocument, search_documents
from jbakb.search.engine import Hit, Query
from jbakb.store.loading import GLOSSARY


def search(kb: KnowledgeBase, query: Query, cache: Path | None = None) -> list[Hit]:
    """Search a knowledge base; raises DataError if the index must be built and the data cannot be read.

    Args: `cache` is where indexes live, by default the user's cache folder.
    """
    from jbakb.search.whoosh_engine import answer

    def documents() -> list[SearchDocument]:
        return list(search_documents(kb.glossary, kb.pages))

    return answer(query, cache_folder(kb.root, cache), fingerprint(kb.root), documents)


def cache_folder(root: Path, cache: Path | None = None) -> Path:
    """Return the folder for the index of a knowledge base; every root has its own."""
    name = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
    return (cache or platformdirs.user_cache_path("jbakb", appauthor=False)) / "search" / name


def fingerprint(root: Path) -> str:
    """Return a hash of everything that the index is made of: all files of glossary and handbook, and this program."""
    hashed = hashlib.sha256(__version__.encode())
    for folder, suffix in ((GLOSSARY, "yml"), (DOCS, "md")):
        for path in sorted((root / folder).rglob(f"*.{suffix}")):
            content = path.read_bytes()
            hashed.update(f"\0{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
            hashed.update(content)
    return hashed.hexdigest()[:32]
