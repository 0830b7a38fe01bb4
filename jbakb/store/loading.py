"""A folder of YAML files to a Glossary, with every problem of every file in one run."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from jbakb.i18n import _
from jbakb.model import AreasFile, Clause, Concept, Contact, Entry, FalseFriend, Glossary, Goal, Process
from jbakb.model.law import LawsFile
from jbakb.store.contacts import parse_contacts
from jbakb.store.convert import Context, convert
from jbakb.store.ids import ID_PATTERN
from jbakb.store.problem import Problem
from jbakb.store.suggest import nearest_hint, suggestion
from jbakb.store.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode, decode, parse

GLOSSARY: Final = "glossary"
PROCESSES: Final = "docs/prozesse"
CLAUSES: Final = "docs/vereinbarung"
GOALS: Final = "docs/ziele"
AREAS_FILE: Final = "glossary/areas.yml"
THEMES_FILE: Final = "glossary/themes.yml"
WORDS_FILE: Final = "glossary/words.yml"
LAWS_FILE: Final = "glossary/laws.yml"
CONTACTS_FILE: Final = "glossary/contacts.yml"

ID: Final = ID_PATTERN


def load_glossary(root: Path, only: Iterable[str] | None = None) -> tuple[Glossary, list[Problem]]:
    """Read the glossary of a knowledge base.

    Args: `only` the paths of the entries to read, relative to the root (all, if left out).
    Returns what could be read, and the problems of all files; nothing is raised for bad content.
    """
    problems: list[Problem] = []
    with _no_garbage_collection():
        areas_file = _read(root, AREAS_FILE, AreasFile, problems, missing_is_fine=not (root / GLOSSARY).is_dir())
        themes = _read_themes(root, problems)
        words = _read_words(root, problems)
        known = [area.id for area in areas_file.areas] if areas_file else []
        contacts = _read_contacts(root, problems, known)
        entries: dict[str, Entry] = {}
        for path in entry_files(root, problems) if only is None else only:
            entry = read_entry(root, path, themes, problems, known)
            if entry is None:
                continue
            if entry.id in entries:
                problems.append(_twice(entry, entries[entry.id]))
                continue
            entries[entry.id] = entry
    areas_file = areas_file or AreasFile(areas=())
    areas = {area.id: area for area in areas_file.areas}
    theme_order = {theme: place for place, theme in enumerate(themes)}
    ordered = sorted(entries.values(), key=lambda entry: (theme_order.get(entry.theme, 999), entry.theme, entry.id))
    glossary = Glossary(
        areas=areas,
        roles={role.id: role for role in areas_file.roles},
        themes=themes,
        entries={entry.id: entry for entry in ordered},
        words=words,
        contacts=contacts,
        defaults=areas_file.defaults,
    )
    return glossary, sorted(problems)


def load_laws(root: Path) -> tuple[LawsFile | None, list[Problem]]:
    """Read the register of laws; None if a knowledge base has none or it cannot be used, with the reasons."""
    problems: list[Problem] = []
    laws: LawsFile | None = read_record(root, LAWS_FILE, LawsFile, problems)
    return laws, problems


def read_record(root: Path, path: str, kind: type[Any], problems: list[Problem]) -> Any:
    """Read a file that holds one record; None if there is none or it cannot be used, with the reasons added."""
    return _read(root, path, kind, problems, missing_is_fine=True)


def entry_path(entry: Entry) -> str:
    """Return the path of an entry's file, relative to the root, with slashes."""
    return f"{GLOSSARY}/{entry.theme}/{entry.id}.yml"


