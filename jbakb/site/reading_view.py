"""How easy the texts of a theme are to read, in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from jbakb.language.readability import flesch_amstad, sentences_of, words_of
from jbakb.model import Entry


@dataclass(frozen=True)
class EaseView:
    """The reading ease of some texts (Flesch-Amstad; from 60 on plain), and words in their longest sentence."""

    texts: int
    middle: float
    lowest: float
    longest: int


def ease_of(texts: Sequence[str]) -> EaseView | None:
    """Measure texts; None if there are none."""
    if not texts:
        return None
    eases = [flesch_amstad(text) for text in texts]
    longest = max(len(words_of(text[start:end])) for text in texts for start, end in sentences_of(text))
    return EaseView(len(texts), median(eases), min(eases), longest)


def definitions_and_plain(entries: Sequence[Entry]) -> tuple[EaseView | None, EaseView | None]:
    """Measure the definitions of entries, and their texts in plain language."""
    concepts = [concept for entry in entries for concept in entry.concepts]
    return (
        ease_of([concept.definition for concept in concepts if concept.definition]),
        ease_of([concept.plain for concept in concepts if concept.plain]),
    )
