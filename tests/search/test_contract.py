"""Every engine keeps the contract, and the contract notices one that does not."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest

from jbakb.search.contract import CONTRACT, Check, sample_index
from jbakb.search.engine import Engine, Hit, Query
from jbakb.search.index import SearchIndex
from jbakb.search.memory import MemorySearcher
from jbakb.search.whoosh_engine import WhooshEngine
from tests.conftest import PROJECT
from tests.search.browser_engine import NODE, BrowserEngine


def sqlite_engine() -> Engine:
    spec = importlib.util.spec_from_file_location("beispiel", PROJECT / "plugins" / "beispiel_suchmaschine.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (engine,) = module.jbakb_engines()
    return engine  # type: ignore[no-any-return]


ENGINES = [
    pytest.param(WhooshEngine(), id="whoosh"),
    pytest.param(BrowserEngine(), id="browser", marks=pytest.mark.skipif(NODE is None, reason="no Node.js found")),
    pytest.param(sqlite_engine(), id="beispiel-sqlite"),
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("check", CONTRACT, ids=lambda check: check.__name__)
def test_an_engine_keeps_the_contract(engine: Engine, check: Check, tmp_path: Path) -> None:
    check(engine, tmp_path)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("query", ["Hilfeplan", "Plan Hilfe", "Jugendamt", "EGV", "§ 16h", "Förderung Arbeit", "nix"])
def test_our_engines_answer_as_the_index_itself(engine: Engine, query: str, tmp_path: Path) -> None:
    engine.build(tmp_path, sample_index())
    assert engine.open(tmp_path).search(Query(query)) == MemorySearcher(sample_index()).search(Query(query))


class Memory:
    """An engine that forgets; the broken ones below change what it answers."""

    name = "memory"

    def build(self, folder: Path, index: SearchIndex) -> None:
        (folder / "there").touch()
        self.index = index

    def open(self, folder: Path) -> Memory:
        (folder / "there").read_bytes()
        return self

    def search(self, query: Query) -> list[Hit]:
        return MemorySearcher(self.index).search(query)


class Named(Memory):
    name = "Meine Maschine"


class Unfiltered(Memory):
    def search(self, query: Query) -> list[Hit]:
        return super().search(Query(query.text, limit=query.limit))


class Unlimited(Memory):
    def search(self, query: Query) -> list[Hit]:
        return super().search(replace(query, limit=50))


class FromZero(Memory):
    def search(self, query: Query) -> list[Hit]:
        return [replace(hit, rank=hit.rank - 1) for hit in super().search(query)]


class Backwards(Memory):
    def search(self, query: Query) -> list[Hit]:
        return super().search(query)[::-1]


class Literal(Memory):
    def search(self, query: Query) -> list[Hit]:
        return [hit for hit in super().search(query) if query.text in hit.title]


class Fragile(Memory):
    def search(self, query: Query) -> list[Hit]:
        query.text.encode()
        return super().search(query)


class Restless(Memory):
    count = 0

    def search(self, query: Query) -> list[Hit]:
        self.count += 1
        return [replace(hit, score=hit.score + self.count) for hit in super().search(query)]


class Rooted(Memory):
    def build(self, folder: Path, index: SearchIndex) -> None:
        super().build(folder, index)
        self.place = folder / "there"

    def open(self, folder: Path) -> Memory:
        self.place.read_bytes()
        return self


class Careless(Memory):
    index = sample_index()

    def open(self, folder: Path) -> Memory:
        return self


class Chatty(Memory):
    def search(self, query: Query) -> list[Hit]:
        return super().search(query) or super().search(Query("Jugendamt"))


def test_the_plain_one_keeps_it(tmp_path: Path) -> None:
    for check in CONTRACT:
        (tmp_path / check.__name__).mkdir()
        check(Memory(), tmp_path / check.__name__)


@pytest.mark.parametrize(
    ("broken", "noticed"),
    [
        (Named, "has_a_name_for_a_folder"),
        (Unfiltered, "keeps_to_area_kind_and_limit"),
        (Unlimited, "keeps_to_area_kind_and_limit"),
        (FromZero, "tells_documents_as_they_are"),
        (Backwards, "tells_documents_as_they_are"),
        (Literal, "finds_what_is_meant"),
        (Fragile, "takes_any_text"),
        (Restless, "answers_alike_each_time"),
        (Rooted, "survives_a_move"),
        (Careless, "notices_that_nothing_is_there"),
        (Chatty, "finds_nothing_for_nothing"),
    ],
)
def test_the_contract_notices_what_is_wrong(broken: type[Memory], noticed: str, tmp_path: Path) -> None:
    (check,) = [each for each in CONTRACT if each.__name__ == noticed]
    with pytest.raises((AssertionError, OSError, UnicodeError)):
        check(broken(), tmp_path)
