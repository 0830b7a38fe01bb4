"""An entry of the glossary: one common notion, and each legal area's own concept of it.

The layers are those of TBX (ISO 30042): entry, section, term; a legal area takes the place of a language.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from jbakb.model.values import Equivalence, Gender, PartOfSpeech, Register, Status, TermType, Visibility


class Record(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Be the base of all values that are read from data files: immutable, compared by content."""


class Tolerance(Record, frozen=True, kw_only=True):
    """A transition during which a superseded official word may still be used."""

    until: date
    source: str = ""


class Term(Record, frozen=True, kw_only=True):
    """A word or phrase that one legal area uses for a concept.

    `status` is what the file says; what holds on a given day is computed by `jbakb.model.status`.
    """

    term: str
    type: TermType = "fullForm"
    status: Status | None = None
    register: Register = "neutral"
    part_of_speech: PartOfSpeech = "noun"
    gender: Gender | None = None
    plural: str = ""
    forms: tuple[str, ...] = ()
    person: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    tolerated: Tolerance | None = None
    note: str = ""
    example: str = ""


class Approval(Record, frozen=True, kw_only=True):
    """An authority's sign-off of its own concept; the seal is a hash of the text that was signed."""

    date: date
    seal: str


class Change(Record, frozen=True, kw_only=True):
    """A dated change of the law that is no renaming; feeds the change log."""

    date: date
    text: str
    source: str = ""


class Concept(Record, frozen=True, kw_only=True):
    """What one legal area understands by the entry's notion: its own words, or why it has none.

    Exactly one of `terms`, `use` and `absent` is given. `terms: []` says that the matter exists and has no word.
    `formerly` are keys that it had before: addresses made of them still lead here.
    """

    area: str
    id: str = ""
    equivalence: Equivalence | None = None
    terms: tuple[Term, ...] | None = None
    use: str = ""
    absent: str = ""
    nearest: str = ""
    definition: str = ""
    plain: str = ""
    translations: dict[str, str] = {}
    note: str = ""
    sources: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    replaced_by: tuple[str, ...] = ()
    verified: date | None = None
    approved: Approval | None = None
    open: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Return the id that is unique within the entry: its own, or the area's."""
        return self.id or self.area


class Difference(Record, frozen=True, kw_only=True):
    """What differs between two or more concepts of an entry (all, if none is named), and what follows in practice."""

    between: tuple[str, ...] = ()
    equivalence: Equivalence | None = None
    difference: str
    consequence: str = ""
    sources: tuple[str, ...] = ()


class Meaning(Record, frozen=True, kw_only=True):
    """One reading of an ambiguous word; without an area it belongs to none of ours."""

    area: str = ""
    text: str


class FalseFriend(Record, frozen=True, kw_only=True):
    """A word with several readings, or one that suggests the wrong thing.

    `consequential` marks the few that do most harm when they are misread: they come first in tours and self-tests.
    """

    words: tuple[str, ...]
    means: tuple[Meaning, ...] = ()
    note: str = ""
    consequential: bool = False


class Entry(Record, frozen=True, kw_only=True):
    """A common notion (tertium comparationis) with the concepts of the legal areas.

    `id` is the file's name and `theme` its folder: neither stands in the file. `formerly` are ids that it had before:
    their addresses still lead here, so no other entry may take them.
    """

    id: str
    theme: str
    title: str
    notion: str = ""
    terms: tuple[Term, ...] = ()
    concepts: tuple[Concept, ...] = ()
    differences: tuple[Difference, ...] = ()
    false_friends: tuple[FalseFriend, ...] = ()
    related: tuple[str, ...] = ()
    review_every: str = ""
    visibility: Visibility | None = None
    formerly: tuple[str, ...] = ()

    def ref(self, concept: Concept) -> str:
        """Return the concept's address in the whole glossary, `entry.concept`."""
        return f"{self.id}.{concept.key}"

    def former_refs(self, concept: Concept) -> tuple[str, ...]:
        """Return the addresses under which a concept was known before, the entry's old ids and its own combined."""
        keys = (concept.key, *concept.formerly)
        return tuple(f"{entry}.{key}" for entry in (self.id, *self.formerly) for key in keys)[1:]

    def concept(self, key: str) -> Concept | None:
        """Find a concept by the id that is unique within the entry."""
        return next((concept for concept in self.concepts if concept.key == key), None)
