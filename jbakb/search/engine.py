"""What a search engine is: something that keeps an index and answers queries with hits.

An engine does no German: terms and impacts come from `SearchIndex`, what to look up from `plan`, and `score` adds up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from jbakb.search.documents import Kind

if TYPE_CHECKING:
    from jbakb.search.index import SearchIndex


@dataclass(frozen=True)
class Hit:
    """A result: the best document of its path. `rank` counts from 1; scores compare within one answer only."""

    rank: int
    id: str
    url: str
    path: str
    title: str
    kind: Kind
    area: str
    score: float


@dataclass(frozen=True)
class Query:
    """What somebody looks for. Empty `area` and `kind` do not restrict; `limit` is the number of results."""

    text: str
    area: str = ""
    kind: str = ""
    limit: int = 10


class Searcher(Protocol):
    """An open index."""

    def search(self, query: Query) -> list[Hit]:
        """Return hits by falling score, one per path; equal scores keep the order of the documents."""


class Engine(Protocol):
    """A way to keep an index in a folder."""

    name: str

    def build(self, folder: Path, index: SearchIndex) -> None:
        """Write an index into an empty folder; raises OSError if that cannot be done."""

    def open(self, folder: Path) -> Searcher:
        """Open what `build` wrote; may raise anything if it is damaged."""


@runtime_checkable
class UpdatingEngine(Engine, Protocol):
    """An engine that can also change an index a little; the others build it anew."""

    def update(self, folder: Path, index: SearchIndex, same: Sequence[int]) -> bool:
        """Turn the index in a folder into another; False if a new one is the better way. Raises OSError.

        Args: `same` has for each document its number in the old index, -1 where it is new or changed.
        """
