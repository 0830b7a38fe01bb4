"""The search engine on Whoosh: the only module that imports it.

Only Term, Or, And, Prefix and FuzzyTerm are used: other query types of Whoosh score wrongly. An index is written once,
into a folder named after a fingerprint of what it was made of, and moved into place when it is whole.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from whoosh import query as q
from whoosh.fields import ID, KEYWORD, STORED, Schema
from whoosh.filedb.filestore import FileStorage, RamStorage, Storage
from whoosh.index import Index

from jbakb.search.analysis import phrase, tokens
from jbakb.search.documents import SearchDocument
from jbakb.search.engine import Hit, Query

#: No token contains it.
_SEPARATOR: Final = ","
_LONGEST_PHRASE: Final = 8

_SCHEMA: Final = {
    "id": ID(stored=True),
    "kind": ID(stored=True),
    "area": ID(stored=True),
    "path": ID(stored=True),
    # A whole term as one token, in each of its forms: what somebody types in full comes first.
    "exact": KEYWORD(commas=True),
    "words": KEYWORD(commas=True, scorable=True),
    "title": KEYWORD(commas=True, scorable=True),
    "text": KEYWORD(commas=True, scorable=True),
    "shown": STORED,
    "url": STORED,
    "forms": STORED,
}

_EXACT, _WORD, _TITLE, _TEXT = 20.0, 4.0, 3.0, 1.0
_PREFIX, _FUZZY = 0.5, 0.3


class SearchIndex:
    """An index of search documents in a folder of its own."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def search(self, query: Query) -> list[Hit]:
        """Answer a query: results by falling score, one per path; equal scores keep the order of the documents."""
        words = tokens(query.text)
        if not words:
            return []
        with self._index.searcher() as searcher:
            allowed = _allowed(query)
            # Every path once: a path has some documents, so ask for all and group.
            found = searcher.search(_query(words, self._variants(searcher, words)), filter=allowed, limit=None)
            if not found:
                found = searcher.search(_near(words), filter=allowed, limit=None)
            return list(_hits(found, query.limit))

    def _variants(self, searcher: Any, words: list[str]) -> dict[str, set[str]]:
        """Find the other forms of the words: „Hilfepläne“ looks for „Hilfeplan“ in all texts too."""
        variants: dict[str, set[str]] = {}
        spans = _spans(words)
        for hit in searcher.search(q.Or([q.Term("exact", span) for span in spans]), limit=50):
            for group in hit["forms"]:
                for form in spans & set(group):
                    if " " not in form:
                        variants.setdefault(form, set()).update(other for other in group if " " not in other)
        return variants


def _query(words: list[str], variants: dict[str, set[str]]) -> q.Query:
    parts: list[q.Query] = [
        q.Term("exact", span, boost=_EXACT * (span.count(" ") + 1)) for span in sorted(_spans(words))
    ]
    for word in words:
        forms = sorted({word} | variants.get(word, set()))
        # A term's document holds all its forms: together they weigh as much as one, however many there are.
        share = _WORD / len(forms)
        for form in forms:
            parts += [q.Term("words", form, share), q.Term("title", form, _TITLE), q.Term("text", form, _TEXT)]
        if len(word) > 2:
            parts += [q.Prefix("words", word, _PREFIX), q.Prefix("title", word, _PREFIX)]
    return q.Or(parts)


def _near(words: list[str]) -> q.Query:
    """Ask for what is spelled nearly the same, or goes on: only where nothing else was found."""
    parts: list[q.Query] = []
    for word in words:
        for field in ("words", "title", "text"):
            parts.append(q.Prefix(field, word, _PREFIX))
            if len(word) > 3:
                parts.append(q.FuzzyTerm(field, word, _FUZZY, maxdist=1 if len(word) < 8 else 2, prefixlength=1))
    return q.Or(parts)


def _allowed(query: Query) -> q.Query | None:
    wanted = [q.Term(field, value) for field, value in (("area", query.area), ("kind", query.kind)) if value]
    return q.And(wanted) if wanted else None


def _spans(words: list[str]) -> set[str]:
    """Return all runs of words: each may be a term."""
    return {
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + _LONGEST_PHRASE) + 1)
    }


def _hits(found: Any, limit: int) -> Iterator[Hit]:
    seen: set[str] = set()
    for result in found:
        if result["path"] in seen:
            continue
        if len(seen) == limit:
            return
        seen.add(result["path"])
        yield Hit(
            rank=len(seen),
            id=result["id"],
            url=result["url"],
            path=result["path"],
            title=result["shown"],
            kind=result["kind"],
            area=result["area"],
            score=round(result.score, 4),
        )


def answer(
    query: Query, folder: Path, fingerprint: str, documents: Callable[[], Iterable[SearchDocument]]
) -> list[Hit]:
    """Answer a query from the index with a fingerprint below a folder; builds it if it is not there or damaged.

    Args: `documents` is only called to build; what it raises is passed on.
    """
    place = folder / fingerprint
    if place.is_dir():
        try:
            return SearchIndex(FileStorage(str(place)).open_index()).search(query)
        except Exception:
            # Of a damaged file, Whoosh raises whatever its pickles do: EOFError, UnpicklingError, TypeError, …
            shutil.rmtree(place, ignore_errors=True)
    return SearchIndex(_made(place, documents())).search(query)


def _made(place: Path, documents: Iterable[SearchDocument]) -> Index:
    """Build an index beside its place and move it there; where nothing can be written, it lives in memory."""
    folder = place.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(dir=folder, prefix="new-"))
    except OSError:
        return _build(RamStorage(), documents)
    try:
        _build(FileStorage(str(work)), documents).close()
        with suppress(OSError):
            # Fails if another process was first with the same content; then this copy goes.
            work.rename(place)
        _forget_others(folder, place)
        return FileStorage(str(place)).open_index()
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _build(storage: Storage, documents: Iterable[SearchDocument]) -> Index:
    index = storage.create_index(Schema(**_SCHEMA))
    writer = index.writer()
    for document in documents:
        forms = [[phrase(form) for form in group] for group in document.forms]
        every = [form for group in forms for form in group]
        writer.add_document(
            id=document.id,
            kind=document.kind,
            area=document.area,
            path=document.path,
            exact=_SEPARATOR.join(every),
            words=_SEPARATOR.join(token for form in every for token in form.split()),
            title=_SEPARATOR.join(tokens(document.title)),
            text=_SEPARATOR.join(tokens(document.text)),
            shown=document.title,
            url=document.url,
            forms=forms,
        )
    writer.commit()
    return index


def _forget_others(folder: Path, place: Path) -> None:
    for other in folder.iterdir():
        if other != place and not other.name.startswith("new-"):
            shutil.rmtree(other, ignore_errors=True)
