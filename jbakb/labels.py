"""How the closed vocabularies are called in front of people: on the terminal and on the site.

Every function translates when it is called, so that the language may change between two calls.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from jbakb.i18n import N_, _
from jbakb.model.approval import changed_since_approval
from jbakb.model.entry import Concept, Entry
from jbakb.model.values import (
    BasisKind,
    DeadlineKind,
    Equivalence,
    Gender,
    PartOfSpeech,
    Register,
    Status,
    TermType,
    Visibility,
)

_STATUS: Final[dict[Status, str]] = {
    "preferred": N_("bevorzugt"),
    "admitted": N_("zulässig"),
    "deprecated": N_("besser nicht verwenden"),
    "superseded": N_("abgelöst"),
}
_TERM_TYPE: Final[dict[TermType, str]] = {
    "fullForm": N_("Vollform"),
    "abbreviation": N_("Abkürzung"),
    "acronym": N_("Akronym"),
    "shortForm": N_("Kurzform"),
    "variant": N_("Schreibweise"),
    "phrase": N_("Wortgruppe"),
}
_REGISTER: Final[dict[Register, str]] = {
    "neutral": N_("allgemein"),
    "technical": N_("Fachsprache"),
    "colloquial": N_("umgangssprachlich"),
    "inHouse": N_("hausintern"),
}
_GENDER: Final[dict[Gender, str]] = {
    "masculine": N_("männlich"),
    "feminine": N_("weiblich"),
    "neuter": N_("sächlich"),
    "common": N_("männlich oder weiblich"),
}
#: Grammar of German, the same in every language of the program.
_ARTICLE: Final[dict[Gender, str]] = {"masculine": "der", "feminine": "die", "neuter": "das", "common": "die/der"}
_PART_OF_SPEECH: Final[dict[PartOfSpeech, str]] = {
    "noun": N_("Hauptwort"),
    "adjective": N_("Eigenschaftswort"),
    "verb": N_("Tätigkeitswort"),
    "properNoun": N_("Eigenname"),
}
_EQUIVALENCE: Final[dict[Equivalence, str]] = {
    "exact": N_("deckt sich"),
    "close": N_("fast gleich"),
    "wider": N_("umfasst mehr"),
    "narrower": N_("umfasst weniger"),
    "related": N_("verwandt, kein Gegenstück"),
}
_EQUIVALENCE_SENTENCE: Final[dict[Equivalence, str]] = {
    "exact": N_("deckt sich mit dem gemeinsamen Begriff"),
    "close": N_("deckt sich fast mit dem gemeinsamen Begriff"),
    "wider": N_("umfasst mehr als der gemeinsame Begriff"),
    "narrower": N_("umfasst weniger als der gemeinsame Begriff"),
    "related": N_("verwandt, kein Gegenstück"),
}
#: Signs that every terminal font has.
_SYMBOL: Final[dict[Equivalence, str]] = {"exact": "=", "close": "≈", "wider": ">", "narrower": "<", "related": "≠"}
_VISIBILITY: Final[dict[Visibility, str]] = {"public": N_("öffentlich"), "internal": N_("nur intern")}
_DEADLINE: Final[dict[DeadlineKind, str]] = {"statutory": N_("gesetzlich"), "agreed": N_("vereinbart")}
_BASIS: Final[dict[BasisKind, str]] = {
    "consent": N_("Einwilligung"),
    "statute": N_("gesetzliche Befugnis"),
    "anonymous": N_("ohne Personenbezug"),
}

#: Signs for an area that has no counterpart, and for one that nobody has looked at yet.
ABSENT_SYMBOL: Final = "–"
MISSING_SYMBOL: Final = "?"


def status_label(status: Status) -> str:
    """Return the word for a term's status."""
    return _(_STATUS[status])


def term_type_label(term_type: TermType) -> str:
    """Return the word for a kind of term."""
    return _(_TERM_TYPE[term_type])


def register_label(register: Register) -> str:
    """Return the word for a register."""
    return _(_REGISTER[register])


def gender_label(gender: Gender) -> str:
    """Return the word for a grammatical gender."""
    return _(_GENDER[gender])


def article(gender: Gender | None) -> str:
    """Return the German article of a gender, empty if none is known."""
    return _ARTICLE[gender] if gender else ""


def part_of_speech_label(part_of_speech: PartOfSpeech) -> str:
    """Return the word for a part of speech."""
    return _(_PART_OF_SPEECH[part_of_speech])


def equivalence_label(equivalence: Equivalence | None) -> str:
    """Return the word for a degree of equivalence; without one, that it is not settled."""
    return _(_EQUIVALENCE[equivalence]) if equivalence else _("Grad nicht festgelegt")


def equivalence_sentence(equivalence: Equivalence) -> str:
    """Return how a concept relates to its entry's common notion, as the rest of a sentence."""
    return _(_EQUIVALENCE_SENTENCE[equivalence])


def equivalence_symbol(equivalence: Equivalence | None) -> str:
    """Return the sign of a degree of equivalence; a plain ± where it is not settled. Never show it without the word."""
    return _SYMBOL[equivalence] if equivalence else "±"


def visibility_label(visibility: Visibility) -> str:
    """Return the words for who may see something."""
    return _(_VISIBILITY[visibility])


def deadline_label(kind: DeadlineKind) -> str:
    """Return the word for what sets a deadline."""
    return _(_DEADLINE[kind])


def basis_label(kind: BasisKind) -> str:
    """Return the words for a legal ground."""
    return _(_BASIS[kind])


def approval_label(entry: Entry, concept: Concept) -> str:
    """Return what is to be said of a concept's approval: when, and whether the text is another since; empty without."""
    if concept.approved is None:
        return ""
    said = _("Freigegeben am {day}").format(day=day_label(concept.approved.date))
    changed = _("Text seit Freigabe geändert")
    return f"{said} – {changed}" if changed_since_approval(entry, concept) else said


def day_label(day: date) -> str:
    """Return a day as people write it: 1.7.2026."""
    return f"{day.day}.{day.month}.{day.year}"


def dangling_label(ref: str) -> str:
    """Return what to say of a concept that leads to another one which does not exist."""
    return _("Der Begriff, auf den verwiesen wird ({ref}), fehlt.").format(ref=ref)


def period_label(start: date | None, end: date | None) -> str:
    """Return a period of validity in words, empty if it has no bounds."""
    if start and end:
        return _("{start} bis {end}").format(start=day_label(start), end=day_label(end))
    if start:
        return _("seit {start}").format(start=day_label(start))
    return _("bis {end}").format(end=day_label(end)) if end else ""
