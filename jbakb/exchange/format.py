"""What a format is: two plain values, one to write and one to read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from jbakb.model import Glossary

#: The columns of a table of terms, one row per term; the first three are needed.
COLUMNS: Final = (
    "entry", "area", "term",
    "theme", "title", "notion", "concept", "equivalence", "status", "type", "register", "gender", "plural", "forms",
    "person", "valid_from", "valid_to", "tolerated_until", "definition", "plain", "source", "visibility",
)  # fmt: skip
NEEDED: Final = COLUMNS[:3]

#: Stands in `area` for a word that all houses share: it belongs to the entry itself.
ALL_AREAS: Final = "*"


@dataclass(frozen=True)
class Row:
    """A term as somebody else's file has it: texts by column, without those that are empty.

    `number` counts as a spreadsheet does: the header is row 1.
    """

    number: int
    values: Mapping[str, str]


@dataclass(frozen=True)
class Table:
    """What an importer read: the rows, and remarks on how it had to read them."""

    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exporter:
    """A format to write. `export` makes a file of a glossary as it stands on a day; `suffix` is like `.csv`."""

    id: str
    title: str
    suffix: str
    export: Callable[[Glossary, date], bytes]


@dataclass(frozen=True)
class Importer:
    """A format to read. `read` gets a file's content and its name and raises DataError if it is not of the format."""

    id: str
    title: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Table]
