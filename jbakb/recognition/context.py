"""Which sense a word has: what its page, its section, or a qualifier at the word says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import chain, product
from typing import Final

from jbakb.language.phrases import ROMAN_DIGITS
from jbakb.model import Glossary, Sense

_SPACES: Final = re.compile(r"[\s\u00a0]+")
#: How far after a word its qualifier may end.
_REACH: Final = 80
#: Brackets and dashes right after a word: (SGB VIII), [SGB VIII], – SGB VIII –.
_BRACKET: Final = re.compile(r"\s*(?:\(([^()\n]{2,60})\)|\[([^\[\]\n]{2,60})\]|[–—]\s([^–—.;\n]{2,40})\s[–—])")
_NUMBER: Final = r"\d+\w?(?:\s+(?:Absatz|Abs\.|Satz|S\.|Nummer|Nr\.|Buchstabe|Buchst\.|Halbsatz|Hs\.)\s*\w{1,3})*"
_LINK_WORDS: Final = re.compile(
    r"\s+(?:(?:im\s+Sinne|i\.\s?S\.(?:\s?[dv]\.)?|[Nn]ach|gemäß|gem\.|laut|aus|im|in|beim|bei|vom|von|des|der|durch|seitens"
    r"|am|an|zum|zur)\s+){1,2}(?:(?:der|des|dem|den|das|die|von)\s+)?"
    # im zuständigen Jobcenter, des örtlichen Jugendamts
    r"(?:[a-zäöüß-]{3,}e[nrms]\s+)?"
    rf"(?:§+\s*{_NUMBER}(?:(?:\s*,|\s+und|\s+oder|\s+bis|\s*[-–])\s*(?:§+\s*)?{_NUMBER})*\s+)?"
)
_AND_ANOTHER: Final = re.compile(
    r"\s*(?:,|/|und|oder|bzw\.|sowie)\s*(?:(?:nach|gemäß|aus|im|beim|vom|des|der|dem|den)\s+)*"
)
_PREFIX: Final = re.compile(r"([\w-]+(?:[ \u00a0]\w+)?)-$")


@dataclass(frozen=True)
class Cues:
    """Names that point at a legal area (its laws, its title, the authorities that act in it), longest first."""

    by_name: dict[str, str] = field(default_factory=dict)
    pattern: re.Pattern[str] = field(default=re.compile(r"(?!)"))

    def at(self, text: str, place: int) -> tuple[str, int] | None:
        """Return the area whose name stands at a place of a text, and where the name ends."""
        found = self.pattern.match(text, place)
        return (self.by_name[_plain(found["name"])], found.end()) if found else None

    def inside(self, text: str) -> str | None:
        """Return the one area that a short text names; None if it names none or several."""
        areas = {self.by_name[_plain(found["name"])] for found in self.pattern.finditer(text)}
        return areas.pop() if len(areas) == 1 else None


def cues_of(glossary: Glossary) -> Cues:
    """Collect the names that point at the legal areas of a glossary."""
    names: dict[str, str] = {}
    for area in glossary.areas.values():
        for name in (*area.laws, *chain.from_iterable(map(_other_names, area.laws)), area.short, area.title):
            names.setdefault(_plain(name), area.id)
    for role in glossary.roles.values():
        if role.area:
            names.setdefault(_plain(role.title), role.area)
            names.setdefault(_plain(role.short or role.title), role.area)
    if not names:
        return Cues()
    spelled = "|".join(re.escape(name).replace("\\ ", "[\\s\u00a0-]+") for name in sorted(names, key=len, reverse=True))
    return Cues(names, re.compile(rf"(?<![^\W_])(?P<name>{spelled})(?:e?s|n)?(?![^\W_])"))


def _other_names(law: str) -> Iterator[str]:
    """Yield how else a book of the Sozialgesetzbuch is called: SGB 8, Achtes Buch Sozialgesetzbuch."""
    roman = law.removeprefix("SGB ")
    if roman == law or roman not in ROMAN_DIGITS:
        return
    yield f"SGB {ROMAN_DIGITS[roman]}"
    ordinal = _ORDINALS[int(ROMAN_DIGITS[roman]) - 1]
    for book, of in product(("es Buch", "en Buch", "en Buches", "en Buchs"), ("", "des ")):
        yield f"{ordinal}{book} {of}Sozialgesetzbuch"


_ORDINALS: Final = (
    "Erst", "Zweit", "Dritt", "Viert", "Fünft", "Sechst", "Siebt", "Acht", "Neunt", "Zehnt", "Elft", "Zwölft",
)  # fmt: skip


def _plain(name: str) -> str:
    return _SPACES.sub(" ", name.replace("-", " "))


def qualified_area(cues: Cues, text: str, start: int, end: int) -> str | None:
    """Return the area that a qualifier at a word names: Träger (SGB VIII), Träger im Jobcenter, SGB-II-Träger."""
    if not cues.by_name:
        return None
    if bracket := _BRACKET.match(text, end, end + _REACH):
        return cues.inside(bracket[1] or bracket[2] or bracket[3])
    if (link := _LINK_WORDS.match(text, end, end + _REACH)) and (named := cues.at(text, link.end())):
        area, stop = named
        another = _AND_ANOTHER.match(text, stop, stop + _REACH)
        second = cues.at(text, another.end()) if another else None
        return None if second and second[0] != area else area
    if text[start - 1 : start] == "-" and (prefix := _PREFIX.search(text, max(0, start - _REACH), start)):
        return cues.inside(prefix[1])
    return None


def senses_in(senses: tuple[Sense, ...], areas: Collection[str]) -> tuple[Sense, ...]:
    """Keep the senses of the given areas, if there are any; otherwise all."""
    return tuple(sense for sense in senses if sense.area in areas) or senses
