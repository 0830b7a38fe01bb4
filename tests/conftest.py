"""What all tests share: knowledge bases to read and to change, a fixed day, and the command line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from jbakb.knowledge_base import KnowledgeBase, open_knowledge_base

# Speed is measured in benchmarks/: a busy machine makes no test red.
settings.register_profile("jbakb", deadline=None)
settings.load_profile("jbakb")

HERE = Path(__file__).parent
PROJECT = HERE.parent
SMALL = HERE / "data" / "small"

#: The day on which tests happen, so that they are as green next year as today.
DAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests out of the user's cache folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small knowledge base that a test may change."""
    return Path(shutil.copytree(SMALL, tmp_path / "kb"))


@pytest.fixture
def small_kb(small: Path) -> KnowledgeBase:
    """The small knowledge base, opened."""
    return open_knowledge_base(small)


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def jbakb(small: Path) -> Run:
    """Run the command line on the small knowledge base, as a user in a pipe would: no terminal, no colours."""

    def run(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "jbakb", *arguments],
            cwd=cwd or small,
            env=os.environ | {"NO_COLOR": "1", "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"} | environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=120,
        )

    return run
