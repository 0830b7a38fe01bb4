"""What a comparison yields: changed things, and what is different about each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["entry", "word", "area", "role", "theme", "law", "table", "contact", "process", "page"]
#: In the order of a report.
KINDS: Final[tuple[Kind, ...]] = (
    "entry",
    "word",
    "area",
    "role",
    "theme",
    "law",
    "table",
    "contact",
    "process",
    "page",
)
What = Literal["added", "removed", "renamed", "changed"]


@dataclass(frozen=True)
class FieldChange:
    """One difference. `path` names the field as files do, `labels` as people do, from the outside in.

    `old` and `new` are in words, empty for nothing. `prose` marks running text, to be compared word by word.
    """

    path: tuple[str, ...]
    labels: tuple[str, ...]
    old: str
    new: str
    prose: bool = False


@dataclass(frozen=True)
class Change:
    """A thing that is new, gone, or different. `formerly` is the id that a renamed one had."""

    kind: Kind
    id: str
    title: str
    what: What
    fields: tuple[FieldChange, ...] = ()
    formerly: str = ""
