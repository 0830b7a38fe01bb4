"""The house: each package may import what lies below it, and outside libraries have one door each."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT

#: From the ground up; what stands on one line does not import each other.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("jbakb.i18n", "jbakb.clock"),
    ("jbakb.model",),
    ("jbakb.store", "jbakb.law", "jbakb.language", "jbakb.labels", "jbakb.entry_data"),
    ("jbakb.handbook", "jbakb.excerpt", "jbakb.diagram"),
    ("jbakb.knowledge_base",),
    ("jbakb.recognition",),
    ("jbakb.lookup", "jbakb.translation"),
    (
        "jbakb.check",
        "jbakb.change",
        "jbakb.history",
        "jbakb.search",
        "jbakb.exchange",
        "jbakb.site",
        "jbakb.starter",
    ),
    ("jbakb.hooks",),
    ("jbakb.plugin_host",),
    ("jbakb.health", "jbakb.server", "jbakb.overview_documents"),
    ("jbakb.cli", "jbakb_mkdocs"),
)

#: Who may import a library: the only doors to it.
DOORS: dict[str, tuple[str, ...]] = {
    "click": ("jbakb.cli",),
    "rich": ("jbakb.cli",),
    "mkdocs": ("jbakb_mkdocs",),
    "markdown": ("jbakb_mkdocs",),
    "whoosh": ("jbakb.search.whoosh_engine",),
    "yaml": ("jbakb.store.yaml_nodes",),
    "starlette": ("jbakb.server",),
    "uvicorn": ("jbakb.server",),
    "pluggy": ("jbakb.hooks", "jbakb.plugin_host"),
    "filelock": ("jbakb.store",),
}

MODULES = sorted([*PROJECT.glob("jbakb/**/*.py"), *PROJECT.glob("plugins/jbakb_mkdocs/**/*.py")])


def name_of(path: Path) -> str:
    parts = list(path.relative_to(PROJECT).with_suffix("").parts)
    parts = parts[1:] if parts[0] == "plugins" else parts
    return ".".join(parts).removesuffix(".__init__")


def imports_of(path: Path) -> Iterator[str]:
    """Imports at run time, those inside functions included; what only the type checker reads does not count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for node in ast.walk(block)
    }
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


def layer_of(module: str) -> tuple[int, str] | None:
    found = [(rank, package) for rank, packages in enumerate(LAYERS) for package in packages if within(module, package)]
    return found[0] if found else None


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_downwards(path: Path) -> None:
    own = layer_of(name_of(path))
    if own is None:
        assert name_of(path) in ("jbakb", "jbakb.__main__"), "a module without a layer: add it to LAYERS"
        return
    for imported in imports_of(path):
        other = layer_of(imported)
        if other is not None:
            assert other[0] < own[0] or other[1] == own[1], (
                f"{name_of(path)} imports {imported}, which lies above or beside"
            )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_libraries_have_one_door(path: Path) -> None:
    for imported in imports_of(path):
        doors = DOORS.get(imported.partition(".")[0])
        if doors:
            assert any(within(name_of(path), door) for door in doors), f"{name_of(path)} imports {imported}"


@pytest.mark.parametrize(
    "path", [path for path in MODULES if layer_of(name_of(path)) not in (None, (11, "jbakb.cli"))], ids=name_of
)
def test_only_the_command_line_prints(path: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in ("print", "input")]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
