"""Values that follow from a glossary or an input alone: computed once, however many rules or pages ask."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar

T = TypeVar("T")


def remembered(compute: Callable[..., T]) -> Callable[..., T]:
    """Keep a function's results, by its further arguments, as long as it is asked about the same object (by identity).

    Glossaries and inputs hold dictionaries and cannot be keys of `functools.lru_cache`.
    """
    kept: dict[tuple[Hashable, ...], T] = {}
    last: list[object] = []

    @wraps(compute)
    def remember(about: object, *arguments: Hashable) -> T:
        if not last or last[0] is not about:
            kept.clear()
            last[:] = [about]
        if arguments not in kept:
            kept[arguments] = compute(about, *arguments)
        return kept[arguments]

    return remember
