"""Contacts must lead to the right place, and examples must not stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jbakb.check.finding import CheckInput, Finding, Place, Rule
from jbakb.check.place import in_text
from jbakb.i18n import _
from jbakb.store.loading import CONTACTS_FILE, locate
from jbakb.store.suggest import suggestion

#: What the templates of the legal pages leave open.
PLACEHOLDER: Final = re.compile(r"\[Bitte ergänzen[^\]\n]*\]")


def in_contacts(given: CheckInput, *where: str | int) -> Place:
    """Return the place of a value in glossary/contacts.yml, by its path of keys and indexes."""
    line, column = locate((given.knowledge_base.root / CONTACTS_FILE).read_bytes(), where)
    return Place(CONTACTS_FILE, line, column, line, column)


def broken_contacts(given: CheckInput) -> Iterator[Finding]:
    """Find themes, entries and processes that contacts name and that do not exist."""
    glossary = given.glossary
    known = {
        "themes": list(glossary.themes),
        "entries": list(glossary.entries),
        "processes": [page.process.id for page in given.pages if page.process],
    }
    for place, contact in enumerate(glossary.contacts):
        for name, there in known.items():
            for index, target in enumerate(getattr(contact, name)):
                if target not in there:
                    yield Finding(
                        "contact-broken",
                        _("„{target}“ gibt es nicht.").format(target=target),
                        in_contacts(given, "contacts", place, name, index),
                        suggestion=suggestion(target, there),
                        excerpt=target,
                    )


def placeholders(given: CheckInput) -> Iterator[Finding]:
    """Find contacts and pages that are still as they came with the program."""
    for place, contact in enumerate(given.glossary.contacts if not given.only else ()):
        if contact.example:
            yield Finding(
                "placeholder",
                _("„{title}“ ist ein Beispiel: bitte durch die eigene Anlaufstelle ersetzen.").format(
                    title=contact.title
                ),
                in_contacts(given, "contacts", place, "mail"),
                excerpt=contact.mail,
            )
    for page in given.pages:
        for found in PLACEHOLDER.finditer(page.prose.text):
            yield Finding(
                "placeholder",
                _("„{text}“ ist noch offen.").format(text=found[0]),
                in_text(page, *found.span()),
                excerpt=found[0],
            )


RULES = (
    Rule(
        "contact-broken",
        "error",
        "Anlaufstelle für etwas, das es nicht gibt",
        broken_contacts,
        doc="""
        Was wird geprüft: Ob `themes`, `entries` und `processes` in `glossary/contacts.yml` auf etwas zeigen, das es
            gibt.
        Warum: Sonst fehlt die Anlaufstelle auf der Seite, auf der jemand sie sucht.
        Beispiel: `entries: [hilfepaln]`
        Stattdessen: `entries: [hilfeplan]`
        Ausnahmen: Keine.
        """,
    ),
    Rule(
        "placeholder",
        "info",
        "Beispiel oder Platzhalter",
        placeholders,
        scope="page",
        doc="""
        Was wird geprüft: Ob in `glossary/contacts.yml` noch Anlaufstellen mit Postfächern unter `.example` stehen und
            ob auf einer Seite noch „[Bitte ergänzen: …]“ steht.
        Warum: Ein Impressum ohne Anschrift und ein erfundenes Postfach helfen niemandem.
        Beispiel: `mail: team-u25@jobcenter.example`
        Stattdessen: das Postfach der eigenen Stelle
        Ausnahmen: Keine.
        """,
    ),
)
