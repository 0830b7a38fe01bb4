# ruff: noqa: E501
"""Measure the search on statute sections: quality by class, size and speed, against plain Whoosh and MiniSearch.

    python -m benchmarks.search FOLDER [--each 80] [--seed 7] [--pages 5000] [--site SITE]

FOLDER holds statutes as Markdown, `sgb_8….md` with headings `# § 36 – Mitwirkung, Hilfeplan` (as github:kmein/gesetze has
them). For MiniSearch, `node_modules/minisearch` must be found from FOLDER. The queries are made by rule from the titles
(search_classes.py): the figures compare engines, they do not say how staff fare.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import fmean

from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import MultifieldParser, OrGroup

from benchmarks.search_chromium import chromium
from benchmarks.search_classes import BOOKS, Case, Maker, Section, sections_of
from jbakb.search.browser import browser_script
from jbakb.search.documents import SearchDocument
from jbakb.search.engine import Query
from jbakb.search.evaluation import measure
from jbakb.search.incremental import rebuild
from jbakb.search.index import build_index
from jbakb.search.whoosh_engine import WhooshEngine

_ASSETS = Path(__file__).parents[1] / "plugins" / "jbakb_mkdocs" / "assets"
_OURS = """
globalThis.window = {}; const fs = require("fs"); const { Index } = require(process.argv[2]); require(process.argv[3]);
const started = performance.now(); const index = new Index(window.jbakbIndex); const ready = performance.now() - started;
const search = (query) => index.search(query).map((hit) => hit.id);
"""
_PLAIN = """
const fs = require("fs"); const MiniSearch = require(require.resolve("minisearch", { paths: [process.argv[4]] }));
const documents = JSON.parse(fs.readFileSync(process.argv[3])); const options = { fields: ["title", "text"] };
const made = new MiniSearch(options); made.addAll(documents); const packed = JSON.stringify(made);
const started = performance.now(); const index = MiniSearch.loadJSON(packed, options); const ready = performance.now() - started;
const search = (query) => index.search(query, { prefix: true, fuzzy: 0.2, boost: { title: 3 } }).slice(0, 10).map((hit) => hit.id);
const size = require("zlib").gzipSync(packed, { level: 9 }).length; console.error("size", size);
"""
_TIMED = """
const queries = JSON.parse(fs.readFileSync(0)); queries.slice(0, 50).forEach(search); const times = [];
const found = queries.map((query) => { const at = performance.now(); const hits = search(query); times.push(performance.now() - at); return hits; });
console.log(JSON.stringify({ ready, times, found }));
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", type=int, default=80)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--pages", type=int, default=0, help="repeat the sections up to so many: for sizes and times")
    parser.add_argument("--site", type=Path, help="a built site: time its dialogue in Chromium with these pages")
    parser.add_argument("--no-quality", action="store_true", help="with --site: only what Chromium does")
    given = parser.parse_args()
    sections = sections_in(given.folder)
    cases = Maker(sections, given.seed).cases(given.each)
    print(f"{len(sections)} sections, {len(cases)} queries")
    documents = [
        SearchDocument(s.path, "page", f"§ {s.number} {s.law} – {s.title}", "", s.path, s.path, text=s.text)
        for s in sections
    ]
    for number in range(len(documents), given.pages):
        once = documents[number % len(sections)]
        documents.append(
            replace(once, id=f"{once.id}-{number}", path=f"{once.path}-{number}", url=f"{once.url}-{number}")
        )
    with tempfile.TemporaryDirectory() as place:
        if not given.no_quality:
            run(documents, cases, Path(place), given.folder)
        if given.site:
            in_chromium(given.site, documents, cases, Path(place), given.folder)


def sections_in(folder: Path) -> list[Section]:
    """Read all statutes of a folder; the books of the Sozialgesetzbuch are told by their number."""
    sections: list[Section] = []
    for path in sorted(folder.glob("*.md")):
        name = path.name.rsplit("-", 1)[0]
        book = re.fullmatch(r"sgb_(\d+)", name)
        sections += sections_of(path.read_text(encoding="utf-8"), f"SGB {BOOKS[int(book[1]) - 1]}" if book else name)
    return sections


