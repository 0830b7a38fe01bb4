"""What the tests of the site share: content on a fixed day, and sites built from it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from jbakb.knowledge_base import KnowledgeBase
from jbakb.site.content import SiteContent
from tests.conftest import DAY

EXTENSIONS = """
markdown_extensions:
  [admonition, attr_list, def_list, footnotes, md_in_html, tables, pymdownx.details, pymdownx.superfences, pymdownx.snippets,
   {pymdownx.tabbed: {alternate_style: true}}, {toc: {permalink: true}}]
"""


@pytest.fixture
def small_content(small_kb: KnowledgeBase) -> SiteContent:
    """The small knowledge base's site on the tests' day."""
    return SiteContent.of(small_kb, "internal", DAY)


Build = Callable[..., Path]


@pytest.fixture
def build() -> Build:
    """Build a knowledge base as a user does and return the folder of the site."""

    def run(root: Path, *arguments: str, **environment: str) -> Path:
        command = [sys.executable, "-m", "jbakb", "build", "--as-of", DAY.isoformat(), *arguments]
        done = subprocess.run(
            command, cwd=root, env=os.environ | environment, capture_output=True, text=True, timeout=300
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return root / "site"

    return run


def use_all_extensions(root: Path) -> None:
    """Let a knowledge base use every Markdown extension that concerns links."""
    file = root / "mkdocs.yml"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("markdown_ext")]
    file.write_text("\n".join(lines) + EXTENSIONS, encoding="utf-8")


def copy_of(project: Path, target: Path) -> Path:
    """Copy a knowledge base without what was built from it."""
    target.mkdir()
    for name in ("docs", "glossary"):
        shutil.copytree(project / name, target / name)
    for name in ("mkdocs.yml", "jbakb.toml"):
        shutil.copy(project / name, target / name)
    return target


class TermLinks(HTMLParser):
    """The texts and addresses of the links that were made of terms, outside of what is generated."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self._generated = 0
        self._href: str | None = None
        self._text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = given.get("class", "").split()
        if tag in ("div", "ul"):
            self._generated += 1 if self._generated or "jbakb" in classes else 0
        elif tag == "a" and "jbakb-term" in classes and not self._generated:
            self._href, self._text = given["href"], ""

    def handle_endtag(self, tag: str) -> None:
        if tag in ("div", "ul") and self._generated:
            self._generated -= 1
        elif tag == "a" and self._href is not None:
            self.links.append((" ".join(self._text.split()), self._href))
            self._href = None

    def handle_data(self, data: str) -> None:
        self._text += data
