"""The characters that stand in a mask for what is no prose."""

from __future__ import annotations

import re
from typing import Final

#: Stands where no prose is; no word contains it.
BLANK: Final = "\x00"
#: Stands for markup inside a word (emphasis, an inline tag): nothing when read aloud.
MARKUP: Final = "\x01"
#: Stands for emphasis of a part of a word that starts or ends with it (**Hilfe**plan): a link can enclose both.
EMPHASIS: Final = "\x02"
#: Fills up what is written with more characters than it has (&auml;, \*): not read aloud either, but no bar to a link.
FILLER: Final = "\u00ad"

_NOT_LINE_END: Final = re.compile(r"[^\r\n]+")


def blank(text: str) -> str:
    """Blank a text but keep its line ends, so that lines stay lines."""
    if "\n" not in text:
        return BLANK * len(text)
    return _NOT_LINE_END.sub(lambda found: BLANK * len(found[0]), text)


def blanked(found: re.Match[str]) -> str:
    """Blank what a pattern has found."""
    return blank(found[0])
