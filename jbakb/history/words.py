"""Two versions of a text, word by word."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

#: Unchanged words that stay on each side of a change; longer stretches become an ellipsis.
_AROUND: Final = 6
#: Below this likeness two texts have nothing in common that would help a reader.
_LIKE: Final = 0.4


class Piece(NamedTuple):
    """A stretch of words: in both versions, only in the old one, or only in the new one; `cut` for what is left out."""

    kind: Literal["same", "old", "new", "cut"]
    text: str


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces of two texts in order; texts that are not alike become one old and one new piece."""
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if not before or not after or matcher.ratio() < _LIKE:
        whole = (Piece("old", " ".join(before)), Piece("new", " ".join(after)))
        return tuple(piece for piece in whole if piece.text)
    pieces: list[Piece] = []
    for operation, start, end, other_start, other_end in matcher.get_opcodes():
        if operation == "equal":
            pieces += _shortened(before[start:end], first=start == 0, last=end == len(before))
            continue
        if start < end:
            pieces.append(Piece("old", " ".join(before[start:end])))
        if other_start < other_end:
            pieces.append(Piece("new", " ".join(after[other_start:other_end])))
    return tuple(pieces)


def _shortened(words: list[str], *, first: bool, last: bool) -> list[Piece]:
    head, tail = 0 if first else _AROUND, 0 if last else _AROUND
    if len(words) <= head + tail + 4:
        return [Piece("same", " ".join(words))]
    pieces = [
        Piece("same", " ".join(words[:head])),
        Piece("cut", "…"),
        Piece("same", " ".join(words[len(words) - tail :])),
    ]
    return [piece for piece in pieces if piece.text]
