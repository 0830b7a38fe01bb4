"""What every search engine must do: the contract, run against each of them."""

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from jbakb.knowledge_base import KnowledgeBase, open_knowledge_base
from jbakb.search.engine import Engine, Query
from jbakb.search.memory import MemorySearcher
from jbakb.search.service import cache_folder, index_of, open_index, open_search
from jbakb.search.whoosh_engine import WhooshEngine
from tests.conftest import SMALL

ENGINES: list[Engine] = [WhooshEngine()]
QUERIES = (
    "Hilfeplan",
    "Hilfepläne",
    "HP",
    "Hartz IV",
    "§ 36 SGB VIII",
    "Kooperationsplna",
    "Plan Hilfe",
    "Einwilligung",
    "xyzzyqwx",
    "",
)
ODD = ("<b>", "'; DROP TABLE", "title:[a TO b]", "a" * 10_000, "\x00\x07", "😀😀", "\u202eplan\u202c", "*", "~2", '"')


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return open_knowledge_base(SMALL)


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
@pytest.mark.parametrize("query", QUERIES + ODD)
def test_an_engine_answers_as_the_index_itself(engine: Engine, query: str, kb: KnowledgeBase, tmp_path: Path) -> None:
    index = index_of(kb)
    engine.build(tmp_path, index)
    expected = MemorySearcher(index).search(Query(query))
    assert engine.open(tmp_path).search(Query(query)) == expected


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_any_damaged_byte_is_noticed(engine: Engine, kb: KnowledgeBase, tmp_path: Path) -> None:
    expected = open_search(kb, tmp_path, engine).search(Query("HP"))
    chance = random.Random(3)
    for _round in range(10):
        files = [path for path in cache_folder(kb.root, tmp_path).rglob("*") if path.is_file() and path.stat().st_size]
        broken = chance.choice(files)
        content = bytearray(broken.read_bytes())
        content[chance.randrange(len(content))] ^= 0xFF
        broken.write_bytes(content)
        assert open_search(kb, tmp_path, engine).search(Query("HP")) == expected


def test_files_that_vanish_under_a_reader_do_no_harm(kb: KnowledgeBase, tmp_path: Path) -> None:
    searcher = open_search(kb, tmp_path)
    expected = searcher.search(Query("Hilfeplan"))
    shutil.rmtree(cache_folder(kb.root, tmp_path))
    assert searcher.search(Query("Hilfeplan")) == expected


def test_a_full_disk_does_no_harm(kb: KnowledgeBase, tmp_path: Path) -> None:
    class Full(WhooshEngine):
        def build(self, folder: Path, index: object) -> None:
            (folder / "half").write_bytes(b"x")
            raise OSError(28, "No space left on device")

    searcher = open_index(Full(), tmp_path / "cache" / "whoosh-x", lambda: index_of(kb))
    assert searcher.search(Query("HP"))[0].id == "hilfeplan.sgb8"
    assert list((tmp_path / "cache").iterdir()) == []


def command(root: Path) -> list[str]:
    return [sys.executable, "-m", "jbakb", "-C", str(root), "search", "HP", "--limit", "1", "--format", "jsonl"]


def first_hit(root: Path, cache: str, **more: Any) -> str:
    env = {**os.environ, "XDG_CACHE_HOME": cache}
    done = subprocess.run(command(root), env=env, capture_output=True, text=True, timeout=60, **more)
    assert done.returncode == 0, done.stderr
    return str(json.loads(done.stdout)["id"])


@pytest.mark.slow
def test_killed_at_any_moment_the_next_search_is_right(small: Path, tmp_path: Path) -> None:
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    started = time.perf_counter()
    assert first_hit(small, str(tmp_path)) == "hilfeplan.sgb8"
    usual = time.perf_counter() - started
    for round_ in range(30):
        if round_ % 3 == 0:  # a full build, otherwise one that starts from the last
            shutil.rmtree(tmp_path / "jbakb", ignore_errors=True)
        (small / "docs" / "neu.md").write_text(f"# Neu\n\nZaubertrank {round_}.\n", encoding="utf-8")
        process = subprocess.Popen(command(small), env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(usual * (0.3 + 0.7 * round_ / 30))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert first_hit(small, str(tmp_path)) == "hilfeplan.sgb8"


@pytest.mark.slow
def test_two_processes_at_once_both_answer(tmp_path: Path) -> None:
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    both = [subprocess.Popen(command(SMALL), env=env, stdout=subprocess.PIPE, text=True) for _one in range(2)]
    for process in both:
        out, _err = process.communicate(timeout=60)
        assert process.returncode == 0
        assert json.loads(out)["id"] == "hilfeplan.sgb8"


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on Windows")
@pytest.mark.parametrize("most", [0, 100, 3000, 20_000])
def test_where_files_cannot_grow_searches_answer(tmp_path: Path, most: int) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    assert first_hit(SMALL, str(tmp_path), preexec_fn=limit) == "hilfeplan.sgb8"
    assert first_hit(SMALL, str(tmp_path)) == "hilfeplan.sgb8"


def test_where_nothing_can_be_written_searches_answer() -> None:
    assert first_hit(SMALL, os.devnull) == "hilfeplan.sgb8"


def test_an_index_from_elsewhere_is_not_opened(kb: KnowledgeBase, tmp_path: Path) -> None:
    open_search(kb, tmp_path)
    (place,) = cache_folder(kb.root, tmp_path).iterdir()
    (table,) = place.glob("*.toc")
    evil = b"cos\nsystem\n(S'touch " + str(tmp_path / "owned").encode() + b"'\ntR."
    table.write_bytes(evil)  # Whoosh's files are pickles
    assert open_search(kb, tmp_path).search(Query("HP"))[0].id == "hilfeplan.sgb8"
    assert not (tmp_path / "owned").exists()
