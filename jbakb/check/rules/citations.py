"""Citations of the law: they exist, they are spelled as the law is cited, and state law names its state."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple

from jbakb.check.finding import CheckInput, Finding, Place, Rule
from jbakb.check.memo import remembered
from jbakb.check.place import in_entry, in_front_matter, in_passage, in_table
from jbakb.i18n import _
from jbakb.labels import day_label
from jbakb.law.citation import Citation, find_citations
from jbakb.model import Entry
from jbakb.model.law import LawsFile, section_exists, section_repealed
from jbakb.store.tables import sources_of_tables

#: Spellings that are no matter of taste: a letter apart or in capitals, an Arabic number of a book. "§§ 7 f." is right.
_WRONG: Final = re.compile(r"\d\s(?!ff?\.)[a-z]\b|\d[A-Z]\b|SGB[\s-]*\d")
#: What a citation says beyond what is read of it stays in the suggestion.
_DROPPED: Final = re.compile(r"Buchst|lit\.|Halbs|Hs\.|Alt\.|Alternative|Var\.|Unterabs|ff?\.")
_APART: Final = re.compile(r"(\d)\s([a-z])\b(?!\.)")
#: Texts about the past may cite what the law has lost.
_HISTORY: Final = frozenset({"changes", "absent", "open"})


class _Cited(NamedTuple):
    """A citation: its place when asked, the entry, the whole text if it is a source, and the register."""

    place: Callable[[], Place]
    entry: Entry | None
    source: str
    citation: Citation
    laws: LawsFile


def unknown_citations(given: CheckInput) -> Iterator[Finding]:
    """Find sections that a law does not have, or no longer has."""
    before: Citation | None = None
    for place, entry, _source, citation, laws in _citations(given):
        same = before is not None and (before.section, before.law) == (citation.section, citation.law)
        before = citation
        if same and citation.written[:1].isdigit():
            continue  # "§ 54 Abs. 1, 2": one section
        law = laws.find(citation.law)
        day = day_label(laws.date)
        if law is None:
            if citation.law.startswith("SGB"):
                message = _("Ein Gesetz „{law}“ kennt das Verzeichnis nicht.").format(law=citation.law)
                yield _finding("citation-unknown", message, place, entry, citation)
            continue
        for section in filter(None, (citation.section, citation.until)):
            if not section_exists(law, section):
                if _of_another_law(citation, section, laws):
                    continue
                message = _("{section} {law} gibt es nicht (Stand {day}).")
            elif section_repealed(law, section) and not citation.old:
                message = _("{section} {law} ist weggefallen (Stand {day}).")
            else:
                continue
            text = message.format(section=f"{citation.unit} {section}", law=law.id, day=day)
            yield _finding("citation-unknown", text, place, entry, citation)


def _of_another_law(citation: Citation, section: str, laws: LawsFile) -> bool:
    """Tell whether a section may be meant of the law that the page is about: „(§ 53a i. V. m. § 16 Abs. 2 SGB III)“."""
    alone = re.fullmatch(r"§(?!§)(?:(?!SGB|Buch).)+", citation.written) is not None
    books = (law for law in laws.laws if law.id.startswith("SGB") and law.id != citation.law)
    return alone and citation.law.startswith("SGB") and any(section_exists(law, section) for law in books)


def misspelled_citations(given: CheckInput) -> Iterator[Finding]:
    """Find citations in a spelling that search and links do not understand; sources follow the form to the letter."""
    for place, entry, source, citation, laws in _citations(given):
        right = str(citation)
        if source:
            wrong = citation.written == source and source != right and laws.find(citation.law) is not None
            wrong = wrong and not citation.until and source.replace("§ ", "§") != right.replace("§ ", "§")
        else:
            wrong = bool(_WRONG.search(citation.written))
        if wrong or (source and _WRONG.search(citation.written)):
            message = _("„{written}“ schreibt man anders.").format(written=citation.written)
            if _DROPPED.search(citation.written):
                right = _APART.sub(r"\1\2", citation.written)
            yield _finding("citation-spelling", message, place, entry, citation, suggestion=right)


def state_law_without_state(given: CheckInput) -> Iterator[Finding]:
    """Find laws of a state (Land) that do not say of which."""
    for place, entry, _source, citation, laws in _citations(given):
        if citation.law in laws.state_laws and not citation.state:
            message = _("„{law}“ ist Landesrecht: Welches Land?").format(law=citation.law)
            asked = _("{citation} <Land>").format(citation=citation)
            yield _finding("citation-state", message, place, entry, citation, suggestion=asked)


def _finding(
    rule: str, message: str, place: Callable[[], Place], entry: Entry | None, citation: Citation, suggestion: str = ""
) -> Finding:
    return Finding(
        rule, message, place(), suggestion=suggestion, entry=entry.id if entry else "", excerpt=citation.written
    )


@remembered
def _citations(given: CheckInput) -> tuple[_Cited, ...]:
    return tuple(_read_citations(given))


def _read_citations(given: CheckInput) -> Iterator[_Cited]:
    """Iterate over the citations of sources and prose."""
    laws = given.knowledge_base.laws
    if laws is None:
        return
    for place, entry, source in _sources(given):
        for citation in find_citations(source, laws):
            yield _Cited(place, entry, source, citation, laws)
    for passage in given.passages:
        if "§" not in passage.text and "Paragra" not in passage.text and "Art" not in passage.text:
            continue
        if passage.field and _HISTORY.intersection(passage.field.where):
            continue
        for citation in find_citations(passage.prose.text, laws):
            if not passage.mentions(citation.start, citation.end):
                place = partial(in_passage, given, passage, citation.start, citation.end)
                yield _Cited(place, passage.entry, "", citation, laws)


def _sources(given: CheckInput) -> Iterator[tuple[Callable[[], Place], Entry | None, str]]:
    for entry in given.entries:
        for index, concept in enumerate(entry.concepts):
            for place, source in enumerate(concept.sources):
                yield partial(in_entry, given, entry, "concepts", index, "sources", place), entry, source
            for place, change in enumerate(concept.changes):
                if change.source and change.date >= given.on:
                    yield (
                        partial(in_entry, given, entry, "concepts", index, "changes", place, "source"),
                        entry,
                        change.source,
                    )
        for index, difference in enumerate(entry.differences):
            for place, source in enumerate(difference.sources):
                yield partial(in_entry, given, entry, "differences", index, "sources", place), entry, source
    if not given.only:
        for pointer in sources_of_tables(given.knowledge_base.tables):
            yield partial(in_table, given, pointer), None, pointer.target
    for page in given.pages:
        process = page.process
        if process is None:
            continue
        for place, source in enumerate(process.sources):
            yield partial(in_front_matter, page, "sources", place), None, source
        for index, step in enumerate(process.steps):
            if step.deadline and step.deadline.source:
                yield partial(in_front_matter, page, "steps", index, "deadline", "source"), None, step.deadline.source
        for index, gate in enumerate(process.gates):
            for place, basis in enumerate(gate.basis):
                if basis.source:
                    yield partial(in_front_matter, page, "gates", index, "basis", place, "source"), None, basis.source


RULES = (
    Rule(
        "citation-unknown",
        "error",
        "Paragraf gibt es nicht",
        unknown_citations,
        scope="page",
        doc="""
        Was wird geprüft: Ob es die genannten Paragrafen gibt, in Quellen, auf Seiten und in den Texten der
            Einträge und Prozesse. Maßgeblich ist das Verzeichnis `glossary/laws.yml` mit seinem Stand.
        Warum: Eine falsche Fundstelle führt in die Irre und untergräbt das Vertrauen in alle anderen.
        Beispiel: `§ 16z SGB II`
        Stattdessen: `§ 16h SGB II`
        Ausnahmen: Gesetze, die nicht im Verzeichnis stehen; Absätze und Sätze; alte Fassungen (a. F.); Texte unter
            `changes`, `absent` und `open`. Fehlt das Verzeichnis, prüft die Regel nichts.
        """,
    ),
    Rule(
        "citation-spelling",
        "warning",
        "Schreibweise der Fundstelle",
        misspelled_citations,
        scope="page",
        doc="""
        Was wird geprüft: Ob Fundstellen einheitlich geschrieben sind: Buchstabe klein und ohne Leerzeichen,
            Sozialgesetzbücher mit römischer Zahl, Gesetze mit ihrer üblichen Abkürzung.
        Warum: Nur einheitliche Fundstellen findet die Suche, und nur sie lassen sich prüfen.
        Beispiel: `§ 16 h SGB 2`
        Stattdessen: `§ 16h SGB II`
        Ausnahmen: Im Fließtext bleiben „Paragraf“, „Satz“ und ausgeschriebene Gesetzesnamen stehen.
        """,
    ),
    Rule(
        "citation-state",
        "warning",
        "Landesrecht ohne Land",
        state_law_without_state,
        scope="page",
        doc="""
        Was wird geprüft: Ob bei Landesgesetzen das Land genannt ist.
        Warum: Ein Schulgesetz hat jedes Land; ohne Land ist die Fundstelle nicht zu finden.
        Beispiel: `§ 5 SchulG`
        Stattdessen: `§ 5 SchulG NRW`
        Ausnahmen: Keine. Die Namen stehen unter `state_laws` in `glossary/laws.yml`.
        """,
    ),
)
