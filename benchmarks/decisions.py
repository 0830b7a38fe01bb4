"""Ask questions of ten words over court decisions: how often each engine finds the decision.

    python -m benchmarks.decisions FOLDER [--seed 7]

FOLDER holds the decisions of federal courts, a `<court>_timex.txt` each (github:elenanereiss/Legal-Entity-Recognition,
data/dataset_courts_timex.zip, CC BY 4.0). A question is ten words in a row of the headnote above a decision, which is
searched without it. Peers: SQLite FTS5 (bm25, any of the words) and plain Whoosh.
"""

from __future__ import annotations

import argparse
import random
import re
import sqlite3
from collections.abc import Callable
from hashlib import sha1
from pathlib import Path
from statistics import fmean

from benchmarks.search import plain_whoosh
from jbakb.search.documents import SearchDocument
from jbakb.search.engine import Query
from jbakb.search.evaluation import measure
from jbakb.search.index import build_index
from jbakb.search.memory import MemorySearcher

_COURTS = ("bsg", "bfh", "bverwg", "bag", "bgh", "bverfg")
_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
#: What follows a headnote: the order of the court, or its guiding principles.
_FOLLOWS = re.compile(
    r"wird (verworfen|abgelehnt|zurückgewiesen|nicht zur|aufgehoben|gewährt|nicht angenommen)|werden (verworfen|"
    r"abgelehnt|zurückgewiesen)|[Kk]osten|Urteil|Beschluss|NV :|^1\.|unzulässig|Revision|Beschwerde"
)
_BEGINNINGS = ("Die Beschwerde", "Die Revision", "Der Antrag", "Auf die", "1. NV", "NV :", "Die Verfassungsbeschwerde")
_QUESTIONS, _WORDS, _SHORTEST = 200, 10, 8


def decisions_in(folder: Path) -> list[tuple[str, str]]:
    """Read decisions as (headnote, text)."""
    found = []
    for court in _COURTS:
        raw = (folder / f"{court}_timex.txt").read_text(encoding="utf-8").splitlines()
        lines = [line for each in raw if (line := _TAG.sub("", each).strip())]
        starts: list[int] = []
        for place, line in enumerate(lines[:-1]):
            if _is_headnote(line, lines[place + 1 : place + 4]) and (not starts or place - starts[-1] > _SHORTEST):
                starts.append(place)
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            found.append((lines[start], "\n".join(lines[start + 1 : end])))
    return found


def _is_headnote(line: str, after: list[str]) -> bool:
    if not 40 < len(line) < 700 or line[-1] in '.:,;?“"' or line[0] in '-"„(':
        return False
    return bool(_FOLLOWS.search(" ".join(after))) and (" - " in line or after[0].startswith(_BEGINNINGS))


def sqlite(documents: list[SearchDocument]) -> Callable[[str], list[str]]:
    base = sqlite3.connect(":memory:")
    base.execute("create virtual table pages using fts5(id unindexed, title, text)")
    base.executemany("insert into pages values (?, ?, ?)", [(each.id, each.title, each.text) for each in documents])
    asked = "select id from pages where pages match ? order by bm25(pages, 0, 3, 1) limit 10"
    return lambda text: [
        row[0] for row in base.execute(asked, (" OR ".join(f'"{word}"' for word in _WORD.findall(text)),))
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    decisions = decisions_in(given.folder)
    documents = [
        SearchDocument(f"e{number}", "page", f"Entscheidung {number}", "", "", f"e{number}", text=text)
        for number, (_headnote, text) in enumerate(decisions)
    ]
    chance = random.Random(given.seed)
    questions: list[tuple[str, str]] = []
    for number, (headnote, _text) in enumerate(decisions):
        words = _WORD.findall(headnote)
        if len(words) >= _SHORTEST:
            start = chance.randint(0, max(0, len(words) - _WORDS))
            questions.append((" ".join(words[start : start + _WORDS]), f"e{number}"))
    chance.shuffle(questions)
    questions = questions[:_QUESTIONS]
    print(f"{len(documents)} decisions, {len(questions)} questions")
    searcher = MemorySearcher(build_index(documents))
    report("jbakb", questions, lambda text: [hit.id for hit in searcher.search(Query(text))])
    report("SQLite FTS5", questions, sqlite(documents))
    report("Whoosh plain", questions, plain_whoosh(documents))


def report(name: str, questions: list[tuple[str, str]], search: Callable[[str], list[str]]) -> None:
    figures: dict[str, list[float]] = {"dev": [], "test": []}
    for text, expected in questions:
        half = "dev" if sha1(text.encode()).digest()[0] % 2 else "test"
        figures[half].append(measure({expected: 1}, [(hit,) for hit in search(text)])[0])
    every = fmean([*figures["dev"], *figures["test"]])
    print(f"{name}: nDCG@10 {every:.3f} (dev {fmean(figures['dev']):.3f}, test {fmean(figures['test']):.3f})")


if __name__ == "__main__":
    main()
