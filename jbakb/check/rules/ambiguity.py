"""Words that each authority reads in its own way: ambiguous ones, and those of another area."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.memo import remembered
from jbakb.check.passages import Passage
from jbakb.check.place import in_passage
from jbakb.i18n import _
from jbakb.language.inflection import forms_of
from jbakb.model import Entry, FalseFriend, Glossary, Meaning, Term
from jbakb.model.status import preferred_term, status_on
from jbakb.recognition.matcher import Match

_ABBREVIATION: Final = re.compile(r"(?=.{2,5}$)[A-ZÄÖÜ][A-ZÄÖÜa-z]*[A-ZÄÖÜ]")
#: How a note marks an ordinary word as one that must not stand alone.
_MARKED: Final = re.compile(r"ausschreiben|Immer „|\b[Nn]ie (?:ohne|allein)|Doppelbelegung")
#: Notes that only ask to say more: information, since such words are everyday German too.
_EVERYDAY: Final = re.compile(r"Immer (?:dazusagen|sagen|die|den)|beim Namen nennen")
#: "Bei Bedarf", "Bedarf an Ruhe" and the like are everyday German.
_IDIOM: Final = re.compile(
    r"\b(?:[Bb]ei|[Jj]e nach|[Nn]ach|[Oo]hne|[Aa]uf|[Ee]ntsprechend (?:de[mr]|ihre[mr]|seine[mr]))\s+$"
)
#: "Träger der Sozialhilfe" and "freier Träger" say which; "der Träger" does not.
#: So does „Träger anderer Leistungen“.
_GENITIVE: Final = re.compile(
    r"\s+(?:entsprech|ausgerichtet|(?:und\s+(?:der|die|das)\s+[A-ZÄÖÜ]\w+\s+)?"
    r"(?:der|des|von|vom|für|zur|zum|nach|gemäß|an|im Sinne)\b"
    r"|(?!(?:oder|aber|wieder|immer|hier|weder|weiter|unter|über|später|bisher)\b)[a-zäöüß]{3,}er\s+[A-ZÄÖÜ])"
)
_ADJECTIVE: Final = re.compile(r"\b(?P<word>[a-zäöüß-]{4,}(?:e[rnsm]?))\s+$")
#: "Einen der vorgenannten Träger": the text has said which.
_POINTS: Final = re.compile(r"\b(?:\w*(?:genannt|stehend)|aufgeführt|folgend)e[nrsm]?\s+$")
_NO_ADJECTIVE: Final = re.compile(
    r"(?:dies|jen|jed|all|welch|manch|solch|kein|mein|sein|ihr|unser|eur?|ein)e?[rnsm]?|oder|aber|wenn|unter|über|haben"
    r"|werden|können|müssen|sollen|wollen|sollte|dürfen|machen|andere[rnsm]?|mehrere[rn]?|viele[rn]?|einige[rn]?|beide[rn]?"
    r"|zuständige[rnsm]?|jeweilige[rnsm]?|konkrete[rnsm]?|neue[rnsm]?"
)
#: "Träger (Vereine oder Kommunen)": several words in brackets explain the word.
_EXPLAINED: Final = re.compile(r"\s*\((?=[^()\n]{12})[^()\n]*\s[^()\n]*[A-ZÄÖÜ][a-zäöüß]{3}")
#: A reading of former times is what rules about superseded words judge.
_PAST: Final = re.compile(r"bis (?:\w+ )?\d{4}")
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


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
    cues = area_cues(given.glossary)
    for passage, matches in given.matches:
        seen: set[str] = set()
        for found in _WORD.finditer(passage.prose.text):
            marked = words.get(found[0])
            if marked is None or marked.word in seen or passage.mentions(*found.span()):
                continue
            if _own(passage, marked) or _inside_term(given, matches, found.start(), found.end()):
                continue
            areas = _reaching(given.glossary, passage.areas)
            if _decided(passage, matches, marked, areas, found.span(), cues):
                continue
            seen.add(marked.word)
            readings = _readings(marked.friend, areas)
            short = {area.id: area.short for area in given.glossary.areas.values()}
            texts = [f"{each.text} ({short[each.area]})" if each.area in short else each.text for each in readings]
            yield Finding(
                "term-ambiguous",
                _("„{word}“ ist mehrdeutig: {readings}.").format(word=found[0], readings="; ".join(texts)),
                in_passage(given, passage, *found.span()),
                suggestion=marked.friend.note,
                entry=marked.entry.id if marked.entry else "",
                excerpt=found[0],
                severity=None if marked.marked else "info",
            )


def foreign_words(given: CheckInput) -> Iterator[Finding]:
    """Find words of another area in a passage of one area that has its own word for the same notion."""
    cues = area_cues(given.glossary)
    friends = false_friend_words(given.glossary, 2)
    for passage, matches in given.matches:
        if len(passage.areas) != 1 or passage.entry:
            continue
        own = passage.areas[0]
        seen: set[str] = set()
        for match in matches:
            areas = {sense.area for sense in match.senses}
            if (
                "" in areas
                or own in areas
                or any(own in given.glossary.areas[area].applies_to for area in areas if area in given.glossary.areas)
            ):
                continue
            sense = match.senses[0]
            ours = [
                concept
                for concept in sense.entry.concepts
                if concept.area == own and not concept.absent and concept.equivalence != "related"
            ]
            home = given.glossary.home(sense.entry, ours[0])[1] if ours else None
            term = preferred_term(home, given.on) if home else None
            word = passage.text[match.start : match.end]
            if term is None or home is None or word in seen or passage.mentions(match.start, match.end):
                continue
            if sense.concept is None or sense.concept.equivalence == "related" or sense.term.term in friends:
                continue
            if status_on(sense.term, sense.concept, given.on) not in ("preferred", "admitted"):
                continue
            start, end = passage.sentence(match.start, match.end)
            if any(cues[area].search(passage.text, start, end) for area in areas if area in cues):
                continue
            seen.add(word)
            message = _("„{word}“ ist ein Wort des Rechtskreises {area}.").format(
                word=word, area=given.glossary.areas[sense.area].short
            )
            yield Finding(
                "term-foreign",
                message,
                in_passage(given, passage, match.start, match.end),
                suggestion=term.term,
                area=sense.area,
                entry=sense.entry.id,
                excerpt=word,
            )


@remembered
def area_cues(glossary: Glossary) -> dict[str, re.Pattern[str]]:
    """Return for each area an expression for the names that point at it: its laws, its short name, its authorities."""
    cues = {}
    for area in glossary.areas.values():
        names = {area.short, area.title, *area.laws}
        names |= {role.title for role in glossary.roles.values() if role.area == area.id}
        spelled = sorted(map(re.escape, names), key=len, reverse=True)
        cues[area.id] = re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?:s|es|n)?(?!\w)".replace(r"\ ", r"[\s-]+"))
    return cues


@remembered
def false_friend_words(glossary: Glossary, readings: int = 0) -> frozenset[str]:
    """Return the words that the glossary explains as misleading, with at least so many readings."""
    friends = [friend for entry in glossary.entries.values() for friend in entry.false_friends]
    return frozenset(
        word for friend in (*friends, *glossary.words) if len(friend.means) >= readings for word in friend.words
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
            for form in {word} if abbreviation else _forms(term):
                words[form] = _Ambiguous(word, friend, entry, abbreviation, mark)
    return words


@lru_cache(maxsize=1024)
def _forms(term: Term) -> frozenset[str]:
    return forms_of(term)


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


def _decided(
    passage: Passage,
    matches: tuple[Match, ...],
    marked: _Ambiguous,
    areas: frozenset[str],
    span: tuple[int, int],
    cues: dict[str, re.Pattern[str]],
) -> bool:
    """Tell whether the areas of the passage, its sentence or an explanation on the page leave one reading."""
    start, end = span
    readings = _readings(marked.friend, areas)
    here = [meaning for meaning in readings if meaning.area in areas]
    if len(readings) == 1 or (here and len(passage.areas) == 1 and not marked.abbreviation):
        return True
    text = passage.text
    if text[end : end + 1] == "-":
        return True
    if marked.abbreviation:
        # Part of a name ("AG Übergang"), or of a compound with a hyphen, or of a law ("AG SGB VIII").
        if re.match(r"[ -][A-ZÄÖÜ„0-9]|[&/]|\.\w", text[end : end + 2]) or text[start - 1 : start] in ("-", "/", "&"):
            return True
    else:
        before = _ADJECTIVE.search(text[max(0, start - 40) : start])
        if _IDIOM.search(text, max(0, start - 25), start) or _EXPLAINED.match(text, end):
            return True
        if any(
            found[0] in _forms(Term(term=marked.word))
            and _POINTS.search(text, max(0, found.start() - 40), found.start())
            for found in _WORD.finditer(text, *passage.sentence(start, end))
        ):
            return True
        if _said_before(text[passage.paragraph(start) : start], marked.word):
            return True
        if _GENITIVE.match(text, end) or (before and not _NO_ADJECTIVE.fullmatch(before["word"])):
            return True
    first, last = passage.sentence(start, end)
    named = {area for area, cue in cues.items() if cue.search(text, first, last)}
    if not marked.abbreviation:  # „Wohngeld deckt Ihren Bedarf, Sie brauchen kein Grundsicherungsgeld.“
        named |= {each.senses[0].area for each in matches if first <= each.start < last and not each.ambiguous}
    there = [each.area for each in marked.friend.means if each.area in named]
    if len(there if marked.abbreviation else set(there)) == 1:
        return True
    return marked.abbreviation and any(_spelled_out(meaning, text) for meaning in marked.friend.means)


def _said_before(text: str, word: str) -> bool:
    """Tell whether one compound in the paragraph so far says which is meant: Rehabilitationsträger … eines Trägers."""
    firsts = {found.lower() for found in re.findall(rf"\w{{3,}}(?={re.escape(word.lower())})", text)}
    # A Sozialleistungsträger is a Leistungsträger.
    return len({first for first in firsts if not any(first != each and first.endswith(each) for each in firsts)}) == 1


def _spelled_out(meaning: Meaning, text: str) -> bool:
    """Tell whether a page writes a reading in full."""
    name = re.split(r"\s*[(,;]", meaning.text.rpartition(": ")[2])[0]
    return len(name) > 3 and name in text


def _readings(friend: FalseFriend, areas: Collection[str]) -> list[Meaning]:
    """Return the readings that the areas of a passage leave, all of them if it has none there."""
    return [meaning for meaning in friend.means if meaning.area in areas and areas] or list(friend.means)


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
            Kommunen)“, davor im Absatz „Rehabilitationsträger“). Je Seite wird ein Wort einmal gemeldet. Wörter, bei
            denen das Glossar nur um eine Erläuterung bittet („Kind“), sind ein Hinweis, Redensarten wie „bei Bedarf“
            sind keiner. In Einträgen zählen nur Kürzel. Wörter in Anführungszeichen sind nur erwähnt.
        """,
    ),
    Rule(
        "term-foreign",
        "info",
        "Wort eines anderen Rechtskreises",
        foreign_words,
        scope="page",
        doc="""
        Was wird geprüft: Ob eine Seite, die für einen Rechtskreis spricht, das Wort eines anderen benutzt, obwohl ihr
            Rechtskreis ein eigenes hat.
        Warum: Wer dort arbeitet, kennt das fremde Wort nicht oder versteht es falsch.
        Beispiel: „Eingliederungsvereinbarung“ auf einer Seite des Jugendamts
        Stattdessen: „Hilfeplan“, oder im Satz sagen, wessen Wort es ist.
        Ausnahmen: Der Satz nennt den anderen Rechtskreis oder seine Behörde; mehrdeutige Wörter; Begriffe, die
            nur verwandt sind (`related`); Wörter in Anführungszeichen; Einträge.
        """,
    ),
)
