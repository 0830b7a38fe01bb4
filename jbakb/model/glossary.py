"""The glossary as one immutable value, with the look-ups that everything else needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from jbakb.model.area import Area, Defaults, Role
from jbakb.model.contact import Contact
from jbakb.model.entry import Concept, Entry, FalseFriend, Term
from jbakb.model.process import Process, ProcessRole
from jbakb.model.status import preferred_term
from jbakb.model.values import Visibility


@dataclass(frozen=True)
class Sense:
    """One reading of a word: a term of a concept, or of a whole entry when all houses share the word."""

    entry: Entry
    term: Term
    concept: Concept | None = None

    @property
    def area(self) -> str:
        """Return the legal area's id, empty for a word of all houses."""
        return self.concept.area if self.concept else ""

    @property
    def ref(self) -> str:
        """Return the address of the concept, or of the entry for a word of all houses."""
        return self.entry.ref(self.concept) if self.concept else self.entry.id


@dataclass(frozen=True)
class Glossary:
    """All entries, areas, roles and themes; orders are those of the files."""

    areas: Mapping[str, Area] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    themes: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    words: tuple[FalseFriend, ...] = ()
    contacts: tuple[Contact, ...] = ()
    defaults: Defaults = field(default_factory=Defaults)

    @property
    def core_areas(self) -> tuple[Area, ...]:
        """Return the areas that every entry should speak for."""
        return tuple(area for area in self.areas.values() if area.core)

    def concepts(self) -> Iterator[tuple[Entry, Concept]]:
        """Iterate over all concepts with their entries, references (`use`) included."""
        for entry in self.entries.values():
            for concept in entry.concepts:
                yield entry, concept

    def senses(self) -> Iterator[Sense]:
        """Iterate over all terms of all entries, each with the concept it stands for."""
        for entry in self.entries.values():
            for term in entry.terms:
                yield Sense(entry, term)
            for concept in entry.concepts:
                for term in concept.terms or ():
                    yield Sense(entry, term, concept)

    def find(self, ref: str) -> tuple[Entry, Concept] | None:
        """Find a concept by its address `entry.concept`, following `use` to its home; None if it leads nowhere."""
        seen: set[str] = set()
        while ref not in seen:
            seen.add(ref)
            found = self._by_ref.get(ref)
            if found is None or not found[1].use:
                return found
            ref = found[1].use
        return None

    def at(self, ref: str) -> tuple[Entry, Concept] | None:
        """Return what stands at an address `entry.concept` itself, without following `use`."""
        return self._by_ref.get(ref)

    def now(self, address: str) -> str:
        """Return what an entry or concept with a former address is called today, empty if there was none."""
        known = address in self.entries or address in self._by_ref
        return "" if known else self._renamed.get(address, "")

    def home(self, entry: Entry, concept: Concept) -> tuple[Entry, Concept]:
        """Return where a concept is defined: itself, or what `use` names (itself if that leads nowhere)."""
        return (self.find(concept.use) if concept.use else None) or (entry, concept)

    def users(self, ref: str) -> tuple[tuple[Entry, Concept], ...]:
        """Return the concepts that point (`use`) to the concept at an address, directly or through others."""
        return self._users.get(ref, ())

    def successors(self, sense: Sense, on: date) -> list[Term]:
        """Return the words that a reading of an old word leads to on a day.

        It is the preferred word of the concept that lists it, or of what replaced the concept.
        """
        terms = [preferred_term(concept, on) for _entry, concept in self.succeeding(sense)]
        return [term for term in terms if term is not None]

    def succeeding(self, sense: Sense) -> list[tuple[Entry, Concept]]:
        """Return the concepts whose preferred words follow on a reading: its own, or what replaced that."""
        if sense.concept is None:
            return []
        replaced = [found for ref in sense.concept.replaced_by if (found := self.find(ref))]
        return replaced or [(sense.entry, sense.concept)]

    def area_of_role(self, process: Process, role_id: str) -> str:
        """Return the area that a role of a process speaks for: its own, or the one of all who can play it."""
        here = process.roles.get(role_id)
        players = here.played_by if isinstance(here, ProcessRole) else (role_id,)
        areas = {self.roles[player].area for player in players if player in self.roles}
        return areas.pop() if len(areas) == 1 else ""

    def visibility(self, entry: Entry) -> Visibility:
        """Return who may see an entry."""
        return entry.visibility or self.defaults.visibility

    @cached_property
    def _by_ref(self) -> dict[str, tuple[Entry, Concept]]:
        return {entry.ref(concept): (entry, concept) for entry, concept in self.concepts()}

    @cached_property
    def _renamed(self) -> dict[str, str]:
        renamed = {old: entry.id for entry in self.entries.values() for old in entry.formerly}
        for entry, concept in self.concepts():
            renamed |= dict.fromkeys(entry.former_refs(concept), entry.ref(concept))
        return renamed

    @cached_property
    def _users(self) -> dict[str, tuple[tuple[Entry, Concept], ...]]:
        users: dict[str, tuple[tuple[Entry, Concept], ...]] = {}
        for entry, concept in self.concepts():
            if concept.use and (home := self.find(concept.use)):
                ref = home[0].ref(home[1])
                users[ref] = (*users.get(ref, ()), (entry, concept))
        return users
