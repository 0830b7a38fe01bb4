"""§ citations as search terms, in all spellings: „§ 16d SGB II“, „16 d sgb 2“, „SGB II § 16d“ become `§16d.sgb2`.

Small on purpose: what a citation is in law is told by `jbakb.law`; here is only what finds the same page.
"""

from __future__ import annotations

import re
from typing import Final

from jbakb.search.lists import word_list

_PIECE: Final = re.compile(r"§+|\d+\s?[a-z](?![^\W_])|\d+|[^\W\d_]+|[;!?]")
_SIGNS: Final = frozenset(("paragraph", "paragraf", "par", "art", "artikel"))
_SUBDIVISIONS: Final = frozenset(("abs", "absatz", "satz", "s", "nr", "nummer", "hs", "halbsatz", "buchst", "alt"))
_BETWEEN: Final = frozenset(("und", "oder", "sowie", "bis", "ff", "f", "i", "v", "m", "vm", "iv", "des", "der", "dem"))
_ROMAN: Final = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")
_BOOK: Final = {roman: f"sgb{number}" for number, roman in enumerate(_ROMAN) if number} | {
    str(number): f"sgb{number}" for number in range(1, 15)
}
_JOINED: Final = {f"sgb{roman}": book for roman, book in _BOOK.items()}
LAWS: Final = word_list("laws")


def cited(text: str, law: str = "") -> list[str]:
    """Return the citations of a text as terms, `§16d.sgb2` where the law is told and `§16d` for each.

    Args: `law` holds where a citation with a § sign names none.
    """
    pieces = [piece.replace(" ", "") for piece in _PIECE.findall(text.lower())]
    found: list[str] = []
    pending: list[str] = []  # section numbers that wait for their law
    bare = last = ""  # a number without a sign; the law that was just named („SGB II § 16d“)
    opened = skipped = False

    def settle(of: str) -> None:
        for number in pending:
            found.extend((f"§{number}", f"§{number}.{of}") if of else (f"§{number}",))
        pending.clear()

    place = 0
    while place < len(pieces):
        piece = pieces[place]
        named, taken = _law(pieces, place)
        place += taken
        if named:
            if bare:
                pending.append(bare)
            settle(named)
            last, bare, opened, skipped = named, "", False, False
        elif piece[0] == "§" or piece in _SIGNS:
            opened, skipped, bare = True, False, ""
        elif piece[0].isdigit():
            if skipped:
                continue
            if opened or last:
                pending.append(piece)
                bare = ""
            else:
                bare = piece
                if not piece[-1].isdigit():
                    found.append(f"§{piece}")
        elif piece in _SUBDIVISIONS:
            skipped = True
        elif piece not in _BETWEEN:
            settle(last or law)
            opened, skipped, bare, last = False, False, "", ""
    settle(last or law)
    return list(dict.fromkeys(found))


def names_law(word: str) -> bool:
    """Tell whether a folded word is the name of a law or a part of one: BGB, SGB, VIII."""
    return word == "sgb" or word in LAWS or word in _BOOK


def _law(pieces: list[str], place: int) -> tuple[str, int]:
    """Return the law that begins at a place, empty if there is none, and how many pieces it takes."""
    piece = pieces[place]
    if piece == "sgb" and place + 1 < len(pieces) and pieces[place + 1] in _BOOK:
        return _BOOK[pieces[place + 1]], 2
    if piece in _JOINED:
        return _JOINED[piece], 1
    return (piece, 1) if piece in LAWS else ("", 1)
