"""What settles an ambiguous word for its reader, and what leaves it open."""

from __future__ import annotations

from pathlib import Path

import pytest

from jbakb.check.finding import CheckInput
from jbakb.check.rules import BUILT_IN
from jbakb.check.run import run_rules
from jbakb.knowledge_base import open_knowledge_base
from tests.conftest import DAY

WORDS = """
- words: [Träger]
  means:
    - {area: sgb2, text: Bundesagentur und Kommune}
    - {area: sgb8, text: öffentlicher oder freier Träger}
  note: Nie allein sagen.
- words: [Bedarf]
  means:
    - {area: sgb2, text: Geldbetrag für den Lebensunterhalt}
    - {area: sgb8, text: fachliche Einschätzung für eine Hilfe}
  note: Nie allein sagen.
"""
FILLER = "Bei Hochwasser helfen viele Menschen mit. " * 40


def severity(root: Path, text: str) -> str:
    """Return how the ambiguous word of a page for all areas is reported, empty if it is not."""
    (root / "glossary" / "words.yml").write_text(WORDS, encoding="utf-8")
    (root / "docs/jobcenter.md").write_text(f"# Seite\n\n{text}\n", encoding="utf-8")
    given = CheckInput(open_knowledge_base(root), DAY)
    found = (each for each in run_rules(BUILT_IN, given) if each.rule == "term-ambiguous")
    return next((str(each.severity) for each in found if each.place.file == "docs/jobcenter.md"), "")


@pytest.mark.parametrize(
    "sentence",
    [
        "Wir klären den Bedarf.",
        "Bedarfe werden gemeldet.",
        "Wer klärt den Bedarf? Das Jobcenter und das Jugendamt.",
        "Das Jobcenter weist zu. Den Bericht schreibt der Träger.",
        "Der Träger ist Ansprechpartner.",
        "Der Träger oder seine Leitung entscheidet.",
    ],
)
def test_open(sentence: str, small: Path) -> None:
    assert severity(small, sentence) == "warning"


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Bedarf beträgt 563 Euro.",
        "Das Einkommen wird vom Bedarf abgezogen.",
        "Dort ist der Bedarf am größten.",
        "Der Bedarf steigt seit Jahren.",
        "**Notwendiger Bedarf**: Ernährung und Kleidung",
        "Das übersteigt den elterl. Bedarf.",
        "Die Kurse decken diesen Bedarf nicht.",
        "Bei unabweisbarem Bedarf, also einem Bedarf, der sofort zu decken ist, gilt das.",
        "Das regelt die Richtlinie über den Bedarf bei der Versorgung.",
        "Wer jung ist und wessen Bedarf sich nach § 12 richtet, fragt nach.",
        "Das Jobcenter hilft weiter. Vorher prüft es den Bedarf.",
        "Das Jobcenter hilft weiter.\n\nVorher prüft es den Bedarf.",
        "Die Träger sind nicht die Länder, sondern die Kreise.",
        "Das ist der Träger: die Stadt.",
        "Das klärt der für die Eingliederung zuständige Träger.",
        "Das sind Zusammenschlüsse von Trägern und Einrichtungen der Jugendarbeit.",
        "Das Jugendamt oder andere Träger helfen.",
        "Es gilt die Medizinischer Bedarf Versorgungsverordnung.",
    ],
)
def test_settled(sentence: str, small: Path) -> None:
    assert severity(small, sentence) == ""


@pytest.mark.parametrize(
    ("named", "expected"),
    [("", "info"), ("Das Jugendamt weiß es.", "info"), ("Das Jugendamt fragt das Jobcenter.", "warning")],
)
def test_a_long_text_that_names_one_area_at_most_leaves_no_doubt_what_it_is_about(
    named: str, expected: str, small: Path
) -> None:
    assert severity(small, f"{FILLER}{named}\n\nDas entscheidet der Träger.") == expected
