"""Finding the terms of a lexicon in prose, by source position."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import accumulate, compress
from typing import Final, Literal, NamedTuple, TypeAlias

from jbakb.language.derivation import Origin
from jbakb.language.ordinary import DATIVE, ORDINARY
from jbakb.language.prose import Prose
from jbakb.model import Sense
from jbakb.recognition.context import qualified_area, senses_in
from jbakb.recognition.ellipsis import find_elliptic
from jbakb.recognition.lexicon import Lexicon, Row
from jbakb.recognition.pairs import join_pairs
from jbakb.recognition.reading import Reading, read

#: What a match is: the whole word or phrase, a part of a hyphen compound (Hilfeplan-Gespräch), the cut-off part of an
#: elliptic compound (Ausbildungs- und …), or a pair of gender forms (Schülerinnen und Schüler).
Kind: TypeAlias = Literal["word", "compound", "ellipsis", "pair"]

_SPLIT: Final = re.compile(r"([^\W_]+)")
#: Shorter words in capitals are abbreviations.
_CAPITALS: Final = re.compile(r"[A-ZÄÖÜ]{5,}")
_PARAGRAPH: Final = re.compile(r"\n[ \t>]*\n")
#: Between the words of a phrase: blanks, at most one line end, the mark of a quotation.
_BETWEEN: Final = re.compile(r"[ \t\u00a0\u202f\u2009]*(?:\r?\n[ \t>\u00a0]*)?")
#: Between words of a sentence: no need to look closer.
_PLAIN: Final = frozenset({" ", ", ", ". ", "\n", ".\n", ": ", "; ", "? ", " (", ") ", "\n\n", ".\n\n", ""})
_STOPS: Final = frozenset('.!?:…"„“»«›‹*|#•\x00')


class Match(NamedTuple):
    """A term in a text: offsets in code points, end exclusive, with every sense it may have there."""

    start: int
    end: int
    senses: tuple[Sense, ...]
    kind: Kind = "word"

    @property
    def ambiguous(self) -> bool:
        """Tell whether the context left more than one concept."""
        return len({sense.ref for sense in self.senses}) > 1


def find_terms(lexicon: Lexicon, prose: Prose, areas: Collection[str] = ()) -> list[Match]:
    """Find all terms in prose, longest first, without overlaps.

    Args: `areas` the legal areas that the text speaks for; where a word has a sense in one, the others fall away.
    A section's own area and a qualifier at the word come first.
    """
    reading = read(prose.text)
    found = _whole(lexicon, reading.text)
    if lexicon.has_persons:
        found = join_pairs(reading.text, found)
    elliptic = find_elliptic(lexicon, reading.text)
    if elliptic:
        cut = (Match(*span, senses, "ellipsis") for span, senses in elliptic)
        found = sorted([*found, *cut], key=lambda match: match.start)
    return list(_placed(lexicon, prose, areas, reading, found))


def _placed(
    lexicon: Lexicon, prose: Prose, areas: Collection[str], reading: Reading, found: list[Match]
) -> Iterator[Match]:
    """Yield the matches of a reading as matches of the prose, with the senses that their context leaves."""
    end = 0
    differs = reading.differs
    for match in found:
        start, stop, senses, kind = match
        if differs:
            start, stop = reading.source(start, stop)
        if start < end:
            continue
        end = stop
        if len(senses) > 1:
            qualified = qualified_area(lexicon.cues, reading.text, match.start, match.end)
            senses = senses_in(senses, [qualified] if qualified else prose.areas_at(start) or areas)
        elif not differs:
            yield match
            continue
        yield Match(start, stop, senses, kind)


def _whole(lexicon: Lexicon, text: str) -> list[Match]:
    """Return the matches of whole words and phrases, and of the parts of hyphen compounds, in a reading."""
    by_first = lexicon.by_first
    for word in set(_CAPITALS.findall(text)):
        if word not in by_first and (noun := word.capitalize()) in by_first and len(noun) == len(word):
            text = text.replace(word, noun)  # HILFEPLAN
    parts = _SPLIT.split(text)
    hits = list(compress(range(1, len(parts), 2), map(by_first.__contains__, parts[1::2])))
    found: list[Match] = []
    if not hits:
        return found
    ends = list(accumulate(map(len, parts)))
    free = 0
    for place in hits:
        if place < free:
            continue
        for row in by_first[parts[place]]:
            steps, after, senses, _origin, _initial, needs_context = row
            last = place
            if steps:
                if not _follows(parts, place, row):
                    continue
                last += 2 * len(steps)
            following = parts[last + 1]
            if after and not following.startswith(after):
                continue
            plain = following in _PLAIN and parts[place - 1] in _PLAIN
            kind: Kind | None = "word" if plain else _kind(parts, place, last)
            if kind is None or (needs_context and not _in_context(parts, place, row)):
                continue
            found.append(Match(ends[place - 1], ends[last] + len(after), senses, kind))
            free = last + 2
            break
    return found


def _follows(parts: list[str], place: int, row: Row) -> bool:
    """Tell whether the further words of a row stand after its first."""
    if place + 2 * len(row.steps) >= len(parts):
        return False
    for step in row.steps:
        place += 2
        if parts[place] not in step.forms:
            return False
        if parts[place - 1] != " " and not _separates(parts[place - 1], step.before):
            return False
    return True


def _separates(between: str, core: str) -> bool:
    """Tell whether what stands between two words is what the term has there; a blank may be a hyphen."""
    blank = _BETWEEN.sub("", between)
    if core in ("", "-"):
        return blank in ("", "-") and between != "" and len(_PARAGRAPH.findall(between)) == 0
    return blank == core and not _PARAGRAPH.search(between)


def _kind(parts: list[str], first: int, last: int) -> Kind | None:
    """Tell whether words stand alone or are a part of a hyphen compound; None if they are inside another word."""
    before, after = parts[first - 1], parts[last + 1]
    compound = False
    if before:
        if before[-1] in "_@" and (before[-1] == "@" or (len(before) == 1 and first > 1)):
            return None
        if before[-1] == "-" and first > 1 and len(before) == 1:
            compound = True
    if after:
        if after[0] == "-":
            if len(after) > 1 or last + 2 >= len(parts):
                return None  # „Kinder- und …“: cut off, so another word
            compound = True
        elif last + 2 < len(parts) and (after in ("_", "@") or (after == "." and parts[last + 2][:1].islower())):
            return None  # a file name, an address, an identifier
    return "compound" if compound else "word"


def _in_context(parts: list[str], place: int, row: Row) -> bool:
    """Tell whether the context speaks for a form that is also another word."""
    word = parts[place]
    if row.initial or word in ORDINARY:
        if row.steps:
            return True
        starts = place == 1 or not _STOPS.isdisjoint(parts[place - 1]) or "\n\n" in parts[place - 1]
        return starts if row.initial else not starts
    if row.origin is Origin.WEAK:
        return place > 1 and _is_dative(parts, place - 2)
    return True


def _is_dative(parts: list[str], place: int) -> bool:
    """Tell whether a word, or the one before an adjective, marks a dative: im, dem, einem, zu."""
    word = parts[place].lower()
    if word in DATIVE or word.endswith("em"):
        return True
    return word.endswith("en") and place > 1 and (parts[place - 2].lower() in DATIVE or parts[place - 2].endswith("em"))


__all__ = ["Kind", "Match", "find_terms", "senses_in"]
