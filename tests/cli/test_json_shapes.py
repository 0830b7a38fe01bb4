"""What docs/handbuch/json.md says is what is printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import PROJECT

PAGE = (PROJECT / "docs" / "handbuch" / "json.md").read_text(encoding="utf-8")


def section(command: str) -> str:
    found = re.search(rf"^## \w+ {{ #{command} }}\n(.*?)(?=^## |\Z)", PAGE, re.S | re.M)
    assert found, f"json.md has no section on {command}"
    return found[1]


def documented(command: str) -> set[str]:
    """All names between backticks, however they are written: `a`, `a[].b`, `{"a": …}`."""
    quoted = " ".join(re.findall(r"`([^`]+)`", section(command)))
    return set(re.findall(r"[a-z_]+", quoted))


@pytest.mark.parametrize(
    ("plural", "arguments"),
    [
        ("translations", ("translate", "Hilfeplan")),
        ("entries", ("list",)),
        ("areas", ("areas",)),
        ("themes", ("themes",)),
        ("processes", ("process", "list")),
        ("findings", ("check", "--fail-on", "error")),
    ],
)
def test_every_key_that_is_printed_is_documented(
    ask_any: Callable[..., Any], plural: str, arguments: tuple[str, ...]
) -> None:
    data = ask_any(*arguments)
    known = documented(arguments[0])
    assert set(data) <= known
    assert data[plural], "the example must have something to show"
    for item in data[plural]:
        assert set(item) <= known
        assert plural == "findings" or "id" in item


def test_show_documents_what_it_adds(ask_any: Callable[..., Any]) -> None:
    data = ask_any("show", "EGV")
    known = documented("show")
    assert set(data) <= known
    assert set(data["readings"][0]) <= known
    assert {"ref", "status", "missing", "visibility", "theme", "id"} <= known


def test_readings_are_documented_with_translations_too(ask_any: Callable[..., Any]) -> None:
    [reading] = ask_any("translate", "Hilfeplan")["readings"]
    assert set(reading) <= documented("show")


def test_terms_documents_its_shape(ask_any: Callable[..., Any]) -> None:
    data = ask_any("terms", "docs/jobcenter.md")
    assert set(data["terms"][0]) == documented("terms") & set(data["terms"][0])


def test_the_table_of_degrees_is_the_one_that_is_used() -> None:
    from jbakb.translation import compare

    rows = re.findall(r"^\| `(\w+)` \|((?: [\w–]+ \|){5})$", section("translate"), re.M)
    assert len(rows) == 5
    targets = ("exact", "close", "wider", "narrower", "related")
    for source, cells in rows:
        told = [cell.strip() for cell in cells.strip("|").split("|")]
        assert told == [compare(source, target) or "–" for target in targets]  # type: ignore[arg-type]
