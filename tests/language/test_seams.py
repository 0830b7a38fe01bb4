"""Long words break at the seams of compounds, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jbakb.language.seams import seams


@pytest.mark.parametrize(
    "cut",
    [
        "Eingliederungs|vereinbarung",
        "Berufs|orientierungs|maßnahme",
        "Zuständigkeits|wechsel",
        "Grund|sicherungs|geld",
        "Kranken|versicherung",
        "Arbeits|markt|programm",
        "Jugend|straf|recht",
        "Bildungs|träger",
        "beschäftigungs|begleitende Betreuung",
        "Bedarfs|gemeinschaft, Haushalt, Familie",
        "Schulentwicklungs|planung",
    ],
)
def test_compounds_break_where_their_parts_meet(cut: str) -> None:
    assert seams(cut.replace("|", "")) == cut.split("|")


@pytest.mark.parametrize(
    "word",
    [
        "Jugendhilfe",
        "Rehabilitation",
        "Partizipation",
        "Verantwortung",
        "Schwierigkeiten",
        "Individueller",
        "Minderjährige",
    ],
)
def test_what_is_short_or_no_compound_stays_whole(word: str) -> None:
    assert seams(word) == [word]


@pytest.mark.parametrize("word", ["Antragstellung", "Grundsicherung", "Werkstattfähigkeit", "Jugendsozialarbeit"])
def test_an_s_that_begins_the_next_part_is_no_link(word: str) -> None:
    assert not seams(word)[0].endswith("s")


@given(st.text(alphabet="aeibdfghklmnrstuzäöüß -ABS", max_size=60))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(seams(text)) == text
