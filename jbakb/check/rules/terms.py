"""Words in the handbook: what the law has replaced, and what should not be said at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Final

from jbakb.check.finding import CheckInput, Finding, Fix, Rule, Severity
from jbakb.check.memo import remembered
from jbakb.check.mending import certain_fix
from jbakb.check.passages import Passage
from jbakb.check.place import in_passage
from jbakb.check.rules.cues import area_cues, false_friend_words
from jbakb.check.rules.hidden_words import hidden_words
from jbakb.check.rules.past import speaks_of_former_times, speaks_of_the_past
from jbakb.i18n import _
from jbakb.model import Glossary, Sense
from jbakb.model.status import status_on, tolerated_on
from jbakb.model.values import Status
from jbakb.recognition.matcher import Match

#: Part of a name: "AG Übergang", "AG-Sitzung".
_NAME: Final = re.compile(r" (?:„|[A-ZÄÖÜ][\w-]+|\d)|-[A-ZÄÖÜ]")
#: Names before: the court of a Land (LSG BB), the title of a book (Leitfaden ALG II).
_TITLED: Final = re.compile(
    r"\b(?:[LB]?SG|[OL]LG|O?VG|VGH|Leitfaden|Handbuch|Kommentar|Lehrbuch|Merkblatt|Broschüre)(?: zu[mr])?\s+$"
)
#: "Kinder-Bürgergeld": another thing, with a name of its own.
_OTHER_THING: Final = re.compile(r"[a-zäöüß]-$")
#: "Der Begriff Bürgergeld": a word about the word, also without quotation marks.
_CALLED: Final = re.compile(
    r"\b(?:Begriff|Ausdruck|Wort|Name|Titel|Kürzel|Bezeichnung|Benennung|Abkürzung)(?:e?s|en|n)?\s+[*_]*$"
)
#: "Suchbegriffe: Hartz IV, ALG II": words that people look for.
_SEARCHED: Final = re.compile(r"\W*(?:Such|Schlag|Stich)(?:begriff|wort|wört|worte)\w*\W*:")
_HISTORY: Final = frozenset({"changes", "absent", "open", "false_friends"})
#: Laws, reforms and judgments keep the name under which they came: Bürgergeld-Gesetz, Hartz-IV-Reform.
#: So do long titles with the short one in brackets: Verordnung … beim Bürgergeld (Bürgergeld-Verordnung).
_LAW_NAME: Final = re.compile(r"(?:\s+\(\w+)?-\s?(?:Gesetz|\w*[Rr]eform|Novelle|Verordnung|Urteil|V\b)")
_CAPITALISED: Final = re.compile(r"(?<![\w-])(?P<word>[A-ZÄÖÜ][\w&-]*)\s$")
_DETERMINER: Final = re.compile(
    r"(?:D(?:ie|er|en|as)|Diese[rn]?|Jede[rn]?|Eine[rn]?|Keine[rn]?|Unsere[rn]?|Ihre[rn]?|In|Zur|Alle|Mit|Bei|Pro|Je)"
)
#: "Agentur für Arbeit (AA)": what stands between a term and the abbreviation that it introduces.
_BRACKET: Final = re.compile(r"\s*\((?:(?:im Folgenden|kurz):?\s+)?")


def superseded_terms(given: CheckInput) -> Iterator[Finding]:
    """Find words that are official in none of the areas that the passage speaks for."""
    for passage, match, matches in _words_with_status(given, {"superseded"}):
        sense = match.senses[0]
        text = passage.text[match.start : match.end]
        yield Finding(
            "term-superseded",
            _("„{text}“ ist abgelöst.").format(text=text),
            in_passage(given, passage, match.start, match.end),
            suggestion=_title_after(given, passage, match) or ", ".join(successors(given, match.senses)),
            area=sense.area,
            entry=sense.entry.id,
            excerpt=text,
            severity=_superseded_severity(given, passage, match, matches),
            fix=_fix(given, passage, match, matches),
        )


def deprecated_terms(given: CheckInput) -> Iterator[Finding]:
    """Find words that the glossary advises against in every reading."""
    elsewhere = _usable_words(given.glossary, given.on)
    for passage, match, matches in _words_with_status(given, {"deprecated"}):
        if match.senses[0].term.type == "abbreviation" and _in_name(passage.text, match):
            continue
        sense = match.senses[0]
        text = passage.text[match.start : match.end]
        harmless = (
            sense.term.term in elsewhere
            or passage.quotes(match.start)
            or _introduced(passage, match, matches)
            or _everyday(given, passage, match, matches)
            or speaks_of_former_times(passage, match.start, match.end)
        )
        notes = dict.fromkeys(each.term.note for each in match.senses if each.term.note)
        yield Finding(
            "term-deprecated",
            " ".join([_("„{text}“ besser nicht verwenden.").format(text=text), *notes]),
            in_passage(given, passage, match.start, match.end),
            suggestion=", ".join(successors(given, match.senses)),
            area=sense.area,
            entry=sense.entry.id,
            excerpt=text,
            severity="info" if harmless else None,
        )


@remembered
def _usable_words(glossary: Glossary, on: date) -> frozenset[str]:
    """Return the words that some concept uses officially on a day."""
    return frozenset(
        sense.term.term
        for sense in glossary.senses()
        if status_on(sense.term, sense.concept, on) in ("preferred", "admitted")
    )


def _everyday(given: CheckInput, passage: Passage, match: Match, matches: Sequence[Match]) -> bool:
    """Tell whether an ordinary word (Sanktion) stands where nothing speaks of its area: there it is just a word."""
    if any(sense.term.type != "fullForm" or sense.term.register == "colloquial" for sense in match.senses):
        return False
    return not _in_its_area(given, passage, match, matches)


def _in_its_area(given: CheckInput, passage: Passage, match: Match, matches: Sequence[Match]) -> bool:
    """Tell whether the passage speaks for a word's area, or the sentence names it or another of its words."""
    areas = {sense.area for sense in match.senses}
    if not areas.isdisjoint(passage.areas):
        return True
    start, end = passage.sentence(match.start, match.end)
    cues = area_cues(given.glossary)
    if any(cues[area].search(passage.text, start, end) for area in areas if area in cues):
        return True
    others = (each for each in matches if start <= each.start < end and each.start != match.start)
    return any(not areas.isdisjoint(sense.area for sense in each.senses) for each in others)


