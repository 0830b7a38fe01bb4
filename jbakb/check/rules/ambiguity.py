"""Words that each authority reads in its own way, where nothing says which reading is meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.memo import remembered
from jbakb.check.passages import Passage
from jbakb.check.place import in_passage
from jbakb.check.rules.cues import area_cues
from jbakb.check.rules.readings import WORD, Place, abbreviation_is_clear, concerns, readings, word_is_clear
from jbakb.i18n import _
from jbakb.language.inflection import forms_of
from jbakb.model import Entry, FalseFriend, Glossary, Meaning, Term
from jbakb.model.status import status_on
from jbakb.recognition.matcher import Match

_ABBREVIATION: Final = re.compile(r"(?=.{2,5}$)[A-ZÄÖÜ][A-ZÄÖÜa-z]*[A-ZÄÖÜ]")
#: How a note marks an ordinary word as one that must not stand alone.
_MARKED: Final = re.compile(r"ausschreiben|Immer „|\b[Nn]ie (?:ohne|allein)|Doppelbelegung")
#: Notes that only ask to say more: information, since such words are everyday German too.
_EVERYDAY: Final = re.compile(r"Immer (?:dazusagen|sagen|die|den)|beim Namen nennen")
#: A reading of former times is what rules about superseded words judge.
_PAST: Final = re.compile(r"bis (?:\w+ )?\d{4}")


@dataclass(frozen=True)
class _Ambiguous:
    """A word with several readings, and the entry that explains them."""

    word: str
    friend: FalseFriend
    entry: Entry | None
    abbreviation: bool
    marked: bool


def ambiguous_words(given: CheckInput) -> Iterator[Finding]:
    """Find words that the glossary marks as ambiguous where neither page nor sentence says which reading is meant."""
    words = _marked_words(given.glossary)
    some = re.compile("|".join(map(re.escape, words)) or r"(?!)")  # Most pages have none: seen at one go.
    cues = area_cues(given.glossary)
    for passage, matches in given.matches:
        seen: set[str] = set()
        if not some.search(passage.text):
            continue
        for found in WORD.finditer(passage.prose.text):
            marked = words.get(found[0])
            if marked is None or marked.word in seen or passage.mentions(*found.span()):
                continue
            if _own(passage, marked) or _inside_term(given, matches, found.start(), found.end()):
                continue
            areas = _reaching(given.glossary, passage.areas)
            place = Place(passage, matches, areas, cues, *found.span())
            clear = abbreviation_is_clear if marked.abbreviation else partial(word_is_clear, marked.word)
            if clear(marked.friend, place):
                continue
            seen.add(marked.word)
            short = {area.id: area.short for area in given.glossary.areas.values()}
            texts = [
                f"{each.text} ({short[each.area]})" if each.area in short else each.text
                for each in readings(marked.friend, areas)
            ]
            yield Finding(
                "term-ambiguous",
                _("„{word}“ ist mehrdeutig: {readings}.").format(word=found[0], readings="; ".join(texts)),
                in_passage(given, passage, *found.span()),
                suggestion=marked.friend.note,
                entry=marked.entry.id if marked.entry else "",
                excerpt=found[0],
                severity=None if marked.marked and (marked.abbreviation or concerns(marked.friend, place)) else "info",
            )


@remembered
def _marked_words(glossary: Glossary) -> dict[str, _Ambiguous]:
    """Collect abbreviations with several readings and words whose note forbids them alone, by inflected form."""
    words: dict[str, _Ambiguous] = {}
    records = [(friend, entry) for entry in glossary.entries.values() for friend in entry.false_friends]
    for friend, entry in (*records, *((friend, None) for friend in glossary.words)):
        for word in friend.words:
            abbreviation = bool(_ABBREVIATION.fullmatch(word))
            several = len({meaning.text for meaning in friend.means if _read_as(word, meaning, friend)}) > 1
            mark = abbreviation or bool(_MARKED.search(friend.note))
            if not several or not (mark or _EVERYDAY.search(friend.note)) or " " in word:
                continue
            term = Term(term=word, type="abbreviation" if abbreviation else "fullForm")
            for form in {word} if abbreviation else forms_of(term):
                words[form] = _Ambiguous(word, friend, entry, abbreviation, mark)
    return words


def _read_as(word: str, meaning: Meaning, friend: FalseFriend) -> bool:
    """Tell whether a meaning is one of this word today: a record of similar words names the one it explains."""
    other = meaning.text.partition(":")[0]
    return not _PAST.match(meaning.text) and (other not in friend.words or other == word)


def _own(passage: Passage, marked: _Ambiguous) -> bool:
    """Tell whether an entry may say the word: it explains it, has it among its terms, or it is no abbreviation."""
    entry = passage.entry
    if entry is None:
        return False
    if not marked.abbreviation:
        return True
    terms = {term.term for concept in entry.concepts for term in concept.terms or ()}
    explains = passage.field is not None and "false_friends" in passage.field.where
    return entry is marked.entry or marked.word in terms or explains


def _inside_term(given: CheckInput, matches: tuple[Match, ...], start: int, end: int) -> bool:
    """Tell whether the word is part of a longer term, or one that another rule reports already."""
    for match in matches:
        if match.start <= start and end <= match.end:
            if (match.start, match.end) != (start, end):
                return True
            return all(
                status_on(sense.term, sense.concept, given.on) in ("deprecated", "superseded") for sense in match.senses
            )
    return False


def _reaching(glossary: Glossary, areas: Collection[str]) -> frozenset[str]:
    """Return areas together with those that apply in them, such as SGB X in SGB II."""
    return frozenset(areas).union(
        area.id for area in glossary.areas.values() if not set(areas).isdisjoint(area.applies_to)
    )


RULES = (
    Rule(
        "term-ambiguous",
        "warning",
        "Mehrdeutiges Wort",
        ambiguous_words,
        scope="page",
        doc="""
        Was wird geprüft: Ob ein mehrdeutiges Kürzel oder ein Wort, das laut Glossar nie allein stehen soll, ohne
            Rechtskreis dasteht. Die Lesarten stehen in der Meldung.
        Warum: Jedes Haus liest das Wort in seinem Sinn, und niemand merkt es.
        Beispiel: „Der VA liegt vor.“
        Stattdessen: „Der Verwaltungsakt liegt vor.“
        Ausnahmen: Die Seite spricht für einen Rechtskreis (`areas`), der Satz nennt Gesetz oder Behörde, die Seite
            schreibt die Lesart aus, oder ein Zusatz klärt es („Träger der Sozialhilfe“, „Träger (Vereine und
            Kommunen)“, „notwendiger Bedarf“, „Bedarf von 563 Euro“, davor im Absatz „Rehabilitationsträger“). Ein
            Wort für einen Geldbetrag ist auch klar, wenn Absatz oder Seite nur von einem Rechtskreis sprechen. Je
            Seite wird ein Wort einmal gemeldet. Wörter, bei denen das Glossar nur um eine Erläuterung bittet
            („Kind“), sind ein Hinweis, ebenso Wörter in langen Texten, die höchstens einen der Rechtskreise
            nennen. Redensarten wie „bei Bedarf“ sind keiner. In Einträgen zählen nur Kürzel. Wörter in
            Anführungszeichen sind nur erwähnt.
        """,
    ),
)
