"""What every search engine must do: the contract, run against each of them."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

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


COMMAND = [sys.executable, "-m", "jbakb", "-C", str(SMALL), "search", "HP", "--limit", "1", "--format", "jsonl"]


@pytest.mark.slow
def test_killed_at_any_moment_the_next_search_is_right(tmp_path: Path) -> None:
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    for round_ in range(30):
        if round_ % 6 == 0:
            shutil.rmtree(tmp_path / "jbakb", ignore_errors=True)
        process = subprocess.Popen(COMMAND, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.15 + round_ * 0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if round_ % 6 == 5:
            done = subprocess.run(COMMAND, env=env, capture_output=True, text=True, check=True)
            assert json.loads(done.stdout)["id"] == "hilfeplan.sgb8"


@pytest.mark.slow
def test_two_processes_at_once_both_answer(tmp_path: Path) -> None:
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    both = [subprocess.Popen(COMMAND, env=env, stdout=subprocess.PIPE, text=True) for _one in range(2)]
    for process in both:
        out, _err = process.communicate(timeout=60)
        assert process.returncode == 0
        assert json.loads(out)["id"] == "hilfeplan.sgb8"
