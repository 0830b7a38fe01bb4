"""Names of laws as people write them, and the states (Länder) whose laws need their name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from jbakb.model.law import LawsFile

_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")
_ORDINALS: Final = (
    "Erst", "Zweit", "Dritt", "Viert", "Fünft", "Sechst", "Siebt", "Acht", "Neunt", "Zehnt", "Elft", "Zwölft",
    "Dreizehnt", "Vierzehnt",
)  # fmt: skip
_STATES: Final = (
    "Baden-Württemberg", "Bayern", "Berlin", "Brandenburg", "Bremen", "Hamburg", "Hessen", "Mecklenburg-Vorpommern",
    "Niedersachsen", "Nordrhein-Westfalen", "Rheinland-Pfalz", "Saarland", "Sachsen-Anhalt", "Sachsen",
    "Schleswig-Holstein", "Thüringen", "BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "M-V", "NI", "NRW", "NW", "RP",
    "RLP", "SL", "SN", "ST", "LSA", "SH", "TH",
)  # fmt: skip

#: A state's name, its letters or the place of one in a template: "SchulG LSA", "SchulG <Land>".
STATE: Final = re.compile(rf"(?:{'|'.join(_STATES)})(?![\w-])|<Land>|\[Land\]")

_CODE: Final = r"SGB[\s-]*(?P<book>[IVX]+|\d{1,2})(?!\w)"
_SPELLED: Final = (
    rf"(?P<ordinal>{'|'.join(_ORDINALS)})(?:e[sn]?)\s+Buch(?:e?s)?(?:\s+\(?(?:des\s+)?Sozialgesetzbuch(?:e?s)?\)?)?"
)
#: An abbreviation of a law that the register does not list: two capitals at least, the last one G, O, V, B or K.
_OTHER: Final = r"[A-ZÄÖÜ](?:-?[A-Za-zÄÖÜäöüß]){0,14}?[a-zäöüß]*(?<=[a-zA-ZäöüÄÖÜß])(?:GB|VO|[GOV])(?![\w-])"


@lru_cache(maxsize=4)
def law_pattern(laws: LawsFile) -> re.Pattern[str]:
    """Return the expression that matches the name of a law where one is expected, after a section."""
    names = [name for law in laws.laws for name in (law.id, *law.aliases) if not law.id.startswith("SGB")]
    known = "|".join(re.escape(name) for name in sorted({*names, *laws.state_laws}, key=len, reverse=True))
    return re.compile(rf"(?:(?P<known>{known})(?:e?s)?(?![\w-])|{_CODE}|{_SPELLED}|(?P<other>{_OTHER}))")


def canonical_name(found: re.Match[str], laws: LawsFile) -> str:
    """Return the name of a law as the register spells it; what it does not know stays as it is."""
    groups = found.groupdict()
    if groups["book"]:
        book = groups["book"]
        return f"SGB {_ROMAN[int(book) - 1]}" if book.isdigit() and 1 <= int(book) <= len(_ROMAN) else f"SGB {book}"
    if groups["ordinal"]:
        return f"SGB {_ROMAN[_ORDINALS.index(groups['ordinal'])]}"
    name = groups["known"] or found[0]
    return next((law.id for law in laws.laws if name in law.aliases), name)
