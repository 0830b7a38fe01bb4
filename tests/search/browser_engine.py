"""The browser's engine behind the interface of all engines: search-engine.js, run by Node.js."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Final

from jbakb.search.browser import browser_script
from jbakb.search.engine import Hit, Query
from jbakb.search.index import SearchIndex
from tests.conftest import PROJECT

NODE: Final = shutil.which("node")
SCRIPT: Final = PROJECT / "plugins" / "jbakb_mkdocs" / "assets" / "search-engine.js"
_FIELDS: Final = ("rank", "id", "url", "path", "title", "kind", "area", "score")
_RUN: Final = """
globalThis.window = {};
const { Index } = require(process.argv[1]);
require(process.argv[2]);
const index = new Index(window.jbakbIndex);
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { text, ...options } = JSON.parse(line);
  console.log(JSON.stringify(index.search(text, options)));
});
"""


class BrowserEngine:
    name = "browser"

    def build(self, folder: Path, index: SearchIndex) -> None:
        script = browser_script(index, {}, lambda document: document.url)
        (folder / "search-index.js").write_text(script, encoding="utf-8")

    def open(self, folder: Path) -> BrowserSearcher:
        return BrowserSearcher(folder / "search-index.js")


class BrowserSearcher:
    def __init__(self, script: Path) -> None:
        # Read whole, so that the folder may be moved or go.
        command = [str(NODE), "-e", _RUN, str(SCRIPT), str(script)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def search(self, query: Query) -> list[Hit]:
        assert self._process.stdin
        assert self._process.stdout
        asked = {"text": query.text, "area": query.area, "kind": query.kind, "limit": query.limit}
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return [Hit(**{name: hit[name] for name in _FIELDS}) for hit in json.loads(self._process.stdout.readline())]

    def __del__(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
