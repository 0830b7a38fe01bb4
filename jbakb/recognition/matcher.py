"""Finding the terms of a lexicon in prose, by source position."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator
from itertools import accumulate, compress, islice
from typing import Final, Literal, TypeAlias

import msgspec

from jbakb.language.prose import Prose
from jbakb.model import Sense
from jbakb.recognition.context import qualified_area, senses_in
from jbakb.recognition.ellipsis import find_elliptic
from jbakb.recognition.homographs import PRONOUNS, in_context, is_verb
from jbakb.recognition.lexicon import Lexicon, Row, Step
from jbakb.recognition.pairs import join_pairs
from jbakb.recognition.reading import Reading, read
from jbakb.recognition.separated import find_separated

#: What a match is: the whole word or phrase, a part of a hyphen compound (Hilfeplan-Gespräch), the cut-off part of an
#: elliptic compound (Ausbildungs- und …), the finite part of a separated verb (hört … an), or a pair of gender forms
#: (Schülerinnen und Schüler).
Kind: TypeAlias = Literal["word", "compound", "ellipsis", "separated", "pair"]

#: Shorter words in capitals are abbreviations.
_SHORTEST_CAPITALS: Final = 5
_PARAGRAPH: Final = re.compile(r"\n[ \t>]*\n")
#: Between the words of a phrase: blanks, at most one line end, the mark of a quotation.
_BETWEEN: Final = re.compile(r"[ \t\u00a0\u202f\u2009]*(?:\r?\n[ \t>\u00a0]*)?")
#: What may follow a word in a phrase, and the next word.
_NEXT: Final = re.compile(r"([\W_]{1,40})([^\W_]+)")
#: Beside a word these just end it; anything else asks for a closer look.
_PLAIN: Final = frozenset(' \n,;()[]!?"„“”»«\x00')
#: The number of a note at a word.
_RAISED: Final = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹")
#: A word with a gender gap that goes on.
_GENDERED_PART: Final = re.compile(r"(?:[:*_·]in(?:nen)?|/-?innen)[a-zäöüß]")


class Match(msgspec.Struct, frozen=True, gc=False):
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
    parts = [Match(*span, senses, "separated") for span, senses in find_separated(lexicon.separable, reading.text)]
    parts += [Match(*span, senses, "ellipsis") for span, senses in find_elliptic(lexicon, reading.text)]
    if parts:
        found = sorted([*parts, *found], key=lambda match: match.start)
    if reading.differs or parts:
        return list(_placed(lexicon, prose, areas, reading, found))
    return [match if len(match.senses) == 1 else _sensed(lexicon, prose, areas, reading, match) for match in found]


def _placed(
    lexicon: Lexicon, prose: Prose, areas: Collection[str], reading: Reading, found: list[Match]
) -> Iterator[Match]:
    """Yield the matches of a reading as matches of the prose, with the senses that their context leaves."""
    end = 0
    for match in found:
        start, stop = reading.source(match.start, match.end)
        if start < end:
            continue
        end = stop
        if len(match.senses) > 1:
            yield _sensed(lexicon, prose, areas, reading, match)
        else:
            yield Match(start, stop, match.senses, match.kind)


def _sensed(lexicon: Lexicon, prose: Prose, areas: Collection[str], reading: Reading, match: Match) -> Match:
    """Return a match of a reading as one of the prose, with the senses that its context leaves."""
    start, stop = reading.source(match.start, match.end)
    qualified = qualified_area(lexicon.cues, reading.text, match.start, match.end)
    return Match(
        start, stop, senses_in(match.senses, [qualified] if qualified else prose.areas_at(start) or areas), match.kind
    )


def _whole(lexicon: Lexicon, text: str) -> list[Match]:
    """Return the matches of whole words and phrases, and of the parts of hyphen compounds, in a reading."""
    by_first = lexicon.by_first
    parts = lexicon.scan.split(text)
    words = parts[1::2]
    if shouted := _shouted(words, by_first):
        words = list(map(shouted.get, words, words))  # HILFEPLAN
    ends = accumulate(map(len, parts))
    starts = islice(ends, 0, None, 2)
    found: list[Match] = []
    free = 0
    size = len(text)
    for start, word in compress(zip(starts, words, strict=False), map(by_first.__contains__, words)):
        if start < free:
            continue
        end = start + len(word)
        before = text[start - 1] if start else " "
        after = text[end] if end < size else " "
        if after == " " and text[end : end + 4] in PRONOUNS and is_verb(text, start, end):
            continue
        plain = before in _PLAIN and after in _PLAIN
        for row in by_first[word]:
            match = Match(start, end, row.senses) if plain and row.alone else _fit(text, start, word, row)
            if match:
                found.append(match)
                free = match.end
                break
    return found


def _fit(text: str, start: int, word: str, row: Row) -> Match | None:
    """Return the match of a row whose first word stands at a place, if what follows and the context fit."""
    end = _follow(text, start + len(word), row.steps)
    kind = _kind(text, start, end) if end and text.startswith(row.after, end) else None
    if kind is None or (row.needs_context and not in_context(text, start, word, row)):
        return None
    return Match(start, end + len(row.after), row.senses, kind)


def _shouted(words: list[str], by_first: Container[str]) -> dict[str, str]:
    """Return the words in capitals that are known with one capital, and how they are known."""
    capitals = {word for word in compress(words, map(str.isupper, words)) if len(word) >= _SHORTEST_CAPITALS}
    return {
        word: noun
        for word in capitals
        if word not in by_first and (noun := word.capitalize()) in by_first and len(noun) == len(word)
    }


def _follow(text: str, end: int, steps: tuple[Step, ...]) -> int:
    """Return where the further words of a row end that stand after its first; 0 if they do not."""
    for step in steps:
        found = _NEXT.match(text, end)
        if not found or not (found[1] == " " or _separates(found[1], step.before)):
            return 0
        word = found[2]
        if word not in step.forms and not (
            word.isupper() and len(word) >= _SHORTEST_CAPITALS and word.capitalize() in step.forms
        ):
            return 0
        end = found.end()
    return end


def _separates(between: str, core: str) -> bool:
    """Tell whether what stands between two words is what the term has there; a blank may be a hyphen."""
    blank = _BETWEEN.sub("", between)
    if core in ("", "-"):
        return blank in ("", "-") and between != "" and len(_PARAGRAPH.findall(between)) == 0
    return blank == core and not _PARAGRAPH.search(between)


def _kind(text: str, start: int, end: int) -> Kind | None:
    """Tell whether words stand alone or are a part of a hyphen compound; None if they are inside another word."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    compound = False
    if last := before[-1:]:
        if last.isalnum() or last == "@" or (last == "_" and before[0].isalnum()):
            return None
        compound = last == "-" and before[0].isalnum()
    if first := after[:1]:
        following = after[1:].isalnum()
        if first == "-":
            if not following:
                return None  # „Kinder- und …“: cut off, so another word
            compound = True
        elif (
            (first.isalnum() and first not in _RAISED)
            or (first in "_@" and following)
            or (first == "." and after[1:].islower())
            or (first in ":*_/·" and _GENDERED_PART.match(text, end))
        ):
            return None  # a longer word, a file name, an address, an identifier, Schüler:innenrat
    return "compound" if compound else "word"


__all__ = ["Kind", "Match", "find_terms", "senses_in"]
