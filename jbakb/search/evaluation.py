"""How good a search is, told by judged queries: nDCG@10, MRR and recall.

nDCG after Järvelin and Kekäläinen (2002) with the gain 2^grade - 1; MRR is of the first expected page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from statistics import fmean
from typing import Final

from jbakb.i18n import _
from jbakb.store.problem import DataError, Problem

_DEPTH: Final = 10


@dataclass(frozen=True)
class Judgement:
    """A query with the pages that it should find, each with a grade from 1 (useful) to 3 (the answer)."""

    kind: str
    query: str
    expected: Mapping[str, int]


@dataclass(frozen=True)
class Quality:
    """Means over the queries of a class: from 0 to 1, more is better."""

    kind: str
    queries: int
    ndcg: float
    mrr: float
    recall: float


def read_judgements(path: Path) -> list[Judgement]:
    """Read a table: query, expected page (path or id of a result), grade (3 if empty) and class, with tabs between.

    Lines of one query belong together; empty lines and lines with # are remarks. Raises DataError.
    """
    rows: dict[str, tuple[str, dict[str, int]]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        cells += [""] * (4 - len(cells))
        query, page, grade, kind = cells[:4]
        if not query or not page or (grade and grade not in ("1", "2", "3")):
            message = _("Erwartet sind Suchtext, Seite und Note (1 bis 3) mit Tabulator dazwischen.")
            raise DataError([Problem(path.as_posix(), number, 1, message)])
        found = rows.setdefault(query, (kind, {}))
        found[1][page] = int(grade or 3)
    return [Judgement(kind, query, expected) for query, (kind, expected) in rows.items()]


def evaluate(judged: Iterable[Judgement], found: Callable[[str], Sequence[tuple[str, ...]]]) -> list[Quality]:
    """Measure a search per class, and last over all classes together as the mean of their queries.

    Args: `found` returns for a query the results in order, each with all names that it may be expected by.
    """
    by_kind: dict[str, list[tuple[float, float, float]]] = {}
    for judgement in judged:
        by_kind.setdefault(judgement.kind, []).append(measure(judgement.expected, found(judgement.query)))
    qualities = [_mean(kind, rows) for kind, rows in by_kind.items()]
    every = [row for rows in by_kind.values() for row in rows]
    return [*qualities, _mean("", every)] if every else []


def measure(expected: Mapping[str, int], results: Sequence[tuple[str, ...]]) -> tuple[float, float, float]:
    """Return nDCG@10, the reciprocal rank of the first expected result, and recall@10 of one answer."""
    gains: list[float] = []
    left = dict(expected)
    for names in results[:_DEPTH]:
        name = next((name for name in names if name in left), None)
        gains.append(2 ** left.pop(name) - 1 if name is not None else 0.0)
    ideal = sorted((2**grade - 1 for grade in expected.values()), reverse=True)[:_DEPTH]
    first = next((place for place, gain in enumerate(gains) if gain), None)
    recall = sum(1 for gain in gains if gain) / min(len(expected), _DEPTH)
    return _dcg(gains) / _dcg(ideal), 1 / (first + 1) if first is not None else 0.0, recall


def _dcg(gains: Iterable[float]) -> float:
    return sum(gain / log2(place + 2) for place, gain in enumerate(gains))


def _mean(kind: str, rows: Sequence[tuple[float, float, float]]) -> Quality:
    ndcg, mrr, recall = (fmean(column) for column in zip(*rows, strict=True))
    return Quality(kind, len(rows), ndcg, mrr, recall)