def _in_name(text: str, match: Match) -> bool:
    """Tell whether an abbreviation is part of a name: „AG Übergang“, or of that of a company: „Muster AG“."""
    if _NAME.match(text, match.end):
        return True
    if text[match.start : match.end] != "AG":
        return False
    company = _CAPITALISED.search(text, max(0, match.start - 40), match.start)
    return company is not None and not _DETERMINER.fullmatch(company["word"])


def _introduced(passage: Passage, match: Match, matches: Sequence[Match]) -> bool:
    """Tell whether a page introduces an abbreviation: „Agentur für Arbeit (AA)“ leaves no reader in doubt."""
    if match.senses[0].term.type != "abbreviation":
        return False
    text = passage.text[match.start : match.end]
    entries = {sense.entry.id for sense in match.senses}
    return any(
        passage.text[short.start : short.end] == text
        and _BRACKET.fullmatch(passage.text, long.end, short.start)
        and any(sense.entry.id in entries for sense in long.senses)
        for long, short in pairwise(matches)
    )


def _title_after(given: CheckInput, passage: Passage, match: Match) -> str:
    """Return the title of a law that goes on behind an old word: „– Bürgergeld, Grundsicherung für …“; mostly empty."""
    laws = given.knowledge_base.laws
    if laws is None or not passage.text.startswith(", ", match.end):
        return ""
    titles = (law.title.rpartition("– ")[2] for law in laws.laws if law.title)
    return next((title for title in titles if passage.text.startswith(title, match.end + 2)), "")


def _words_with_status(given: CheckInput, wanted: set[str]) -> Iterator[tuple[Passage, Match, tuple[Match, ...]]]:
    """Iterate over the words whose status is the wanted one in every sense that the passage allows, and all matches.

    A word in quotation marks is mentioned, not used; the entry that explains an old word may say it.
    """
    status = partial(_status, _statuses(given.glossary), given.on)
    for passage, matches in given.matches:
        if passage.field and _HISTORY.intersection(passage.field.where):
            continue
        hidden = hidden_words(given.glossary, passage, matches) if "superseded" in wanted else ()
        for match in (*matches, *hidden):
            statuses = {status(sense) for sense in match.senses}
            own = passage.entry is not None and any(sense.entry.id == passage.entry.id for sense in match.senses)
            if statuses != wanted or own or passage.mentions(match.start, match.end):
                continue
            titled = _TITLED.search(passage.text, max(0, match.start - 24), match.start)
            called = _CALLED.search(passage.text, max(0, match.start - 24), match.start)
            searched = _SEARCHED.match(passage.text, passage.sentence(match.start, match.end)[0])
            other = _OTHER_THING.search(passage.text, max(0, match.start - 2), match.start)
            if not (titled or called or searched or other) and not _LAW_NAME.match(passage.text, match.end):
                yield passage, match, matches


