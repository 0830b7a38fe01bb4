"""What tells a reader which reading of an ambiguous word is meant: names, additions, sums, what was said before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jbakb.check.passages import Passage
from jbakb.language.inflection import forms_of
from jbakb.model import FalseFriend, Meaning, Term
from jbakb.recognition.matcher import Match

#: "Bei Bedarf", "Bedarf an Ruhe" and the like are everyday German.
_IDIOM: Final = re.compile(
    r"\b(?:[Bb]ei|[Jj]e nach|[Nn]ach|[Oo]hne|[Aa]uf|[Ee]ntsprechend (?:de[mr]|ihre[mr]|seine[mr]))\s+$"
)
#: So is a need that has a size and no sum: "der Bedarf ist dort am größten".
_SIZED: Final = re.compile(
    r"\s+(?:[a-zäöüß]+\s+){0,4}?(?:groß|größer|am größten|hoch|höher|am höchsten|gering|geringer|steigt|steigen|stieg"
    r"|gestiegen|wächst|wuchs|gewachsen|sinkt|sank|gesunken)\b"
)
#: "Träger der Sozialhilfe" and "freier Träger" say which; "der Träger" does not.
#: So does „Träger anderer Leistungen“.
_GENITIVE: Final = re.compile(
    r"\s+(?:entsprech|ausgerichtet|(?:(?:und|oder|sowie)\s+(?:(?:der|die|das|den)\s+)?[A-ZÄÖÜ]\w+\s+)?"
    r"(?:der|des|von|vom|für|zur|zum|(?:sich\s+)?nach|gemäß|an|bei|beim|im Sinne)\b"
    r"|(?!(?:oder|aber|wieder|immer|hier|weder|weiter|unter|über|später|bisher)\b)[a-zäöüß]{3,}er\s+[A-ZÄÖÜ])"
)
#: "Der für die Eingliederungshilfe zuständige Träger": only such an attribute puts a preposition behind an article.
_ATTRIBUTE: Final = re.compile(
    r"\b(?:d(?:er|ie|as|e[mnrs])|eine[mnrs]?)\s+(?:für|nach|mit|von|durch|in|bei|an|auf)\s+[^.,;:()]{3,80}\s[a-zäöüß]+e[nrsm]?\s+$"
)
#: The name of a law: "Medizinischer Bedarf Versorgungssicherstellungsverordnung".
_TITLE: Final = re.compile(r"\s[A-ZÄÖÜ]\w*(?:gesetz|verordnung)")
#: "Träger sind nicht die Bundesagentur, sondern die Kommunen": who is meant follows with its article.
_IDENTIFIED: Final = re.compile(r"\s+(?:ist|sind|war|waren)\s+[*_]*(?:nicht\s+)?[*_]*(?:der|die|das)\s+[*_]*[A-ZÄÖÜ]")
#: An adjective, also a shortened one ("elterl. Bedarf") or one with a capital at a start ("Notwendiger Bedarf").
_ADJECTIVE: Final = re.compile(
    r"(?:\b(?P<word>[a-zäöüß-]{4,}(?:e[rnsm]?)|[a-zäöüß]{3,}l\.)"
    r"|(?:^|[\n#*_|:.!?]\s*)(?P<first>[A-ZÄÖÜ][a-zäöüß]{3,}e[rnsm]?))(?:[ \t]+|[ \t]*\n[ \t]*)\Z"
)
#: "Einen der vorgenannten Träger", "diesen Bedarf": the text has said which.
_POINTS: Final = re.compile(r"\b(?:(?:\w*(?:genannt|stehend)|aufgeführt|folgend)e[nrsm]?|[Dd]iese[nrsm]?)\s+$")
#: "Die Kreise, soweit nicht andere Träger bestimmt sind": others than the named ones, of their kind.
_OTHERS: Final = re.compile(r"\bandere[nrm]?\s+$")
_NO_ADJECTIVE: Final = re.compile(
    r"(?:dies|jen|jed|all|welch|manch|solch|kein|mein|dein|sein|ihr|unser|eur?|ein)e?[rnsm]?|oder|aber|wenn|unter|über|haben"
    r"|werden|können|müssen|sollen|wollen|sollten?|dürfen|könnten|müssten|dürften|möchten|machen|andere[rnsm]?|mehrere[rn]?|viele[rn]?|einige[rn]?|beide[rn]?"
    r"|zuständige[rnsm]?|jeweilige[rnsm]?|konkrete[rnsm]?|neue[rnsm]?"
)
#: "Träger (Vereine oder Kommunen)", "Träger: die Kommunen": what follows explains the word.
_EXPLAINED: Final = re.compile(r"[*_]*:\s|\s*\((?=[^()\n]{12})[^()\n]*\s[^()\n]*[A-ZÄÖÜ][a-zäöüß]{3}")
#: How a meaning says that the word is an amount of money, and what sentences set against such an amount: a sum, or what
#: the law sets against it (§§ 9, 11, 12 SGB II, § 11 BAföG).
_AMOUNT: Final = "Geldbetrag"
_MONEY: Final = re.compile(r"\d\s?(?:€|Euro\b|EUR\b)|\b(?:Einkommen|Vermögen|Betrag)\w*|\b(?:an(?:zu)?|ange)rechne")
#: Characters after which a text has said what it is about: about a page of print.
_LONG: Final = 1500
WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True)
class Place:
    """Where an ambiguous word stands: what its passage says and speaks for, and which names point at which area."""

    passage: Passage
    matches: tuple[Match, ...]
    areas: frozenset[str]
    cues: Mapping[str, re.Pattern[str]]
    start: int
    end: int

    def names(self, areas: Iterable[str], first: int, last: int, *, terms: bool) -> list[str]:
        """Return those of the areas that a stretch of text names, by its authority or law or by one of its terms."""
        text = self.passage.text
        named = {area for area, cue in self.cues.items() if cue.search(text, first, last)}
        if terms:  # „Wohngeld deckt Ihren Bedarf, Sie brauchen kein Grundsicherungsgeld.“
            within = (each for each in self.matches if first <= each.start < last)
            named |= {each.senses[0].area for each in within if not each.ambiguous}
        return [area for area in areas if area in named]


def readings(friend: FalseFriend, areas: Collection[str]) -> list[Meaning]:
    """Return the readings that the areas of a passage leave, all of them if it has none there."""
    return [meaning for meaning in friend.means if meaning.area in areas and areas] or list(friend.means)


def abbreviation_is_clear(friend: FalseFriend, place: Place) -> bool:
    """Tell whether one reading of an abbreviation is left: by area, as part of a name, or spelled out on the page."""
    if len(readings(friend, place.areas)) == 1:
        return True
    text = place.passage.text
    # Part of a name ("AG Übergang"), or of a compound with a hyphen, or of a law ("AG SGB VIII").
    behind = re.match(r"-|[ -][A-ZÄÖÜ„0-9]|[&/]|\.\w", text[place.end : place.end + 2])
    if behind or text[place.start - 1 : place.start] in ("-", "/", "&"):
        return True
    sentence = place.passage.sentence(place.start, place.end)
    if len(place.names((each.area for each in friend.means), *sentence, terms=False)) == 1:
        return True
    return any(_spelled_out(meaning, text) for meaning in friend.means)


def word_is_clear(word: str, friend: FalseFriend, place: Place) -> bool:
    """Tell whether one reading of an ordinary word is left: by area, by an addition, or by what is said around it."""
    left = readings(friend, place.areas)
    if len(left) == 1 or (len(place.passage.areas) == 1 and any(meaning.area in place.areas for meaning in left)):
        return True
    text, start, end = place.passage.text, place.start, place.end
    if text[end : end + 1] == "-" or _IDIOM.search(text, max(0, start - 25), start) or _SIZED.match(text, end):
        return True
    if _TITLE.match(text, end) or _ATTRIBUTE.search(text, max(0, start - 120), start):
        return True
    if _EXPLAINED.match(text, end) or _IDENTIFIED.match(text, end) or _addition(text, start, end):
        return True
    first, last = place.passage.sentence(start, end)
    forms = _forms(word)
    if any(
        found[0] in forms and _POINTS.search(text, max(0, found.start() - 40), found.start())
        for found in WORD.finditer(text, first, last)
    ):
        return True
    amount = any(meaning.text.startswith(_AMOUNT) for meaning in left)
    if amount and _MONEY.search(text, first, last):
        return True
    areas = {meaning.area for meaning in friend.means}
    if _OTHERS.search(text, max(0, start - 10), start) and place.names(areas, first, start, terms=True):
        return True
    paragraph = place.passage.paragraph(start)
    if len(_additions(text, word, paragraph, start)) == 1:
        return True
    named = place.names(areas, first, last, terms=True)
    if amount and not named:
        # Which need is meant follows from the law that a text is about. Who a Träger is does not: in a text about the
        # Jobcenter it may be the one who carries out a measure.
        named = place.names(areas, paragraph, last, terms=True) or place.names(areas, 0, len(text), terms=True)
    return len(named) == 1


def concerns(friend: FalseFriend, place: Place) -> bool:
    """Tell whether a text can be read in several ways: a long one that names one of the areas at most cannot."""
    passage = place.passage
    if passage.areas or len(passage.text) < _LONG:
        return True
    areas = {meaning.area for meaning in friend.means}
    return len(place.names(areas, 0, len(passage.text), terms=True)) > 1


def _addition(text: str, start: int, end: int) -> str:
    """Return the adjective in front or the addition behind that says which is meant; empty if there is none."""
    before = _ADJECTIVE.search(text[max(0, start - 40) : start])
    adjective = (before["word"] or before["first"].lower()) if before else ""
    if adjective and not _NO_ADJECTIVE.fullmatch(adjective):
        return re.sub(r"e[rnsm]?$", "", adjective)
    behind = _GENITIVE.match(text, end)
    return text[end : behind.end() + 25] if behind else ""


def _additions(text: str, word: str, first: int, last: int) -> set[str]:
    """Return by what a stretch of text has told the word's reading so far: Rehabilitationsträger, freier Träger."""
    firsts = {
        found.lower()
        for found in re.findall(rf"\w{{3,}}-?(?={re.escape(word)}|{re.escape(word.lower())})", text[first:last])
    }
    # A Sozialleistungsträger is a Leistungsträger.
    compounds = {each for each in firsts if not any(each != other and each.endswith(other) for other in firsts)}
    forms = _forms(word)
    additions = (
        _addition(text, found.start(), found.end()) for found in WORD.finditer(text, first, last) if found[0] in forms
    )
    return compounds | {each for each in additions if each}


@lru_cache(maxsize=1024)
def _forms(word: str) -> frozenset[str]:
    return forms_of(Term(term=word))


def _spelled_out(meaning: Meaning, text: str) -> bool:
    """Tell whether a page writes a reading in full."""
    name = re.split(r"\s*[(,;]", meaning.text.rpartition(": ")[2])[0]
    return len(name) > 3 and name in text
