"""The words and symbols of the site for the closed vocabularies of the data, and for dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from jbakb.i18n import _
from jbakb.model import Glossary

#: How many pairs of colour and symbol the style sheet has (`jbakb-a1` …).
_STYLES: Final = 24


@dataclass(frozen=True)
class Label:
    """A word with a symbol, so that nothing depends on colour; `hint` says what it means."""

    key: str
    symbol: str
    text: str
    hint: str


def equivalence_label(equivalence: str) -> Label:
    """Return how far a concept agrees with the common notion, in words."""
    labels = {
        "exact": ("=", _("deckt sich"), _("Der Begriff deckt sich mit dem gemeinsamen Begriff.")),
        "close": ("≈", _("fast gleich"), _("Der Begriff ist dem gemeinsamen Begriff sehr ähnlich.")),
        "wider": ("⊃", _("umfasst mehr"), _("Der Begriff reicht weiter als der gemeinsame Begriff.")),
        "narrower": ("⊂", _("umfasst weniger"), _("Der Begriff ist enger als der gemeinsame Begriff.")),
        "related": ("≠", _("verwandt, kein Gegenstück"), _("Eigenes Wort, aber kein direktes Gegenstück.")),
        "absent": ("∅", _("kein Gegenstück"), _("Diesen Begriff gibt es hier nicht.")),
        "missing": ("?", _("noch zu klären"), _("Hierzu hat noch niemand etwas eingetragen.")),
    }
    return Label(equivalence, *labels[equivalence])


def term_type_label(kind: str) -> str:
    """Return the kind of a term, empty for a full form."""
    return {
        "abbreviation": _("Abkürzung"),
        "acronym": _("Abkürzung"),
        "shortForm": _("Kurzform"),
        "variant": _("Variante"),
    }.get(kind, "")


def register_label(register: str) -> str:
    """Return where a term is at home, empty if everywhere."""
    return {
        "technical": _("Fachsprache"),
        "colloquial": _("umgangssprachlich"),
        "inHouse": _("hausintern"),
    }.get(register, "")


def deadline_label(kind: str) -> str:
    """Return what sets a deadline."""
    return _("gesetzlich") if kind == "statutory" else _("vereinbart")


def basis_label(kind: str) -> str:
    """Return what allows personal data to pass a gate."""
    return {"consent": _("Einwilligung"), "statute": _("gesetzliche Befugnis"), "anonymous": _("ohne Personenbezug")}[
        kind
    ]


def day(value: date | None) -> str:
    """Return a date as German readers write it, empty for none."""
    return value.strftime("%d.%m.%Y") if value else ""


def period(start: date | None, end: date | None) -> str:
    """Return a period of validity in words, empty if it has no bounds."""
    if start and end:
        return _("{start} bis {end}").format(start=day(start), end=day(end))
    if start:
        return _("seit {start}").format(start=day(start))
    return _("bis {end}").format(end=day(end)) if end else ""


def area_styles(glossary: Glossary) -> Mapping[str, int]:
    """Number the look of each area (colour and symbol), from 1, by its place in areas.yml."""
    return {area: place % _STYLES + 1 for place, area in enumerate(glossary.areas)}
