"""Renaming and removing what is no entry: processes, clauses, goals and roles, with everything that names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from msgspec.structs import replace

from jbakb.change.contacts import with_process_renamed
from jbakb.change.page_links import links_to, with_links_moved
from jbakb.change.resolving import unknown
from jbakb.change.role_names import roles_named, with_role_renamed
from jbakb.handbook import DOCS, Page, process_now
from jbakb.i18n import _
from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import AreasFile, Process
from jbakb.model.process import OTHER_PROCESS
from jbakb.store.document import as_data, update
from jbakb.store.loading import AREAS_FILE, CLAUSES, CONTACTS_FILE, GOALS, ID, PROCESSES, locate
from jbakb.store.problem import RefusedError
from jbakb.store.rewriting import described_page
from jbakb.store.transaction import Changeset
from jbakb.store.yaml_nodes import decode

Kind = Literal["process", "clause", "goal", "role", "area"]

#: What a navigation written by hand stands in.
_MKDOCS: Final = "mkdocs.yml"
_PAGES: Final[dict[str, Kind]] = {PROCESSES: "process", CLAUSES: "clause", GOALS: "goal"}
_FOLDERS: Final[dict[str, Kind]] = {
    **{folder.removeprefix(f"{DOCS}/"): kind for folder, kind in _PAGES.items()},
    "rollen": "role",
    "rechtskreise": "area",
}


@dataclass(frozen=True)
class Named:
    """Something with an id that is no entry; `page` is its own where it has one."""

    kind: Kind
    id: str
    page: Page | None = None

    @property
    def folder(self) -> str:
        """Return the word that stands before its id in an address."""
        return next(folder for folder, kind in _FOLDERS.items() if kind == self.kind)

    @property
    def ref(self) -> str:
        """Return the address: `prozesse/<id>` and the like."""
        return f"{self.folder}/{self.id}"


def find_named(kb: KnowledgeBase, ref: str) -> Named | None:
    """Find the process, clause, goal, role or area that a reference names.

    Args: `ref` as `prozesse/<id>` (or `process:<id>`), `vereinbarung/<id>`, `ziele/<id>`, `rollen/<id>`,
    `rechtskreise/<id>`, as the path of the page, or (not for roles and areas) as the id alone where no entry has it.
    Returns None if it names nothing of these; raises RefusedError if its folder does and there is no such id, or if an
    id alone is that of several.
    """
    folder, slash, name = ref.removeprefix(f"{DOCS}/").removesuffix(".md").rpartition("/")
    everything = list(_all(kb))
    if ref.startswith(OTHER_PROCESS):
        folder, slash, name = "prozesse", "/", ref.removeprefix(OTHER_PROCESS)
    if slash:
        if folder not in _FOLDERS:
            return None
        for named in everything:
            if named.folder == folder and named.id == name:
                return named
        known = [named.id for named in everything if named.folder == folder]
        raise unknown(_("„{name}“ gibt es nicht.").format(name=ref), name, known)
    if name in kb.glossary.entries:
        return None
    found = [named for named in everything if named.id == ref and named.kind not in ("role", "area")]
    if len(found) > 1:
        message = _("„{word}“ ist mehrdeutig. Gemeint sein kann: {refs}.")
        raise RefusedError(message.format(word=ref, refs=", ".join(named.ref for named in found)))
    return found[0] if found else None


def plan_named_id_change(kb: KnowledgeBase, named: Named, new_id: str) -> Changeset:
    """Plan a new id for a process, a clause, a goal or a role, carried through processes, contacts and links.

    Raises RefusedError if the new id is taken or no id, and for a legal area, whose id is for ever.
    """
    if named.kind == "area":
        message = _("Die Kennung „{id}“ eines Rechtskreises bleibt: Sie steht in allen Einträgen und Adressen.")
        raise RefusedError(message.format(id=named.id))
    key = (
        new_id.removeprefix(OTHER_PROCESS).removeprefix(f"{DOCS}/").removeprefix(f"{named.folder}/").removesuffix(".md")
    )
    if not ID.fullmatch(key):
        message = _("„{id}“ taugt nicht als Kennung: Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche.")
        raise RefusedError(message.format(id=key))
    taken = {other.id for other in _all(kb) if other.kind == named.kind} | {"index"}
    if named.kind == "role":
        taken |= {role for page in kb.pages if page.process for role in page.process.roles}
    if key in taken:
        raise RefusedError(_("Die Kennung „{id}“ ist schon vergeben.").format(id=key))
    if named.kind == "process" and (owner := process_now(kb.pages, key)) not in ("", named.id):
        message = _("„{id}“ hieß früher der Prozess „{owner}“; Links darauf führen noch dorthin. Bitte anders nennen.")
        raise RefusedError(message.format(id=key, owner=owner))
    summary = _("Kennung „{old}“ in „{new}“ geändert").format(old=named.ref, new=f"{named.folder}/{key}")
    files: dict[str, str | None] = {}
    moved: dict[str, str] = {}
    new_path = f"{DOCS}/{named.folder}/{key}.md"
    for page in kb.pages:
        text = page.text
        if page.process is not None:
            text = described_page(text, page.process, _renamed_in(page.process, named, key))
        if named.page is not None:
            text = with_links_moved(page.path, text, named.page.path, new_path)
        if named.page is page:
            files |= {page.path: None, new_path: text}
            moved[new_path] = page.path
        elif text != page.text:
            files[page.path] = text
    if named.kind == "process":
        files |= with_process_renamed(kb, named.id, key)
    if named.kind == "role":
        files[AREAS_FILE] = _areas_file(kb, named.id, key)
    if named.page is not None and (settings := kb.root / _MKDOCS).is_file():
        before = settings.read_text(encoding="utf-8-sig")
        after = re.sub(rf"(?<![\w/-]){named.ref}\.md\b", f"{named.folder}/{key}.md", before)
        files |= {_MKDOCS: after} if after != before else {}
    return Changeset(summary, files, moved)


def plan_named_removal(kb: KnowledgeBase, named: Named) -> Changeset:
    """Plan that a process, a clause, a goal or a role goes; raises RefusedError with every place that names it."""
    needed = [*_needed(kb, named)]
    if needed:
        message = _("„{ref}“ wird noch gebraucht:").format(ref=named.ref)
        advice = _("Diese Stellen zuerst ändern.")
        raise RefusedError("\n".join([message, *(f"  {place}" for place in needed), advice]))
    summary = _("„{ref}“ gelöscht").format(ref=named.ref)
    if named.page is not None:
        return Changeset(summary, {named.page.path: None})
    if named.kind == "area":
        raise RefusedError(_("Rechtskreise stehen in {file} und werden dort gelöscht.").format(file=AREAS_FILE))
    return Changeset(summary, {AREAS_FILE: _areas_file(kb, named.id, "")})


def _all(kb: KnowledgeBase) -> Iterator[Named]:
    for page in kb.pages:
        described = page.process or page.clause or page.goal
        if described is not None:
            yield Named(_PAGES[page.path.rpartition("/")[0]], described.id, page)
    yield from (Named("role", role) for role in kb.glossary.roles)
    yield from (Named("area", area) for area in kb.glossary.areas)


def _needed(kb: KnowledgeBase, named: Named) -> Iterator[str]:
    """Iterate over the places that name something, as `file:line  what stands there`."""
    for page in kb.pages:
        if page is named.page:
            continue
        for where, text in _names_in(page.process, named) if page.process else ():
            line, _column = page.front_matter_place(*where)
            yield f"{page.path}:{line}  {text}"
        for line, address in links_to(page.path, page.text, named.page.path) if named.page else ():
            yield _("{file}:{line}  Link auf {address}").format(file=page.path, line=line, address=address)
    if named.kind == "process":
        for place, contact in enumerate(kb.glossary.contacts):
            if named.id in contact.processes:
                line, _column = locate((kb.root / CONTACTS_FILE).read_bytes(), ("contacts", place, "processes"))
                yield f"{CONTACTS_FILE}:{line}  processes: {named.id}"
    if named.kind == "area":
        for entry, concept in kb.glossary.concepts():
            if concept.area == named.id:
                yield entry.ref(concept)


def _names_in(process: Process, named: Named) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if named.kind == "process":
        target = OTHER_PROCESS + named.id
        for place, step in enumerate(process.steps):
            if isinstance(step.next, str):
                if step.next == target:
                    yield ("steps", place, "next"), f"next: {target}"
                continue
            for index, branch in enumerate(step.next):
                if branch.to == target:
                    yield ("steps", place, "next", index, "to"), f"to: {target}"
    elif named.kind == "role":
        yield from roles_named(process, named.id)
    elif named.kind in ("clause", "goal"):
        field = f"{named.kind}s"
        for index, target in enumerate(getattr(process, field)):
            if target == named.id:
                yield (field, index), f"{field}: {target}"


def _renamed_in(process: Process, named: Named, key: str) -> Process:
    def follow(target: str) -> str:
        return OTHER_PROCESS + key if target == OTHER_PROCESS + named.id else target

    if named.kind == "role":
        return with_role_renamed(process, named.id, key)
    if named.kind in ("clause", "goal"):
        field = f"{named.kind}s"
        return replace(process, **{field: tuple(key if it == named.id else it for it in getattr(process, field))})
    steps = tuple(
        replace(step, next=follow(step.next))
        if isinstance(step.next, str)
        else replace(step, next=tuple(replace(branch, to=follow(branch.to)) for branch in step.next))
        for step in process.steps
    )
    new = replace(process, steps=steps)
    if process.id != named.id:
        return new
    formerly = tuple(dict.fromkeys(name for name in (*process.formerly, named.id) if name != key))
    return replace(new, id=key, formerly=formerly)


def _areas_file(kb: KnowledgeBase, old: str, new: str) -> str:
    """Return the text of areas.yml with a role renamed, or without it if the new id is empty."""
    glossary = kb.glossary
    before = AreasFile(
        areas=tuple(glossary.areas.values()), roles=tuple(glossary.roles.values()), defaults=glossary.defaults
    )
    roles = tuple(replace(role, id=new) if role.id == old else role for role in before.roles if new or role.id != old)
    text, _problems = decode((kb.root / AREAS_FILE).read_bytes(), AREAS_FILE)
    return update(text, as_data(before), as_data(replace(before, roles=roles)))
