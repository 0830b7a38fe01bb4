"""Adding up: the same numbers in every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import log1p

from jbakb.search.documents import SearchDocument
from jbakb.search.engine import Hit, Query
from jbakb.search.plan import Clause, Vocabulary, plan

#: Share of a document's score that it keeps with none of the words asked for.
_LEAST = 0.25


def rarity(count: int, documents: int) -> float:
    """Return the inverse document frequency of a term (BM25, never negative)."""
    return log1p((documents - count + 0.5) / (count + 0.5))


def score(
    clauses: Sequence[Clause], vocabulary: Vocabulary, postings: Callable[[str], Iterable[tuple[int, int]]]
) -> dict[int, float]:
    """Return the scores of all documents that have any term of a plan, by number."""
    scores: dict[int, float] = {}
    covered: dict[int, float] = {}
    total = 0.0
    for clause in clauses:
        reached: dict[int, float] = {}
        rarest = 0.0
        for term, weight in clause.terms.items():
            count = vocabulary.counts.get(term, 0)
            if not count:
                continue
            worth = rarity(count, vocabulary.documents) * weight
            rarest = max(rarest, worth)
            for number, impact in postings(term):
                gained = worth * impact
                if gained > reached.get(number, 0.0):
                    reached[number] = gained
        if clause.asked:
            # A word that is found nowhere makes all documents equally incomplete.
            total += rarest
        for number, gained in reached.items():
            scores[number] = scores.get(number, 0.0) + gained
            if clause.asked:
                covered[number] = covered.get(number, 0.0) + rarest
    if not total:
        return scores
    return {
        number: gained * (_LEAST + (1 - _LEAST) * covered.get(number, 0.0) / total) for number, gained in scores.items()
    }


def best_hits(scores: dict[int, float], documents: Sequence[SearchDocument], query: Query) -> list[Hit]:
    """Return the best documents that the query allows, one per path."""
    hits: list[Hit] = []
    seen: set[str] = set()
    for number in sorted(scores, key=lambda number: (-round(scores[number], 6), number)):
        document = documents[number]
        if (
            document.path in seen
            or (query.area and document.area != query.area)
            or (query.kind and document.kind != query.kind)
        ):
            continue
        if len(hits) == query.limit:
            break
        seen.add(document.path)
        hits.append(
            Hit(
                len(hits) + 1, document.id, document.url, document.path, document.title, document.kind, document.area,
                round(scores[number], 4),
            )
        )  # fmt: skip
    return hits


__all__ = ["best_hits", "plan", "rarity", "score"]
