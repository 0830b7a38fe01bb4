"""The index as it is, searched in memory: where nothing can be written, and what other engines are compared with."""

from __future__ import annotations

from jbakb.search.engine import Hit, Query
from jbakb.search.index import SearchIndex
from jbakb.search.plan import Vocabulary, plan
from jbakb.search.ranking import best_hits, score


class MemorySearcher:
    """Answer queries from a SearchIndex."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        counts = {term: len(rows) for term, rows in index.postings.items()}
        self.vocabulary = Vocabulary(counts, index.expansions, len(index.documents))

    def search(self, query: Query) -> list[Hit]:
        """Return hits by falling score, one per path."""
        scores = score(plan(query.text, self.vocabulary), self.vocabulary, lambda term: self._index.postings[term])
        return best_hits(scores, self._index.documents, query)
