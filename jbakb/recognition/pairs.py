"""Pairs of gender forms: "Schülerinnen und Schüler" names one group of people, so it is one match."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jbakb.model import Sense

if TYPE_CHECKING:
    from jbakb.recognition.matcher import Match

_BETWEEN: Final = re.compile(
    r"\s*(?:und|oder|bzw\.|beziehungsweise|sowie|/|,|&)\s*"
    r"(?:(?:der|die|den|dem|des|(?:jed|ein|kein|all|dies|ihr|sein|unser|viel)e?[rnms]?|eine[rnms]?|zum|zur|vom|von|mit)\s+){0,2}"
)
_FARTHEST: Final = 40
_FEMININE: Final = re.compile(r"in(?:nen)?$")
#: A form with a gender gap names all already.
_GAP: Final = re.compile(r"[a-zäöüß](?:In(?:nen)?|[RNMS])$")


def join_pairs(text: str, found: list[Match]) -> list[Match]:
    """Join two neighbouring matches of one term whose forms are a feminine and a masculine one."""
    joined: list[Match] = []
    for match in found:
        if joined and (senses := _common(text, joined[-1], match)):
            joined[-1] = type(match)(joined[-1].start, match.end, senses, "pair")
        else:
            joined.append(match)
    return joined


def _common(text: str, one: Match, other: Match) -> tuple[Sense, ...]:
    """Return the senses of persons that two neighbours share, if one is a feminine form and the other is not."""
    if other.start - one.end > _FARTHEST or one.kind != "word" or not _BETWEEN.fullmatch(text, one.end, other.start):
        return ()
    if _GAP.search(text, one.start, one.end) or _GAP.search(text, other.start, other.end):
        return ()
    if bool(_FEMININE.search(text, one.start, one.end)) == bool(_FEMININE.search(text, other.start, other.end)):
        return ()
    known = {id(sense) for sense in other.senses}
    return tuple(sense for sense in one.senses if sense.term.person and id(sense) in known)
