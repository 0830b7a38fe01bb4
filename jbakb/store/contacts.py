"""The contacts of glossary/contacts.yml: each with a place in the file where something is wrong."""

from __future__ import annotations

from collections.abc import Collection

from jbakb.i18n import _
from jbakb.model import Contact, ContactsFile
from jbakb.store.convert import Context, convert
from jbakb.store.ids import ID_PATTERN as ID
from jbakb.store.problem import Problem
from jbakb.store.suggest import nearest_hint
from jbakb.store.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode, decode, parse


def parse_contacts(data: bytes, path: str, problems: list[Problem], areas: Collection[str] = ()) -> tuple[Contact, ...]:
    """Make the contacts of a file's bytes; none if they cannot be used, with the reasons added to the problems.

    Args: `areas` the ids that contacts may name; without any, they are not looked at.
    """
    text, found = decode(data, path)
    node = None
    if not found:
        node, found = parse(text, path)
    problems += found
    if found:
        return ()
    context = Context(path, 1, problems)
    file = convert(node, ContactsFile, context)
    if file is None:
        return ()
    seen: set[str] = set()
    for contact, item in zip(file.contacts, _items(node), strict=True):
        if not ID.fullmatch(contact.id):
            message = _("„{id}“ taugt nicht als Kennung.").format(id=contact.id)
            context.complain(_child(item, "id"), message, _("Kleinbuchstaben a–z, Ziffern, Bindestriche"))
        elif contact.id in seen:
            message = _("Die Kennung „{id}“ ist schon vergeben.").format(id=contact.id)
            context.complain(_child(item, "id"), message, _("eine andere Kennung nehmen"))
        seen.add(contact.id)
        if areas and contact.area and contact.area not in areas:
            message = _("Den Rechtskreis „{area}“ gibt es nicht.").format(area=contact.area)
            context.complain(_child(item, "area"), message, nearest_hint(contact.area, areas))
    return file.contacts


def _items(node: Node | None) -> list[Node]:
    contacts = _child(node, "contacts") if node is not None else None
    return list(contacts.value) if isinstance(contacts, SequenceNode) else []


def _child(node: Node, key: str) -> Node:
    """Return the value of a key that has been read already, the node itself otherwise."""
    pairs = node.value if isinstance(node, MappingNode) else ()
    return next((value for name, value in pairs if isinstance(name, ScalarNode) and name.value == key), node)
