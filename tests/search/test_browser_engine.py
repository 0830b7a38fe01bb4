"""The browser finds what the command line finds: the same pages in the same order, with the same scores."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from jbakb.knowledge_base import open_knowledge_base
from jbakb.search.browser import browser_script, read_script
from jbakb.search.contract import sample_index
from jbakb.search.engine import Query
from jbakb.search.evaluation import evaluate, read_judgements
from jbakb.search.memory import MemorySearcher
from jbakb.search.service import index_of
from tests.conftest import PROJECT

NODE = shutil.which("node")
ENGINE = PROJECT / "plugins" / "jbakb_mkdocs" / "assets" / "search-engine.js"
RELEVANCE = PROJECT / "tests" / "relevance"
ODD = (
    "", " ", "<script>alert(1)</script>", "' OR 1=1 --", "title:* AND (", "a" * 10_000, "wort " * 3000, "😀", "\u202eabc",
    "\x00\x1b[31m", "§§§", "§ 16 d Abs. 1 SGB 2 und § 3 SGB III", "Berater*innen", "Schüler(innen)", "ＦＵＬＬ", "ſtraße", "Ⅷ", "१६h",
    "constructor", "__proto__ toString",
)  # fmt: skip

RUN = """
globalThis.window = {};
const { Index } = require(process.argv[2]);
require(process.argv[3]);
const index = new Index(window.jbakbIndex);
const queries = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(queries.map((query) => index.search(query))));
"""

pytestmark = pytest.mark.skipif(NODE is None, reason="no Node.js found")


def queries() -> list[str]:
    judged = [each for name in ("dev", "test") for each in read_judgements(RELEVANCE / f"{name}.tsv")]
    return [each.query for each in judged] + list(ODD)


@pytest.fixture(scope="module")
def searcher() -> MemorySearcher:
    return MemorySearcher(index_of(open_knowledge_base(PROJECT)))


@pytest.fixture(scope="module")
def found(searcher: MemorySearcher, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("browser")
    script = browser_script(index_of(open_knowledge_base(PROJECT)), {}, lambda document: document.url)
    (folder / "index.js").write_text(script, encoding="utf-8")
    (folder / "run.js").write_text(RUN, encoding="utf-8")
    command = [str(NODE), str(folder / "run.js"), str(ENGINE), str(folder / "index.js")]
    done = subprocess.run(command, input=json.dumps(queries()), capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return dict(zip(queries(), json.loads(done.stdout), strict=True))


def test_both_engines_give_the_same_answers(searcher: MemorySearcher, found: dict[str, list[dict[str, Any]]]) -> None:
    for query, hits in found.items():
        ours = [(hit.id, hit.url, hit.rank) for hit in searcher.search(Query(query))]
        assert [(hit["id"], hit["url"], hit["rank"]) for hit in hits] == ours, query[:80]


@pytest.mark.parametrize(("half", "least"), [("dev", 0.9), ("test", 0.9)])
def test_staff_find_what_they_look_for(found: dict[str, list[dict[str, Any]]], half: str, least: float) -> None:
    def results(query: str) -> list[tuple[str, ...]]:
        return [(hit["path"], hit["id"], hit["id"].partition(".")[0]) for hit in found[query]]

    assert evaluate(read_judgements(RELEVANCE / f"{half}.tsv"), results)[-1].ndcg >= least


def test_the_script_cannot_be_closed_from_within(tmp_path: Path, searcher: MemorySearcher) -> None:
    from jbakb.search.documents import SearchDocument
    from jbakb.search.index import build_index

    document = SearchDocument("a", "page", "</script><script>alert(1)\u2028", "", "a.html", "docs/a.md")
    assert "</" not in browser_script(build_index([document]), {}, lambda each: each.url)


def test_what_a_site_ships_can_be_read_back() -> None:
    index = index_of(open_knowledge_base(PROJECT))
    script = browser_script(index, {"areas": {"sgb2": {}, "sgb8": {}}}, lambda document: document.url)
    site = read_script(script)
    assert site.areas == ("sgb2", "sgb8")
    assert site.index.postings == index.postings
    assert site.index.expansions == index.expansions
    assert [each.id for each in site.index.documents] == [each.id for each in index.documents]


@pytest.mark.parametrize("script", ["", "x", "window.jbakbIndex={};\n", 'window.jbakbIndex={"documents":1};\n'])
def test_something_else_is_no_index(script: str) -> None:
    with pytest.raises(ValueError):
        read_script(script)


@pytest.mark.parametrize("name", ["counts", "numbers", "impacts", "terms"])
def test_an_index_that_is_cut_off_is_noticed(name: str) -> None:
    script = browser_script(sample_index(), {}, lambda document: document.url)
    packed = json.loads(script.removeprefix("window.jbakbIndex=").removesuffix(";\n"))
    packed[name] = packed[name][: len(packed[name]) // 2] if name != "terms" else packed[name] + "\nx"
    with pytest.raises(ValueError):
        read_script("window.jbakbIndex=" + json.dumps(packed) + ";\n")
