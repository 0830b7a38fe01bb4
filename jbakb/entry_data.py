"""An entry as data for programs: as in its file, with what follows from the day (docs/handbuch/json.md)."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from jbakb.model import Entry, Glossary
from jbakb.model.coverage import missing_core_areas
from jbakb.model.status import status_on


def entry_data(glossary: Glossary, entry: Entry, on: date) -> dict[str, Any]:
    """Return an entry in its documented shape: the file's fields, `id`, `theme`, and computed ones.

    Per term `status` is the one of that day; per concept `ref` is its address in the whole glossary; `missing` lists
    the core areas that nobody has settled.
    """
    data: dict[str, Any] = msgspec.to_builtins(entry)
    for term, plain in zip(entry.terms, data.get("terms", ()), strict=True):
        plain["status"] = status_on(term, None, on)
    for concept, plain in zip(entry.concepts, data.get("concepts", ()), strict=True):
        for term, word in zip(concept.terms or (), plain.get("terms") or (), strict=True):
            word["status"] = status_on(term, concept, on)
    data["concepts"] = [
        {"ref": entry.ref(concept), **plain}
        for concept, plain in zip(entry.concepts, data.get("concepts", ()), strict=True)
    ]
    data["visibility"] = glossary.visibility(entry)
    data["missing"] = missing_core_areas(glossary, entry)
    return data
