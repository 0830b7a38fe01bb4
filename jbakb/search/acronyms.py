"""What a title may be abbreviated to: BAB for „Berufsausbildungsbeihilfe“, HzE for „Hilfe zur Erziehung“.

German abbreviations take the first letters of words and of the parts of compounds, little words now and then, and
sometimes more than one letter of the first part (AsA, BerEb).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from jbakb.search.analysis import STOPWORDS, fold, words
from jbakb.search.compounds import Splitter

#: Begins a term that stands for an abbreviation.
ACRONYM: Final = "^"
SHORTEST, LONGEST = 2, 6
#: So many words of a title make one; a title of more words is a sentence.
_MOST_WORDS, _LONGEST_TITLE = 4, 12
_BREAK: Final = re.compile(r"[^\w\s-]+|\s[–-]\s")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
#: How likely an abbreviation is that takes more or other letters than the first of each part.
_LOOSE: Final = 0.6
#: Parts that have a letter of their own although they are no words: Ein-gliederung, Gelegen-heit.
_PREFIX: Final = re.compile(r"^(ein|aus|auf|vor|uber|unter)(?=\w{5})")
_SUFFIX: Final = re.compile(r"(?<=\w{4})([hk]eit)(?:en)?$")


def acronyms(title: str, splitter: Splitter) -> dict[str, float]:
    """Return the abbreviations that a title may have, folded, each with how likely it is, from 0 to 1."""
    found: dict[str, float] = {}
    size = sum(1 for word in words(title) if word not in STOPWORDS)
    for part in _BREAK.split(title):
        for short, share, length in _of_run(words(part), splitter):
            if SHORTEST <= len(short) <= LONGEST and short.isalpha():
                # One that stands for the whole title is likelier than one for a part of it.
                found[short] = max(found.get(short, 0.0), share * (1 + length / size) / 2)
    return found


def typed_as_acronym(text: str) -> frozenset[str]:
    """Return the words of a query that are written like an abbreviation, folded: BAB, zkT."""
    return frozenset(fold(word) for word in _LETTERS.findall(text) if word[1:] != word[1:].lower())


def _of_run(run: list[str], splitter: Splitter) -> Iterator[tuple[str, float, int]]:
    """Iterate over abbreviations with their likelihood and the number of words that they stand for."""
    if len(run) > _LONGEST_TITLE:
        return
    parts = {word: [leaf for part in word.split("-") for leaf in splitter.leaves(part)] for word in run}
    for start, first in enumerate(run):
        if first in STOPWORDS:
            continue
        for end in range(start + 1, len(run) + 1):
            some = run[start:end]
            content = [word for word in some if word not in STOPWORDS]
            if len(content) > _MOST_WORDS:
                break
            if some[-1] not in STOPWORDS:
                yield from ((short, share, len(content)) for short, share in _of_words(some, content, parts))


def _of_words(some: list[str], content: list[str], parts: dict[str, list[str]]) -> Iterator[tuple[str, float]]:
    leaves = [[leaf[0] for leaf in parts[word]] for word in content]
    every = "".join(chain.from_iterable(leaves))
    if len(every) > 1:
        yield every, 1.0
        first = parts[content[0]][0]
        yield from ((first[:length] + every[1:], _LOOSE) for length in (2, 3))
    if len(content) == 1:
        finer = "".join(map(_finer, parts[content[0]]))
        if len(finer) > 1:
            yield finer, _LOOSE
    else:
        yield "".join(word[0] for word in content), 1.0
        yield "".join(word[0] for word in some), 1.0
        yield every[: len(every) - len(leaves[-1]) + 1], 1.0


def _finer(leaf: str) -> str:
    """Return the letters of a part, those of its prefix and suffix too."""
    prefix, suffix = _PREFIX.search(leaf), _SUFFIX.search(leaf)
    inner = leaf[prefix.end()] if prefix else ""
    return leaf[0] + inner + (suffix[1][0] if suffix else "")
