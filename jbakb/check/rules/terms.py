"""Words in the handbook: what the law has replaced, and what should not be said at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.place import in_text
from jbakb.handbook import Page
from jbakb.i18n import _
from jbakb.model import Sense
from jbakb.model.status import status_on, tolerated_on
from jbakb.recognition.matcher import Match, find_terms

# A quotation ends at the latest with its paragraph.
_QUOTED = re.compile(r"„(?:[^“\n]|\n(?!\s*\n))*“|»(?:[^«\n]|\n(?!\s*\n))*«")


def superseded_terms(given: CheckInput) -> Iterator[Finding]:
    """Find words that are official in none of the areas that the passage speaks for."""
    for page, match in _words_with_status(given, {"superseded"}):
        sense = match.senses[0]
        text = page.text[match.start : match.end]
        yield Finding(
            "term-superseded",
            _("„{text}“ ist abgelöst.").format(text=text),
            in_text(page, match.start, match.end),
            suggestion=", ".join(successors(given, match.senses)),
            area=sense.area,
            entry=sense.entry.id,
            excerpt=text,
            severity="warning" if any(tolerated_on(each.term, given.on) for each in match.senses) else None,
        )


def deprecated_terms(given: CheckInput) -> Iterator[Finding]:
    """Find words that the glossary advises against in every reading."""
    for page, match in _words_with_status(given, {"deprecated"}):
        sense = match.senses[0]
        text = page.text[match.start : match.end]
        notes = dict.fromkeys(each.term.note for each in match.senses if each.term.note)
        yield Finding(
            "term-deprecated",
            " ".join([_("„{text}“ besser nicht verwenden.").format(text=text), *notes]),
            in_text(page, match.start, match.end),
            suggestion=", ".join(successors(given, match.senses)),
            area=sense.area,
            entry=sense.entry.id,
            excerpt=text,
        )


def _words_with_status(given: CheckInput, wanted: set[str]) -> Iterator[tuple[Page, Match]]:
    """Iterate over the words whose status is the wanted one in every sense that the page allows.

    A word in quotation marks is mentioned, not used.
    """
    for page in given.pages:
        quoted = [found.span() for found in _QUOTED.finditer(page.text)]
        for match in find_terms(given.lexicon, page.prose, page.areas):
            statuses = {status_on(sense.term, sense.concept, given.on) for sense in match.senses}
            if statuses == wanted and not any(start < match.start and match.end < end for start, end in quoted):
                yield page, match


def successors(given: CheckInput, senses: tuple[Sense, ...]) -> list[str]:
    """Return today's words for an old one: of every concept that lists it, or of what replaced the concept."""
    found = (term.term for sense in senses for term in given.glossary.successors(sense, given.on))
    return list(dict.fromkeys(found))


RULES = (
    Rule(
        "term-superseded",
        "error",
        "Abgelöstes Wort",
        superseded_terms,
        doc="""
        Was wird geprüft: Ob eine Seite ein Wort benutzt, das das Gesetz abgelöst hat. Es zählt der Tag und
            der Rechtskreis, für den die Seite spricht.
        Warum: Wer das alte Wort liest, sucht nach einer Leistung, die es so nicht mehr gibt.
        Beispiel: „Das Jobcenter zahlt Arbeitslosengeld II.“
        Stattdessen: „Das Jobcenter zahlt Grundsicherungsgeld.“
        Ausnahmen: Bis zum Ende einer Übergangsfrist nur eine Warnung. Ein Wort, das in einem der Rechtskreise
            noch gilt, ist erlaubt. Wörter in Anführungszeichen sind nur erwähnt.
        """,
    ),
    Rule(
        "term-deprecated",
        "warning",
        "Wort, von dem abgeraten wird",
        deprecated_terms,
        doc="""
        Was wird geprüft: Ob eine Seite ein Wort benutzt, von dem das Glossar in jedem Sinn abrät.
        Warum: Solche Wörter werden verschieden verstanden oder werten ab.
        Beispiel: „Die PSB muss zustimmen.“
        Stattdessen: „Die Personensorgeberechtigten müssen zustimmen.“
        Ausnahmen: Wörter in Anführungszeichen sind nur erwähnt.
        """,
    ),
)
