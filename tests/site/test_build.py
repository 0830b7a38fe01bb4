"""Building: strict, repeatable, and with errors that a person can mend."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.site.conftest import Build


def mkdocs(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_mkdocs_itself_builds_without_a_warning(small: Path) -> None:
    done = mkdocs(small, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr


def test_two_builds_are_byte_identical(small: Path, build: Build, tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        build(small, "--site-dir", str(tmp_path / name), SOURCE_DATE_EPOCH="1795305600")
        files = sorted(file for file in (tmp_path / name).rglob("*") if file.is_file())
        made.append({file.relative_to(tmp_path / name): file.read_bytes() for file in files})
    assert made[0].keys() == made[1].keys()
    assert [path for path in made[0] if made[0][path] != made[1][path]] == []


def test_errors_in_data_name_file_line_and_column(small: Path) -> None:
    entry = small / "glossary" / "planung" / "hilfeplan.yml"
    entry.write_text(
        entry.read_text(encoding="utf-8").replace("equivalence: exact", "equivalence: genau"), encoding="utf-8"
    )
    done = mkdocs(small, "build", "--strict")
    assert done.returncode == 1
    assert "glossary/planung/hilfeplan.yml:5:18" in done.stderr
    assert "Traceback" not in done.stderr


def test_another_day_is_another_site(small: Path, build: Build) -> None:
    page = build(small, "--as-of", "2025-01-01") / "glossar" / "existenzsichernde-geldleistung.html"
    assert 'id="existenzsichernde-geldleistung.sgb2">Bürgergeld' in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("program", ["jbakb", "mkdocs"])
def test_the_preview_follows_changes_in_glossary_pages_and_settings(small: Path, program: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    where = ["--port", str(port)] if program == "jbakb" else ["--dev-addr", f"127.0.0.1:{port}"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", program, "serve", *where]
    with subprocess.Popen(
        command, cwd=small, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            page = f"http://127.0.0.1:{port}/glossar/hilfeplan.html"
            _wait_for(page, "Fachliche Grundlage")
            _change(small / "glossary" / "planung" / "hilfeplan.yml", "Fachliche Grundlage", "Neue Grundlage")
            _wait_for(page, "Neue Grundlage")
            _change(small / "docs" / "index.md", "Willkommen", "Neues Willkommen")
            _wait_for(f"http://127.0.0.1:{port}/index.html", "Neues Willkommen")
            _change(small / "jbakb.toml", "format = 1", 'format = 1\nlinks = {occurrences = "none"}')
            _wait_for(f"http://127.0.0.1:{port}/index.html", "jbakb-term", there=False)
        finally:
            server.terminate()


def _change(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def _wait_for(url: str, text: str, *, there: bool = True) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=20) as answer:
                if (text in answer.read().decode()) is there:
                    return
        except OSError:
            pass
        time.sleep(0.3)
    raise AssertionError(f"{text!r} at {url}")
