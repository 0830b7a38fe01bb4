"""How wide a text is when nobody can ask a browser, and where its lines and long German words break."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

#: The font of diagrams: faces with the widths below on each system, so that a text measured here fits there.
FONT_FAMILY: Final = "Arial, 'Liberation Sans', Helvetica, sans-serif"

# Widths in thousandths of the font size, of bold Helvetica, which Arial and Liberation Sans share. Regular is narrower.
_BY_WIDTH: Final = {
    238: "'",
    278: " \N{NO-BREAK SPACE},./I\\ijl‚‘’·",
    333: "!()-:;[]`ft|",
    389: "*r{}",
    474: '"',
    500: "z„“”",
    556: "#$0123456789J_aceksvxyäé§–«»",
    584: "+<=>^~×",
    611: "?FLTZbdghnopquöüß",
    667: "EPSVXY",
    722: "&ABCDHKNRUÄÜ",
    778: "GOQwÖ",
    833: "M",
    889: "%m",
    944: "W",
    975: "@",
}
_WIDTHS: Final = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
_WIDEST: Final = 1000

#: Letters that stay together, and endings of a first part that show the joint of a compound.
_UNIT: Final = re.compile(r"sch|ch|ck|ph|th|qu|st(?=[aeiouyäöü])|.", re.S)
_JOINT: Final = re.compile(r"(?:ungs|heits|keits|schafts|ions|täts|ings|tums|beits|gungs|hilfe)(?=[a-zäöü]{4})")
#: A number stays with what it counts: § 36b, Abs. 2.
_TOGETHER: Final = re.compile(r"(?<=§) | (?=\d)")
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_VOWELS: Final = frozenset("aeiouyäöü")
_SHORTEST: Final = 3


def text_width(text: str, size: float) -> float:
    """Return the width of a text in pixels, at least as wide as it will be drawn."""
    return sum(_WIDTHS.get(letter, _WIDEST) for letter in text) * size / 1000


def wrap(text: str, width: float, size: float) -> tuple[str, ...]:
    """Break a text into lines of at most `width` pixels; words that are too long are hyphenated."""
    lines: list[str] = []
    line = ""
    for word in _TOGETHER.sub(_NO_BREAK, " ".join(text.split())).split(" "):
        joined = f"{line} {word}" if line else word
        if text_width(joined, size) <= width:
            line = joined
            continue
        if line and text_width(word, size) <= width:
            lines.append(line)
            line = word
            continue
        pieces = _pieces(word, width, size)
        if line:
            lines.append(line)
        lines += pieces[:-1]
        line = pieces[-1]
    return (*lines, line) if line else tuple(lines)


def _pieces(word: str, width: float, size: float) -> list[str]:
    pieces = []
    while text_width(word, size) > width and len(word) > 1:
        head, rest = _break(word, width, size)
        pieces.append(head)
        word = rest
    return [*pieces, word]


def _break(word: str, width: float, size: float) -> tuple[str, str]:
    """Break a word once, at the best place at which its head fits; as a last resort anywhere, without a hyphen."""
    for places in (_joints(word), _syllables(word)):
        for place in sorted(places, reverse=True):
            head = word[:place] if word[place - 1] in "-/" else f"{word[:place]}-"
            if text_width(head, size) <= width:
                return head, word[place:]
    place = 1
    while place < len(word) - 1 and text_width(word[: place + 1], size) <= width:
        place += 1
    return word[:place], word[place:]


def _joints(word: str) -> set[int]:
    """Return where the parts of a compound meet: after a hyphen or slash, or after an ending such as -ungs."""
    found = {match.end() for match in re.finditer(r"[-/](?=.)", word)}
    return found | {match.end() for match in _JOINT.finditer(word.lower())}


@cache
def _syllables(word: str) -> frozenset[int]:
    """Return where a German word may be broken: before the last consonant between two vowels."""
    units = [(match.start(), match[0]) for match in _UNIT.finditer(word.lower())]
    places = set()
    for number in range(1, len(units) - 1):
        start, unit = units[number]
        after = units[number + 1][1]
        if unit[0] not in _VOWELS and unit.isalpha() and after[0] in _VOWELS and _vowel_before(units, number):
            places.add(start)
    return frozenset(place for place in places if _SHORTEST <= place <= len(word) - _SHORTEST)


def _vowel_before(units: list[tuple[int, str]], number: int) -> bool:
    return any(unit[0] in _VOWELS for _start, unit in units[:number])
