"""Ordinary words that look like nouns where a sentence starts, and words that mark a dative: closed classes."""

from __future__ import annotations

from typing import Final

_WORDS: Final = """
    Ich Du Er Es Wir Man Wegen Danken Dank Statt Trotz Laut Kraft Falls Bitte Mal Morgen Abends Morgens Seiner
    Meine Deine Seine Sein Weg Recht Reich Fest Acht Arm Arme Armer Armen Wert Weise Weiser Lieber Laute Lauter
    Gerade Während Leid Schade Mit Ohne Bis Gut Gute Guter Gutes Sieben Zehn Elf Hundert Tausend Ganze Ganzer
    Ganzes Alle Allein Schon Bald Spät Früh Heute Gestern Genug Wenig Viele Viel Allen Ihre Ihr Sie Uns Einen
    Eine Ein Einer Dort Dann Denn Als Also Ob Wer Wie Was Da Zu Zum Zur Auf Aus An Ab Bei Beide Halt Eben Paar
    Teils Angesichts Anfangs Mangelsls Namens Seitens Zwecks Betreffs Rund Fern Nahe Hoch Hohe Wissen Waren War
    Sind Hat Haben Habe Werden Wird Kann Können Soll Sollen Muss Müssen Will Wollen Lassen Machen Gehen Geben
    Mittags Nachts Vormittags Nachmittags Sonntags Montags Dienstags Mittwochs Donnerstags Freitags Samstags
    Selbst Danke Mitten Nein Frage Fragen Bitten Etwas Nichts
"""
_TEMPORAL: Final = """
    Abends Morgens Mittags Nachts Vormittags Nachmittags Anfangs
    Sonntags Montags Dienstags Mittwochs Donnerstags Freitags Samstags
"""
#: Capitalised at the start of a sentence these are not nouns ("Wegen des Regens", "Dank dir", "Falls nicht").
ORDINARY: Final = frozenset(_WORDS.split())

#: Adverbs of time that are genitives too, which need an article: „eines Abends“, but „Abends ist zu“.
TEMPORAL: Final = frozenset(_TEMPORAL.split())

#: After these a noun may stand in the dative: im Falle, zu Hause.
DATIVE: Final = frozenset(
    [
        "im",
        "am",
        "dem",
        "zum",
        "beim",
        "vom",
        "unterm",
        "überm",
        "hinterm",
        "zu",
        "nach",
        "von",
        "bei",
    ]
)
