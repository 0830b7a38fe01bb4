"""One word, several concepts: declared or not, within one legal area or across them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.place import in_entry
from jbakb.check.rules.concepts import own_concepts
from jbakb.check.rules.cues import false_friend_words
from jbakb.i18n import _
from jbakb.model import Concept, Entry, Term
from jbakb.model.status import in_force, preferred_term, status_on

_Claim = tuple[Entry, int, Concept, int, Term]


def undeclared_homonyms(given: CheckInput) -> Iterator[Finding]:
    """Find a word that stands for concepts of different areas though nothing in the glossary says so."""
    declared = false_friend_words(given.glossary)
    for word, claims in _claims(given).items():
        if word in declared:
            continue
        for claim in claims[1:]:
            entry, index, concept, place, _term = claim
            others = [other for other in claims[: claims.index(claim)] if not _told_apart(other, claim)]
            if not others or concept.area in {other[2].area for other in claims[: claims.index(claim)]}:
                continue
            ref = others[0][0].ref(others[0][2])
            yield Finding(
                "homonym-undeclared",
                _("„{word}“ heißt auch {ref}: Was ist der Unterschied?").format(word=word, ref=ref),
                in_entry(given, entry, "concepts", index, "terms", place),
                area=concept.area,
                entry=entry.id,
                excerpt=word,
            )


def synonyms_claimed_twice(given: CheckInput) -> Iterator[Finding]:
    """Find a word that two concepts of one area claim, at least one of them beside its preferred word."""
    declared = false_friend_words(given.glossary)
    for word, claims in _claims(given).items():
        if word in declared:
            continue
        first: dict[str, _Claim] = {}
        for claim in claims:
            entry, index, concept, place, term = claim
            other = first.setdefault(concept.area, claim)
            both_preferred = all(each[4] is preferred_term(each[2], given.on) for each in (claim, other))
            if other is claim or other[2] is concept or both_preferred or _told_apart(other, claim):
                continue
            yield Finding(
                "synonym-duplicate",
                _("„{word}“ steht im selben Rechtskreis auch bei {ref}.").format(word=word, ref=other[0].ref(other[2])),
                in_entry(given, entry, "concepts", index, "terms", place),
                area=concept.area,
                entry=entry.id,
                excerpt=term.term,
            )


def several_preferred(given: CheckInput) -> Iterator[Finding]:
    """Find concepts with more than one term that is marked as preferred on the day."""
    for entry, index, concept in own_concepts(given.glossary):
        marked = [
            (place, term)
            for place, term in enumerate(concept.terms or ())
            if term.status == "preferred" and in_force(term, given.on)
        ]
        for place, term in marked[1:]:
            yield Finding(
                "preferred-duplicate",
                _("„{first}“ ist schon als bevorzugt markiert.").format(first=marked[0][1].term),
                in_entry(given, entry, "concepts", index, "terms", place),
                suggestion="status: admitted",
                area=concept.area,
                entry=entry.id,
                excerpt=term.term,
            )


def _claims(given: CheckInput) -> dict[str, list[_Claim]]:
    """Collect the concepts that use a word officially today, by word."""
    claims: dict[str, list[_Claim]] = defaultdict(list)
    for entry, index, concept in own_concepts(given.glossary):
        for place, term in enumerate(concept.terms or ()):
            if status_on(term, concept, given.on) in ("preferred", "admitted") and in_force(term, given.on):
                claims[term.term].append((entry, index, concept, place, term))
    return {word: found for word, found in claims.items() if len(found) > 1}


def _told_apart(one: _Claim, other: _Claim) -> bool:
    """Tell whether a reader learns that one word means two things.

    Within an entry the definitions stand side by side; across entries a difference must mention the word.
    """
    word = re.compile(rf"\b{re.escape(one[4].term)}")
    return one[0] is other[0] or any(
        word.search(f"{difference.difference} {difference.consequence}")
        for each in (one[0], other[0])
        for difference in each.differences
    )


RULES = (
    Rule(
        "homonym-undeclared",
        "warning",
        "Gleiches Wort ohne Erklärung",
        undeclared_homonyms,
        scope="glossary",
        doc="""
        Was wird geprüft: Ob erklärt ist, was ein Wort unterscheidet, das in verschiedenen Rechtskreisen für
            verschiedene Begriffe steht.
        Warum: Gleiche Wörter fallen im Gespräch nicht auf; jede Seite versteht ihres.
        Beispiel: „Maßnahme“ im SGB III und im SGB VIII, ohne Unterschied und ohne falschen Freund
        Stattdessen: ein Unterschied (`differences`) zwischen beiden oder ein falscher Freund (`false_friends`) für das
            Wort
        Ausnahmen: Begriffe eines Eintrags, die sein gemeinsames Drittes teilen: Ihre Definitionen stehen nebeneinander.
            Verweise mit `use`.
        """,
    ),
    Rule(
        "synonym-duplicate",
        "warning",
        "Synonym doppelt vergeben",
        synonyms_claimed_twice,
        scope="glossary",
        doc="""
        Was wird geprüft: Ob ein Wort in einem Rechtskreis bei zwei Begriffen steht.
        Warum: Verlinkung und Suche wissen dann nicht, welcher gemeint ist.
        Beispiel: „HP“ im SGB VIII bei Hilfeplan und bei Heilpädagogik
        Stattdessen: das Wort bei einem der beiden streichen oder als falschen Freund erklären.
        Ausnahmen: Abgelöste Wörter und solche, von denen abgeraten wird; falsche Freunde; zwei Begriffe eines Eintrags
            mit einem Unterschied dazwischen.
        """,
    ),
    Rule(
        "preferred-duplicate",
        "error",
        "Zwei bevorzugte Wörter",
        several_preferred,
        scope="glossary",
        doc="""
        Was wird geprüft: Ob höchstens ein Wort eines Begriffs als bevorzugt markiert ist (SKOS S14).
        Warum: Bevorzugt heißt: dieses Wort und kein anderes.
        Beispiel: zwei Wörter mit `status: preferred`
        Stattdessen: eines davon mit `status: admitted`
        Ausnahmen: Wörter, die nicht zur selben Zeit gelten.
        """,
    ),
)
