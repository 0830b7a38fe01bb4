"""Words in the handbook: what the law has replaced, what should not be said, what several houses read differently."""

from __future__ import annotations

from collections.abc import Iterator

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.place import line_column
from jbakb.i18n import _
from jbakb.model import Sense
from jbakb.model.status import preferred_term, status_on, tolerated_on
from jbakb.recognition.matcher import find_terms


def superseded_terms(given: CheckInput) -> Iterator[Finding]:
    """Find words that are official in none of the areas that the passage speaks for."""
    for page in given.pages:
        for match in find_terms(given.lexicon, page.prose, page.areas):
            statuses = {status_on(sense.term, sense.concept, given.on) for sense in match.senses}
            if statuses != {"superseded"}:
                continue
            sense = match.senses[0]
            text = page.text[match.start : match.end]
            line, column = line_column(page.text, match.start)
            end_line, end_column = line_column(page.text, match.end)
            tolerated = any(tolerated_on(sense.term, given.on) for sense in match.senses)
            yield Finding(
                rule="term-superseded",
                severity="warning" if tolerated else "error",
                message=_("„{text}“ ist abgelöst.").format(text=text),
                suggestion=", ".join(successors(given, match.senses)),
                file=page.path,
                line=line,
                column=column,
                end_line=end_line,
                end_column=end_column,
                area=sense.area,
                entry=sense.entry.id,
                excerpt=text,
            )


def successors(given: CheckInput, senses: tuple[Sense, ...]) -> list[str]:
    """Return today's words for an old one: of every concept that lists it, or of what replaced the concept."""
    words: list[str] = []
    for sense in senses:
        if sense.concept is None:
            continue
        found = [given.glossary.find(ref) for ref in sense.concept.replaced_by] or [(sense.entry, sense.concept)]
        for target in found:
            term = preferred_term(target[1], given.on) if target else None
            if term is not None and term.term not in words:
                words.append(term.term)
    return words


RULES = (
    Rule(
        "term-superseded",
        "error",
        "Abgelöstes Wort",
        superseded_terms,
        doc="""
        Was wird geprüft: Ob eine Seite ein Wort benutzt, das das Gesetz abgelöst hat. Es zählt der Tag und der Rechtskreis, für den die Seite spricht.
        Warum: Wer das alte Wort liest, sucht nach einer Leistung, die es so nicht mehr gibt.
        Beispiel: „Das Jobcenter zahlt Arbeitslosengeld II.“
        Stattdessen: „Das Jobcenter zahlt Grundsicherungsgeld.“
        Ausnahmen: Bis zum Ende einer Übergangsfrist nur ein Hinweis.
        """,
    ),
)
