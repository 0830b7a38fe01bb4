"""What a term's status is on a given day.

The file states the intention; dates decide when it holds. Old words stay in the glossary for ever, because people keep
typing them.
"""

from __future__ import annotations

from datetime import date

from jbakb.model.entry import Concept, Term
from jbakb.model.values import Status


def in_force(item: Term | Concept, on: date) -> bool:
    """Tell whether the word is official (term) or the law exists (concept) on that day; bounds belong to the period."""
    return (item.valid_from is None or item.valid_from <= on) and (item.valid_to is None or on <= item.valid_to)


def status_on(term: Term, concept: Concept | None, on: date) -> Status:
    """Compute a term's administrative status on a day.

    The first term that is official on that day is the preferred one, unless the file marks another as preferred.
    A superseded term stays usable until the end of its validity; a concept that has ended takes its terms along.
    """
    if term.status == "deprecated":
        return "deprecated"
    if concept is not None and concept.valid_to is not None and on > concept.valid_to:
        return "superseded"
    if term.valid_to is not None and on > term.valid_to:
        return "superseded"
    if term.status == "superseded" and term.valid_to is None:
        return "superseded"
    return "preferred" if concept is not None and term is preferred_term(concept, on) else "admitted"


def preferred_term(concept: Concept, on: date) -> Term | None:
    """Return the word to use on a day: full forms before short ones, in the file's order; None if there is no word."""
    usable = [
        term
        for term in concept.terms or ()
        if term.status != "deprecated"
        and in_force(term, on)
        and not (term.status == "superseded" and term.valid_to is None)
    ]
    marked = [term for term in usable if term.status == "preferred"]
    return next(iter(marked or usable or concept.terms or ()), None)


def tolerated_on(term: Term, on: date) -> bool:
    """Tell whether a superseded word may still be used on that day under a transition rule."""
    return term.tolerated is not None and on <= term.tolerated.until
