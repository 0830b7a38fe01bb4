"""The search engine on Whoosh: the only module that imports it.

Whoosh keeps the posting lists; a posting's frequency is the impact. Its query types are not used: some score wrongly,
and the browser must add up to the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import msgspec
from whoosh.analysis import IDAnalyzer
from whoosh.fields import FieldType, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.formats import Frequency
from whoosh.reading import TermNotFound
from whoosh.system import pack_uint

from jbakb.search.documents import SearchDocument
from jbakb.search.engine import Hit, Query
from jbakb.search.index import SearchIndex
from jbakb.search.plan import Vocabulary, plan
from jbakb.search.ranking import best_hits, score

_FIELD: Final = "terms"
_ABOUT: Final = "about.json"


class Impacts(FieldType):  # type: ignore[misc]
    """A field that takes terms with their impacts as they are."""

    indexed = True
    scorable = True

    def __init__(self) -> None:
        self.analyzer = IDAnalyzer()
        self.format = Frequency()

    def index(self, value: Mapping[str, int], **_rest: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield what Whoosh writes for each term: its bytes, frequency, weight and packed frequency."""
        for term, impact in sorted(value.items()):
            yield term.encode(), impact, float(impact), pack_uint(impact)


class About(msgspec.Struct, frozen=True):
    """What is kept beside Whoosh's own files; counts are numbers of documents."""

    documents: list[SearchDocument]
    counts: dict[str, int]
    expansions: dict[str, list[tuple[str, float]]]


class WhooshEngine:
    """Keep an index with Whoosh."""

    name = "whoosh"

    def build(self, folder: Path, index: SearchIndex) -> None:
        """Write an index into an empty folder; raises OSError."""
        rows: list[dict[str, int]] = [{} for _document in index.documents]
        for term, postings in index.postings.items():
            for number, impact in postings:
                rows[number][term] = impact
        made = FileStorage(str(folder)).create_index(Schema(**{_FIELD: Impacts()}))
        # One segment, so that Whoosh's numbers are ours.
        writer = made.writer(limitmb=256)
        for row in rows:
            writer.add_document(**{_FIELD: row})
        writer.commit(optimize=True)
        made.close()
        counts = {term: len(postings) for term, postings in index.postings.items()}
        expansions = {key: list(others) for key, others in index.expansions.items()}
        about = About([document.shown() for document in index.documents], counts, expansions)
        (folder / _ABOUT).write_bytes(msgspec.json.encode(about))

    def open(self, folder: Path) -> WhooshSearcher:
        """Open an index; of a damaged one, Whoosh raises whatever its pickles do."""
        about = msgspec.json.decode((folder / _ABOUT).read_bytes(), type=About)
        return WhooshSearcher(FileStorage(str(folder)).open_index().reader(), about)


class WhooshSearcher:
    """Answer queries from an open index."""

    def __init__(self, reader: Any, about: About) -> None:
        self._reader = reader
        self._documents = about.documents
        self.vocabulary = Vocabulary(about.counts, about.expansions, len(about.documents))

    def search(self, query: Query) -> list[Hit]:
        """Return hits by falling score, one per path."""
        scores = score(plan(query.text, self.vocabulary), self.vocabulary, self._postings)
        return best_hits(scores, self._documents, query)

    def _postings(self, term: str) -> Iterable[tuple[int, int]]:
        try:
            matcher = self._reader.postings(_FIELD, term.encode())
        except TermNotFound:
            return
        while matcher.is_active():
            yield matcher.id(), int(matcher.weight())
            matcher.next()
