"""Whom to ask: the contacts of each area for an entry or a process, the most fitting first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jbakb.law.citation import find_citations
from jbakb.model import Area, Contact, Entry, Glossary, Process
from jbakb.model.coverage import concepts_for
from jbakb.model.law import LawsFile, split_section
from jbakb.model.process import ProcessRole

#: More sections than this between the two ends of a range are a whole chapter: no topic of a contact.
_LONGEST_RANGE = 20


@dataclass(frozen=True)
class ContactGroup:
    """The contacts of an area, or of no side if `area` is None."""

    area: Area | None
    contacts: tuple[Contact, ...]


@dataclass(frozen=True)
class Topic:
    """What a question is about: an entry or a process, its theme, and the citations of an area there."""

    entry: str = ""
    theme: str = ""
    process: str = ""
    sources: tuple[str, ...] = ()


@dataclass
class ContactBook:
    """The contacts of a glossary; `laws` is the register that citations are read with, without one none is read."""

    glossary: Glossary
    laws: LawsFile | None = None
    _read: dict[str, frozenset[tuple[str, str]]] = field(default_factory=dict)

    def find(self, area: str, topic: Topic) -> tuple[Contact, ...]:
        """Return an area's contacts for a topic, those that name it first; if none does, the general ones.

        Args: `area` an area's id, empty for the contacts of no side, whose general ones are always among them.
        """
        own = [contact for contact in self.glossary.contacts if contact.area == area]
        ranked = sorted(((rank, place) for place, each in enumerate(own) if (rank := self._rank(each, topic))))
        named = [own[place] for _rank, place in ranked]
        general = [contact for contact in own if contact.general] if not named or not area else []
        return tuple(named + general)

    def for_entry(self, entry: Entry) -> tuple[ContactGroup, ...]:
        """Return whom to ask about an entry, by area in the areas' order, at the end those of no side."""
        areas = [
            area
            for area in self.glossary.areas.values()
            if area.core or any(concept.area == area.id for concept in entry.concepts)
        ]
        return self._groups(
            (area, Topic(entry.id, entry.theme, sources=tuple(self._sources(entry, area.id)))) for area in areas
        )

    def for_process(self, process: Process) -> tuple[ContactGroup, ...]:
        """Return whom to ask about a process, by the areas that take part, at the end those of no side."""
        roles = {*process.roles, *(step.actor for step in process.steps)}
        for role in process.roles.values():
            roles |= set(role.played_by) if isinstance(role, ProcessRole) else set()
        part = {self.glossary.roles[role].area for role in roles if role in self.glossary.roles}
        sources = [*process.sources, *(step.deadline.source for step in process.steps if step.deadline)]
        sources += [basis.source for gate in process.gates for basis in gate.basis]
        topic = Topic(process=process.id, sources=tuple(filter(None, sources)))
        return self._groups((area, topic) for area in self.glossary.areas.values() if area.id in part)

    def everybody(self) -> tuple[ContactGroup, ...]:
        """Return all contacts by area."""
        areas: list[Area | None] = [*self.glossary.areas.values(), None]
        groups = (
            ContactGroup(area, tuple(c for c in self.glossary.contacts if c.area == (area.id if area else "")))
            for area in areas
        )
        return tuple(group for group in groups if group.contacts)

    def _groups(self, asked: Iterable[tuple[Area, Topic]]) -> tuple[ContactGroup, ...]:
        asked = list(asked)
        groups = [ContactGroup(area, self.find(area.id, topic)) for area, topic in asked]
        groups.append(ContactGroup(None, self.find("", asked[0][1] if asked else Topic())))
        return tuple(group for group in groups if group.contacts)

    def _rank(self, contact: Contact, topic: Topic) -> int:
        """Return how directly a contact is named for a topic, from 1 (by its id) to 3, 0 if it is not."""
        if topic.entry in contact.entries or topic.process in contact.processes:
            return 1
        if contact.laws and any(
            self._sections(law) & self._sections(text) for law in contact.laws for text in topic.sources
        ):
            return 2
        return 3 if topic.theme in contact.themes else 0

    def _sources(self, entry: Entry, area: str) -> Iterator[str]:
        for concept in concepts_for(self.glossary, entry, area):
            yield from self.glossary.home(entry, concept)[1].sources

    def _sections(self, text: str) -> frozenset[tuple[str, str]]:
        """Return the sections that a text cites, as law and section; those inside a short range included."""
        if text not in self._read:
            found = find_citations(text, self.laws) if self.laws else []
            sections = {(each.law, section) for each in found for section in _range(each.section, each.until)}
            self._read[text] = frozenset(sections)
        return self._read[text]


def _range(first: str, last: str) -> Iterator[str]:
    start, end = split_section(first)[0], split_section(last)[0] if last else 0
    yield first
    if last:
        yield last
    if 0 < end - start <= _LONGEST_RANGE:
        yield from map(str, range(start + 1, end))
