"""Values that follow from a glossary alone: computed once, however many pages a rule is asked about."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar

from jbakb.model import Glossary

T = TypeVar("T")


def per_glossary(compute: Callable[..., T]) -> Callable[..., T]:
    """Keep a function's last result as long as it is asked about the same glossary (by identity) and arguments.

    A glossary holds dictionaries and cannot be a key of `functools.lru_cache`.
    """
    kept: list[tuple[Glossary, tuple[Hashable, ...], T]] = []

    @wraps(compute)
    def remember(glossary: Glossary, *arguments: Hashable) -> T:
        if not kept or kept[0][0] is not glossary or kept[0][1] != arguments:
            kept[:] = [(glossary, arguments, compute(glossary, *arguments))]
        return kept[0][2]

    return remember
