"""What a complete entry needs, and what must not be said twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.place import in_entry
from jbakb.i18n import _
from jbakb.model import Concept, Entry, Glossary
from jbakb.model.coverage import missing_core_areas
from jbakb.model.status import preferred_term


def missing_areas(given: CheckInput) -> Iterator[Finding]:
    """Find core areas that an entry says nothing about."""
    for entry in given.glossary.entries.values():
        for area in missing_core_areas(given.glossary, entry):
            short = given.glossary.areas[area].short
            yield Finding(
                "area-missing",
                _("{area} ist noch zu klären.").format(area=short),
                in_entry(given, entry),
                area=area,
                entry=entry.id,
            )


def missing_definitions(given: CheckInput) -> Iterator[Finding]:
    """Find concepts that are named but not explained."""
    for entry, place, concept in own_concepts(given.glossary):
        if not concept.definition:
            yield Finding(
                "definition-missing",
                _("Die Definition fehlt."),
                in_entry(given, entry, "concepts", place),
                area=concept.area,
                entry=entry.id,
            )


def missing_sources(given: CheckInput) -> Iterator[Finding]:
    """Find concepts without a source that do not say so under `open`; words of practice have none."""
    for entry, place, concept in own_concepts(given.glossary):
        practice = all(term.register != "neutral" for term in concept.terms or ()) and concept.terms
        if not concept.sources and not concept.open and not practice:
            yield Finding(
                "source-missing",
                _("Die Quelle (§) fehlt."),
                in_entry(given, entry, "concepts", place),
                area=concept.area,
                entry=entry.id,
            )


def missing_consequences(given: CheckInput) -> Iterator[Finding]:
    """Find differences that do not say what follows in practice, unless they only state a degree."""
    for entry in given.glossary.entries.values():
        for place, difference in enumerate(entry.differences):
            if not difference.consequence and difference.equivalence is None:
                yield Finding(
                    "consequence-missing",
                    _("Was folgt daraus in der Praxis?"),
                    in_entry(given, entry, "differences", place),
                    entry=entry.id,
                )


def claimed_twice(given: CheckInput) -> Iterator[Finding]:
    """Find a preferred word that stands for two concepts of one area: one of them should `use` the other."""
    first: dict[tuple[str, str], str] = {}
    for entry, place, concept in own_concepts(given.glossary):
        term = preferred_term(concept, given.on)
        if term is None or (concept.valid_to is not None and concept.valid_to < given.on):
            continue
        key = (concept.area, term.term)
        if key in first:
            yield Finding(
                "concept-duplicate",
                _("„{term}“ ist in diesem Rechtskreis schon das Wort für {ref}.").format(
                    term=term.term, ref=first[key]
                ),
                in_entry(given, entry, "concepts", place),
                suggestion=f"use: {first[key]}",
                area=concept.area,
                entry=entry.id,
                excerpt=term.term,
            )
        first.setdefault(key, entry.ref(concept))


def false_friends_twice(given: CheckInput) -> Iterator[Finding]:
    """Find a word that two entries, or an entry and words.yml, list as a false friend."""
    owners: dict[str, list[Entry]] = defaultdict(list)
    listed = {word for record in given.glossary.words for word in record.words}
    for entry in given.glossary.entries.values():
        for place, friend in enumerate(entry.false_friends):
            for word in friend.words:
                other = owners[word][0].id if owners[word] else "words.yml" if word in listed else ""
                if other:
                    yield Finding(
                        "false-friend-duplicate",
                        _("„{word}“ steht schon in {other} als falscher Freund.").format(word=word, other=other),
                        in_entry(given, entry, "false_friends", place),
                        entry=entry.id,
                        excerpt=word,
                    )
                owners[word].append(entry)


def own_concepts(glossary: Glossary) -> Iterator[tuple[Entry, int, Concept]]:
    """Iterate over the concepts that are defined where they stand: neither used from elsewhere nor absent."""
    for entry in glossary.entries.values():
        for place, concept in enumerate(entry.concepts):
            if concept.terms is not None:
                yield entry, place, concept


RULES = (
    Rule(
        "area-missing",
        "info",
        "Rechtskreis noch zu klären",
        missing_areas,
        scope="glossary",
        doc="""
        Was wird geprüft: Ob jeder Eintrag etwas zu jedem Kern-Rechtskreis sagt: ein Begriff, ein Verweis
            (`use`), eine Begründung (`absent`) oder ein Rechtskreis, der dort mitgilt (`applies_to`).
        Warum: Eine leere Spalte heißt „noch zu klären“ und hilft niemandem.
        Beispiel: Ein Eintrag ohne Angabe zur Schule.
        Stattdessen: `absent: Die Schule kennt das nicht.`
        Ausnahmen: Keine; es ist ein Hinweis, kein Fehler.
        """,
    ),
    Rule(
        "definition-missing",
        "warning",
        "Definition fehlt",
        missing_definitions,
        scope="glossary",
        doc="""
        Was wird geprüft: Ob jeder Begriff mit Wörtern eine Definition hat.
        Warum: Ein Wort ohne Erklärung übersetzt nicht.
        Beispiel: `terms: [{term: Hilfeplan}]` ohne `definition`
        Stattdessen: `definition: Plan, den das Jugendamt mit den Beteiligten aufstellt.`
        Ausnahmen: Keine.
        """,
    ),
    Rule(
        "source-missing",
        "warning",
        "Quelle fehlt",
        missing_sources,
        scope="glossary",
        doc="""
        Was wird geprüft: Ob jeder Begriff eine Quelle (§) nennt.
        Warum: Ohne Quelle lässt sich der Begriff nicht nachprüfen.
        Beispiel: Ein Begriff im SGB II ohne `sources`.
        Stattdessen: `sources: [§ 15 Abs. 2 SGB II]`
        Ausnahmen: Fachsprache und Umgangssprache (`register`); was offen ist, steht unter `open`.
        """,
    ),
    Rule(
        "consequence-missing",
        "warning",
        "Folge für die Praxis fehlt",
        missing_consequences,
        scope="glossary",
        doc="""
        Was wird geprüft: Ob jeder Unterschied sagt, was in der Praxis daraus folgt.
        Warum: Der Unterschied allein hilft im Gespräch nicht.
        Beispiel: `difference: Das eine ist eine Versicherung, das andere nicht.`
        Stattdessen: dazu `consequence: Wer beides erhält, wird von der Agentur für Arbeit vermittelt.`
        Ausnahmen: Ein Unterschied, der nur einen Grad festlegt (`equivalence`).
        """,
    ),
    Rule(
        "concept-duplicate",
        "error",
        "Ein Wort, zwei Begriffe",
        claimed_twice,
        scope="glossary",
        doc="""
        Was wird geprüft: Ob ein bevorzugtes Wort in einem Rechtskreis nur einen Begriff bezeichnet.
        Warum: Jeder Begriff hat eine Heimat; sonst stehen bald zwei verschiedene Definitionen da.
        Beispiel: „Hilfeplan“ im SGB VIII in zwei Einträgen definiert.
        Stattdessen: in einem der beiden `use: hilfeplan.sgb8`
        Ausnahmen: Begriffe, deren Recht nicht mehr gilt.
        """,
    ),
    Rule(
        "false-friend-duplicate",
        "error",
        "Falscher Freund doppelt",
        false_friends_twice,
        scope="glossary",
        doc="""
        Was wird geprüft: Ob ein Wort nur an einer Stelle als falscher Freund erklärt ist, in einem Eintrag
            oder in words.yml.
        Warum: Zwei Erklärungen laufen auseinander.
        Beispiel: „Träger“ in zwei Einträgen unter `false_friends`.
        Stattdessen: in einem der beiden löschen.
        Ausnahmen: Keine.
        """,
    ),
)