def read_entry(
    root: Path, path: str, themes: Iterable[str], problems: list[Problem], areas: Collection[str] = ()
) -> Entry | None:
    """Read one entry's file; None if it cannot be used, with the reasons added to the problems.

    Args: `areas` the ids that concepts may name; without any, they are not looked at.
    """
    theme, entry_id = path.split("/")[-2], path.rsplit("/", 1)[-1].removesuffix(".yml")
    if not ID.fullmatch(entry_id):
        hint = _("Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche; ä als ae schreiben")
        problems.append(Problem(path, 1, 1, _("„{id}“ taugt nicht als Kennung.").format(id=entry_id), hint))
        return None
    known = list(themes)
    if theme not in known:
        near = suggestion(theme, known)
        hint = (
            _("meinten Sie „{near}“?").format(near=near) if near else _("in {file} ergänzen").format(file=THEMES_FILE)
        )
        problems.append(Problem(path, 1, 1, _("Das Thema „{theme}“ gibt es nicht.").format(theme=theme), hint))
    data = read_file(root, path, problems)
    return None if data is None else parse_entry(data, path, problems, id=entry_id, theme=theme, areas=areas)


def read_file(root: Path, path: str, problems: list[Problem]) -> bytes | None:
    """Read a file's bytes; None for a folder, a dead link or a file without permission, which is added as a problem."""
    try:
        return (root / path).read_bytes()
    except OSError:
        hint = _("nachsehen, ob es eine Datei ist (kein Ordner, keine tote Verknüpfung) und ob die Rechte reichen")
        problems.append(Problem(path, 1, 1, _("Die Datei lässt sich nicht lesen."), hint))
        return None


def parse_entry(
    data: bytes, path: str, problems: list[Problem], *, id: str, theme: str, areas: Collection[str] = ()
) -> Entry | None:
    """Make an entry of a file's bytes; None if they cannot be used, with the reasons added to the problems.

    Args: `areas` the ids that concepts may name; without any, they are not looked at. An entry with an unknown area
    is a problem, but can be used.
    """
    entry: Entry | None = _convert(data, path, Entry, problems, given={"id": id, "theme": theme})
    concepts = list(enumerate(entry.concepts)) if entry is not None else _outlined_concepts(data)
    if areas:
        problems += _unknown_areas(data, path, areas, entry)
    found = list(_shape_problems(concepts, data, path))
    problems += found
    return None if found else entry


def _outlined_concepts(data: bytes) -> list[tuple[int, Concept]]:
    """Return what the concepts of an entry that is not sound state, so that all its problems are told at once."""
    return [
        (
            index,
            Concept(
                area=_text_of(node, "area") or f"#{index}",
                id=_text_of(node, "id"),
                equivalence="exact" if _child(node, "equivalence") is not None else None,
                terms=() if _child(node, "terms") is not None else None,
                use=_text_of(node, "use"),
                absent=_text_of(node, "absent"),
            ),
        )
        for index, node in enumerate(_concept_nodes(data))
        if isinstance(node, MappingNode)
    ]


def _text_of(node: Node, key: str) -> str:
    child = _child(node, key)
    return child.value.strip() if isinstance(child, ScalarNode) else ""


def _concept_nodes(data: bytes) -> list[Node]:
    root = _tree(data)[1]
    node = _child(root, "concepts") if root is not None else None
    return list(node.value) if isinstance(node, SequenceNode) else []


def kind_of_page(path: str) -> type[Process] | type[Clause] | type[Goal] | None:
    """Return what a page of the handbook describes by its folder; the folder's own index.md describes nothing."""
    folder, _slash, name = path.rpartition("/")
    return None if name == "index.md" else _KINDS.get(folder)


_KINDS: Final[dict[str, type[Process] | type[Clause] | type[Goal]]] = {
    PROCESSES: Process,
    CLAUSES: Clause,
    GOALS: Goal,
}


def parse_front_matter(
    text: str, path: str, problems: list[Problem], *, first_line: int = 2
) -> Process | Clause | Goal | None:
    """Make what a page describes of its front matter; None if its folder has no kind or it cannot be used."""
    kind = kind_of_page(path)
    if kind is None:
        return None
    node, found = parse(text, path, first_line)
    problems += found
    if found:
        return None
    given = {"id": path.rsplit("/", 1)[-1].removesuffix(".md")}
    return convert(node, kind, Context(path, first_line, problems), given)


