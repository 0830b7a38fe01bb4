"""All forms of all terms, ready to be looked up: the one dictionary behind links, checks and search."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from jbakb.language.derivation import Derived, Origin
from jbakb.language.ordinary import ORDINARY
from jbakb.language.phrases import WORD, Slots, is_abbreviation, slots_of
from jbakb.model import Glossary, Sense, Term
from jbakb.recognition.context import Cues, cues_of


class Step(NamedTuple):
    """A further word of a phrase: what must stand before it besides blanks, and its forms."""

    before: str
    forms: frozenset[str]


class Row(NamedTuple):
    """What may follow a first word: the further words, the point that ends it, and the senses that it then has.

    Forms that are also other words need a context; `initial` ones are words in small letters with a capital, which they
    have only where a sentence starts.
    """

    steps: tuple[Step, ...]
    after: str
    senses: tuple[Sense, ...]
    origin: Origin = Origin.GIVEN
    initial: bool = False
    needs_context: bool = False


@dataclass(frozen=True)
class Lexicon:
    """The rows by their first word, in each form; the longest row stands first."""

    by_first: dict[str, tuple[Row, ...]]
    on: date
    cues: Cues = field(default_factory=Cues)
    has_persons: bool = False


def build_lexicon(glossary: Glossary, on: date) -> Lexicon:
    """Derive the forms of every term of a glossary; `on` is the day for which statuses will be asked."""
    by_first: dict[str, tuple[Row, ...]] = {}
    for term, senses in _senses_by_spelling(glossary).items():
        for first, row in _rows(term, tuple(senses)):
            known = by_first.get(first)
            by_first[first] = (row,) if known is None else _merge(known, row)
    return Lexicon(by_first, on, cues_of(glossary), any(sense.term.person for sense in glossary.senses()))


def find_folded(lexicon: Lexicon, words: Sequence[str], fold: Callable[[str], str]) -> Iterator[Sense]:
    """Iterate over the senses of a word or phrase in any form, spelled alike after folding; meant for single queries.

    Args: `words` the query's words (see `WORD`), `fold` what makes spellings alike.
    """
    first, *others = map(fold, words)
    for word, rows in lexicon.by_first.items():
        if fold(word) != first:
            continue
        for row in rows:
            if len(row.steps) == len(others) and all(
                other in map(fold, step.forms) for other, step in zip(others, row.steps, strict=True)
            ):
                yield from row.senses


def _senses_by_spelling(glossary: Glossary) -> dict[Term, list[Sense]]:
    """Group the senses of terms that are spelled and inflected alike: their forms are derived once."""
    groups: dict[Term, list[Sense]] = {}
    for sense in glossary.senses():
        term = sense.term
        groups.setdefault(
            Term(
                term=term.term, type=term.type, part_of_speech=term.part_of_speech, gender=term.gender,
                plural=term.plural, forms=term.forms, person=term.person,
            ),
            [],
        ).append(sense)  # fmt: skip
    return groups


def _rows(term: Term, senses: tuple[Sense, ...]) -> Iterator[tuple[str, Row]]:
    small = term.term[:1].islower() and not is_abbreviation(term)
    for slots in slots_of(term):
        split = _split(slots)
        after = slots[-1].after
        steps = tuple(Step(_core(before), frozenset(forms)) for before, forms in split[1:])
        for first, derived in split[0][1].items():
            origin = derived.origin
            row = Row(steps, after, senses, origin, False, origin is Origin.WEAK or (not steps and first in ORDINARY))
            yield first, row
            if small and first[:1].islower():
                yield first[:1].upper() + first[1:], row._replace(initial=not steps, needs_context=not steps)


def _split(slots: Slots) -> list[tuple[str, dict[str, Derived]]]:
    """Return the slots as before and forms; a form that is no single word is left out (an apostrophe, a blank)."""
    return [(slot.before, {form: why for form, why in slot.forms.items() if WORD.fullmatch(form)}) for slot in slots]


def _core(before: str) -> str:
    return re.sub(r"\s+", "", before)


def _merge(known: tuple[Row, ...], new: Row) -> tuple[Row, ...]:
    """Add a row to those of the same first word; a surer reason wins over a guess for the same words."""
    rows = []
    for row in known:
        if (row.steps, row.after) != (new.steps, new.after):
            rows.append(row)
            continue
        if _rank(row) == _rank(new):
            new = (row if row.origin <= new.origin else new)._replace(senses=_union(row.senses, new.senses))
        elif _rank(row) < _rank(new):
            new = row
    rows.append(new)
    return tuple(sorted(rows, key=lambda row: (-len(row.steps), not row.after)))


def _union(some: tuple[Sense, ...], others: tuple[Sense, ...]) -> tuple[Sense, ...]:
    known = {id(sense) for sense in some}
    return (*some, *(sense for sense in others if id(sense) not in known))


def _rank(row: Row) -> int:
    """Return how sure a row is: given or by rule, guessed, or in need of a context."""
    return _RANKS[row.origin] + (1 if row.initial else 0)


_RANKS: Final = {Origin.GIVEN: 0, Origin.RULE: 0, Origin.BASE: 1, Origin.ENDING: 2, Origin.WEAK: 3}
