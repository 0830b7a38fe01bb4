"""Renaming a process: another name for its page, with everything that names it."""

from __future__ import annotations

import posixpath
import re
from typing import Final

from msgspec.structs import replace

from jbakb.handbook import DOCS, Page, process_now
from jbakb.i18n import _
from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import Process
from jbakb.model.process import OTHER_PROCESS, Branch, Step
from jbakb.store.loading import ID, PROCESSES
from jbakb.store.problem import RefusedError
from jbakb.store.rewriting import process_page
from jbakb.store.transaction import Changeset

#: What a navigation written by hand stands in.
_MKDOCS: Final = "mkdocs.yml"
#: The relative address of a page, as Markdown and HTML write it.
_ADDRESS: Final = re.compile(r"(?P<folder>(?:[\w.-]+/)*)(?P<name>[a-z0-9-]+)(?P<suffix>\.md|\.html)(?![\w/])")


def find_process(kb: KnowledgeBase, ref: str) -> Page | None:
    """Find the page of a process by its id, by `process:ID` (where an entry has the same), or by its path."""
    pages = {page.process.id: page for page in kb.pages if page.process}
    if ref.startswith(f"{PROCESSES}/"):
        return pages.get(ref.removeprefix(f"{PROCESSES}/").removesuffix(".md"))
    if ref.startswith(OTHER_PROCESS):
        return pages.get(ref.removeprefix(OTHER_PROCESS))
    return None if ref in kb.glossary.entries else pages.get(ref)


def plan_process_id_change(kb: KnowledgeBase, page: Page, new_id: str) -> Changeset:
    """Plan a new id for a process, carried through processes, links of pages and the navigation.

    Raises RefusedError if the new id is none, is taken, or was another process's.
    """
    process = page.process
    assert process is not None
    new_id = new_id.removeprefix(OTHER_PROCESS)
    if not ID.fullmatch(new_id):
        message = _("„{id}“ taugt nicht als Kennung: Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche.")
        raise RefusedError(message.format(id=new_id))
    path = f"{PROCESSES}/{new_id}.md"
    if (kb.root / path).exists() or new_id == "index":
        raise RefusedError(_("Die Kennung „{id}“ ist schon vergeben.").format(id=new_id))
    if (owner := process_now(kb.pages, new_id)) not in ("", process.id):
        message = _("„{id}“ hieß früher der Prozess „{owner}“; Links darauf führen noch dorthin. Bitte anders nennen.")
        raise RefusedError(message.format(id=new_id, owner=owner))
    files: dict[str, str | None] = {page.path: None}
    for other in kb.pages:
        text = _followed(other, process.id, new_id)
        if other is page:
            files[path] = text
        elif text != other.text:
            files[other.path] = text
    if (settings := kb.root / _MKDOCS).is_file():
        text = settings.read_text(encoding="utf-8-sig")
        named = re.sub(rf"(?<![\w/-])prozesse/{process.id}\.md\b", f"prozesse/{new_id}.md", text)
        files |= {_MKDOCS: named} if named != text else {}
    summary = _("Kennung „{old}“ in „{new}“ geändert").format(old=process.id, new=new_id)
    return Changeset(summary, files, {path: page.path})


def _followed(page: Page, old: str, new: str) -> str:
    """Return a page's text with all that names the process changed: ways on, and links."""
    text = page.text
    if page.process is not None:
        text = process_page(text, page.process, _process(page.process, old, new))
    folder = posixpath.dirname(page.path)

    def link(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(folder, found["folder"], found["name"]))
        return f"{found['folder']}{new}{found['suffix']}" if target == f"{PROCESSES}/{old}" else found[0]

    return _ADDRESS.sub(link, text) if page.path.startswith(f"{DOCS}/") else text


def _process(process: Process, old: str, new: str) -> Process:
    def target(to: str) -> str:
        return OTHER_PROCESS + new if to == OTHER_PROCESS + old else to

    def step(each: Step) -> Step:
        if isinstance(each.next, str):
            return replace(each, next=target(each.next))
        return replace(each, next=tuple(Branch(when=branch.when, to=target(branch.to)) for branch in each.next))

    formerly = process.formerly
    if process.id == old:
        formerly = tuple(dict.fromkeys(name for name in (*formerly, old) if name != new))
    return replace(process, steps=tuple(map(step, process.steps)), formerly=formerly)
