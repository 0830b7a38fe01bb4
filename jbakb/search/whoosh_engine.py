"""The search engine on Whoosh: the only module that imports it.

Whoosh keeps the posting lists; a posting's frequency is the impact. Its query types are not used: some score wrongly,
and the browser must add up to the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
#: An index with more segments, or this many times as many documents as are left, is built anew.
_MOST_SEGMENTS, _MOST_DEAD = 8, 1.3


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
    """What is kept beside Whoosh's own files; counts are numbers of documents.

    `numbers` tells for each of Whoosh's documents which of ours it is, -1 for one that is gone.
    """

    documents: list[SearchDocument]
    counts: dict[str, int]
    expansions: dict[str, list[tuple[str, float]]]
    numbers: list[int]


class WhooshEngine:
    """Keep an index with Whoosh."""

    name = "whoosh"

    def build(self, folder: Path, index: SearchIndex) -> None:
        """Write an index into an empty folder; raises OSError."""
        made = FileStorage(str(folder)).create_index(Schema(**{_FIELD: Impacts()}))
        _add(made, index, range(len(index.documents)))
        self._tell(folder, index, list(range(len(index.documents))))

    def update(self, folder: Path, index: SearchIndex, same: Sequence[int]) -> bool:
        """Add what is new as a segment of its own; what is gone stays in the files until the next full build."""
        numbers = self._about(folder).numbers
        new = [number for number, old in enumerate(same) if old < 0]
        now = {old: number for number, old in enumerate(same) if old >= 0}
        if len(numbers) + len(new) > _MOST_DEAD * max(1, len(same)) or len(list(folder.glob("*.seg"))) > _MOST_SEGMENTS:
            return False
        if new:
            _add(FileStorage(str(folder)).open_index(), index, new)
        self._tell(folder, index, [*(now.get(number, -1) for number in numbers), *new])
        return True

    def _tell(self, folder: Path, index: SearchIndex, numbers: list[int]) -> None:
        counts = {term: len(postings) for term, postings in index.postings.items()}
        expansions = {key: list(others) for key, others in index.expansions.items()}
        about = About([document.shown() for document in index.documents], counts, expansions, numbers)
        (folder / _ABOUT).write_bytes(msgspec.json.encode(about))

    def open(self, folder: Path) -> WhooshSearcher:
        """Open an index; of a damaged one, Whoosh raises whatever its pickles do."""
        return WhooshSearcher(FileStorage(str(folder)).open_index().reader(), self._about(folder))

    def _about(self, folder: Path) -> About:
        return msgspec.json.decode((folder / _ABOUT).read_bytes(), type=About)


def _add(made: Any, index: SearchIndex, numbers: Sequence[int]) -> None:
    """Write documents as one segment, in the given order."""
    wanted = {number: place for place, number in enumerate(numbers)}
    rows: list[dict[str, int]] = [{} for _number in numbers]
    for term, postings in index.postings.items():
        for number, impact in postings:
            if (place := wanted.get(number)) is not None:
                rows[place][term] = impact
    writer = made.writer(limitmb=256)
    for row in rows:
        writer.add_document(**{_FIELD: row})
    writer.commit(merge=False)
    made.close()


class WhooshSearcher:
    """Answer queries from an open index."""

    def __init__(self, reader: Any, about: About) -> None:
        self._reader = reader
        self._documents = about.documents
        self._numbers = about.numbers
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
            number = self._numbers[matcher.id()]
            if number >= 0:
                yield number, int(matcher.weight())
            matcher.next()
