"""A page that is to be: which template makes it, and of what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

#: Front matter of pages that need the whole width, and of those that are long lists.
WIDE: Final[dict[str, object]] = {"hide": ["navigation", "toc"], "search": {"exclude": True}}
LIST: Final[dict[str, object]] = {"hide": ["toc"], "search": {"exclude": True}}


@dataclass(frozen=True)
class PlannedPage:
    """A page to be rendered: its path below docs/, its title, its template, what that gets, and its front matter."""

    path: str
    title: str
    template: str
    values: dict[str, Any] = field(default_factory=dict)
    meta: dict[str, object] = field(default_factory=lambda: LIST)
