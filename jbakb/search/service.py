"""Searching a knowledge base with an index that keeps itself up to date."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

import platformdirs

import jbakb
from jbakb.handbook import DOCS
from jbakb.knowledge_base import KnowledgeBase
from jbakb.search.documents import SearchDocument, search_documents
from jbakb.search.engine import Hit, Query
from jbakb.store.loading import GLOSSARY

_JBAKB: Final = Path(jbakb.__file__).parent


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
    """Return a hash of everything that the index is made of: all files of glossary and handbook, and our own code."""
    hashed = hashlib.sha256()
    code = [path for package in ("search", "language") for path in (_JBAKB / package).glob("*.py")]
    for path in (*sorted(code), *sorted((root / GLOSSARY).rglob("*.yml")), *sorted((root / DOCS).rglob("*.md"))):
        content = path.read_bytes()
        hashed.update(f"{path.as_posix()}\0{len(content)}\0".encode())
        hashed.update(content)
    return hashed.hexdigest()[:32]