def locate(data: bytes, where: tuple[str | int, ...], first_line: int = 1) -> tuple[int, int]:
    """Find the line and column of a value in a YAML file by its path of keys and indexes.

    Returns the place of the nearest thing on the way if the value itself does not stand there.
    """
    node = node_at(data, where)[1]
    if node is None:
        return first_line, 1
    return node.start_mark.line + first_line, node.start_mark.column + 1


def node_at(data: bytes, where: tuple[str | int, ...]) -> tuple[str, Node | None]:
    """Return a file's text and the node at a path of keys and indexes, or the nearest one on the way."""
    text, node = _tree(data)
    for step in where:
        child = _child(node, step) if node is not None else None
        if child is None:
            break
        node = child
    return text, node


@lru_cache(maxsize=32)
def _tree(data: bytes) -> tuple[str, Node | None]:
    """Parse a file again to find places in it; findings come file by file, so a few are kept."""
    text = decode(data, "")[0]
    return text, parse(text, "")[0]


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        child: Node = node.value[step]
        return child
    return None


def _convert(
    data: bytes, path: str, kind: type[Any], problems: list[Problem], given: dict[str, Any] | None = None
) -> Any:
    text, found = decode(data, path)
    if not found:
        node, found = parse(text, path)
    problems += found
    return None if found else convert(node, kind, Context(path, 1, problems), given)


def _read(root: Path, path: str, kind: type[Any], problems: list[Problem], *, missing_is_fine: bool = False) -> Any:
    if not _is_there(root / path):
        if not missing_is_fine:
            hint = _("„jbakb init“ legt sie an")
            problems.append(Problem(path, 1, 1, _("Die Datei fehlt."), hint))
        return None
    data = read_file(root, path, problems)
    return None if data is None else _convert(data, path, kind, problems)


def _is_there(file: Path) -> bool:
    """Tell whether something has the name, be it a folder or a dead link."""
    return file.exists() or file.is_symlink()


def _read_node(root: Path, path: str, problems: list[Problem]) -> Node | None:
    data = read_file(root, path, problems) if _is_there(root / path) else None
    if data is None:
        return None
    text, found = decode(data, path)
    node = None
    if not found:
        node, found = parse(text, path)
    problems += found
    return node


def _read_themes(root: Path, problems: list[Problem]) -> dict[str, str]:
    node = _read_node(root, THEMES_FILE, problems)
    themes: dict[str, str] = {}
    if node is None:
        return themes
    context = Context(THEMES_FILE, 1, problems)
    if not isinstance(node, MappingNode):
        context.complain(node, _("Hier steht je Thema eine Zeile „kennung: Titel“."))
        return themes
    for key, value in node.value:
        if not isinstance(value, ScalarNode) or not isinstance(key, ScalarNode):
            context.complain(value, _("Hier steht je Thema eine Zeile „kennung: Titel“."))
        elif key.value in themes:
            context.complain(key, _("„{key}“ steht doppelt.").format(key=key.value), _("eines von beiden löschen"))
        elif not ID.fullmatch(key.value):
            context.complain(key, _("„{id}“ taugt nicht als Kennung.").format(id=key.value))
        else:
            themes[key.value] = value.value
    return themes


def _read_words(root: Path, problems: list[Problem]) -> tuple[FalseFriend, ...]:
    node = _read_node(root, WORDS_FILE, problems)
    if node is None:
        return ()
    context = Context(WORDS_FILE, 1, problems)
    if not isinstance(node, SequenceNode):
        context.complain(node, _("Hier steht eine Liste von Wörtern, jedes beginnt mit „- words: […]“."))
        return ()
    read = [convert(item, FalseFriend, context) for item in node.value]
    return tuple(word for word in read if word is not None)


