"""Finding the terms of a lexicon in prose, by source position."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from jbakb.language.prose import Prose
from jbakb.model import Sense
from jbakb.recognition.lexicon import TOKEN, Lexicon


@dataclass(frozen=True)
class Match:
    """A term in a text: offsets in code points, end exclusive, with every sense it may have there."""

    start: int
    end: int
    senses: tuple[Sense, ...]

    @property
    def ambiguous(self) -> bool:
        """Tell whether the context left more than one concept."""
        return len({sense.ref for sense in self.senses}) > 1


def find_terms(lexicon: Lexicon, prose: Prose, areas: Collection[str] = ()) -> list[Match]:
    """Find all terms in prose, longest first, without overlaps.

    Args: `areas` the legal areas that the text speaks for; where a word has a sense in one of them, the others fall away.
    """
    return list(_matches(lexicon, prose, areas))


def _matches(lexicon: Lexicon, prose: Prose, areas: Collection[str]) -> Iterator[Match]:
    tokens = [(found.start(), found.end(), found[0]) for found in TOKEN.finditer(prose.text)]
    words = [word.rstrip(".") if word.count(".") == 1 else word for _start, _end, word in tokens]
    by_first = lexicon.by_first
    place = 0
    while place < len(tokens):
        for form, senses in by_first.get(words[place], ()):
            last = place + len(form) - 1
            if last < len(tokens) and tuple(words[place : last + 1]) == form and _adjacent(prose.text, tokens, place, last):
                start = tokens[place][0]
                end = tokens[last][0] + len(words[last])
                yield Match(start, end, senses_in(senses, areas))
                place = last
                break
        place += 1


def senses_in(senses: tuple[Sense, ...], areas: Collection[str]) -> tuple[Sense, ...]:
    """Keep the senses of the given areas, if there are any; otherwise all."""
    return tuple(sense for sense in senses if sense.area in areas) or senses


def _adjacent(text: str, tokens: list[tuple[int, int, str]], first: int, last: int) -> bool:
    """Tell whether only blanks, hyphens and single line ends stand between the tokens of a phrase."""
    return all(
        not text[tokens[place][1] : tokens[place + 1][0]].strip(" \t\n-\u00a0\u2011")
        and "\n\n" not in text[tokens[place][1] : tokens[place + 1][0]]
        for place in range(first, last)
    )
