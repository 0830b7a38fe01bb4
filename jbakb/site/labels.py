"""What the site shows beside the shared labels: badges with a symbol."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from jbakb.i18n import _
from jbakb.labels import (
    ABSENT_SYMBOL,
    MISSING_SYMBOL,
    equivalence_label,
    equivalence_sentence,
    equivalence_symbol,
    register_label,
    term_type_label,
)
from jbakb.model import Concept, Term

#: What an area's place in an entry can be: a degree of equivalence, no counterpart, or nothing said yet.
STATES: Final = ("exact", "close", "wider", "narrower", "related", "absent", "missing")


@dataclass(frozen=True)
class Badge:
    """A word with a symbol, so that nothing depends on colour; `hint` says what it means."""

    key: str
    symbol: str
    text: str
    hint: str


def concept_badge(concept: Concept) -> Badge:
    """Return how far a concept agrees with the common notion, or that there is none."""
    return state_badge("absent" if concept.absent else concept.equivalence or "related")


def state_badge(state: Literal["exact", "close", "wider", "narrower", "related", "absent", "missing"]) -> Badge:
    """Return the badge of one of the states of an area in an entry."""
    if state == "absent":
        return Badge(state, ABSENT_SYMBOL, _("kein Gegenstück"), _("Diesen Begriff gibt es hier nicht."))
    if state == "missing":
        return Badge(state, MISSING_SYMBOL, _("noch zu klären"), _("Hierzu hat noch niemand etwas eingetragen."))
    return Badge(state, equivalence_symbol(state), equivalence_label(state), equivalence_sentence(state))


def kind_remark(term: Term) -> str:
    """Return the kind of a term where it is worth saying, empty for full forms and phrases."""
    return "" if term.type in ("fullForm", "phrase") else term_type_label(term.type)


def register_remark(term: Term) -> str:
    """Return where a term is at home, empty if everywhere."""
    return "" if term.register == "neutral" else register_label(term.register)
