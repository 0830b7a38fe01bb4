"""A search engine of its own, on SQLite: an example of what `jbakb_engines` takes.

    jbakb search --engine beispiel-sqlite Hilfeplan

An engine keeps terms with their documents and adds up. The German is done already: `SearchIndex` has every term with
its impact on each document, `plan` says what to look up for a query, and `score` and `best_hits` add up and sort.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Final

from jbakb.hooks import hookimpl
from jbakb.search.documents import SearchDocument
from jbakb.search.engine import Engine, Hit, Query
from jbakb.search.index import SearchIndex
from jbakb.search.plan import Vocabulary, plan
from jbakb.search.ranking import best_hits, score

_FILE: Final = "index.sqlite"
_ABOUT: Final = "about.json"


class SqliteEngine:
    """Keep an index in one table."""

    name = "beispiel-sqlite"

    def build(self, folder: Path, index: SearchIndex) -> None:
        """Write an index into an empty folder."""
        rows = ((term, *pair) for term, postings in index.postings.items() for pair in postings)
        with closing(sqlite3.connect(folder / _FILE)) as database:
            database.execute("CREATE TABLE postings (term TEXT, number INTEGER, impact INTEGER)")
            database.executemany("INSERT INTO postings VALUES (?, ?, ?)", rows)
            database.execute("CREATE INDEX by_term ON postings (term, number, impact)")
            database.commit()
        documents = [asdict(document.shown()) for document in index.documents]
        about = {"documents": documents, "expansions": dict(index.expansions)}
        (folder / _ABOUT).write_text(json.dumps(about), encoding="utf-8")

    def open(self, folder: Path) -> SqliteSearcher:
        """Open what `build` wrote."""
        return SqliteSearcher(folder)


class SqliteSearcher:
    """Answer queries from the table."""

    def __init__(self, folder: Path) -> None:
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        # The server asks from several threads, but one at a time.
        self._database = sqlite3.connect(folder / _FILE, check_same_thread=False)
        self._documents = [SearchDocument(**each) for each in about["documents"]]
        counts = dict(self._database.execute("SELECT term, count(*) FROM postings GROUP BY term"))
        self._vocabulary = Vocabulary(counts, about["expansions"], len(self._documents))

    def search(self, query: Query) -> list[Hit]:
        """Return hits by falling score, one per path."""
        scores = score(plan(query.text, self._vocabulary), self._vocabulary, self._postings)
        return best_hits(scores, self._documents, query)

    def _postings(self, term: str) -> list[tuple[int, int]]:
        found = self._database.execute("SELECT number, impact FROM postings WHERE term = ? ORDER BY number", (term,))
        return found.fetchall()


@hookimpl
def jbakb_engines() -> list[Engine]:
    """Add the engine."""
    return [SqliteEngine()]
