"""Old words inside closed compounds (Bürgergeldantrag), where recognition, which takes words whole, does not look."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from jbakb.check.memo import remembered
from jbakb.check.passages import Passage
from jbakb.model import Glossary, Sense
from jbakb.recognition.context import senses_in
from jbakb.recognition.matcher import Match

#: Shorter words are the beginning of too many others.
_SHORTEST: Final = 8
#: Words that are long enough to hold an old word and at least four letters more.
_LONG: Final = re.compile(rf"(?<!\w)[A-ZÄÖÜ][a-zäöüß]{{{_SHORTEST + 3},}}(?!\w)")
#: Laws and reforms keep their name (see `terms.py`), and so
#: does a benefit that came and went with it (Bürgergeldbonus).
_OTHER: Final = re.compile(r"s?(?:gesetz|reform|novelle|verordnung|urteil|bonus)")


class _Old(NamedTuple):
    by_word: dict[str, tuple[Sense, ...]]
    lengths: tuple[int, ...]


def hidden_words(glossary: Glossary, passage: Passage, matches: Sequence[Match]) -> Iterator[Match]:
    """Yield superseded words that a longer word starts with, unless that is a term of its own.

    Deprecated ones are left out: among their compounds are names that others chose (Sanktionsfonds).
    """
    old = _old_words(glossary)
    if not old.lengths:
        return
    for found in _LONG.finditer(passage.prose.text):
        start, end = found.span()
        for length in old.lengths:
            senses = old.by_word.get(found[0][:length])
            if senses is None or end - start < length + 4 or _OTHER.match(found[0], length):
                continue
            if not any(match.start < end and start < match.end for match in matches):
                areas = passage.prose.areas_at(start) or passage.areas
                yield Match(start, start + length, senses_in(senses, areas), "compound")
            break


@remembered
def _old_words(glossary: Glossary) -> _Old:
    senses: dict[str, list[Sense]] = defaultdict(list)
    for sense in glossary.senses():
        senses[sense.term.term].append(sense)
    words = {
        word: tuple(found)
        for word, found in senses.items()
        if len(word) >= _SHORTEST
        and word.isalpha()
        and word[0].isupper()
        and any(each.term.status == "superseded" for each in found)
        and not any(each.term.person for each in found)
    }
    return _Old(words, tuple(sorted({len(word) for word in words}, reverse=True)))
