"""An area's dictionary: each of its words, and what the others have for it ("Jobcenter → andere")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jbakb.model import Glossary
from jbakb.site.entry_view import ConceptView, WordView, view_concept
from jbakb.site.own_side import OwnWord, OwnWords
from jbakb.site.word_view import LetterView, Reading


@dataclass(frozen=True)
class Meant:
    """One reading of a word.

    `see` is the area's word to look under, if this one is short, old or another word for the same; only the word to
    look under is told in full: `also` and `former` are the other words, `others` what each side has, by area, and
    `unsettled` the areas where nobody has settled it yet.
    """

    reading: Reading
    see: str = ""
    also: tuple[WordView, ...] = ()
    former: tuple[WordView, ...] = ()
    others: tuple[tuple[str, tuple[OwnWord, ...]], ...] = ()
    unsettled: tuple[str, ...] = ()


@dataclass(frozen=True)
class DictionaryRow:
    """A word of an area with its readings there."""

    word: str
    meant: tuple[Meant, ...]


@dataclass(frozen=True)
class DictionaryLetter:
    """The words under one letter."""

    letter: str
    rows: tuple[DictionaryRow, ...]


def dictionary(
    glossary: Glossary, letters: Iterable[LetterView], own_words: OwnWords, on: date
) -> tuple[DictionaryLetter, ...]:
    """Make the dictionary of an area from its words (`jbakb.site.word_view.words_of_area`)."""
    return tuple(
        DictionaryLetter(
            group.letter,
            tuple(
                DictionaryRow(row.word, tuple(_meant(glossary, each, own_words, on) for each in row.readings))
                for row in group.rows
            ),
        )
        for group in letters
    )


def _meant(glossary: Glossary, reading: Reading, own_words: OwnWords, on: date) -> Meant:
    found = glossary.at(reading.ref)
    if found is None:
        return Meant(reading)
    entry, concept = found
    view = view_concept(glossary, entry, concept, on)
    main = view.main_word or _first(view)
    if reading.word.text != main:
        return Meant(reading, see=main)
    rows = own_words.of(entry, concept)
    unsettled = tuple(area for area, words in rows if all(word.relation == "missing" for word in words))
    return Meant(
        reading,
        also=tuple(word for word in view.words if word.text != main),
        former=tuple(word for word in view.old_words if word.text != main),
        others=tuple((area, words) for area, words in rows if area not in unsettled),
        unsettled=unsettled,
    )


def _first(view: ConceptView) -> str:
    """Return the word to look under where none is in use any more."""
    return view.old_words[0].text if view.old_words else ""
