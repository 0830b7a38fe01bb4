"""Wording of pages: abbreviations without their word, mixed variants, words that the glossary lacks, unused entries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from jbakb.check.finding import CheckInput, Fact, Finding, Place, Rule
from jbakb.check.passages import Passage
from jbakb.check.place import in_entry, in_passage
from jbakb.check.rules.cues import false_friend_words
from jbakb.i18n import _
from jbakb.model import Sense, Term
from jbakb.model.references import references
from jbakb.model.status import status_on
from jbakb.recognition.matcher import Match

_SHORT: Final = ("abbreviation", "acronym")
_VARIANTS: Final = ("fullForm", "variant", "phrase")
_CAPITALS: Final = re.compile(r"(?<![\w-])[A-ZÄÖÜ]{2,6}(?![\w-])")
_ROMAN: Final = re.compile(r"[IVXLCDM]+")
#: "Bescheid (§ 31 SGB X)": what stands before the bracket is a word of the law.
_BESIDE_SECTION: Final = re.compile(r"(?P<word>[A-ZÄÖÜ][a-zäöüß]{8,}(?:-[A-ZÄÖÜ][a-zäöüß]+)*)\s\(§§?\s?\d")
#: Capitals that every reader knows, or that name a law, a file or a technique.
_KNOWN_TEXT: Final = """
    SGB BGB GG EU USA UN ID PDF CSV XLSX TBX SKOS CI CD JSON YAML HTML CSS URL API CLI MD UTF ISO HTTP HTTPS EUR OK
    FAQ WWW PC IT DIN TV ZIP XML USB SMS RAM EUPL MIT CC BY SA NRW DSGVO
