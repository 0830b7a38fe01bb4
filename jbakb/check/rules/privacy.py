"""Data about persons does not belong into a knowledge base."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.passages import Passage
from jbakb.check.place import in_passage
from jbakb.check.rules.contacts import in_contacts
from jbakb.i18n import _
from jbakb.language.base_nouns import find_head

_MAIL: Final = re.compile(r"(?<![\w.+-])(?P<name>[\w.+-]+)@(?P<host>[\w-]+(?:\.[\w-]+)+)")
#: Two names or an initial and a name, each with a vowel; a mailbox of a function has neither ("pfl-wn", "kita-eltern").
_NAME_PART: Final = r"(?=[^._]*[aeiouyäöü])[^\W\d_]{2,}(?:-[^\W\d_]+)?"
_PERSON: Final = re.compile(rf"(?P<first>[^\W\d_]|{_NAME_PART})[._]{_NAME_PART}\d{{0,2}}", re.I)
#: No given name is as long as a compound noun: "familienpass.soz".
_COMPOUND: Final = 9
_FUNCTION: Final = re.compile(
    r"team|info|service|kontakt|post|stelle|amt|center|agentur|jba|berat|jugend|schul|ausbildung|beruf|zentrale|empfang"
    r"|leitung|koordin|datenschutz|presse|redaktion|anmeld|termin|hilfe|antrag|leistung|verwaltung|büro|buero|office|mail"
    r"|vorname|nachname|name|person|muster|support|sekretariat|geschaeft|bewerb|vermittl|reha|kein|no|reply|u25|sgb",
    re.I,
)
_MOBILE: Final = re.compile(r"(?<![\w/-])(?:\+49|0049|0)[\s/()-]{0,3}1[567]\d(?:[\s/-]?\d){6,9}(?!\d)")
_NAME: Final = re.compile(r"(?<![\w])(?:Frau|Herrn?|Fr\.|Hr\.|Dr\.)\s+(?:Dr\.\s+)?(?:[A-ZÄÖÜ]\.\s*)*[A-ZÄÖÜ][\w-]+")
_BIRTH: Final = re.compile(
    r"(?:\bgeb(?:oren)?\.?(?:\s+am)?|\bGeburtsdatum\s*:?|\bGeburtstag\s*:?|(?<!\S)\*)\s*(?P<day>\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)?\d{2})(?!\d)"
)


def personal_data(given: CheckInput) -> Iterator[Finding]:
    """Find e-mail addresses and telephone numbers of persons, and dates of birth."""
    for passage in given.passages:
        for start, end, message in _found_in(passage.text, passage.prose.text):
            yield Finding(
                "personal-data",
                message.format(text=passage.text[start:end]),
                in_passage(given, passage, start, end),
                entry=_entry(passage),
                excerpt=passage.text[start:end],
            )
    for place, contact in enumerate(given.glossary.contacts if not given.only else ()):
        for name in ("title", "task", "mail", "phone", "hours", "place", "note"):
            text = getattr(contact, name)
            for start, end, message in [*_found_in(text, text), *_named_in(text)]:
                yield Finding(
                    "personal-data",
                    message.format(text=text[start:end]),
                    in_contacts(given, "contacts", place, name),
                    excerpt=text[start:end],
                )


def _found_in(text: str, prose: str) -> Iterator[tuple[int, int, str]]:
    # Most texts have no sign of either: a plain search is much faster than a pattern.
    for found in _MAIL.finditer(text) if "@" in text else ():
        example = found["host"].endswith((".example", ".invalid", ".test")) or found["host"].startswith("example.")
        if not example and _is_person(found["name"]):
            yield *found.span(), _("„{text}“ ist die Adresse einer Person. Besser das Postfach der Stelle.")
    for found in _MOBILE.finditer(prose):
        yield *found.span(), _("„{text}“ ist eine Mobilnummer. Besser die Nummer der Stelle.")
    for found in _BIRTH.finditer(prose) if "geb" in prose or "Geburt" in prose or "*" in prose else ():
        yield *found.span("day"), _("„{text}“ ist ein Geburtsdatum.")


def _is_person(name: str) -> bool:
    """Tell whether the part of an address before the sign is a person's name."""
    named = _PERSON.fullmatch(name)
    if named is None or _FUNCTION.search(name):
        return False
    return len(named["first"]) < _COMPOUND or find_head(named["first"].lower()) is None


def _named_in(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _NAME.finditer(text):
        yield *found.span(), _("„{text}“ nennt eine Person. Besser die Stelle oder Funktion.")


def _entry(passage: Passage) -> str:
    return passage.entry.id if passage.entry else ""


RULES = (
    Rule(
        "personal-data",
        "warning",
        "Angaben über eine Person",
        personal_data,
        scope="page",
        doc="""
        Was wird geprüft: Ob auf Seiten oder in Einträgen, Prozessen und Anlaufstellen die E-Mail-Adresse einer Person,
            eine Mobilnummer oder ein Geburtsdatum steht; bei Anlaufstellen auch der Name einer Person.
        Warum: Die Wissensbasis lesen viele, und ihre Geschichte in Git vergisst nichts.
        Beispiel: `geb. 12.03.2008`, `0151 23456789`
        Stattdessen: `jugendberufsagentur@stadt.example`
        Ausnahmen: Postfächer einer Stelle, Festnetznummern, Adressen unter `.example`; bei Nummern und Daten auch Code.
        """,
    ),
)
