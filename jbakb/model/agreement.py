"""The cooperation agreement's clauses and the common goals (front matter of docs/vereinbarung/ and docs/ziele/)."""

from __future__ import annotations

from datetime import date

from jbakb.model.entry import Record
from jbakb.model.values import Visibility


class Clause(Record, frozen=True, kw_only=True):
    """A clause: what it settles, point by point, and the entries whose words it uses. `id` is the file's name."""

    id: str
    title: str
    content: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    verified: date | None = None
    open: tuple[str, ...] = ()
    visibility: Visibility | None = None


class Goal(Record, frozen=True, kw_only=True):
    """A common goal: what it promises in a sentence, and the figures that show it. `id` is the file's name."""

    id: str
    title: str
    promise: str
    figures: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    verified: date | None = None
    open: tuple[str, ...] = ()
    visibility: Visibility | None = None
