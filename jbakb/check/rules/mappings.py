"""The mappings between concepts keep the rules of SKOS, and what is stated agrees with what follows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.place import in_entry
from jbakb.check.rules.concepts import own_concepts
from jbakb.i18n import _
from jbakb.model import Concept, Entry, Glossary


def labels_twice(given: CheckInput) -> Iterator[Finding]:
    """Find a word that stands twice in one concept: labels are disjoint (SKOS S13)."""
    for entry, index, concept in own_concepts(given.glossary):
        seen: set[str] = set()
        for place, term in enumerate(concept.terms or ()):
            if term.term in seen:
                yield Finding(
                    "label-duplicate",
                    _("„{word}“ steht im selben Begriff schon einmal.").format(word=term.term),
                    in_entry(given, entry, "concepts", index, "terms", place),
                    area=concept.area,
                    entry=entry.id,
                    excerpt=term.term,
                )
            seen.add(term.term)


def contradictions(given: CheckInput) -> Iterator[Finding]:
    """Find pairs that are exact here and not there (SKOS S46), and degrees stated against what follows."""
    exact: dict[frozenset[str], str] = {}
    glossary = given.glossary
    for entry in glossary.entries.values():
        for one, other in combinations(_mapped(entry), 2):
            if one.equivalence == other.equivalence == "exact":
                exact.setdefault(_pair(glossary, entry, one, other), entry.id)
    for entry in glossary.entries.values():
        for place, one in enumerate(entry.concepts):
            for other in entry.concepts[:place]:
                kinds = {one.equivalence, other.equivalence}
                elsewhere = exact.get(_pair(glossary, entry, one, other))
                if (
                    elsewhere
                    and elsewhere != entry.id
                    and "exact" in kinds
                    and kinds & {"wider", "narrower", "related"}
                ):
                    yield _finding(
                        given,
                        entry,
                        ("concepts", place, "equivalence"),
                        _("„{first}“ und „{second}“ decken sich laut Eintrag „{entry}“ genau.").format(
                            first=other.key, second=one.key, entry=elsewhere
                        ),
                    )
        for place, difference in enumerate(entry.differences):
            found = [concept for key in difference.between if (concept := entry.concept(key))]
            if difference.equivalence is None or len(found) != 2:
                continue
            derived = _derived(*found)
            if derived and (derived == "exact") != (difference.equivalence == "exact"):
                yield _finding(
                    given,
                    entry,
                    ("differences", place, "equivalence"),
                    _("Aus den Angaben der Begriffe folgt „{derived}“, hier steht „{stated}“.").format(
                        derived=derived, stated=difference.equivalence
                    ),
                )


def _finding(given: CheckInput, entry: Entry, where: tuple[str | int, ...], message: str) -> Finding:
    return Finding("equivalence-contradiction", message, in_entry(given, entry, *where), entry=entry.id)


def _mapped(entry: Entry) -> tuple[Concept, ...]:
    return tuple(concept for concept in entry.concepts if not concept.absent)


def _pair(glossary: Glossary, entry: Entry, one: Concept, other: Concept) -> frozenset[str]:
    """Return the homes of two concepts; a pair is the same wherever it is used."""
    homes = [glossary.home(entry, concept) for concept in (one, other)]
    return frozenset(home.ref(concept) for home, concept in homes)


def _derived(one: Concept, other: Concept) -> str:
    """Return the degree between two concepts where it follows safely from theirs to the notion, otherwise nothing."""
    kinds = (one.equivalence, other.equivalence)
    if kinds == ("exact", "exact"):
        return "exact"
    if "exact" in kinds:
        return next((kind for kind in kinds if kind in ("wider", "narrower")), "")
    return "wider" if set(kinds) == {"wider", "narrower"} else ""


RULES = (
    Rule(
        "label-duplicate",
        "error",
        "Wort doppelt im Begriff",
        labels_twice,
        scope="glossary",
        doc="""
        Was wird geprüft: Ob jedes Wort in einem Begriff nur einmal steht (SKOS S13).
        Warum: Ein Wort kann nicht zugleich bevorzugt und zu meiden sein.
        Beispiel: „Hilfeplan“ zweimal unter `terms` desselben Begriffs
        Stattdessen: eine der beiden Zeilen löschen.
        Ausnahmen: Keine.
        """,
    ),
    Rule(
        "equivalence-contradiction",
        "warning",
        "Widerspruch in der Deckung",
        contradictions,
        scope="glossary",
        doc="""
        Was wird geprüft: Ob Begriffe, die sich genau decken, anderswo nicht als weiter, enger oder nur verwandt
            gelten (SKOS S46), und ob ein von Hand angegebener Grad dem errechneten nicht widerspricht.
        Warum: Beides zugleich kann nicht stimmen; Übersetzung und Austausch würden Falsches weitergeben.
        Beispiel: beide Begriffe `exact`, im Unterschied zwischen ihnen `equivalence: related`
        Stattdessen: einen der Begriffe als `close` einstufen oder die Angabe im Unterschied streichen.
        Ausnahmen: Wo sich kein Grad errechnen lässt, gilt die Angabe von Hand.
        """,
    ),
)