def _read_contacts(root: Path, problems: list[Problem], areas: Collection[str]) -> tuple[Contact, ...]:
    data = read_file(root, CONTACTS_FILE, problems) if _is_there(root / CONTACTS_FILE) else None
    return () if data is None else parse_contacts(data, CONTACTS_FILE, problems, areas)


def entry_files(root: Path, problems: list[Problem]) -> Iterator[str]:
    """Iterate over the paths of all entries, relative to the root, with slashes, in order."""
    folder = root / GLOSSARY
    if not folder.is_dir():
        problems.append(Problem(GLOSSARY, 1, 1, _("Der Ordner fehlt."), _("„jbakb init“ legt ihn an")))
        return
    for path in sorted(folder.glob("*/*")):
        name = path.relative_to(root).as_posix()
        if path.suffix == ".yml":
            yield name
        elif path.suffix == ".yaml":
            problems.append(Problem(name, 1, 1, _("Diese Datei wird nicht gelesen."), _("Endung in .yml ändern")))


def _twice(entry: Entry, first: Entry) -> Problem:
    message = _("Die Kennung „{id}“ gibt es schon in {file}.").format(id=entry.id, file=entry_path(first))
    return Problem(entry_path(entry), 1, 1, message, _("die Datei umbenennen oder die Einträge zusammenführen"))


def _shape_problems(concepts: Iterable[tuple[int, Concept]], data: bytes, path: str) -> Iterator[Problem]:
    """Find what the types cannot say: exactly one of terms, use and absent; ids that are unique and well formed."""
    seen: set[str] = set()
    for index, concept in concepts:
        problem = _concept_problem(concept, seen)
        if problem:
            line, column = locate(data, ("concepts", index))
            yield Problem(path, line, column, *problem)
        seen.add(concept.key)


def _concept_problem(concept: Concept, seen: set[str]) -> tuple[str, str] | None:
    given = [
        name
        for name, there in (
            ("terms", concept.terms is not None),
            ("use", bool(concept.use)),
            ("absent", bool(concept.absent)),
        )
        if there
    ]
    if not given:
        return (
            _("Es fehlt eines von terms, use und absent."),
            _("Wörter nennen (terms), auf einen Begriff verweisen (use) oder begründen, warum es keinen gibt (absent)"),
        )
    if len(given) > 1:
        return (
            _("{first} und {second} schließen einander aus.").format(first=given[0], second=given[1]),
            _("eines von beiden löschen"),
        )
    if concept.id and not ID.fullmatch(concept.id):
        return (
            _("„{id}“ taugt nicht als Kennung.").format(id=concept.id),
            _("Kleinbuchstaben a–z, Ziffern, Bindestriche"),
        )
    if concept.key in seen:
        return (
            _("Ein zweiter Begriff mit der Kennung „{key}“.").format(key=concept.key),
            _("eine eigene Kennung geben: id: {area}-wort").format(area=concept.area),
        )
    if concept.equivalence is None and not concept.absent:
        return (
            _("Es fehlt equivalence (wie weit sich der Begriff mit „notion“ deckt)."),
            _("exact, close, wider, narrower oder related"),
        )
    return None


def _unknown_areas(data: bytes, path: str, known: Collection[str], entry: Entry | None) -> Iterator[Problem]:
    """Find the areas that do not exist; an entry that could not be read is looked through as it is written."""
    if entry is not None and all(concept.area in known for concept in entry.concepts):
        return
    for node in _concept_nodes(data):
        area = _text_of(node, "area")
        if area and area not in known:
            mark = _child(node, "area").start_mark  # type: ignore[union-attr]
            message = _("Den Rechtskreis „{area}“ gibt es nicht.").format(area=area)
            yield Problem(path, mark.line + 1, mark.column + 1, message, nearest_hint(area, known))


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Pause the collector while many small values are made that all stay: a third of the loading time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
