"""A YAML file that is changed with its comments, order and quotes kept: the only place that uses ruamel.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

import msgspec
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

from jbakb.model import Record
from jbakb.store.convert import field_names


def load(text: str) -> CommentedMap:
    """Read a document for editing."""
    document = _yaml().load(text)
    return document if isinstance(document, CommentedMap) else CommentedMap()


def dump(document: Mapping[str, Any]) -> str:
    """Write a document; what was not touched stays as it was."""
    out = StringIO()
    _yaml().dump(document, out)
    return out.getvalue()


def as_data(value: Any) -> Any:
    """Turn a model value into plain mappings and lists in the model's order, without what is default."""
    if isinstance(value, Record):
        plain = msgspec.to_builtins(value)
        return {name: as_data(plain[name]) for name in field_names(type(value)) if name in plain}
    if isinstance(value, Mapping):
        return {key: as_data(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [as_data(item) for item in value]
    return value


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