"""
_KNOWN: Final = frozenset(_KNOWN_TEXT.split())


def unexplained_abbreviations(given: CheckInput) -> Iterator[Finding]:
    """Find abbreviations on pages that never write the word in full."""
    laws = {law for area in given.glossary.areas.values() for law in area.laws}
    for passage, matches in _page_matches(given):
        seen: set[str] = set()
        used = {id(sense.concept) for match in matches for sense in match.senses if sense.term.type not in _SHORT}
        for match in matches:
            if not all(sense.term.type in _SHORT for sense in match.senses):
                continue
            text = passage.text[match.start : match.end]
            if text in seen or any(id(sense.concept) in used for sense in match.senses):
                continue
            if passage.mentions(match.start, match.end) or _old(given, match) or text in laws:
                continue
            seen.add(text)
            sense = match.senses[0]
            long = _full_form(sense)
            yield Finding(
                "abbreviation-unexplained",
                _("„{text}“ ist auf der Seite nirgends ausgeschrieben.").format(text=text),
                in_passage(given, passage, match.start, match.end),
                suggestion=f"{long.term} ({text})" if long else "",
                area=sense.area,
                entry=sense.entry.id,
                excerpt=text,
            )


def mixed_variants(given: CheckInput) -> Iterator[Finding]:
    """Find two admitted words for one concept on a page."""
    for passage, matches in _page_matches(given):
        first: dict[str, tuple[Term, Match]] = {}
        told: set[str] = set()
        for match in matches:
            if match.ambiguous or passage.mentions(match.start, match.end) or _old(given, match):
                continue
            sense = match.senses[0]
            if sense.term.type not in _VARIANTS or sense.concept is None:
                continue
            term, _match = first.setdefault(sense.ref, (sense.term, match))
            if term.term == sense.term.term or sense.ref in told:
                continue
            told.add(sense.ref)
            text = passage.text[match.start : match.end]
            yield Finding(
                "wording-inconsistent",
                _("Die Seite sagt sonst „{first}“ dazu.").format(first=term.term),
                in_passage(given, passage, match.start, match.end),
                suggestion=term.term,
                area=sense.area,
                entry=sense.entry.id,
                excerpt=text,
            )


def candidates(given: CheckInput) -> Iterator[Fact]:
    """Yield abbreviations and words beside a citation that the glossary does not know, with their places."""
    known = _known_words(given)
    for passage, matches in _page_matches(given):
        spans = [(match.start, match.end) for match in matches]
        text = passage.prose.text
        for pattern, group in ((_CAPITALS, 0), (_BESIDE_SECTION, "word")):
            for candidate in pattern.finditer(text):
                start, end = candidate.span(group)
                word = text[start:end]
                if word in known or word in _KNOWN or _ROMAN.fullmatch(word) or passage.mentions(start, end):
                    continue
                if group == 0 and (f"({word})" in text or text[:start].rstrip().endswith(word)):
                    continue
                if not any(start < last and first < end for first, last in spans):
                    yield Fact(word, in_passage(given, passage, start, end))


def undefined_terms(given: CheckInput) -> Iterator[Finding]:
    """Find unknown words that pages use: candidates for an entry."""
    found: dict[str, list[Place]] = defaultdict(list)
    for fact in given.gathered["term-undefined"]:
        if fact.place:
            found[fact.text].append(fact.place)
    everything = "\n".join(page.text for page in given.pages) if found else ""
    for word, places in found.items():
        if _CAPITALS.fullmatch(word) and (len(places) < 2 or word.capitalize() in everything):
            continue
        yield Finding(
            "term-undefined",
            _("„{word}“ fehlt im Glossar ({count}-mal auf den Seiten).").format(word=word, count=len(places)),
            places[0],
            suggestion=f"jbakb add {word}",
            excerpt=word,
        )


def named_entries(given: CheckInput) -> Iterator[Fact]:
    """Yield the entries that other entries, pages and processes name."""
    used: set[str] = set()
    for entry in given.entries:
        used |= {target for each in references(entry) if (target := each.target.partition(".")[0]) != entry.id}
    for page in given.pages:
        used |= {target for each in (page.process.misunderstandings if page.process else ()) for target in each.entries}
    for passage, matches in given.matches:
        own = passage.entry.id if passage.entry else ""
        used |= {sense.entry.id for match in matches for sense in match.senses if sense.entry.id != own}
    return (Fact(entry_id) for entry_id in sorted(used))


def unused_entries(given: CheckInput) -> Iterator[Finding]:
    """Find entries that no other entry, page or process names."""
    used = {fact.text for fact in given.gathered["entry-unused"]}
    for entry in given.glossary.entries.values():
        if entry.id not in used:
            message = _("Kein anderer Eintrag, keine Seite und kein Prozess nennt diesen Eintrag.")
            yield Finding("entry-unused", message, in_entry(given, entry), entry=entry.id)


def _page_matches(given: CheckInput) -> Iterator[tuple[Passage, tuple[Match, ...]]]:
    return ((passage, matches) for passage, matches in given.matches if passage.page and not passage.field)


def _old(given: CheckInput, match: Match) -> bool:
    return all(status_on(sense.term, sense.concept, given.on) in ("deprecated", "superseded") for sense in match.senses)


def _full_form(sense: Sense) -> Term | None:
    terms = (sense.concept.terms if sense.concept else sense.entry.terms) or ()
    return next(
        (term for term in terms if term.type not in _SHORT and term.status not in ("superseded", "deprecated")), None
    )


def _known_words(given: CheckInput) -> frozenset[str]:
    glossary = given.glossary
    words = false_friend_words(glossary) | {role.short for role in glossary.roles.values()}
    names = [law.id for law in given.knowledge_base.laws.laws] if given.knowledge_base.laws else []
    return words | {part for name in names for part in name.split()}


RULES = (
    Rule(
        "abbreviation-unexplained",
        "info",
        "Kürzel nicht eingeführt",
        unexplained_abbreviations,
        scope="page",
        doc="""
        Was wird geprüft: Ob eine Seite ein Kürzel des Glossars benutzt, ohne das Wort einmal auszuschreiben.
        Warum: Kürzel versteht nur das eigene Haus.
        Beispiel: „Der KP liegt vor.“
        Stattdessen: „Der Kooperationsplan (KP) liegt vor.“
        Ausnahmen: Wörter in Anführungszeichen. Je Seite wird ein Kürzel einmal gemeldet.
        """,
    ),
    Rule(
        "wording-inconsistent",
        "info",
        "Zwei Wörter für dasselbe",
        mixed_variants,
        scope="page",
        doc="""
        Was wird geprüft: Ob eine Seite für einen Begriff zwei zulässige Wörter mischt.
        Warum: Wer liest, sucht nach einem Unterschied, den es nicht gibt.
        Beispiel: „Elternbeitrag“ und „Kostenbeitrag“ auf einer Seite
        Stattdessen: überall „Kostenbeitrag“
        Ausnahmen: Kürzel und Kurzformen neben ihrem Wort; mehrdeutige Wörter; Wörter in Anführungszeichen.
        """,
    ),
    Rule(
        "term-undefined",
        "info",
        "Wort fehlt im Glossar",
        undefined_terms,
        facts=candidates,
        doc="""
        Was wird geprüft: Ob auf Seiten mehrmals ein Kürzel oder vor einem Paragrafen ein Wort steht, das im
            Glossar fehlt.
        Warum: Was auf den Seiten wichtig ist, sucht man auch im Glossar.
        Beispiel: „die Trennungspauschale (§ 99 SGB III)“ ohne Eintrag
        Stattdessen: `jbakb add Trennungspauschale`
        Ausnahmen: Wörter in Anführungszeichen und allgemein bekannte Kürzel. Je Wort ein Hinweis.
        """,
    ),
    Rule(
        "entry-unused",
        "info",
        "Eintrag, den niemand nennt",
        unused_entries,
        facts=named_entries,
        doc="""
        Was wird geprüft: Ob ein Eintrag von einem anderen Eintrag, einer Seite oder einem Prozess genannt wird.
        Warum: Was niemand nennt, findet man nur durch Zufall.
        Beispiel: ein Eintrag, auf den kein `related` zeigt und dessen Wörter auf keiner Seite stehen
        Stattdessen: in einem verwandten Eintrag unter `related` eintragen.
        Ausnahmen: Keine; es ist ein Hinweis, kein Fehler.
        """,
    ),
)
