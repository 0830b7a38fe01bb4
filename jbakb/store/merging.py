"""Carrying the difference between two model values into the document that the first was read from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def merge(document: Any, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Change a document, as `jbakb.store.document.load` returns it, where two values differ; the rest stays as it is.

    Args: `before` and `after` plain data in the model's order (`as_data`). Lists of mappings keep their order: items
    are changed in place, and new ones come at the end.
    """
    for key in before.keys() - after.keys():
        del document[key]
    previous = None
    for key, value in after.items():
        if key not in before and key not in document:
            keys = list(document)
            document.insert(keys.index(previous) + 1 if previous in keys else 0, key, value)
        elif before.get(key) != value:
            _change(document, key, before.get(key), value)
        previous = key


def _change(document: Any, key: str, before: Any, after: Any) -> None:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        merge(document[key], before, after)
    elif isinstance(before, list) and isinstance(after, list) and _mappings(before) and len(before) <= len(after):
        items = document[key]
        for place, item in enumerate(before):
            if item != after[place]:
                merge(items[place], item, after[place])
        items.extend(after[len(before) :])
    else:
        document[key] = after


def _mappings(items: list[Any]) -> bool:
    return all(isinstance(item, Mapping) for item in items)
