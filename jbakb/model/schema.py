"""JSON Schemas of the data files, generated from the model and published in jbakb/schemas/ for editors.

`python -m jbakb.model.schema` writes them anew; a test fails if they are not those of the model.
"""

from __future__ import annotations

import json
from inspect import cleandoc
from pathlib import Path
from typing import Any, Final

import msgspec

from jbakb.model.agreement import Clause, Goal
from jbakb.model.area import AreasFile
from jbakb.model.contact import ContactsFile
from jbakb.model.entry import Entry, FalseFriend
from jbakb.model.law import LawsFile
from jbakb.model.process import Process
from jbakb.model.settings import Settings
from jbakb.model.tables import AgesFile, ChangesFile, ServicesFile

FOLDER: Final = Path(__file__).parent.parent / "schemas"

#: Name of the schema, type of the file's content, and fields that follow from the file's name.
FILES: Final[tuple[tuple[str, Any, tuple[str, ...]], ...]] = (
    ("entry", Entry, ("id", "theme")),
    ("areas", AreasFile, ()),
    ("themes", dict[str, str], ()),
    ("words", list[FalseFriend], ()),
    ("laws", LawsFile, ()),
    ("ages", AgesFile, ()),
    ("services", ServicesFile, ()),
    ("changes", ChangesFile, ()),
    ("contacts", ContactsFile, ()),
    ("process", Process, ("id",)),
    ("clause", Clause, ("id",)),
    ("goal", Goal, ("id",)),
    ("settings", Settings, ()),
)


def schema_of(kind: Any, given: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a file's content; `given` fields do not stand in the file."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema: dict[str, Any] = {**head, **_dedented(msgspec.json.schema(kind))}
    definition = schema.get("$defs", {}).get(getattr(kind, "__name__", ""), {})
    for name in given:
        definition["properties"].pop(name)
        definition["required"].remove(name)
    concept = schema.get("$defs", {}).get("Concept")
    if concept:
        concept["oneOf"] = [{"required": [name]} for name in ("terms", "use", "absent")]
    return schema


def _dedented(schema: Any) -> Any:
    """Take the indentation from descriptions: they are docstrings, which Python keeps as written before 3.13."""
    if isinstance(schema, dict):
        return {
            name: cleandoc(value) if name == "description" and isinstance(value, str) else _dedented(value)
            for name, value in schema.items()
        }
    return [_dedented(each) for each in schema] if isinstance(schema, list) else schema


def write_schemas(folder: Path = FOLDER) -> None:
    """Write a file per schema."""
    folder.mkdir(exist_ok=True)
    for name, kind, given in FILES:
        text = json.dumps(schema_of(kind, given), ensure_ascii=False, indent=2) + "\n"
        (folder / f"{name}.schema.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_schemas()
