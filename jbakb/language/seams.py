"""Where a long German word may be broken at the end of a line: only at the seams of compounds, never in doubt.

Browsers without a German dictionary do not hyphenate; then a long word sticks out of its column or breaks anywhere.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from jbakb.language.base_nouns import base_nouns, find_head

#: Shorter words fit into every column.
LONG: Final = 13
_WORD: Final = re.compile(rf"[^\W\d_]{{{LONG},}}")
#: After these a compound goes on: Eingliederungs|vereinbarung, Zuständigkeits|wechsel.
_LINKED: Final = re.compile(r"(?:ungs|heits|keits|schafts|tions|täts)(?=[^\W\d_]{4})")
_LINKS: Final = ("s", "es", "en", "er", "n", "")
#: A second part begins as a German word may, and not with what only ends words (Bild-ung, Nacht-eil, schrift-lich).
_BEGINS: Final = re.compile(
    r"(?!ung|ion|itä|lich|lung|isier|eil|ind|erin|haft)"
    r"(?:[aeiouäöü]|sch|sp|st|[bdfgkpt]r|[bfgkp]l|kn|pf|zw|qu|ps|[bdfghjklmnprstvwz](?=[aeiouäöüy]))"
)
#: After a linking s these would begin a word that has lost its own (Grund-sicherung, Arbeit-suche, Werk-statt).
_LOST_S: Final = re.compile(r"ich|oz|tr|tell|tatt|uch|ächl|chaft|tän|pr")
_SHORTEST_FIRST: Final = 4
_SHORTEST_REST: Final = 5


def seams(text: str) -> list[str]:
    """Cut a text at the seams of its long compounds; the parts joined are the text."""
    cuts = sorted({word.start() + place for word in _WORD.finditer(text) for place in _places(word.group().lower())})
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


@cache
def _places(word: str) -> frozenset[int]:
    places = {found.end() for found in _LINKED.finditer(word) if not _LOST_S.match(word, found.end())}
    ends = range(len(word) - _SHORTEST_REST, _SHORTEST_FIRST - 1, -1)
    if longest := next((end for end in ends if _parts(word, end)), 0):
        places.add(longest)
    head = find_head(word)
    if head and len(head.word) >= _SHORTEST_REST and head.start >= _SHORTEST_FIRST and _BEGINS.match(head.word):
        places.add(head.start)
    return frozenset(place for place in places if not any(0 < other - place < _SHORTEST_FIRST for other in places))


def _parts(word: str, end: int) -> bool:
    """Say whether a noun of the table, with or without a link, ends here and another word can begin."""
    if not _BEGINS.match(word, end):
        return False
    for link in _LINKS:
        noun = word[: end - len(link)]
        if word.startswith(link, end - len(link)) and noun in base_nouns():
            if link == "n" and not noun.endswith(("e", "er", "el")):
                continue
            return not (link == "s" and _LOST_S.match(word, end))
    return False
