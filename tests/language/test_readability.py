"""How hard a text is, by known examples."""

from __future__ import annotations

import pytest

from jbakb.language.readability import flesch_amstad, passive, sentences_of, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("Haus", 1),
        ("Hilfe", 2),
        ("Jugendamt", 3),
        ("Familie", 3),
        ("Beratung", 3),
        ("Quelle", 2),
        ("Bescheid", 2),
        ("Ei", 1),
        ("Bau", 1),
        ("Museum", 3),
        ("BG", 1),
    ],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_sentences_end_where_they_end() -> None:
    text = "Du bist z. B. 15 Jahre alt. Dann gilt § 7 Abs. 1. Und sonst?"
    assert [text[start:end] for start, end in sentences_of(text)] == [
        "Du bist z. B. 15 Jahre alt.",
        "Dann gilt § 7 Abs. 1. Und sonst?",
    ]


def test_short_words_and_sentences_are_easier() -> None:
    plain = "Du bekommst Geld. Das Geld kommt vom Amt. Das Amt hilft dir."
    hard = "Leistungsberechtigte erhalten existenzsichernde Geldleistungen nach Maßgabe sozialrechtlicher Anspruchsgrundlagen."
    assert flesch_amstad(plain) > 60 > flesch_amstad(hard)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Der Antrag wird vom Amt geprüft.", "geprüft"),
        ("Die Hilfe wurde abgelehnt.", "abgelehnt"),
        ("Das Amt wird dich anrufen.", ""),
        ("Du wirst bald 18.", ""),
        ("Das Jobcenter prüft den Antrag.", ""),
        ("Du wirst eine Antwort bekommen.", ""),
    ],
)
def test_passive_voice_is_seen(sentence: str, word: str) -> None:
    assert passive(sentence) == word
