"""Texts in plain language are plain: the rules of Einfache Sprache that a program can judge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.passages import Passage
from jbakb.check.place import in_passage
from jbakb.i18n import _
from jbakb.language.readability import flesch_amstad, passive, sentences_of, syllables, words_of

#: Words per sentence, syllables per word and reading ease that a plain text keeps.
LONGEST_SENTENCE: Final = 15
LONGEST_WORD: Final = 7
EASIEST: Final = 60
#: Below this the reading ease says little.
_ENOUGH_WORDS: Final = 12


def long_sentences(given: CheckInput) -> Iterator[Finding]:
    """Find sentences with more than fifteen words."""
    for passage in _plain(given):
        for start, end in sentences_of(passage.text):
            count = len(words_of(passage.text[start:end]))
            if count > LONGEST_SENTENCE:
                message = _("Der Satz hat {count} Wörter, höchstens {most} sind einfach.")
                yield _finding(
                    "plain-sentence-long",
                    message.format(count=count, most=LONGEST_SENTENCE),
                    given,
                    passage,
                    start,
                    end,
                )


def passive_sentences(given: CheckInput) -> Iterator[Finding]:
    """Find sentences that do not say who acts."""
    for passage in _plain(given):
        for start, end in sentences_of(passage.text):
            if word := passive(passage.text[start:end]):
                message = _("Wer tut das? („wird … {word}“)").format(word=word)
                yield _finding("plain-passive", message, given, passage, start, end)


def long_words(given: CheckInput) -> Iterator[Finding]:
    """Find compounds without a hyphen that are hard to read; the concept's own words may be as long as they are."""
    for passage in _plain(given):
        assert passage.entry is not None
        own = " ".join(t.term for concept in passage.entry.concepts for t in concept.terms or ()).lower()
        for word in dict.fromkeys(words_of(passage.text)):
            if max(map(syllables, word.split("-"))) > LONGEST_WORD and word.lower()[:-2] not in own:
                start = passage.text.index(word)
                message = _("„{word}“ ist lang: kürzer sagen oder mit Bindestrich trennen.").format(word=word)
                yield _finding("plain-word-long", message, given, passage, start, start + len(word))


def hard_texts(given: CheckInput) -> Iterator[Finding]:
    """Find plain texts with a low reading ease."""
    for passage in _plain(given):
        ease = flesch_amstad(passage.text)
        if len(words_of(passage.text)) >= _ENOUGH_WORDS and ease < EASIEST:
            message = _("Lesbarkeit {ease:.0f} (Flesch-Amstad), einfach ist ab {least}.").format(
                ease=ease, least=EASIEST
            )
            yield _finding("plain-hard", message, given, passage, 0, len(passage.text))


def _plain(given: CheckInput) -> Iterator[Passage]:
    return (passage for passage in given.passages if passage.entry and passage.field and passage.field.name == "plain")


def _finding(rule: str, message: str, given: CheckInput, passage: Passage, start: int, end: int) -> Finding:
    entry = passage.entry
    area = passage.areas[0] if passage.areas else ""
    place = in_passage(given, passage, start, end)
    return Finding(rule, message, place, area=area, entry=entry.id if entry else "", excerpt=passage.text[start:end])


RULES = (
    Rule(
        "plain-sentence-long",
        "warning",
        "Einfache Sprache: langer Satz",
        long_sentences,
        scope="page",
        doc="""
        Was wird geprüft: Ob Sätze unter `plain` höchstens 15 Wörter haben.
        Warum: Kurze Sätze versteht man beim ersten Lesen.
        Beispiel: „Wenn du mit der Schule fertig bist und noch nicht weißt, was du machen willst, hilft dir die
            Beratung.“
        Stattdessen: „Du bist mit der Schule fertig? Die Beratung hilft dir.“
        Ausnahmen: Keine. Zahlen zählen nicht als Wörter.
        """,
    ),
    Rule(
        "plain-passive",
        "info",
        "Einfache Sprache: Passiv",
        passive_sentences,
        scope="page",
        doc="""
        Was wird geprüft: Ob ein Satz unter `plain` mit „werden“ verschweigt, wer handelt.
        Warum: Junge Menschen müssen wissen, wer etwas tut.
        Beispiel: „Der Antrag wird geprüft.“
        Stattdessen: „Das Jobcenter prüft den Antrag.“
        Ausnahmen: Die Zukunft („wird kommen“). Deutsch lässt sich nicht sicher zerlegen, daher nur ein Hinweis.
        """,
    ),
    Rule(
        "plain-word-long",
        "info",
        "Einfache Sprache: langes Wort",
        long_words,
        scope="page",
        doc="""
        Was wird geprüft: Ob ein Wort unter `plain` mehr als sieben Silben ohne Bindestrich hat.
        Warum: Lange Zusammensetzungen sind schwer zu lesen.
        Beispiel: „Eingliederungsleistungsbescheid“
        Stattdessen: „Bescheid über die Hilfe“
        Ausnahmen: Die Wörter des Eintrags selbst.
        """,
    ),
    Rule(
        "plain-hard",
        "warning",
        "Einfache Sprache: schwer lesbar",
        hard_texts,
        scope="page",
        doc="""
        Was wird geprüft: Ob ein Text unter `plain` nach Flesch-Amstad mindestens 60 erreicht.
        Warum: Darunter ist ein Text für viele schwer.
        Beispiel: „Die Eingliederungsvereinbarung dokumentiert Vermittlungsbemühungen und Eigenbemühungen der
            Arbeitsuchenden.“
        Stattdessen: „In der Vereinbarung steht, was du tust. Darin steht auch, wie das Amt dir hilft.“
        Ausnahmen: Texte unter zwölf Wörtern.
        """,
    ),
)
