"""A hit as programs get it, on the command line and from the server (docs/handbuch/json.md)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from jbakb.search.engine import Hit

_FIELDS: Final = ("rank", "id", "url", "path", "title", "kind", "area", "score")


def hit_as_json(query: str, hit: Hit) -> dict[str, Any]:
    """Return a hit with the query that found it, its fields in their documented order."""
    fields = asdict(hit)
    return {"query": query} | {name: fields[name] for name in _FIELDS}
