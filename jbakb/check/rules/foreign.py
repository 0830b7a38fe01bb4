"""Words of another area in a passage that speaks for one."""

from __future__ import annotations

from collections.abc import Iterator

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.place import in_passage
from jbakb.check.rules.cues import area_cues, false_friend_words
from jbakb.i18n import _
from jbakb.model.status import preferred_term, status_on


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


RULES = (
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
