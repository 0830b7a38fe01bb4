"""What a user can reach is documented, and the documentation names nothing else."""

from __future__ import annotations

import re

import msgspec
import pytest

from jbakb import hooks
from jbakb.cli.reference import PAGE, reference_page
from jbakb.cli.root import COMMANDS
from jbakb.model import AreasFile, Entry, FalseFriend, Process
from jbakb.model.law import LawsFile
from jbakb.model.settings import Settings
from jbakb.store.convert import field_names
from tests.conftest import PROJECT

HANDBOOK = PROJECT / "docs" / "handbuch"


def read(name: str) -> str:
    return (HANDBOOK / name).read_text(encoding="utf-8")


def records_below(kind: type[msgspec.Struct]) -> set[type[msgspec.Struct]]:
    """A record's type and those of everything in it."""
    found = {kind}
    for info in msgspec.json.schema_components([kind])[1]:
        found |= {each for each in all_records() if each.__name__ == info}
    return found


def all_records() -> list[type[msgspec.Struct]]:
    from jbakb.model.entry import Record

    return Record.__subclasses__()


def test_the_command_reference_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference_page(), "run: python -m jbakb.cli.reference"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert f"### jbakb {name} " in read("befehle.md")


HOOKS = [name for name, value in vars(hooks).items() if hasattr(value, f"{hooks.PROJECT}_spec")]


def test_there_are_hooks() -> None:
    assert "jbakb_rules" in HOOKS


@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_is_documented(name: str) -> None:
    assert f"`{name}" in read("plugins.md")


def test_no_other_hook_is_documented() -> None:
    assert set(re.findall(r"`(jbakb_(?!local|mkdocs)\w+)", read("plugins.md"))) <= set(HOOKS)


FIELDS = sorted(
    (kind.__name__, name)
    for top in (Entry, AreasFile, FalseFriend, LawsFile, Process)
    for kind in records_below(top)
    for name in field_names(kind)
    if (kind.__name__, name) not in {("Entry", "id"), ("Entry", "theme"), ("Process", "id")}
)


@pytest.mark.parametrize(("record", "field"), FIELDS)
def test_every_field_of_a_data_file_is_documented(record: str, field: str) -> None:
    assert f"`{field}`" in read("datenformat.md"), f"{record}.{field}"


def keys_of(kind: type[msgspec.Struct], prefix: str = "") -> list[str]:
    keys: list[str] = []
    for info in msgspec.structs.fields(kind):
        if isinstance(info.type, type) and issubclass(info.type, msgspec.Struct):
            keys += keys_of(info.type, f"{prefix}{info.name}.")
        else:
            keys.append(prefix + info.name)
    return keys


@pytest.mark.parametrize("key", keys_of(Settings))
def test_every_setting_is_documented(key: str) -> None:
    section, _dot, name = key.rpartition(".")
    text = read("einstellungen.md")
    assert f"`{name}`" in text
    assert not section or f"[{section}]" in text
