"""The fields of entries and processes that hold prose, and where each character of them stands in its YAML file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from jbakb.model import Concept, Entry, Glossary, Process, Term
from jbakb.model.process import ProcessRole
from jbakb.store.loading import node_at
from jbakb.store.yaml_nodes import ScalarNode

Where = tuple[str | int, ...]


@dataclass(frozen=True)
class ProseField:
    """A text of a data file: `where` is its path of keys and indexes, `areas` the legal areas that it speaks for."""

    where: Where
    text: str
    areas: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return the name of the field that holds the text."""
        return str(next(part for part in reversed(self.where) if isinstance(part, str)))


def entry_prose(entry: Entry) -> Iterator[ProseField]:
    """Iterate over the prose of an entry in the file's order; a concept's prose speaks for the concept's area."""
    yield from _texts((), (), notion=entry.notion)
    yield from _term_notes(entry.terms, (), ())
    for place, concept in enumerate(entry.concepts):
        yield from _concept_prose(concept, ("concepts", place))
    for place, difference in enumerate(entry.differences):
        between = map(entry.concept, difference.between)
        areas = tuple(each.area for each in between if each)
        where = ("differences", place)
        yield from _texts(where, areas, difference=difference.difference, consequence=difference.consequence)
    for place, friend in enumerate(entry.false_friends):
        where = ("false_friends", place)
        for index, meaning in enumerate(friend.means):
            areas = (meaning.area,) if meaning.area else ()
            yield from _texts((*where, "means", index), areas, text=meaning.text)
        yield from _texts(where, (), note=friend.note)


def _concept_prose(concept: Concept, where: Where) -> Iterator[ProseField]:
    areas = (concept.area,)
    yield from _texts(
        where, areas, absent=concept.absent, definition=concept.definition, plain=concept.plain, note=concept.note
    )
    yield from _term_notes(concept.terms or (), where, areas)
    for place, change in enumerate(concept.changes):
        yield from _texts((*where, "changes", place), areas, text=change.text)
    for place, text in enumerate(concept.open):
        yield ProseField((*where, "open", place), text, areas)


def process_prose(process: Process, glossary: Glossary) -> Iterator[ProseField]:
    """Iterate over the prose of a process; tasks and steps speak for the area of the role that acts."""

    def areas_of(role: str) -> tuple[str, ...]:
        area = glossary.area_of_role(process, role)
        return (area,) if area else ()

    yield from _texts((), (), title=process.title, purpose=process.purpose, trigger=process.trigger)
    for role_id, role in process.roles.items():
        if isinstance(role, ProcessRole):
            yield from _texts(("roles", role_id), areas_of(role_id), task=role.task)
        elif role:
            yield ProseField(("roles", role_id), role, areas_of(role_id))
    for place, step in enumerate(process.steps):
        areas, where = areas_of(step.actor), ("steps", place)
        yield from _texts(where, areas, title=step.title, action=step.action, result=step.result)
        for index, tool in enumerate(step.tools):
            yield ProseField((*where, "tools", index), tool, areas)
        if step.deadline:
            yield from _texts((*where, "deadline"), areas, text=step.deadline.text)
        for index, branch in enumerate(() if isinstance(step.next, str) else step.next):
            yield from _texts((*where, "next", index), areas, when=branch.when)
    for place, handover in enumerate(process.handovers):
        yield from _texts(("handovers", place), (), what=handover.what, receipt=handover.receipt)
    for place, gate in enumerate(process.gates):
        yield from _texts(("gates", place), (), data=gate.data, otherwise=gate.otherwise)
    for place, misunderstanding in enumerate(process.misunderstandings):
        yield from _texts(("misunderstandings", place), (), text=misunderstanding.text)
    for place, text in enumerate(process.open):
        yield ProseField(("open", place), text)


def locate_text(data: bytes, where: Where, offset: int, first_line: int = 1) -> tuple[int, int]:
    """Find line and column of a character of a text, by the text's path and the offset in its value."""
    text, place = source_place(data, where, offset)
    return text.count("\n", 0, place) + first_line, place - text.rfind("\n", 0, place)


def source_place(data: bytes, where: Where, offset: int) -> tuple[str, int]:
    """Return a file's text and the offset in it of a character of one of its values.

    Folded, quoted and indented texts are followed character by character; where that is impossible, the start of the
    value is returned.
    """
    text, node = node_at(data, where)
    start = node.start_mark.index if node else 0
    if isinstance(node, ScalarNode):
        source = text[start : node.end_mark.index]
        offsets = _quoted_offsets(node.value, source) if node.style == '"' else None
        start += (offsets or _source_offsets(node.value.strip(), source, node.style))[offset]
    return text, start


#: What a pair of quotation marks holds: an escape, a fold, or one character.
_QUOTED: Final = re.compile(
    r"\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|(?P<joined>\r?\n[ \t]*)|.)"
    r"|(?P<fold>[ \t]*\r?\n\s*)|[\s\S]"
)


def _quoted_offsets(value: str, source: str) -> list[int] | None:
    """Return for each character of a value in double quotes, and its end, its place in the source.

    Blanks around the value are left out. None where the places are not as many as the characters.
    """
    offsets: list[int] = []
    for found in _QUOTED.finditer(source, 1, len(source) - 1):
        if found["joined"] is None:
            folded = found["fold"] or ""
            offsets += [found.start()] * max(1, folded.count("\n") - 1)
    if len(offsets) != len(value):
        return None
    first = len(value) - len(value.lstrip())
    return [*offsets[first:], len(source) - 1]


def _source_offsets(value: str, source: str, style: str | None) -> list[int]:
    """Return for each character of a value, and its end, where it stands in the source."""
    offsets: list[int] = []
    at = source.find("\n") + 1 if style in ("|", ">") else int(style in ("'", '"'))
    for character in value:
        if character.isspace():
            if not (offsets and value[len(offsets) - 1].isspace()):
                offsets.append(at)
                while at < len(source) and source[at].isspace():
                    at += 1
            else:
                offsets.append(at)
            continue
        while at < len(source) and source[at].isspace():
            at += 1
        if source[at : at + 1] != character:
            return [0] * (len(value) + 1)
        offsets.append(at)
        at += 2 if style == "'" and character == "'" else 1
    return [*offsets, at]


def _term_notes(terms: tuple[Term, ...], where: Where, areas: tuple[str, ...]) -> Iterator[ProseField]:
    for place, term in enumerate(terms):
        yield from _texts((*where, "terms", place), areas, note=term.note, example=term.example)


def _texts(where: Where, areas: tuple[str, ...], **texts: str) -> Iterator[ProseField]:
    return (ProseField((*where, name), text, areas) for name, text in texts.items() if text)
