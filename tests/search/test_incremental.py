"""A build that starts from the last one gives what a full build gives, to the last number."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jbakb.knowledge_base import open_knowledge_base
from jbakb.search import incremental
from jbakb.search.documents import SearchDocument
from jbakb.search.engine import Query
from jbakb.search.incremental import rebuild
from jbakb.search.index import build_index
from jbakb.search.memory import MemorySearcher
from jbakb.search.service import cache_folder, index_of, open_search
from jbakb.search.whoosh_engine import WhooshEngine

#: Words that are split against each other: what one page has changes the terms of another.
WORDS = (
    "Zaubertrank", "Zauber", "Trank", "Zaubertrankrezept", "Rezept", "Trankrezepte", "Schulpflicht", "Schule", "Pflicht",
    "Qwertzblume", "Qwertz", "Blume", "Blumenzauber", "Zau", "Schüler", "und", "§ 36 SGB VIII", "Ein-Euro-Trank",
)  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
documents = st.builds(
    lambda number, title, words, text, kind: SearchDocument(
        f"d{number}", kind, title, "", f"{number}.html", f"{number}.md", tuple(words), tuple((w,) for w in words), text
    ),
    st.integers(0, 5), texts, st.lists(st.sampled_from(WORDS), max_size=2), texts, st.sampled_from(["entry", "page"]),
)  # fmt: skip
contents = st.lists(documents, max_size=5, unique_by=lambda each: each.id)


@given(st.lists(contents, min_size=2, max_size=4))
def test_whatever_changes_the_index_is_that_of_a_full_build(versions: list[list[SearchDocument]]) -> None:
    kept = b""
    for version in versions:
        built = rebuild(version, {}, kept)
        assert built.index == build_index(version)
        kept = built.kept


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(contents, min_size=2, max_size=4))
def test_whoosh_answers_alike_after_updates(
    tmp_path_factory: pytest.TempPathFactory, versions: list[list[SearchDocument]]
) -> None:
    folder, kept = tmp_path_factory.mktemp("updated"), b""
    for round_, version in enumerate(versions):
        built = rebuild(version, {}, kept)
        kept = built.kept
        if not round_ or not WhooshEngine().update(folder, built.index, built.same):
            folder = tmp_path_factory.mktemp("built")
            WhooshEngine().build(folder, built.index)
        searcher, memory = WhooshEngine().open(folder), MemorySearcher(built.index)
        for text in ("Zaubertrank", "Schule", "Trank Rezept", "Blume", "§ 36"):
            assert searcher.search(Query(text)) == memory.search(Query(text))


def test_only_what_changed_is_analysed(small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    analysed: list[str] = []
    impacts = incremental.impacts
    monkeypatch.setattr(
        incremental, "impacts", lambda each, splitter: analysed.append(each.id) or impacts(each, splitter)
    )
    open_search(open_knowledge_base(small), tmp_path)
    assert "hilfeplan.sgb8" in analysed
    analysed.clear()
    (small / "docs" / "neu.md").write_text("# Neu\n\nDas Wort ist neu.\n", encoding="utf-8")
    open_search(open_knowledge_base(small), tmp_path)
    assert "neu" in analysed
    assert "hilfeplan.sgb8" not in analysed


def test_many_changes_one_after_the_other_keep_the_index_right(small: Path, tmp_path: Path) -> None:
    for round_ in range(15):
        (small / "docs" / f"neu{round_ % 4}.md").write_text(
            f"# Seite {round_}\n\nZaubertrank{round_}.\n", encoding="utf-8"
        )
        kb = open_knowledge_base(small)
        memory = MemorySearcher(index_of(kb))
        for text in (f"Zaubertrank{round_}", f"Zaubertrank{round_ - 4}", "Hilfeplan", "Seite"):
            assert open_search(kb, tmp_path).search(Query(text)) == memory.search(Query(text))
    assert len(list(cache_folder(small, tmp_path).iterdir())) == 1


@pytest.mark.parametrize(
    "kept", [b"x", b"\x93\x90\x90\x90", b"\x93\x91\xa1a\x91\xa1b\x91\x95\xc4\x01a\x91\x05\x90\x90\x90"]
)
def test_what_is_no_analysis_is_left_aside(kept: bytes) -> None:
    every = [SearchDocument("a", "page", "Zauber", "", "a.html", "a.md")]
    assert rebuild(every, {}, kept).index == build_index(every)
