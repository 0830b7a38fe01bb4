"""What a search engine answers: hits, whatever it is built on."""

from __future__ import annotations

from dataclasses import dataclass

from jbakb.search.documents import Kind


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
