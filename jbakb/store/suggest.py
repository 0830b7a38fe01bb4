"""„Meinten Sie …“: the nearest of a few known words."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jbakb.i18n import _


def suggestion(word: str, known: Iterable[str], *, cutoff: float = 70) -> str:
    """Return the known word that is most like the given one, or an empty text if none is like it.

    Args: `cutoff` from 0 to 100, the normalised Indel similarity below which nothing is suggested.
    """
    from rapidfuzz import fuzz, process

    found = process.extractOne(word.lower(), list(known), scorer=fuzz.ratio, processor=str.lower, score_cutoff=cutoff)
    return found[0] if found else ""


def nearest_hint(word: str, known: Collection[str]) -> str:
    """Return the hint for a word that is not known: the nearest that is, or all of them."""
    near = suggestion(word, known)
    if near:
        return _("meinten Sie „{near}“?").format(near=near)
    return _("möglich sind: {names}").format(names=", ".join(known))


def nearest_sentences(word: str, known: Collection[str]) -> str:
    """Return the same as sentences, for messages that go on: the nearest first, then all."""
    near = suggestion(word, known)
    meant = _("Meinten Sie „{near}“?").format(near=near) + " " if near else ""
    return meant + _("Möglich sind: {names}.").format(names=", ".join(known))
