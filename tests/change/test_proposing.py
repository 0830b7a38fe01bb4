"""Gender, plural and kind are proposed from the glossary or the ending; a person confirms them."""

import pytest

from jbakb.change.proposing import propose_grammar, propose_type
from jbakb.knowledge_base import KnowledgeBase


@pytest.mark.parametrize(
    ("word", "gender", "plural"),
    [
        ("Förderplan", "masculine", "Förderpläne"),
        ("Lotsenkarte", "feminine", "Lotsenkarten"),
        ("Beratung", "feminine", "Beratungen"),
        ("Fachkraft", "feminine", "Fachkräfte"),
        ("Beraterin", "feminine", "Beraterinnen"),
        ("Jugendamt", "neuter", "Jugendämter"),
        ("Wohngeld", "neuter", "Wohngelder"),
        ("Bildungsgutschein", "masculine", "Bildungsgutscheine"),
        ("Studierende", "common", ""),
        ("Koordinator", "masculine", "Koordinatoren"),
        ("Absprung", "masculine", "Absprünge"),
        ("Kollegin", "feminine", "Kolleginnen"),
        ("Medizin", None, ""),
        ("Zeugnis", "neuter", "Zeugnisse"),
        ("Erlaubnis", "feminine", "Erlaubnisse"),
        ("Praktikum", "neuter", "Praktika"),
        ("Monitoring", "neuter", "Monitorings"),
        ("AV-Vertrag", "masculine", "AV-Verträge"),
        ("Antrag auf Leistungen", "masculine", "Anträge auf Leistungen"),
        ("berufliche Rehabilitation", "feminine", "berufliche Rehabilitationen"),
        ("Xyz", None, ""),
        ("junger Mensch", "masculine", "junge Menschen"),
    ],
)
def test_gender_and_plural_follow_from_the_ending(
    small_kb: KnowledgeBase, word: str, gender: str | None, plural: str
) -> None:
    proposed = propose_grammar(small_kb.glossary, word)
    assert proposed[0] == gender
    assert proposed[1] in (plural, "")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Hilfeplan", "fullForm"),
        ("junger Mensch", "phrase"),
        ("KP", "abbreviation"),
        ("EGV", "abbreviation"),
        ("j. M.", "abbreviation"),
        ("U25", "abbreviation"),
        ("KdU", "abbreviation"),
        ("pAp", "abbreviation"),
        ("Alg II", "phrase"),
    ],
)
def test_the_kind_follows_from_the_spelling(word: str, kind: str) -> None:
    assert propose_type(word) == kind
