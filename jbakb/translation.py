"""From one legal area's concept to another area's: the counterpart, how far it agrees, what differs and what follows.

An entry states how each concept relates to the common notion, never to each other. A degree between two concepts is
derived only where that is safe; a difference that states one by hand wins.

Degrees are read from the concept one comes from: `wider` says that it covers more than the counterpart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from jbakb.model import Area, Concept, Difference, Entry, Glossary, Sense, Term
from jbakb.model.status import preferred_term
from jbakb.model.values import Equivalence

#: `counterpart`: there is one; `related`: something akin, but no counterpart; `absent`: the area has nothing, and why;
#: `missing`: nobody has settled it yet; `same`: the word is common to all houses, or of a law that applies there too.
Outcome = Literal["counterpart", "related", "absent", "missing", "same"]

_INVERSE: Final[dict[Equivalence, Equivalence]] = {
    "exact": "exact",
    "close": "close",
    "wider": "narrower",
    "narrower": "wider",
    "related": "related",
}
#: From what is known best to what is known least.
_RANK: Final[tuple[Equivalence | None, ...]] = ("exact", "close", "narrower", "wider", None, "related")


@dataclass(frozen=True)
class Translation:
    """What becomes of a concept in another area.

    `entry` and `concept` are the counterpart's home (with `absent` the concept that says so; none with `missing`).
    `equivalence` is None where the degree is not settled. `differences` are the most specific that there are: those
    of just these two, else those that name both among others, else those that concern all.
    `nearest` is what comes closest where there is no counterpart. `told_in` is the entry that compares the two;
    `by_hand` tells that it states the degree itself.
    """

    to: Area
    outcome: Outcome
    told_in: Entry
    entry: Entry | None = None
    concept: Concept | None = None
    term: Term | None = None
    equivalence: Equivalence | None = None
    differences: tuple[Difference, ...] = ()
    nearest: tuple[Entry, Concept] | None = None
    by_hand: bool = False

    @property
    def ref(self) -> str:
        """Return the address of the counterpart's concept, of the entry whose word all share, or of the gap."""
        entry = self.entry or self.told_in
        return entry.ref(self.concept) if self.concept else f"{entry.id}.{self.to.id}"


def compare(source: Equivalence | None, target: Equivalence | None) -> Equivalence | None:
    """Derive how a concept relates to another from how both relate to their common notion; None if it does not follow.

    Two concepts that are both wider, or both only close, may relate in any way.
    """
    if source == "related" or target == "related":
        return "related"
    if source is None or target is None:
        return None
    if target == "exact":
        return source
    if source == "exact":
        return _INVERSE[target]
    if {source, target} == {"wider", "narrower"}:
        return source
    return None


def translate(glossary: Glossary, sense: Sense, to: Area, on: date) -> list[Translation]:
    """Find the counterparts of a reading in an area, best first; there is always an answer, if only that it is missing.

    Every entry that knows the concept is asked. The concept's own entry speaks first; others are heard where it knows
    none. Where an entry has no concept of the area itself, one of a law that applies there too fills the gap.
    """
    if sense.concept and sense.area == to.id:
        entry, concept = glossary.home(sense.entry, sense.concept)
        return [Translation(to, "same", entry, entry, concept, preferred_term(concept, on), "exact")]
    found = [each for entry, source in _places(glossary, sense) for each in _in(glossary, entry, source, to, on)]
    own = {each.ref for each in found if each.told_in.id == sense.entry.id and each.outcome in ("counterpart", "same")}
    known = _merged([each for each in found if each.outcome != "absent" and (not own or each.ref in own)])
    known = [each for each in known if each.outcome != "related"] or known
    if known:
        return sorted(known, key=lambda each: _RANK.index(each.equivalence))
    # What another entry says to be absent is something else: the counterpart of its own notion.
    absent = [each for each in found if each.outcome == "absent" and each.told_in.id == sense.entry.id]
    return absent[:1] or [Translation(to, "missing", sense.entry)]


def areas_of(glossary: Glossary, area: str) -> set[str]:
    """Return the ids of the areas whose words count as an area's own: itself and the laws that apply there too."""
    return {area} | {other.id for other in glossary.areas.values() if area in other.applies_to}


def _places(glossary: Glossary, sense: Sense) -> Iterator[tuple[Entry, Concept | None]]:
    """Iterate over the entries that know a concept, its home first, each with the concept that stands there."""
    if sense.concept is None:
        yield sense.entry, None
        return
    home = glossary.home(sense.entry, sense.concept)
    yield home
    yield from glossary.users(home[0].ref(home[1]))


def _in(glossary: Glossary, entry: Entry, source: Concept | None, to: Area, on: date) -> Iterator[Translation]:
    """Iterate over what one entry says of an area."""
    own = [concept for concept in entry.concepts if concept.area == to.id]
    others = areas_of(glossary, to.id) - {to.id}
    for concept in own or [concept for concept in entry.concepts if concept.area in others]:
        if concept.absent:
            nearest = glossary.find(concept.nearest) if concept.nearest else None
            yield Translation(to, "absent", entry, entry, concept, nearest=nearest)
        elif source is not None and glossary.home(entry, concept) == glossary.home(entry, source):
            if concept.area != to.id:
                home_entry, home = glossary.home(entry, concept)
                yield Translation(to, "same", entry, home_entry, home, preferred_term(home, on), "exact")
        else:
            yield _counterpart(glossary, entry, source, concept, to, on)
    if not own and source is None and entry.terms:
        yield Translation(to, "same", entry, entry, term=entry.terms[0], equivalence="exact")


def _counterpart(
    glossary: Glossary, entry: Entry, source: Concept | None, target: Concept, to: Area, on: date
) -> Translation:
    keys = {target.key} | ({source.key} if source else set())
    concerned = [each for each in entry.differences if not each.between or keys <= set(each.between)]
    by_hand = False
    degree = compare(source.equivalence if source else "exact", target.equivalence)
    for each in concerned:
        if source and each.equivalence and set(each.between) == keys:
            degree = each.equivalence if each.between[0] == source.key else _INVERSE[each.equivalence]
            by_hand = True
    home_entry, home = glossary.home(entry, target)
    outcome: Outcome = "related" if degree == "related" else "counterpart"
    texts = _most_specific(each for each in concerned if each.difference)
    return Translation(to, outcome, entry, home_entry, home, preferred_term(home, on), degree, texts, by_hand=by_hand)


def _merged(found: list[Translation]) -> list[Translation]:
    """Join what several entries say of the same counterpart: the best-known degree, and all differences."""
    joined: dict[str, Translation] = {}
    for each in found:
        before = joined.get(each.ref)
        if before is None:
            joined[each.ref] = each
            continue
        best = min(before, each, key=lambda one: (not one.by_hand, _RANK.index(one.equivalence)))
        texts = _most_specific(dict.fromkeys((*before.differences, *each.differences)))
        joined[each.ref] = replace(best, differences=texts)
    return list(joined.values())


def _most_specific(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    given = list(differences)
    # Two concepts are named, more than two, or none, which means all.
    least = min((len(each.between) or 99 for each in given), default=0)
    return tuple(each for each in given if (len(each.between) or 99) == least)
