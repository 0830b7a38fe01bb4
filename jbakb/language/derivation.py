"""A form of a term with the reason why it is one."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, NamedTuple


class Origin(IntEnum):
    """Where a form comes from, the surest first."""

    GIVEN = 0  # stands in the file
    RULE = 1  # follows from what stands in the file
    BASE = 2  # follows from the base noun that the word ends in
    ENDING = 3  # guessed from the word's ending
    WEAK = 4  # possible, but also another word: counts only where the context speaks for it


class Derived(NamedTuple):
    """Why a form belongs to a term: its origin, and what it rests on (a plural, an ending, a base noun)."""

    origin: Origin
    basis: str = ""


#: Forms with their reasons.
Forms = dict[str, Derived]

GIVEN: Final = Derived(Origin.GIVEN)


def add(forms: Forms, form: str, derived: Derived) -> None:
    """Add a form, unless it is there already for a better reason."""
    known = forms.get(form)
    if known is None or derived.origin < known.origin:
        forms[form] = derived
