"""Sentences about former times, where an old word is right; the word itself was official until 2022."""

from __future__ import annotations

from datetime import date

import pytest

from jbakb.check.passages import Passage
from jbakb.check.rules.past import speaks_of_the_past

UNTIL = date(2022, 12, 31)
WORD = "Altwort"


def past(text: str) -> bool:
    """Tell whether the place of the old word speaks of the past."""
    start = text.rindex(WORD)
    return speaks_of_the_past(Passage(text), start, start + len(WORD), UNTIL)


@pytest.mark.parametrize(
    "text",
    [
        "Das hieß früher Altwort.",
        "Damals gab es Altwort.",
        "Die Umbenennung von Altwort hat niemand bemerkt.",
        "Er bezog die Leistung (bis 2022: Altwort).",
        "Für Zeiten vor diesem Datum gilt Altwort.",
        "Die Einführung des Altwort hat viel geändert.",
        "Die Einführung eines neuen Altwort war umstritten.",
        "Das alte Altwort war ein Vertrag.",
        "Das Altwort nach § 75 (alt) SGB III half vielen.",
        "Beide wurden mit Altwort zusammengeführt.",
        "Im Jahr 2021 bezog sie Altwort.",
        "- **2005** – Reform: Das Gesetz bringt Altwort.",
        "| 2005 | Altwort |",
        "2005 begann die Zeit von Altwort.",
        "Die Leistung kam im Januar 2005. Ziel war, dass niemand Altwort braucht.",
    ],
)
def test_past(text: str) -> None:
    assert past(text)


@pytest.mark.parametrize(
    "text",
    [
        "Das Jobcenter zahlt Altwort.",
        "Das Jobcenter zahlte Altwort.",
        "Altwort muss abgeschafft werden.",
        "Im Jahr 2025 bezog sie Altwort.",
        "Seit 2005 gibt es Altwort.",
        "- **2025** – Das Gesetz bringt Altwort.",
        "Die Leistung kam im Januar 2005. Heute ist sie Altwort.",
        "Die Leistung kam im Januar 2005.\n\nZiel war, dass niemand Altwort braucht.",
        "Früher war das anders. Sie beantragen Altwort.",
        "Einmal hieß es: „Weiter so!“ Wir zahlen Altwort.",
        f"Früher {'und dann ' * 40} Altwort.",
    ],
)
def test_today(text: str) -> None:
    assert not past(text)
