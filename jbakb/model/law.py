"""The register of laws, as far as citations can be checked with it (glossary/laws.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from jbakb.model.entry import Record


class Law(Record, frozen=True, kw_only=True):
    """A law and its sections on the register's day.

    Sections are numbers with an optional letter (`16h`) or ranges of them (`186-239`). Without `letters` it is not
    known which sections have one. A repealed section's number exists, its text does not.
    """

    id: str
    title: str
    last: int
    aliases: tuple[str, ...] = ()
    missing: tuple[int | str, ...] = ()
    letters: tuple[str, ...] | None = None
    repealed: tuple[int | str, ...] = ()


class LawsFile(Record, frozen=True, kw_only=True):
    """The content of glossary/laws.yml: `date` is the day of the texts, `state_laws` are names that need their Land."""

    date: date
    laws: tuple[Law, ...]
    state_laws: tuple[str, ...] = ()

    def find(self, name: str) -> Law | None:
        """Find a law by its id."""
        return next((law for law in self.laws if law.id == name), None)


def section_exists(law: Law, section: str) -> bool:
    """Tell whether a law has (or had) a section of this number and letter, as far as the register knows."""
    number, letter = split_section(section)
    if not 1 <= number <= law.last or section in _listed(law.missing):
        return False
    return not letter or law.letters is None or section in law.letters or section_repealed(law, section)


def section_repealed(law: Law, section: str) -> bool:
    """Tell whether a section's text has been repealed."""
    return section in _listed(law.repealed)


def split_section(section: str) -> tuple[int, str]:
    """Split a section into number and letter; the number is 0 if it has none."""
    found = re.fullmatch(r"(\d+)([a-z]*)", section)
    return (int(found[1]), found[2]) if found else (0, section)


@lru_cache(maxsize=256)
def _listed(items: Iterable[int | str]) -> frozenset[str]:
    """Write out ranges; a range's letter belongs to its last section."""
    sections: set[str] = set()
    for item in map(str, items):
        first, _dash, last = item.partition("-")
        if last:
            sections |= {str(number) for number in range(split_section(first)[0], split_section(last)[0] + 1)}
        sections |= {first, last} - {""}
    return frozenset(sections)
