"""Whom to ask: contacts of the authorities as functions, never as persons (glossary/contacts.yml)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from jbakb.model.entry import Record
from jbakb.model.values import Visibility


class Contact(Record, frozen=True, kw_only=True):
    """A place where questions are answered: a function with its mailbox, telephone and hours.

    Without an area it belongs to no side. Without topics (`themes`, `entries`, `laws`, `processes`) it answers whatever
    no other contact of its area is named for. Only in the internal edition unless it says `public`.
    """

    id: str
    title: str
    area: str = ""
    task: str = ""
    mail: str = ""
    phone: str = ""
    hours: str = ""
    place: str = ""
    note: str = ""
    themes: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    visibility: Visibility = "internal"

    @property
    def general(self) -> bool:
        """Tell whether no topic is named."""
        return not (self.themes or self.entries or self.laws or self.processes)

    @property
    def example(self) -> bool:
        """Tell whether mailbox is made up and has to be replaced. Source: RFC 2606 (`.example`)."""
        host = self.mail.rpartition("@")[2].lower()
        return host.endswith(".example") or host.startswith("example.")


def public_contacts(
    contacts: Iterable[Contact], entries: Collection[str], processes: Collection[str] | None = None
) -> tuple[Contact, ...]:
    """Return the public contacts without the topics that are not public; one that has no other topic falls away.

    Args: `entries` and `processes` the ids that may be named; without `processes`, none may.
    """
    kept = []
    for contact in contacts:
        if contact.visibility != "public":
            continue
        public = replace(
            contact,
            entries=tuple(entry for entry in contact.entries if entry in entries),
            processes=tuple(process for process in contact.processes if process in (processes or ())),
        )
        if contact.general or not public.general:
            kept.append(public)
    return tuple(kept)


class ContactsFile(Record, frozen=True, kw_only=True):
    """The content of glossary/contacts.yml; the order here is the order everywhere."""

    contacts: tuple[Contact, ...]