@remembered
def _statuses(glossary: Glossary) -> dict[tuple[int, int, date], Status]:
    """Hold the status of each term, concept and day (by identity, the glossary keeps them alive) once it is known."""
    return {}


def _status(known: dict[tuple[int, int, date], Status], on: date, sense: Sense) -> Status:
    key = id(sense.term), id(sense.concept), on
    status = known.get(key)
    if status is None:
        status = known[key] = status_on(sense.term, sense.concept, on)
    return status


def _superseded_severity(
    given: CheckInput, passage: Passage, match: Match, matches: Sequence[Match]
) -> Severity | None:
    """Return information for quoted blocks and sentences about the past, a warning while a transition lasts."""
    until = max((each.term.valid_to or date.min for each in match.senses), default=date.min)
    if passage.quotes(match.start) or speaks_of_the_past(passage, match.start, match.end, until):
        return "info"
    if match.senses[0].term.term in false_friend_words(given.glossary, 2) and not _in_its_area(
        given, passage, match, matches
    ):
        return "info"
    return "warning" if any(tolerated_on(each.term, given.on) for each in match.senses) else None


def _fix(given: CheckInput, passage: Passage, match: Match, matches: Sequence[Match]) -> Fix | None:
    """Return the certain replacement of a superseded word in the text of a page; the past keeps its words."""
    if passage.page is None or passage.field or _superseded_severity(given, passage, match, matches) == "info":
        return None
    if _title_after(given, passage, match):
        return None
    news = [new for sense in match.senses for new in given.glossary.successors(sense, given.on)]
    return certain_fix(passage.page, match.start, match.end, [sense.term for sense in match.senses], news)


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
        scope="page",
        doc="""
        Was wird geprüft: Ob eine Seite oder ein Text im Glossar ein Wort benutzt, das das Gesetz abgelöst hat.
            Es zählt der Tag und der Rechtskreis, für den die Seite spricht.
        Warum: Wer das alte Wort liest, sucht nach einer Leistung, die es so nicht mehr gibt.
        Beispiel: „Das Jobcenter zahlt Arbeitslosengeld II.“
        Stattdessen: „Das Jobcenter zahlt Grundsicherungsgeld.“
        Ausnahmen: Bis zum Ende einer Übergangsfrist nur eine Warnung, in Sätzen über früher („bis 2022“, „abgelöst“,
            „am 5.1.2022“, „im Jahr 2021“, in einer Chronik „2005 – …“) und in Zitatblöcken (`>`) nur ein Hinweis,
            ebenso ein falscher Freund („Profiling“), wo nichts von seinem Rechtskreis spricht. Nach „der Begriff“ oder
            „Suchbegriffe:“ ist ein Wort nur erwähnt. Ein Wort, das in einem der Rechtskreise noch
            gilt, ist erlaubt. Gesetze, Reformen und Bücher behalten ihren Namen („Bürgergeld-Gesetz“). Wörter in
            Anführungszeichen sind nur erwähnt. Der Eintrag, der das alte Wort erklärt, darf es sagen, ebenso
            `changes`, `absent`, `open` und falsche Freunde.
        """,
    ),
    Rule(
        "term-deprecated",
        "warning",
        "Wort, von dem abgeraten wird",
        deprecated_terms,
        scope="page",
        doc="""
        Was wird geprüft: Ob eine Seite ein Wort benutzt, von dem das Glossar in jedem Sinn abrät.
        Warum: Solche Wörter werden verschieden verstanden oder werten ab.
        Beispiel: „Die PSB muss zustimmen.“
        Stattdessen: „Die Personensorgeberechtigten müssen zustimmen.“
        Ausnahmen: Ein Wort, das in einem anderen Rechtskreis richtig ist, ist nur ein Hinweis, ebenso ein Kürzel, das
            die Seite einführt („Agentur für Arbeit (AA)“), ein Wort in einem Satz über früher und ein Wort in einem
            Zitatblock (`>`). Kürzel als Teil eines Namens („AG Übergang“), Namen von Gesetzen und Reformen
            („Hartz-IV-Reform“) und Wörter in Anführungszeichen.
        """,
    ),
)
