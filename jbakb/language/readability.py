"""How hard a German text is: sentences, syllables, the reading ease of Flesch in Amstad's form, passive voice."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_END: Final = re.compile(
    r"(?<!\b[A-Za-zÄÖÜ])(?<!\d)(?<!bzw)(?<!ggf)(?<!Abs)(?<!Nr)(?<!Art)[.!?:]+(?=[\s“”»]|$)|\n\s*\n"
)
#: Vowel groups that are spoken as one syllable; other neighbours are two (Familie, Situation, Museum).
_NUCLEUS: Final = re.compile(r"aa|ai|au|ay|äu|ee|ei|eu(?!m\b)|ey|ie(?!nt\b)|oo|oi|ou|[aeiouyäöüéèà]")
_AUXILIARY: Final = re.compile(r"\b(?:wird|werden|wirst|wurde|wurden|wurdest|worden)\b", re.I)
_PARTICIPLE: Final = re.compile(
    r"\b(?:\w{0,12}ge[a-zäöüß]{2,}(?:t|en)|(?:be|ver|er|ent|zer|über|unter|wider)[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]{2,}iert)\b"
)
_INFINITIVES: Final = """
    gegen gern geben gehen gewinnen gelten gelingen gefallen gehören genießen geschehen beginnen bekommen bleiben
    besuchen bezahlen bewerben beantragen besprechen brauchen verstehen verdienen verlieren versuchen vergessen
    erhalten erklären erfahren erreichen unterstützen unterschreiben überlegen unterhalten gesamt gut recht nicht
    bereit bekannt berechtigt unterrichten bereits unten gerecht geeignet bestimmt
"""
_NO_PARTICIPLE: Final = frozenset(_INFINITIVES.split())


def words_of(text: str) -> list[str]:
    """Return the words of a text; numbers are none."""
    return _WORD.findall(text)


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a text, blanks at both ends left out."""
    spans, start = [], 0
    for end in [*(found.end() for found in _END.finditer(text)), len(text)]:
        part = text[start:end]
        if part.strip():
            spans.append((start + len(part) - len(part.lstrip()), start + len(part.rstrip())))
        start = end
    return spans


def syllables(word: str) -> int:
    """Count the syllables of a German word, at least one."""
    return max(1, len(_NUCLEUS.findall(word.lower().replace("qu", "k"))))


def flesch_amstad(text: str) -> float:
    """Return the reading ease of a text: 180 − words per sentence − 58.5 × syllables per word; 60 and more is plain.

    Source: Amstad, Wie verständlich sind unsere Zeitungen?, 1978.
    """
    words = words_of(text)
    if not words:
        return 100.0
    return 180 - len(words) / max(1, len(sentences_of(text))) - 58.5 * sum(map(syllables, words)) / len(words)


def passive(sentence: str) -> str:
    """Return the participle that makes a clause of a sentence passive, empty if there is none."""
    for clause in re.split(r"[,;:–()]", sentence):
        auxiliary = _AUXILIARY.search(clause)
        if not auxiliary:
            continue
        found = [word for word in _PARTICIPLE.findall(clause) if word not in _NO_PARTICIPLE]
        # The future has an infinitive at the end; only a participle in -t is certain there.
        last = [
            word
            for word in found
            if word.endswith("t") or clause.rstrip(" .!?").endswith(auxiliary[0]) or word.startswith("ge")
        ]
        if last:
            return str(last[-1])
    return ""
