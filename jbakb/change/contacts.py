"""References from the contacts to the glossary: the entries that a contact is named for."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import Contact, ContactsFile
from jbakb.store.document import as_data, update
from jbakb.store.loading import CONTACTS_FILE
from jbakb.store.yaml_nodes import decode


def follow_in_contacts(kb: KnowledgeBase, follow: Callable[[str], str]) -> dict[str, str | None]:
    """Return the file of contacts with its entries changed, by path; nothing if none does.

    Args: `follow` as in `with_references`. A contact whose only topic falls away stays, for all that nobody else is
    named for.
    """
    contacts = kb.glossary.contacts
    new = tuple(
        replace(each, entries=tuple(dict.fromkeys(target for old in each.entries if (target := follow(old)))))
        for each in contacts
    )
    return _changed(kb, new)


def with_process_renamed(kb: KnowledgeBase, old: str, new: str) -> dict[str, str | None]:
    """Return the file of contacts with another id for a process, by path; nothing if none names it."""
    return _changed(
        kb,
        tuple(
            replace(each, processes=tuple(new if process == old else process for process in each.processes))
            for each in kb.glossary.contacts
        ),
    )


def _changed(kb: KnowledgeBase, new: tuple[Contact, ...]) -> dict[str, str | None]:
    contacts = kb.glossary.contacts
    if new == contacts:
        return {}
    text, _problems = decode((kb.root / CONTACTS_FILE).read_bytes(), CONTACTS_FILE)
    before, after = ContactsFile(contacts=contacts), ContactsFile(contacts=new)
    return {CONTACTS_FILE: update(text, as_data(before), as_data(after))}
