"""Values that follow from a glossary or an input alone: computed once, however many rules or pages ask."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar

T = TypeVar("T")


def remembered(compute: Callable[..., T]) -> Callable[..., T]:
    """Keep a function's last result as long as it is asked about the same object (by identity) and arguments.

    Glossaries and inputs hold dictionaries and cannot be keys of `functools.lru_cache`.
    """
    kept: list[tuple[object, tuple[Hashable, ...], T]] = []

    @wraps(compute)
    def remember(about: object, *arguments: Hashable) -> T:
        if not kept or kept[0][0] is not about or kept[0][1] != arguments:
            kept[:] = [(about, arguments, compute(about, *arguments))]
        return kept[0][2]

    return remember
