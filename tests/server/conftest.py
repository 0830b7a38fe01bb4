"""A built site, and the real server in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from jbakb.knowledge_base import open_knowledge_base
from jbakb.server.answering import INDEX
from jbakb.site.content import SiteContent
from jbakb_mkdocs.search_index import search_script
from tests.conftest import DAY, SMALL

PAGE = """<!doctype html><title>{title}</title>
<script>document.title += "!"</script><script type="application/json">{{"a": 1}}</script>
<script src="assets/a.js"></script>"""


def write_site(folder: Path, edition: str = "internal") -> Path:
    """Write what the server needs of a site: pages, and the index of the small knowledge base."""
    (folder / INDEX).parent.mkdir(parents=True)
    script = search_script(SiteContent.of(open_knowledge_base(SMALL), edition, DAY))  # type: ignore[arg-type]
    (folder / INDEX).write_text(script, encoding="utf-8")
    (folder / "glossar").mkdir()
    for name in ("index", "404", "glossar/index", "glossar/hilfeplan"):
        (folder / f"{name}.html").write_text(PAGE.format(title=name) + "<p>Text</p>" * 200, encoding="utf-8")
    (folder / ".geheim").write_text("geheim", encoding="utf-8")
    (folder / "bild.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    return folder


Host = Callable[..., httpx.Client]


@pytest.fixture(scope="session")
def hosting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """Start the server on a free port and return a client that asks it."""
    started: list[tuple[subprocess.Popen[str], httpx.Client]] = []
    cache = tmp_path_factory.mktemp("server-cache")

    def start(*arguments: str) -> httpx.Client:
        process = subprocess.Popen(
            [sys.executable, "-m", "jbakb", "host", "--port", "0", *arguments],
            cwd=cache,
            env=os.environ | {"XDG_CACHE_HOME": str(cache), "PYTHONIOENCODING": "utf-8"},
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert process.stderr
        line = process.stderr.readline()
        found = re.search(r"http://\S+", line)
        assert found, line + process.stderr.read()
        client = httpx.Client(base_url=found[0], timeout=30)
        started.append((process, client))
        return client

    yield start
    for process, client in started:
        client.close()
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("server") / "site")


@pytest.fixture(scope="session")
def client(hosting: Host, site: Path) -> httpx.Client:
    return hosting("--site", str(site))
