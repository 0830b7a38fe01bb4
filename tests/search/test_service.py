"""Searching the small knowledge base: the right thing first, with an index that looks after itself."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from jbakb.knowledge_base import KnowledgeBase, open_knowledge_base
from jbakb.search.engine import Hit, Query
from jbakb.search.service import cache_folder, fingerprint, search
from tests.conftest import SMALL

MONEY, PLAN = "existenzsichernde-geldleistung.sgb2", "hilfeplan.sgb8"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def find(cache: Path) -> Callable[..., list[Hit]]:
    kb = open_knowledge_base(SMALL)
    return lambda text, **rest: search(kb, Query(text, **rest), cache)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Hilfeplan", PLAN),
        ("Hilfepläne", PLAN),
        ("hilfeplaene", PLAN),
        ("hilfeplänen", PLAN),
        ("HP", PLAN),
        ("Alg II", MONEY),
        ("Arbeitslosengeld II", MONEY),
        ("Hartz IV", MONEY),
        ("bürgergeld", MONEY),
        ("KP", "kooperationsplan.sgb2"),
        ("Kooperationsplna", "kooperationsplan.sgb2"),
        ("Koop", "kooperationsplan.sgb2"),
        ("§ 36 SGB VIII", PLAN),
        ("gesetzlichen Vertretung", "sorgeberechtigte.zivil"),
        ("Einwilligung", "prozesse/einwilligung"),
        ("Lotsengespräch", "prozesse/erstkontakt"),
    ],
)
def test_what_is_meant_comes_first(find: Callable[..., list[Hit]], query: str, first: str) -> None:
    assert find(query)[0].id == first


def test_a_page_is_found_by_another_form_of_its_words(find: Callable[..., list[Hit]]) -> None:
    assert "index" in [hit.id for hit in find("Hilfeplan")]


def test_an_ambiguous_word_finds_every_entry(find: Callable[..., list[Hit]]) -> None:
    assert {hit.path.rsplit("/", 1)[-1] for hit in find("PSB")[:2]} == {
        "sorgeberechtigte.yml",
        "psychosoziale-betreuung.yml",
    }


def test_an_entry_is_one_result_and_ranks_count_from_one(find: Callable[..., list[Hit]]) -> None:
    hits = find("SGB Leistung Hilfeplan")
    assert len({hit.path for hit in hits}) == len(hits)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_results_can_be_restricted(find: Callable[..., list[Hit]]) -> None:
    assert [hit.id for hit in find("Erziehungsberechtigte", area="schule")] == ["sorgeberechtigte.schule"]
    assert {hit.kind for hit in find("Hilfeplan Einwilligung Anliegen", kind="process")} == {"process"}
    assert len(find("SGB", limit=2)) == 2


@pytest.mark.parametrize("query", ["", "xyzzyqwx", "§§§", "„“", "*", "a" * 5000, ") ( xqzx~ qqzq*", "\x00"])
def test_nothing_found_is_no_error(find: Callable[..., list[Hit]], query: str) -> None:
    assert find(query) == []


def index_files(root: Path, cache: Path) -> list[Path]:
    return [path for path in cache_folder(root, cache).rglob("*") if path.is_file()]


def test_a_change_of_the_content_is_found_at_once(small: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert search(open_knowledge_base(small), Query("Zaubertrank"), cache) == []
    (small / "docs" / "neu.md").write_text("# Neu\n\nDer Zaubertrank.\n", encoding="utf-8")
    assert [hit.id for hit in search(open_knowledge_base(small), Query("Zaubertrank"), cache)] == ["neu"]
    assert len(list(cache_folder(small, cache).iterdir())) == 1


def test_an_index_that_is_up_to_date_is_not_built_again(small_kb: KnowledgeBase, tmp_path: Path) -> None:
    search(small_kb, Query("HP"), tmp_path / "cache")
    before = {path: path.stat().st_mtime_ns for path in index_files(small_kb.root, tmp_path / "cache")}
    search(small_kb, Query("HP"), tmp_path / "cache")
    assert {path: path.stat().st_mtime_ns for path in index_files(small_kb.root, tmp_path / "cache")} == before


@pytest.mark.parametrize("left", [0, 1, 40, 200])
def test_a_damaged_index_is_built_again(small_kb: KnowledgeBase, tmp_path: Path, left: int) -> None:
    cache = tmp_path / "cache"
    search(small_kb, Query("HP"), cache)
    for path in index_files(small_kb.root, cache):
        path.write_bytes(path.read_bytes()[:left])
    assert search(small_kb, Query("HP"), cache)[0].id == PLAN


def test_a_missing_file_of_the_index_is_no_harm(small_kb: KnowledgeBase, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    search(small_kb, Query("HP"), cache)
    next(path for path in index_files(small_kb.root, cache) if path.suffix != ".json").unlink()
    assert search(small_kb, Query("HP"), cache)[0].id == PLAN


def test_without_a_place_to_write_the_index_lives_in_memory(small_kb: KnowledgeBase, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    assert search(small_kb, Query("HP"), tmp_path / "cache")[0].id == PLAN


def test_every_knowledge_base_has_its_own_index(small: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(small, tmp_path / "other"))
    assert cache_folder(small, tmp_path) != cache_folder(other, tmp_path)
    assert fingerprint(small) == fingerprint(small)
