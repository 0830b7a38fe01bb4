# ruff: noqa: E501
"""Time the search in a real browser: the dialogue of a built site with another index, and plain MiniSearch beside it."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import threading
from pathlib import Path
from typing import Any

_FLAGS = ("no-sandbox", "disable-gpu", "disable-background-networking", "disable-component-update", "disable-sync")
_NAMES = ("chromium", "chromium-browser", "google-chrome")
#: From the first focus to the first result on the page; the query is there as soon as the box has the focus.
_FIRST = """
async (query) => {
  const input = document.getElementById("jbakb-search-input"), hits = document.getElementById("jbakb-search-hits");
  const started = performance.now();
  input.focus();
  input.value = query;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  while (!hits.querySelector("[role=option]")) await new Promise((done) => setTimeout(done, 1));
  hits.getBoundingClientRect();
  return performance.now() - started;
}
"""
#: One letter after the other; a keystroke ends when the page is laid out with the results.
_TYPE = """
(queries) => {
  const input = document.getElementById("jbakb-search-input"), hits = document.getElementById("jbakb-search-hits"), times = [];
  for (const query of queries) for (let end = 1; end <= query.length; end += 1) {
    const started = performance.now();
    input.value = query.slice(0, end);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    hits.getBoundingClientRect();
    times.push(performance.now() - started);
  }
  return times;
}
"""
_ONLY = """
async (queries) => {
  const index = await window.jbakb.load(), times = [];
  for (const query of queries) for (let end = 1; end <= query.length; end += 1) {
    const started = performance.now();
    index.search(query.slice(0, end), { limit: 12 });
    times.push(performance.now() - started);
  }
  return times;
}
"""
_PLAIN_READY = """
async (options) => {
  const started = performance.now();
  const packed = await (await fetch("minisearch-index.json")).text();
  window.mini = MiniSearch.loadJSON(packed, options);
  window.mini.search("Hilfe", { prefix: true, fuzzy: 0.2, boost: { title: 3 } });
  return performance.now() - started;
}
"""
_PLAIN = """
(queries) => {
  const times = [];
  for (const query of queries) for (let end = 1; end <= query.length; end += 1) {
    const started = performance.now();
    window.mini.search(query.slice(0, end), { prefix: true, fuzzy: 0.2, boost: { title: 3 } }).slice(0, 12);
    times.push(performance.now() - started);
  }
  return times;
}
"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def chromium(site: Path, script: str, documents: Path, folder: Path, queries: list[str]) -> None:
    """Print the times of the real dialogue in Chromium.

    Args: `site` is a built site, of which a copy gets the index `script`; `documents` are the same pages as JSON, for
    MiniSearch, which must be found as `node_modules/minisearch` from `folder` or above.
    """
    from playwright.sync_api import sync_playwright

    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if path is None:
        print("Chromium: not found")
        return
    copy = documents.parent / "site"
    shutil.copytree(site, copy)
    next(copy.rglob("search-index.js")).write_text(script, encoding="utf-8")
    parents = (folder.resolve(), *folder.resolve().parents)
    mini = next((each for one in parents if (each := one / "node_modules/minisearch/dist/umd/index.js").exists()), None)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(copy)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=path, args=[f"--{flag}" for flag in _FLAGS])
        firsts = []
        for _run in range(5):
            page = browser.new_page()
            asked: list[str] = []
            page.on("request", functools.partial(_note, asked))
            page.goto(f"{address}/index.html", wait_until="load")
            page.wait_for_timeout(300)
            before = sum("search-index" in url for url in asked)
            firsts.append(page.evaluate(_FIRST, queries[0]))
            after = sum("search-index" in url for url in asked)
            if _run < 4:
                page.close()
        print(f"Chromium: requests for the index before the first focus {before}, after it {after}")
        print(
            f"Chromium: first focus to first result {sorted(firsts)[2]:.0f} ms (median of 5, largest {max(firsts):.0f})"
        )
        page.evaluate(_TYPE, queries[:10])
        _tell("keystroke with results on the page", page.evaluate(_TYPE, queries))
        _tell("keystroke, search alone", page.evaluate(_ONLY, queries))
        if mini:
            _minisearch(page, mini, documents, copy, queries)
        browser.close()
    server.shutdown()
    server.server_close()


def _note(asked: list[str], request: Any) -> None:
    asked.append(request.url)


def _minisearch(page: Any, script: Path, documents: Path, site: Path, queries: list[str]) -> None:
    options = {"fields": ["title", "text"]}
    page.add_script_tag(content=script.read_text(encoding="utf-8"))
    made = "([documents, options]) => { const made = new MiniSearch(options); made.addAll(documents); return JSON.stringify(made); }"
    packed = page.evaluate(made, [json.loads(documents.read_text(encoding="utf-8")), options])
    (site / "minisearch-index.json").write_text(packed, encoding="utf-8")
    ready = page.evaluate(_PLAIN_READY, options)
    print(f"Chromium: MiniSearch plain ready in {ready:.0f} ms")
    page.evaluate(_PLAIN, queries[:10])
    _tell("MiniSearch plain, keystroke, search alone", page.evaluate(_PLAIN, queries))


def _tell(what: str, times: list[float]) -> None:
    ordered = sorted(times)
    print(
        f"Chromium: {what}: p50 {ordered[len(ordered) // 2]:.1f} ms, p95 {ordered[int(len(ordered) * 0.95)]:.1f} ms, {len(ordered)} letters"
    )
