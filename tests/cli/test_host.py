"""`jbakb host` says what it does, and what is missing."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from jbakb.clock import today
from jbakb.knowledge_base import open_knowledge_base
from jbakb.overview_documents import overview_documents
from jbakb.search.documents import search_documents
from jbakb.site.content import SiteContent
from jbakb.site.edition import Edition
from tests.conftest import Run


def test_without_a_knowledge_base_and_a_site_it_says_so(jbakb: Run, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    done = jbakb("host", "--port", "0", cwd=tmp_path / "leer")
    assert done.returncode == 2
    assert "keine Wissensbasis" in done.stderr


def test_a_taken_port_is_told_with_another(jbakb: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = jbakb("host", "--port", str(port))
    assert done.returncode == 2
    assert f"Der Anschluss {port} ist belegt" in done.stderr
    assert f"--port {port + 1}" in done.stderr


def test_a_foreign_address_is_told(jbakb: Run) -> None:
    done = jbakb("host", "--bind", "203.0.113.7", "--port", "0")
    assert done.returncode == 2
    assert "203.0.113.7" in done.stderr


def test_without_the_extra_it_names_what_to_install(jbakb: Run, tmp_path: Path) -> None:
    (tmp_path / "ohne").mkdir()
    (tmp_path / "ohne" / "starlette.py").write_text("raise ImportError(name='starlette')\n", encoding="utf-8")
    path = os.pathsep.join((str(tmp_path / "ohne"), os.environ.get("PYTHONPATH", "")))
    done = jbakb("host", PYTHONPATH=path)
    assert done.returncode == 2
    assert "jbakb[server]" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_engine_is_told_with_those_there_are(jbakb: Run) -> None:
    done = jbakb("search", "HP", "--engine", "woosh")
    assert done.returncode == 2
    assert "meinten Sie „whoosh“?" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(("options", "edition"), [((), "internal"), (("--edition", "public"), "public")])
def test_a_missing_site_is_built_first(small: Path, options: tuple[str, ...], edition: Edition) -> None:
    command = [sys.executable, "-m", "jbakb", "host", "--port", "0", *options]
    process = subprocess.Popen(
        command, cwd=small, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, encoding="utf-8"
    )
    try:
        assert process.stderr
        address = next(found[0] for line in process.stderr if (found := re.search(r"http://\S+", line)))
        health = httpx.get(f"{address}healthz").json()
        assert health["status"] == "ok"
        content = SiteContent.of(open_knowledge_base(small), edition, today())  # the day on which it was built
        documents = (*search_documents(content.glossary, content.pages), *overview_documents(content))
        assert health["documents"] == len(documents)
    finally:
        process.terminate()
        process.communicate(timeout=20)
