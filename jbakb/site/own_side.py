"""The reader's own side: which sides there are to choose from, and what each calls the others' concepts.

A page holds what every side says; the browser shows that of the reader's choice (assets/own-side.js).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from jbakb.i18n import N_, _
from jbakb.labels import ABSENT_SYMBOL, MISSING_SYMBOL, equivalence_symbol
from jbakb.model import Concept, Entry, Glossary, Sense, Term
from jbakb.model.status import preferred_term
from jbakb.model.values import Equivalence
from jbakb.translation import Outcome, Translation, translate

#: How what the own side has relates to what is read about: a degree, or why there is none.
Relation: TypeAlias = Equivalence | Outcome

#: Said of the own side's word, so that the direction is never in doubt.
_RELATION: Final[dict[Relation, str]] = {
    "exact": N_("deckt sich"),
    "close": N_("fast gleich"),
    "wider": N_("umfasst mehr als hier"),
    "narrower": N_("umfasst weniger als hier"),
    "related": N_("verwandt, kein Gegenstück"),
    "counterpart": N_("vergleichbar, Grad nicht festgelegt"),
    "same": N_("derselbe Begriff"),
    "absent": N_("kein Gegenstück"),
    "missing": N_("noch zu klären"),
}
RELATIONS: Final = tuple(_RELATION)
_INVERSE: Final[dict[Equivalence, Equivalence]] = {"wider": "narrower", "narrower": "wider"}


@dataclass(frozen=True)
class Side:
    """A side that a reader may choose: its area, its name, and how „Ich arbeite …“ goes on."""

    area: str
    name: str
    short: str
    workplace: str


@dataclass(frozen=True)
class OwnWord:
    """What a side has for somebody else's concept; `word` is empty where it has none, `nearest` what comes closest."""

    relation: Relation
    word: str
    ref: str
    nearest: str = ""
    nearest_ref: str = ""


def list_sides(glossary: Glossary) -> tuple[Side, ...]:
    """List the sides in the areas' order: the areas in which a role acts, and the core areas that no role names."""
    roles = {role.area: role for role in reversed(list(glossary.roles.values())) if role.area}
    sides = []
    for area in glossary.areas.values():
        role = roles.get(area.id)
        if role:
            sides.append(Side(area.id, role.title, role.short or role.title, role.workplace or role.title))
        elif area.core:
            sides.append(Side(area.id, area.title, area.short, area.title))
    return tuple(sides)


def relation_label(relation: Relation) -> str:
    """Return the words for a relation."""
    return _(_RELATION[relation])


def relation_symbol(relation: Relation) -> str:
    """Return the sign of a relation; never show it without the words."""
    if relation == "absent":
        return ABSENT_SYMBOL
    if relation == "missing":
        return MISSING_SYMBOL
    if relation == "same":
        return equivalence_symbol("exact")
    return equivalence_symbol(None if relation == "counterpart" else relation)


def own_words(glossary: Glossary, entry: Entry, concept: Concept, side: str, on: date) -> tuple[OwnWord, ...]:
    """Return what a side has for a concept of another area, best first, at least one; nothing for its own concepts."""
    area = glossary.areas.get(side)
    if area is None or concept.area == side or concept.absent:
        return ()
    _entry, home = glossary.home(entry, concept)
    if home.use:  # leads nowhere
        return ()
    sense = Sense(entry, preferred_term(home, on) or Term(term=""), concept)
    return tuple(_own_word(each, on) for each in translate(glossary, sense, area, on))


class OwnWords:
    """What every side has for a concept, computed once for pages and tooltips."""

    def __init__(self, glossary: Glossary, on: date) -> None:
        self.glossary = glossary
        self.on = on
        self.sides = list_sides(glossary)
        self._known: dict[str, tuple[tuple[str, tuple[OwnWord, ...]], ...]] = {}

    def of(self, entry: Entry, concept: Concept) -> tuple[tuple[str, tuple[OwnWord, ...]], ...]:
        """Return the areas of the sides that look at a concept from outside, each with what it has for it."""
        ref = entry.ref(concept)
        if ref not in self._known:
            rows = ((side.area, own_words(self.glossary, entry, concept, side.area, self.on)) for side in self.sides)
            self._known[ref] = tuple((area, words) for area, words in rows if words)
        return self._known[ref]


def _own_word(found: Translation, on: date) -> OwnWord:
    nearest = preferred_term(found.nearest[1], on) if found.nearest else None
    relation: Relation = found.outcome
    if found.equivalence and found.outcome in ("counterpart", "related"):
        relation = _INVERSE.get(found.equivalence, found.equivalence)
    if found.concept and found.concept.use:  # leads nowhere
        relation = "missing"
    return OwnWord(
        relation,
        found.term.term if found.term else "",
        found.ref,
        nearest.term if nearest else "",
        found.nearest[0].ref(found.nearest[1]) if found.nearest and nearest else "",
    )
