"""A row of texts to typed values, or the reasons why it is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, get_args

from jbakb.exchange.cells import split
from jbakb.exchange.format import ALL_AREAS, NEEDED, Row
from jbakb.i18n import _
from jbakb.model import Glossary
from jbakb.model.values import Equivalence, Gender, Register, Status, TermType, Visibility
from jbakb.store.loading import ID
from jbakb.store.suggest import nearest_hint
from jbakb.store.yaml_nodes import CONTROL_CHARACTER


class Refusal(Exception):
    """A cell that cannot be used: the reason and how to mend it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True)
class Wanted:
    """What a row says, typed; columns that it leaves empty are missing.

    `area` is empty for a word of all houses; `concept` is empty if the row does not name one.
    """

    number: int
    entry: str
    area: str
    term: str
    concept: str
    entry_fields: Mapping[str, Any]
    concept_fields: Mapping[str, Any]
    term_fields: Mapping[str, Any]


def want(glossary: Glossary, row: Row) -> tuple[Wanted | None, list[tuple[str, Refusal]]]:
    """Read a row; returns what it wants, or None and every refusal with its column."""
    values: dict[str, Any] = {}
    refused: list[tuple[str, Refusal]] = []
    for column in NEEDED:
        if not row.values.get(column):
            hint = _("die Kennung eines Rechtskreises, oder * für ein Wort aller Häuser") if column == "area" else ""
            refused.append((column, Refusal(_("Der Wert fehlt."), hint)))
    for column, text in row.values.items():
        try:
            values[column] = _read(glossary, column, text)
        except Refusal as refusal:
            refused.append((column, refusal))
    if values.get("area") == ALL_AREAS:
        alone = _("Das gibt es nur für das Wort eines Rechtskreises.")
        refused += [(name, Refusal(alone, _("die Zelle leeren"))) for name in (*_CONCEPT, "concept") if name in values]
    if refused:
        return None, refused
    area = values["area"]
    return Wanted(
        number=row.number,
        entry=values["entry"],
        area="" if area == ALL_AREAS else area,
        term=values["term"],
        concept=values.get("concept", ""),
        entry_fields={name: values[name] for name in _ENTRY if name in values},
        concept_fields={name: values[name] for name in _CONCEPT if name in values},
        term_fields={name: values[name] for name in _TERM if name in values},
    ), []


def _read(glossary: Glossary, column: str, text: str) -> Any:
    if CONTROL_CHARACTER.search(text):
        raise Refusal(_("Der Text enthält ein unsichtbares Steuerzeichen."), _("den Text neu eingeben"))
    if column == "area":
        return _area(glossary, text)
    if column == "theme":
        return _one_of(text, tuple(glossary.themes))
    return _READERS.get(column, _line)(text)


def _area(glossary: Glossary, text: str) -> str:
    if text == ALL_AREAS:
        return text
    by_short = {area.short.casefold(): area.id for area in glossary.areas.values()}
    return by_short.get(text.casefold()) or _one_of(text, tuple(glossary.areas))


def _line(text: str) -> str:
    return " ".join(text.split())


def _prose(text: str) -> str:
    return text


def _id(text: str) -> str:
    if ID.fullmatch(text):
        return text
    raise Refusal(
        _("„{id}“ taugt nicht als Kennung.").format(id=text),
        _("Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche; ä als ae schreiben"),
    )


def _day(text: str) -> date:
    """Read a day; a German spreadsheet turns 2026-07-01 into 01.07.2026 on its own."""
    iso = re.fullmatch(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})", text)
    german = re.fullmatch(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})", text)
    found = iso or german
    try:
        if found:
            return date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        pass
    raise Refusal(_("„{value}“ ist kein Datum.").format(value=text), _("2026-07-01 oder 01.07.2026 schreiben"))


def _one_of(text: str, options: tuple[str, ...]) -> str:
    if text in options:
        return text
    raise Refusal(_("„{value}“ ist hier nicht möglich.").format(value=text), nearest_hint(text, options))


def _literal(kind: Any) -> Callable[[str], str]:
    return lambda text: _one_of(text, get_args(kind))


_READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "entry": _id,
    "concept": _id,
    "equivalence": _literal(Equivalence),
    "status": _literal(Status),
    "type": _literal(TermType),
    "register": _literal(Register),
    "gender": _literal(Gender),
    "visibility": _literal(Visibility),
    "valid_from": _day,
    "valid_to": _day,
    "tolerated_until": _day,
    "forms": split,
    "source": split,
    "notion": _prose,
    "definition": _prose,
    "plain": _prose,
}
_ENTRY: Final = ("theme", "title", "notion", "visibility")
_CONCEPT: Final = ("equivalence", "definition", "plain", "source")
_TERM: Final = (
    "status", "type", "register", "gender", "plural", "forms", "person", "valid_from", "valid_to", "tolerated_until",
)  # fmt: skip