def run(documents: list[SearchDocument], cases: list[Case], place: Path, folder: Path) -> None:
    started = time.perf_counter()
    index = build_index(documents)
    print(f"analysis {time.perf_counter() - started:.1f} s")
    again(documents)
    engine = WhooshEngine()
    (place / "whoosh").mkdir()
    started = time.perf_counter()
    engine.build(place / "whoosh", index)
    print(f"Whoosh index {time.perf_counter() - started:.1f} s")
    searcher = engine.open(place / "whoosh")
    ours = timed("jbakb on Whoosh", cases, lambda text: [hit.id for hit in searcher.search(Query(text))])
    timed("Whoosh plain", cases, plain_whoosh(documents))
    script = browser_script(index, {}, lambda document: document.url)
    (place / "index.js").write_text(script, encoding="utf-8")
    print(f"browser index {len(gzip.compress(script.encode(), 9)) / 1000:.0f} kB gzip")
    write_documents(documents, place)
    browser = node("jbakb in the browser (node)", _OURS, place, folder, place / "index.js", cases)
    node("MiniSearch plain (node)", _PLAIN, place, folder, place / "documents.json", cases)
    if browser:
        same = sum(one[:1] == other[:1] for one, other in zip(ours, browser, strict=True))
        print(f"same first result on Whoosh and in the browser: {same / len(cases):.1%}")


def in_chromium(site: Path, documents: list[SearchDocument], cases: list[Case], place: Path, folder: Path) -> None:
    script = browser_script(build_index(documents), {"areas": {}}, lambda document: document.url)
    print(f"browser index {len(gzip.compress(script.encode(), 9)) / 1000:.0f} kB gzip")
    write_documents(documents, place)
    queries = [case.query for case in cases[:: max(1, len(cases) // 80)]]
    chromium(site, script, place / "documents.json", folder, queries)


def write_documents(documents: list[SearchDocument], place: Path) -> None:
    rows = [{"id": each.id, "title": each.title, "text": each.text} for each in documents]
    (place / "documents.json").write_text(json.dumps(rows), encoding="utf-8")


def again(documents: list[SearchDocument]) -> None:
    """Compare an index after one changed page with a full build: analysis and Whoosh together."""
    engine = WhooshEngine()
    with tempfile.TemporaryDirectory() as place:
        started = time.perf_counter()
        built = rebuild(documents, {})
        engine.build(Path(place), built.index)
        full = time.perf_counter() - started
        changed = [replace(documents[0], text=f"{documents[0].text} Zaubertrank."), *documents[1:]]
        started = time.perf_counter()
        built = rebuild(changed, {}, built.kept)
        engine.update(Path(place), built.index, built.same)
        print(f"index: full {full:.1f} s, after one changed page {time.perf_counter() - started:.1f} s")


def plain_whoosh(documents: list[SearchDocument]) -> Callable[[str], list[str]]:
    from whoosh.analysis import LanguageAnalyzer

    analyzer = LanguageAnalyzer("de") if LanguageAnalyzer else StemmingAnalyzer()
    made = RamStorage().create_index(
        Schema(id=ID(stored=True), title=TEXT(analyzer, field_boost=3.0), text=TEXT(analyzer))
    )
    writer = made.writer()
    for each in documents:
        writer.add_document(id=each.id, title=each.title, text=each.text)
    writer.commit()
    searcher, parser = made.searcher(), MultifieldParser(["title", "text"], made.schema, group=OrGroup)
    return lambda text: [hit["id"] for hit in searcher.search(parser.parse(text), limit=10)]


def timed(name: str, cases: list[Case], search: Callable[[str], list[str]]) -> list[list[str]]:
    for case in cases[:20]:
        search(case.query)
    found, times = [], []
    for case in cases:
        started = time.perf_counter()
        found.append(search(case.query))
        times.append((time.perf_counter() - started) * 1000)
    report(name, cases, found, times)
    return found


def node(name: str, code: str, place: Path, folder: Path, data: Path, cases: list[Case]) -> list[list[str]]:
    (place / "run.js").write_text(code + _TIMED, encoding="utf-8")
    command = ["node", str(place / "run.js"), str(_ASSETS / "search-engine.js"), str(data), str(folder.resolve())]
    done = subprocess.run(command, input=json.dumps([case.query for case in cases]), capture_output=True, text=True)
    if done.returncode:
        print(f"{name}: not measured ({done.stderr.strip().splitlines()[-1]})")
        return []
    answer = json.loads(done.stdout)
    print(f"{name}: ready in {answer['ready']:.0f} ms {done.stderr.strip()}")
    report(name, cases, answer["found"], answer["times"])
    return list(answer["found"])


def report(name: str, cases: list[Case], found: list[list[str]], times: list[float]) -> None:
    figures: dict[str, list[float]] = defaultdict(list)
    for case, hits in zip(cases, found, strict=True):
        figures[case.kind].append(measure(dict.fromkeys(case.expected, 1), [(hit,) for hit in hits])[0])
    mean = fmean(fmean(rows) for rows in figures.values())
    classes = "  ".join(f"{kind} {fmean(rows):.3f}" for kind, rows in figures.items())
    print(f"{name}: nDCG@10 {mean:.4f}, p95 {sorted(times)[int(len(times) * 0.95)]:.2f} ms\n    {classes}")


if __name__ == "__main__":
    main()
