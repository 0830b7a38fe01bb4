"""The pages of the handbook as values: their prose, the areas they speak for, and what they describe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from jbakb.language.prose import Prose, markdown_prose
from jbakb.model import Clause, Goal, Process
from jbakb.model.values import Visibility
from jbakb.store.front_matter import FRONT_MATTER
from jbakb.store.loading import locate, parse_front_matter, read_file
from jbakb.store.problem import Problem
from jbakb.store.yaml_nodes import MappingNode, ScalarNode, SequenceNode, decode, parse

DOCS: Final = "docs"


@dataclass(frozen=True)
class Page:
    """A Markdown page. `path` is relative to the root; `text` is the whole file with its front matter.

    At most one of `process`, `clause` and `goal` is what the page describes.
    """

    path: str
    text: str
    title: str
    areas: tuple[str, ...] = ()
    process: Process | None = None
    visibility: Visibility | None = None
    clause: Clause | None = None
    goal: Goal | None = None

    @cached_property
    def prose(self) -> Prose:
        """Return the prose of the page, with the positions of the file."""
        return markdown_prose(self.text)

    @property
    def body_start(self) -> int:
        """Return the offset at which the text after the front matter starts."""
        found = FRONT_MATTER.match(self.text)
        return found.end() if found else 0

    def front_matter_place(self, *where: str | int) -> tuple[int, int]:
        """Find the line and column of a value in the front matter by its path of keys and indexes."""
        found = FRONT_MATTER.match(self.text)
        return locate(found[1].encode(), where, first_line=2) if found else (1, 1)


def load_handbook(root: Path) -> tuple[tuple[Page, ...], list[Problem]]:
    """Read all pages of a knowledge base; returns what could be read and the problems."""
    problems: list[Problem] = []
    pages = tuple(page for path in _files(root) if (page := read_page(root, path, problems)) is not None)
    return pages, sorted(problems)


def process_now(pages: Iterable[Page], process_id: str) -> str:
    """Return what a process with a former id is called today, empty if there was none."""
    processes = [page.process for page in pages if page.process]
    if any(process.id == process_id for process in processes):
        return ""
    return next((process.id for process in processes if process_id in process.formerly), "")


def read_page(root: Path, path: str, problems: list[Problem]) -> Page | None:
    """Read one page by its path relative to the root; None if it is no text, with the reason added to the problems."""
    data = read_file(root, path, problems)
    if data is None:
        return None
    text, found = decode(data, path)
    problems += found
    return None if found else parse_page(text, path, problems)


def parse_page(text: str, path: str, problems: list[Problem]) -> Page:
    """Make a page of a Markdown text; problems of its front matter are added."""
    front = FRONT_MATTER.match(text)
    values: dict[str, tuple[str, ...]] = {}
    described = None
    if front:
        described = parse_front_matter(front[1], path, problems)
        node, _problems = parse(front[1], path, 2)
        if isinstance(node, MappingNode):
            values = dict(_texts(node))
    heading = re.search(r"^#[ \t]+(.+?)[ \t]*#*$", text[front.end() if front else 0 :], re.M)
    title = next(iter(values.get("title", ())), "") or (heading[1] if heading else path.rsplit("/", 1)[-1])
    said = next(iter(values.get("visibility", ())), "")
    # What is neither of the two is kept inside.
    visibility: Visibility | None = "public" if said == "public" else "internal" if said else None
    return Page(
        path,
        text,
        title,
        values.get("areas", ()),
        described if isinstance(described, Process) else None,
        visibility,
        described if isinstance(described, Clause) else None,
        described if isinstance(described, Goal) else None,
    )


def _texts(node: MappingNode) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, value in node.value:
        if isinstance(value, ScalarNode):
            yield key.value, (value.value,)
        elif isinstance(value, SequenceNode):
            yield key.value, tuple(item.value for item in value.value if isinstance(item, ScalarNode))


def _files(root: Path) -> Iterator[str]:
    for path in sorted((root / DOCS).rglob("*.md")):
        yield path.relative_to(root).as_posix()
