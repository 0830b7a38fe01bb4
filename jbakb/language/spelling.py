"""Spellings that do not make another word: ß and ss, as in Switzerland or before the reform of 1996."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# A long vowel makes another word of these: Maße and Masse, Buße and Busse.
_PAIRS: Final = re.compile(
    r"(?:ma(?:ß|ss)(?:e[ns]?)?|bu(?:ß|ss)en?|flo(?:ß|ss)en?|bu(?:ß|ss)|ru(?:ß|ss)en?|wei(?:ß|ss)e[nr]?)$", re.I
)
_OLD: Final = re.compile(r"ss(?!ch)(?=$|[^aeiouäöüys])")


def spelling_variants(form: str) -> Iterator[str]:
    """Yield a form as it is spelled without ß, and with the ß of the old rules (Prozeß, Mißbrauch)."""
    if _PAIRS.search(form):
        return
    if "ß" in form:
        yield form.replace("ß", "ss")
    old = _OLD.sub("ß", form)
    if old != form:
        yield old
