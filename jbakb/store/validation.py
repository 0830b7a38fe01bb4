"""Whether a knowledge base could read the files that a change wants to write."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from jbakb.i18n import _
from jbakb.model import AreasFile, FalseFriend
from jbakb.model.law import LawsFile
from jbakb.model.tables import AgesFile, ChangesFile, ServicesFile
from jbakb.store.contacts import parse_contacts
from jbakb.store.convert import Context, convert
from jbakb.store.front_matter import front_matter_span
from jbakb.store.loading import (
    AREAS_FILE,
    CONTACTS_FILE,
    GLOSSARY,
    ID,
    LAWS_FILE,
    THEMES_FILE,
    WORDS_FILE,
    parse_entry,
    parse_front_matter,
)
from jbakb.store.problem import Problem
from jbakb.store.tables import AGES_FILE, CHANGES_FILE, SERVICES_FILE
from jbakb.store.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode, decode, parse

#: Files of the glossary that hold one record each.
_RECORDS: Final[Mapping[str, type[Any]]] = {
    AREAS_FILE: AreasFile,
    LAWS_FILE: LawsFile,
    AGES_FILE: AgesFile,
    SERVICES_FILE: ServicesFile,
    CHANGES_FILE: ChangesFile,
}


def problems_of_change(root: Path, files: Mapping[str, bytes | None]) -> list[Problem]:
    """Return why the files of a change could not be read, empty if they all can.

    Args: `files` the new bytes by path relative to the root, None for a file that is deleted.
    """
    problems: list[Problem] = []
    areas = _known(root, AREAS_FILE, files)
    for path, data in files.items():
        if data is None:
            continue
        if path in _RECORDS or path in (THEMES_FILE, WORDS_FILE):
            _check_shared_file(path, data, problems)
        elif path == CONTACTS_FILE:
            parse_contacts(data, path, problems, sorted(areas))
        elif path.startswith(f"{GLOSSARY}/") and path.endswith(".yml"):
            _check_entry(root, path, data, files, areas, problems)
        elif path.endswith(".md"):
            text, found = decode(data, path)
            problems += found
            span = front_matter_span(text)
            if span:
                parse_front_matter(text[slice(*span)], path, problems)
    return sorted(problems)


def _check_entry(
    root: Path,
    path: str,
    data: bytes,
    files: Mapping[str, bytes | None],
    areas: frozenset[str],
    problems: list[Problem],
) -> None:
    *_folders, theme, name = path.split("/")
    entry_id = name.removesuffix(".yml")
    if not ID.fullmatch(entry_id):
        problems.append(Problem(path, 1, 1, _("„{id}“ taugt nicht als Kennung.").format(id=entry_id)))
    for other in (root / GLOSSARY).glob(f"*/{name}"):
        file = other.relative_to(root).as_posix()
        if file != path and files.get(file, b"") is not None:
            message = _("Die Kennung „{id}“ gibt es schon in {file}.").format(id=entry_id, file=file)
            problems.append(Problem(path, 1, 1, message))
    parse_entry(data, path, problems, id=entry_id, theme=theme, areas=sorted(areas))


def _check_shared_file(path: str, data: bytes, problems: list[Problem]) -> None:
    node = _node(path, data, problems)
    context = Context(path, 1, problems)
    if path in _RECORDS:
        convert(node, _RECORDS[path], context)
    elif path == WORDS_FILE and isinstance(node, SequenceNode):
        for item in node.value:
            convert(item, FalseFriend, context)
    elif path == THEMES_FILE and isinstance(node, MappingNode):
        for _key, value in node.value:
            if not isinstance(value, ScalarNode):
                context.complain(value, _("Hier steht je Thema eine Zeile „kennung: Titel“."))


def _known(root: Path, path: str, files: Mapping[str, bytes | None]) -> frozenset[str]:
    """Return the ids of the areas as they will be after the change."""
    data: Any = files.get(path)
    if data is None and (root / path).is_file():
        data = (root / path).read_bytes()
    areas_file = convert(_node(path, data, []), AreasFile, Context(path)) if data else None
    return frozenset(area.id for area in areas_file.areas) if areas_file else frozenset()


def _node(path: str, data: bytes, problems: list[Problem]) -> Node | None:
    text, found = decode(data, path)
    node = None
    if not found:
        node, found = parse(text, path)
    problems += found
    return node
