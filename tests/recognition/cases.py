"""The hard cases as values, and the glossary that their sentences speak of."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import NamedTuple

from jbakb.model import Area, Concept, Entry, Glossary, Role, Term

HERE = Path(__file__).parent

AREAS = {
    "sgb2": Area(id="sgb2", title="Grundsicherung für Arbeitsuchende", short="SGB II", laws=("SGB II",), core=True),
    "sgb3": Area(id="sgb3", title="Arbeitsförderung", short="SGB III", laws=("SGB III",), core=True),
    "sgb8": Area(id="sgb8", title="Kinder- und Jugendhilfe", short="SGB VIII", laws=("SGB VIII", "KKG"), core=True),
    "schule": Area(id="schule", title="Schule", short="Schule", core=True),
}
ROLES = {
    "jobcenter": Role(id="jobcenter", title="Jobcenter", area="sgb2"),
    "agentur": Role(id="agentur", title="Agentur für Arbeit", area="sgb3"),
    "jugendamt": Role(id="jugendamt", title="Jugendamt", area="sgb8"),
}


class Case(NamedTuple):
    """A sentence with the spans that must be found, and what is expected of each."""

    line: int
    about: str
    mode: str
    text: str
    spans: tuple[tuple[int, int], ...]
    expected: tuple[str, ...]


def read_cases() -> list[Case]:
    """Read hard_cases.tsv."""
    cases = []
    for number, line in enumerate((HERE / "hard_cases.tsv").read_text("utf-8").splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        about, mode, marked, terms = [*line.split("\t"), ""][:4]
        text, spans = unmark(unescape(marked))
        expected = tuple(each.strip() for each in terms.split(",") if each.strip())
        assert len(spans) == len(expected), (
            f"hard_cases.tsv:{number}: {len(spans)} words are marked, {len(expected)} named"
        )
        cases.append(Case(number, about, mode, text, spans, expected))
    return cases


def unescape(text: str) -> str:
    """Replace the escapes of the table."""
    plain = {"\\n": "\n", "\\r": "\r", "\\\\": "\\"}
    return re.sub(r"\\[nr\\]|\\u\{(\w+)\}", lambda found: plain.get(found[0]) or chr(int(found[1], 16)), text)


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the marks ⟦ ⟧ out of a sentence; returns it with the spans that they enclosed."""
    parts = re.split("[⟦⟧]", marked)
    text, spans = "", []
    for place, part in enumerate(parts):
        if place % 2:
            spans.append((len(text), len(text) + len(part)))
        text += part
    return text, tuple(spans)


def case_glossary() -> Glossary:
    """Make the glossary of hard_cases_terms.tsv: an entry per term, a concept per area."""
    entries = {}
    with (HERE / "hard_cases_terms.tsv").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t")):
            values = {key: value for key, value in row.items() if value and key not in ("areas", "forms")}
            term = Term(**values, forms=tuple((row["forms"] or "").split()))  # type: ignore[arg-type]
            concepts = tuple(Concept(area=area, terms=(term,)) for area in row["areas"].split())
            entries[f"e{number}"] = Entry(id=f"e{number}", theme="t", title=term.term, concepts=concepts)
    return Glossary(areas=AREAS, roles=ROLES, entries=entries)
