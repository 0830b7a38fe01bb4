"""Which sense a word has: what its page, its section, or a qualifier at the word says."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from jbakb.model import Glossary, Sense

_SPACES: Final = re.compile(r"[\s\u00a0]+")
#: How far after a word its qualifier may end.
_REACH: Final = 80
_BRACKET: Final = re.compile(r"\s*\(([^()\n]{2,60})\)")
_LINK_WORDS: Final = re.compile(
    r"\s+(?:(?:im\s+Sinne|i\.\s?S\.|nach|gemäß|laut|aus|im|in|beim|bei|vom|von|des|der|durch|seitens|am|an|zum|zur)\s+){1,2}"
    r"(?:(?:der|des|dem|den|das|die|von)\s+)?(?:§+\s*\d+\w*(?:\s+(?:Abs\.|Satz|S\.|Nr\.)\s*\d+)*\s+)?"
)
_PREFIX: Final = re.compile(r"([\w-]+(?:[ \u00a0]\w+)?)-$")


@dataclass(frozen=True)
class Cues:
    """Names that point at a legal area (its laws, its title, the authorities that act in it), longest first."""

    by_name: dict[str, str] = field(default_factory=dict)
    pattern: re.Pattern[str] = field(default=re.compile(r"(?!)"))

    def at(self, text: str, place: int) -> str | None:
        """Return the area whose name stands at a place of a text."""
        found = self.pattern.match(text, place)
        return self.by_name[_plain(found["name"])] if found else None

    def inside(self, text: str) -> str | None:
        """Return the one area that a short text names; None if it names none or several."""
        areas = {self.by_name[_plain(found["name"])] for found in self.pattern.finditer(text)}
        return areas.pop() if len(areas) == 1 else None


def cues_of(glossary: Glossary) -> Cues:
    """Collect the names that point at the legal areas of a glossary."""
    names: dict[str, str] = {}
    for area in glossary.areas.values():
        for name in (*area.laws, area.short, area.title):
            names.setdefault(_plain(name), area.id)
    for role in glossary.roles.values():
        if role.area:
            names.setdefault(_plain(role.title), role.area)
    if not names:
        return Cues()
    spelled = "|".join(re.escape(name).replace("\\ ", "[\\s\u00a0-]+") for name in sorted(names, key=len, reverse=True))
    return Cues(names, re.compile(rf"(?<![^\W_])(?P<name>{spelled})(?:e?s|n)?(?![^\W_])"))


def _plain(name: str) -> str:
    return _SPACES.sub(" ", name.replace("-", " "))


def qualified_area(cues: Cues, text: str, start: int, end: int) -> str | None:
    """Return the area that a qualifier at a word names: Träger (SGB VIII), Träger im Jobcenter, SGB-II-Träger."""
    if not cues.by_name:
        return None
    if bracket := _BRACKET.match(text, end, end + _REACH):
        return cues.inside(bracket[1])
    if (link := _LINK_WORDS.match(text, end, end + _REACH)) and (area := cues.at(text, link.end())):
        return area
    if text[start - 1 : start] == "-" and (prefix := _PREFIX.search(text, max(0, start - _REACH), start)):
        return cues.inside(prefix[1])
    return None


def senses_in(senses: tuple[Sense, ...], areas: Collection[str]) -> tuple[Sense, ...]:
    """Keep the senses of the given areas, if there are any; otherwise all."""
    return tuple(sense for sense in senses if sense.area in areas) or senses
