"""Citations of the law in German running text: "§§ 51, 52 SGB III sowie § 16k SGB II" to values with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from jbakb.law.names import STATE, canonical_name, law_pattern
from jbakb.model.law import LawsFile, split_section


@dataclass(frozen=True)
class Citation:
    """One section that a text cites; `start` and `end` are offsets in code points, end exclusive.

    `until` is the last section of a range. `law` is the name in the register's spelling, empty where the text has none.
    `state` tells whether a Land stands beside it, `old` whether an old version is meant.
    """

    unit: str
    section: str
    start: int
    end: int
    until: str = ""
    paragraph: str = ""
    sentence: str = ""
    number: str = ""
    law: str = ""
    written: str = ""
    state: bool = False
    old: bool = False

    def __str__(self) -> str:
        """Return the citation in the spelling of the register."""
        parts = [f"{self.unit} {self.section}"]
        if self.until:
            parts = [f"{self.unit.replace('§', '§§')} {self.section} bis {self.until}"]
        parts += [f"{name} {value}" for name, value in _details(self) if value]
        return " ".join([*parts, self.law] if self.law else parts)


_MARK: Final = re.compile(
    r"(?P<many>§§)\s?|(?P<one>§)\s?|(?<!\w)(?:Paragraf(?:en)?|Paragraph(?:en)?)\s+(?=\d)|(?<!\w)(?P<art>Art(?:\.|ikel[ns]?))\s?(?=\d)"
)
_SECTION: Final = re.compile(r"\d{1,4}(?!\d|\.\d)(?:[a-zA-Z](?!\w)|\s(?:[a-eg-z](?![\w.])|f(?![\w.]))|(?!\w))")
_DETAIL: Final = re.compile(
    r"\s*,?\s*(?:(?P<paragraph>Abs(?:\.|atz|ätze))|(?P<sentence>Sätze|Satz|S\.(?=\s*\d))|(?P<number>Nrn?\.|Nummern?))\s?(?P<value>\d+[a-z]?(?!\w))"
    r"|\s*(?:Buchst(?:\.|abe)|lit\.)\s*[a-z]{1,2}(?!\w)|\s*(?:Halbsatz|Halbs\.|Hs\.|Alt\.|Alternative|Var\.|Unterabs\.)\s*\d+"
    r"|\s*(?P<following>ff?\.)"
)
_ITEM: Final = re.compile(r"(?P<dash>\s*[–-]\s*|\s+bis\s+)|(?:\s*,\s*|\s+)(?:und\s+|oder\s+|sowie\s+)?", re.I)
_SERIES: Final = re.compile(
    r"(?P<dash>\s*[–-]\s*|\s+bis\s+(?:zu\s+)?)|\s*[,;/]?\s*(?:und|sowie|oder|i\.\s?V\.\s?m\.|iVm|in\s+Verbindung\s+mit)?\s*(?:nach\s+|der\s+|die\s+|den\s+|dem\s+)?"
)
_BEFORE_LAW: Final = re.compile(r"[\s\u00a0]*(?:\(|des\s+|der\s+|dem\s+|vom\s+|im\s+|aus\s+dem\s+)?")
#: "SchulG NRW", "Schulgesetz für den Freistaat Sachsen", "SchulG in Hessen".
_STATE_BEHIND: Final = re.compile(
    r"[\s(/-]+(?:(?:für|in|im|von|aus)\s+)?(?:(?:das|des|den|dem)\s+)?"
    rf"(?:(?:Land(?:es)?|Freistaat(?:e?s)?)\b|{STATE.pattern})"
)
#: "§ 54 SGB XII (alt)", "§ 15 SGB II in der bis 2022 geltenden Fassung", "§ 16j SGB II wurde 2024 aufgehoben".
_OLD: Final = re.compile(
    r"\s*,?\s*\(?(?:a\.?\s?F\.|alte[rn]?\s+Fassung|(?<=\()(?:alt|aufgehoben|weggefallen|bis\s[^()]{0,20}\d{4})\))"
    r"|\s+in\s+der\s+(?:bis|vor|am)\b[^!?\n]{0,60}Fassung"
    r"|[^.!?;\n]{0,80}\b(?:aufgehoben|weggefallen|abgeschafft|gestrichen|außer\s+Kraft)\b"
)
_FORMERLY: Final = re.compile(
    r"\b(?:vormals|früher(?:e[rnms]?)?|ehemal\w+|bislang|alte[nmr]?)\s+(?:in\s+|nach\s+|des\s+)?$"
)


def find_citations(text: str, laws: LawsFile) -> list[Citation]:
    """Find all citations of a text in its order; a law at the end of a series holds for the whole series.

    Source: spelling as in the Handbuch der Rechtsförmlichkeit, with what people make of it.
    """
    found: list[Citation] = []
    place = 0
    while mark := _MARK.search(text, place):
        series, place = _series(text, mark, laws)
        found += series
    return found


def _series(text: str, mark: re.Match[str], laws: LawsFile) -> tuple[list[Citation], int]:
    """Read sections that share a law, each with its own sign or not; returns them and where reading stopped."""
    names = law_pattern(laws)
    found: list[Citation] = []
    range_: Citation | None = None
    place = mark.end()
    while True:
        items = list(_sections(text, mark))
        if not items:
            break
        if range_ is not None and found and found[-1] is range_:
            found[-1] = replace(range_, until=items[0].section, end=items[0].end)
            items = items[1:]
        found += items
        place = max(each.end for each in found)
        gap = _BEFORE_LAW.match(text, place)
        name = names.match(text, gap.end() if gap else place)
        if name:
            return _with_law(text, found, name, laws), name.end()
        link = _SERIES.match(text, place)
        following = _MARK.match(text, link.end()) if link and link.end() > place else None
        if following is None or (following["art"] is None) != (mark["art"] is None):
            break
        range_ = found[-1] if link and link["dash"] else None
        mark = following
    written = [replace(each, written=text[each.start : each.end]) for each in found]
    return written, place


def _with_law(text: str, found: list[Citation], name: re.Match[str], laws: LawsFile) -> list[Citation]:
    law = canonical_name(name, laws)
    state = bool(_STATE_BEHIND.match(text, name.end()))
    start = found[0].start
    old = bool(_OLD.match(text, name.end()) or _FORMERLY.search(text, max(0, start - 30), start))
    last = found[-1].end
    return [
        replace(
            each,
            law=law,
            state=state,
            old=old,
            written=text[each.start : each.end] if each.end < last else text[each.start : name.end()],
            end=name.end() if each.end == last else each.end,
        )
        for each in found
    ]


def _sections(text: str, mark: re.Match[str]) -> Iterator[Citation]:
    """Read the sections and paragraphs after one sign: "51, 52", "15 Abs. 2 und 3", "28–32"."""
    unit = "Art." if mark["art"] else "§"
    first = _SECTION.match(text, mark.end())
    if not first:
        return
    current = Citation(unit, _section(first[0]), mark.start(), first.end())
    repeated = ""
    while True:
        current, repeated = _detail(text, current, repeated)
        link = _ITEM.match(text, current.end)
        further = _DETAIL.match(text, link.end()) if link else None
        if link and further and further["paragraph"]:
            yield current
            current = Citation(unit, current.section, link.end(), further.end(), paragraph=further["value"])
            continue
        following = _SECTION.match(text, link.end()) if link and link.end() > current.end else None
        if (
            link is None
            or following is None
            or re.match(r"\s*(?:\.\s?\d|Jahr|Monat|Tag|Woche|Uhr|%|Euro)", text[following.end() :])
        ):
            yield current
            return
        value = _section(following[0])
        if repeated and not _is_section(mark, current, value):
            yield current
            current = _with_detail(replace(current, start=following.start()), repeated, value, following.end())
        elif link["dash"]:
            current = replace(current, until=value, end=following.end())
        else:
            yield current
            current = Citation(unit, value, following.start(), following.end())
            repeated = ""


def _detail(text: str, current: Citation, repeated: str) -> tuple[Citation, str]:
    """Read paragraph, sentence and number after a section; returns the name of the last one too."""
    while detail := _DETAIL.match(text, current.end):
        groups = detail.groupdict()
        name = next((name for name in ("paragraph", "sentence", "number") if groups[name]), "")
        if name:
            current, repeated = _with_detail(current, name, detail["value"], detail.end()), name
        else:
            current = replace(current, end=detail.end())
    return current, repeated


def _with_detail(current: Citation, name: str, value: str, end: int) -> Citation:
    if name == "paragraph":
        return replace(current, paragraph=value, sentence="", number="", end=end)
    return replace(current, sentence=value, end=end) if name == "sentence" else replace(current, number=value, end=end)


def _is_section(mark: re.Match[str], current: Citation, value: str) -> bool:
    """Tell a further section from a further paragraph: after "§§" a later one is a section (8 Abs. 4 und 8a)."""
    return bool(mark["many"]) and split_section(value) > split_section(current.section)


def _section(text: str) -> str:
    return "".join(text.split()).lower()


def _details(citation: Citation) -> tuple[tuple[str, str], ...]:
    return ("Abs.", citation.paragraph), ("Satz", citation.sentence), ("Nr.", citation.number)
