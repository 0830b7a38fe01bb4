"""`jbakb serve` on the command line."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.conftest import Run


def test_a_taken_port_is_told_before_an_address_is_shown(jbakb: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = jbakb("serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "--port" in done.stderr
    assert "http://" not in done.stderr


def _wait_for(address: str, text: str) -> None:
    for _attempt in range(60):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if text in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.5)
    raise AssertionError(f"{address} never showed {text}")


def test_broken_data_are_shown_in_place_of_the_pages_until_they_are_mended(small: Path, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    entry = small / "glossary" / "planung" / "hilfeplan.yml"
    good = entry.read_text(encoding="utf-8")
    page = f"http://127.0.0.1:{port}/glossar/hilfeplan.html"
    log = tmp_path / "log"
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "jbakb", "serve", "--port", str(port)], cwd=small, env=os.environ, stderr=errors
        )
        try:
            _wait_for(page, "Hilfeplan")
            entry.write_text("title: [", encoding="utf-8")
            _wait_for(page, "glossary/planung/hilfeplan.yml:")
            entry.write_text(good, encoding="utf-8")
            _wait_for(page, "jbakb-concept")
        finally:
            process.terminate()
            process.wait()
    told = log.read_text(encoding="utf-8")
    assert "glossary/planung/hilfeplan.yml:" in told
    assert "wieder in Ordnung" in told
