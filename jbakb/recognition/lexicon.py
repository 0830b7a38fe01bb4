"""All forms of all terms, ready to be looked up: the one dictionary behind links, checks and search."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

import msgspec

from jbakb.language.derivation import Origin
from jbakb.language.ordinary import ORDINARY
from jbakb.language.phrases import WORD, is_abbreviation, part_of_speech, slots_of
from jbakb.language.verbs import separate
from jbakb.model import Glossary, Sense, Term
from jbakb.recognition.context import Cues, cues_of
from jbakb.recognition.separated import Separable


class Step(NamedTuple):
    """A further word of a phrase: what must stand before it besides blanks, and its forms."""

    before: str
    forms: frozenset[str]


class Row(msgspec.Struct, frozen=True, gc=False):
    """What may follow a first word: the further words, the point that ends it, and the senses that it then has.

    Forms that are also other words need a context; `initial` ones are words in small letters with a capital, which they
    have only where a sentence starts. A row that is `alone` asks for nothing: its first word is all.
    """

    steps: tuple[Step, ...]
    after: str
    senses: tuple[Sense, ...]
    origin: Origin = Origin.GIVEN
    initial: bool = False
    needs_context: bool = False
    alone: bool = False


@dataclass(frozen=True)
class Lexicon:
    """The rows by their first word, in each form; the longest row stands first.

    `scan` splits a text at the words that may be such a first word: where all terms are nouns, at capitalised ones.
    `separable` are the verbs whose particle may stand apart.
    """

    by_first: dict[str, tuple[Row, ...]]
    on: date
    cues: Cues = field(default_factory=Cues)
    has_persons: bool = False
    scan: re.Pattern[str] = field(default=re.compile(r"((?!))"))
    separable: Separable = field(default_factory=dict)


def build_lexicon(glossary: Glossary, on: date) -> Lexicon:
    """Derive the forms of every term of a glossary; `on` is the day for which statuses will be asked."""
    by_first: dict[str, tuple[Row, ...]] = {}
    groups = _senses_by_spelling(glossary)
    for term, senses in groups.items():
        for first, rows in _rows(term, tuple(senses)):
            known = by_first.get(first)
            by_first[first] = rows if known is None else _merge(known, rows[0])
    return Lexicon(
        by_first, on, cues_of(glossary), any(term.person for term in groups), _scan(by_first), _separable(groups)
    )


def _separable(groups: Mapping[Term, list[Sense]]) -> Separable:
    separable: dict[str, dict[str, tuple[Sense, ...]]] = {}
    for term, senses in groups.items():
        if part_of_speech(term) == "verb":
            particle, finite = separate(term.term)
            for form in finite:
                verbs = separable.setdefault(particle, {})
                verbs[form] = _union(verbs.get(form, ()), tuple(senses))
    return separable


#: The letters of words: those of German and its neighbours, and whatever else stands in a term.
_LETTERS: Final = "0-9A-Za-zÀ-ÖØ-öø-ž"


def _scan(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that splits a text at all words that may be one of the given; plain sets of letters are fastest.

    A split may start within a word that holds one of their initials: who uses it looks at what stands before.
    """
    words = list(words)
    if not words:
        return re.compile(r"((?!))")
    initials = "".join(map(re.escape, sorted({word[0] for word in words})))
    others = "".join(map(re.escape, sorted(set("".join(words)) - _KNOWN_LETTERS)))
    return re.compile(f"([{initials}][{_LETTERS}{others}]*)")


_KNOWN_LETTERS: Final = frozenset(filter(re.compile(f"[{_LETTERS}]").match, map(chr, range(0x180))))


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


def _rows(term: Term, senses: tuple[Sense, ...]) -> Iterator[tuple[str, tuple[Row]]]:
    """Yield the first words of a term in all forms, each with its row; forms of one kind share it."""
    small = term.term[:1].islower() and not is_abbreviation(term)
    attribute = term.term[:1].isupper() and _ATTRIBUTE.search(term.term) is not None
    for slots in slots_of(term):
        after = slots[-1].after
        steps = tuple(Step(_core(slot.before), frozenset(filter(WORD.fullmatch, slot.forms))) for slot in slots[1:])
        shared: dict[tuple[Origin, bool, bool], tuple[Row]] = {}
        for first, (origin, _basis) in slots[0].forms.items():
            if not first.isalnum():
                continue  # an apostrophe, a blank: no single word
            context = origin is Origin.WEAK or (not steps and (first in ORDINARY or (attribute and first[-2:] != "es")))
            kind = (origin, False, context)
            if (rows := shared.get(kind)) is None:
                rows = shared[kind] = (_row(steps, after, senses, *kind),)
            yield first, rows
            if small and first[:1].islower():
                yield first[:1].upper() + first[1:], (_row(steps, after, senses, origin, not steps, not steps),)


#: Nouns that are adjectives first: Jugendliche, Deutsche, Kranke. Before another noun a sentence may start with them.
_ATTRIBUTE: Final = re.compile(
    r"(?:[a-zäöüß](?:lich|isch)|[^aeiou]ig|[Dd]eutsch|[Ff]remd|[Kk]rank|[Tt]ot|[Aa]lt|[Jj]ung|^Arm|^Reich|[Bb]lind|[Ss]chwach|^Best|^Erst|^Letzt|^Gut|^Groß|^Klein|^Neu)e[nrsm]?$"
)


def _row(
    steps: tuple[Step, ...], after: str, senses: tuple[Sense, ...], origin: Origin, initial: bool, needs_context: bool
) -> Row:
    return Row(steps, after, senses, origin, initial, needs_context, not (steps or after or needs_context))


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
            surer = row if row.origin <= new.origin else new
            new = msgspec.structs.replace(surer, senses=_union(row.senses, new.senses))
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
