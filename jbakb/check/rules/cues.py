"""What points at an area in a text, and the words that are known to mislead."""

from __future__ import annotations

import re

from jbakb.check.memo import remembered
from jbakb.model import Glossary


@remembered
def area_cues(glossary: Glossary) -> dict[str, re.Pattern[str]]:
    """Return for each area an expression for the names that point at it: its laws, its short name, its authorities."""
    cues = {}
    for area in glossary.areas.values():
        names = {area.short, area.title, *area.laws}
        names |= {role.title for role in glossary.roles.values() if role.area == area.id}
        spelled = sorted(map(re.escape, names), key=len, reverse=True)
        cues[area.id] = re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?:s|es|n)?(?!\w)".replace(r"\ ", r"[\s-]+"))
    return cues


@remembered
def false_friend_words(glossary: Glossary, readings: int = 0) -> frozenset[str]:
    """Return the words that the glossary explains as misleading, with at least so many readings."""
    friends = [friend for entry in glossary.entries.values() for friend in entry.false_friends]
    return frozenset(
        word for friend in (*friends, *glossary.words) if len(friend.means) >= readings for word in friend.words
    )
