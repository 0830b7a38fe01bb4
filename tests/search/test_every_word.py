"""Each entry of the project's own glossary is found first by each of its words: preferred, admitted, short or outdated.

A word that several entries have leads to any of them first.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from jbakb.knowledge_base import open_knowledge_base
from jbakb.model import Glossary
from jbakb.search.analysis import tokens
from jbakb.search.engine import Engine, Query
from jbakb.search.service import index_of
from jbakb.search.whoosh_engine import WhooshEngine
from tests.conftest import PROJECT
from tests.search.browser_engine import NODE, BrowserEngine

ENGINES = [
    pytest.param(WhooshEngine(), id="whoosh"),
    pytest.param(BrowserEngine(), id="browser", marks=pytest.mark.skipif(NODE is None, reason="no Node.js found")),
]


def words_of(glossary: Glossary) -> dict[str, set[str]]:
    """Return the entries of each word, by the word without regard to capitals and umlauts."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entry in glossary.entries.values():
        terms = [*entry.terms, *(term for concept in entry.concepts for term in concept.terms or ())]
        for word in (entry.title, *(term.term for term in terms)):
            found[" ".join(tokens(word))].add(entry.id)
    return found


@pytest.mark.parametrize("engine", ENGINES)
def test_every_word_finds_its_entry_first(engine: Engine, tmp_path: Path) -> None:
    kb = open_knowledge_base(PROJECT)
    assert len(kb.glossary.entries) >= 150
    engine.build(tmp_path, index_of(kb))
    searcher = engine.open(tmp_path)
    wrong = []
    for word, entries in words_of(kb.glossary).items():
        first = searcher.search(Query(word, limit=1))
        if not first or first[0].id.partition(".")[0] not in entries:
            wrong.append((word, sorted(entries), first[0].id if first else None))
    assert wrong == []
