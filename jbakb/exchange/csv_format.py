"""CSV: one row per term.

Written as RFC 4180 says (commas, CRLF), or as a German Excel opens it at once (semicolons, byte order mark). Read with
commas, semicolons or tabs, in UTF-8 with or without mark, UTF-16, or Windows-1252.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Final

from jbakb.exchange.cells import guard, join, unguard
from jbakb.exchange.format import ALL_AREAS, COLUMNS, NEEDED, Exporter, Importer, Row, Table
from jbakb.i18n import N_, _
from jbakb.model import Concept, Entry, Glossary, Term
from jbakb.store.problem import DataError, Problem
from jbakb.store.suggest import nearest_hint

_DELIMITERS: Final = (",", ";", "\t")
# A definition may be long; the limit of the csv module (131,072) is not ours.
_LONGEST_CELL: Final = 10_000_000


def export_csv(glossary: Glossary, on: date, *, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """Write all terms, a row each. The status is the one that the files state: reading it back changes nothing."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    for row in _rows(glossary):
        writer.writerow({column: guard(cell) for column, cell in row.items()})
    return out.getvalue().encode(encoding)


def _rows(glossary: Glossary) -> Iterator[dict[str, str]]:
    for sense in glossary.senses():
        yield _row(glossary, sense.entry, sense.concept, sense.term)


def _row(glossary: Glossary, entry: Entry, concept: Concept | None, term: Term) -> dict[str, str]:
    row = {
        "entry": entry.id,
        "area": concept.area if concept else ALL_AREAS,
        "term": term.term,
        "theme": entry.theme,
        "title": entry.title,
        "notion": entry.notion,
        "status": term.status or "",
        "type": term.type,
        "register": term.register,
        "gender": term.gender or "",
        "plural": term.plural,
        "forms": join(term.forms),
        "person": term.person,
        "valid_from": _day(term.valid_from),
        "valid_to": _day(term.valid_to),
        "tolerated_until": _day(term.tolerated.until if term.tolerated else None),
        "visibility": glossary.visibility(entry),
    }
    if concept:
        row |= {
            "concept": concept.id,
            "equivalence": concept.equivalence or "",
            "definition": concept.definition,
            "plain": concept.plain,
            "source": join(concept.sources),
        }
    return row


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def read_csv(data: bytes, file: str) -> Table:
    """Read rows of terms; raises DataError if the file is no such table."""
    text, remarks = _decode(data, file)
    delimiter = _delimiter(text)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    columns: list[str] = []
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            texts = [_text(cell) for cell in cells]
            if not any(texts):
                continue
            if not columns:
                columns = _header(texts, file, number)
                continue
            if any(texts[len(columns) :]):
                hint = _("Text, der „{sign}“ enthält, in doppelte Anführungszeichen setzen").format(sign=delimiter)
                message = _("Diese Zeile hat mehr Zellen als die Kopfzeile.")
                raise DataError([Problem(file, number, len(columns) + 1, message, hint)])
            values = {column: text for column, text in zip(columns, texts, strict=False) if text}
            rows.append(Row(number, values))
    except csv.Error as error:
        message = _("Kein gültiges CSV: {said}").format(said=error)
        hint = _("ein Anführungszeichen innerhalb eines Textes verdoppeln")
        raise DataError([Problem(file, number + 1, 1, message, hint)]) from None
    if not columns:
        hint = _("die erste Zeile nennt die Spalten: {names}").format(names=", ".join(NEEDED))
        raise DataError([Problem(file, 1, 1, _("Die Datei ist leer."), hint)])
    return Table(tuple(rows), remarks)


def _decode(data: bytes, file: str) -> tuple[str, tuple[str, ...]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        message = _("Die Datei ist weder in UTF-8 noch in Windows-1252 gespeichert.")
        line = data.count(b"\n", 0, error.start) + 1
        raise DataError([Problem(file, line, 1, message, _("als „CSV UTF-8“ speichern"))]) from None
    return text, (_("Die Datei ist in Windows-1252 gespeichert, nicht in UTF-8. Stimmen die Umlaute?"),)


def _delimiter(text: str) -> str:
    """Choose the delimiter that finds the most known columns in the first line with text."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=lambda sign: sum(cell.strip(' "').lower() in COLUMNS for cell in header.split(sign)))


def _text(cell: str) -> str:
    return unguard(re.sub(r"\r\n?", "\n", cell).strip())


def _header(cells: list[str], file: str, number: int) -> list[str]:
    columns = [cell.lower() for cell in cells]
    problems = []
    for place, column in enumerate(columns, 1):
        if column and column not in COLUMNS:
            message = _("Die Spalte „{column}“ ist unbekannt.").format(column=column)
            problems.append(Problem(file, number, place, message, nearest_hint(column, COLUMNS)))
        elif column and columns.index(column) != place - 1:
            message = _("Die Spalte „{column}“ gibt es zweimal.").format(column=column)
            problems.append(Problem(file, number, place, message, _("eine von beiden löschen")))
    for column in NEEDED:
        if column not in columns:
            message = _("Die Spalte „{column}“ fehlt.").format(column=column)
            hint = _("die erste Zeile nennt die Spalten: {names}").format(names=", ".join(NEEDED))
            problems.append(Problem(file, number, 1, message, hint))
    if problems:
        raise DataError(problems)
    return columns


EXPORTERS: Final = (
    Exporter("csv", N_("CSV (RFC 4180)"), ".csv", export_csv),
    Exporter("csv-excel", N_("CSV für Excel"), ".csv", partial(export_csv, delimiter=";", encoding="utf-8-sig")),
)
IMPORTERS: Final = (Importer("csv", "CSV", (".csv", ".tsv", ".txt"), read_csv),)
