"""A browser, a built site over http and as files, and a log of every request."""

from __future__ import annotations

import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.site import build_site
from tests.conftest import PROJECT
from tests.site.conftest import copy_of

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("no-sandbox", "disable-gpu", "disable-background-networking", "disable-component-update", "disable-sync")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without it the tests are skipped, and in CI they fail."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        reason = f"no Chromium found (looked for {', '.join(NAMES)})"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=path, args=[f"--{flag}" for flag in FLAGS])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def project_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site."""
    return build_site(copy_of(PROJECT, tmp_path_factory.mktemp("project") / "kb"))


Window = Callable[..., Page]


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Window]:
    """Open a window with the options of a browser context; the tests of a module share those with the same options."""
    pages: dict[tuple[tuple[str, object], ...], Page] = {}

    def open_window(width: int, height: int, **options: object) -> Page:
        key = (("viewport", (width, height)), *sorted(options.items()))
        if key not in pages:
            pages[key] = browser.new_page(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        return pages[key]

    yield open_window
    for page in pages.values():
        page.close()


Serve = Callable[[Path], str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serve a folder on this machine and return its address."""
    servers = []

    def start(folder: Path) -> str:
        handler = partial(_Quiet, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
