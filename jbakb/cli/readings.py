"""Asking the glossary from the command line: unknown words, ambiguous words, and names of legal areas."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from textwrap import shorten
from typing import Final

import click

from jbakb.cli.app import App, interactive
from jbakb.cli.output import on_terminal, paragraph, print_table, quoted
from jbakb.excerpt import load_excerpt
from jbakb.i18n import _
from jbakb.labels import day_label, status_label, term_type_label
from jbakb.lookup import Answer, Reading, find_area, find_word, look_up
from jbakb.model import Area, Glossary, Sense
from jbakb.model.status import status_on
from jbakb.store.suggest import nearest_sentences

#: On a terminal a reading is told in a line or three; `show` has the rest.
_SHORT: Final = 90


def ask_glossary(app: App, query: str, on: date, *, word: bool = False) -> tuple[Glossary, Answer]:
    """Look an id or a word up; raises a usage error with suggestions if there is no such thing.

    Args: `word` whether a word counts before an entry's id (ids of concepts stay ids).
    Returns the answer and the part of the glossary it needs.
    """
    if not query.strip():
        raise click.UsageError(_("Welches Wort?"))
    glossary = load_excerpt(app.root, query)
    answer = look_up(glossary, query, on)
    if word and answer.entry and not answer.concept:
        around = load_excerpt(app.root, query, ids=False)
        as_word = find_word(around, query, on)
        if as_word.readings:
            return around, as_word
    if not answer.found:
        # Only now is it worth reading everything: for what the reader cannot foresee, and for suggestions.
        glossary = app.kb.glossary
        answer = look_up(glossary, query, on)
    if not answer.found:
        raise click.UsageError(unknown_word(answer))
    return glossary, answer


def unknown_word(answer: Answer) -> str:
    """Return what to say about a word that the glossary does not have."""
    message = _("„{word}“ steht nicht im Glossar.").format(word=answer.query)
    if answer.near:
        near = ", ".join(quoted(word) for word in answer.near)
        return message + " " + _("Meinten Sie {near}?").format(near=near)
    return message + " " + _("„jbakb search {word}“ sucht auch im Handbuch.").format(word=answer.query)


def print_readings(glossary: Glossary, answer: Answer, on: date, *, numbered: bool = False) -> None:
    """Print what an ambiguous word may stand for, a line each, and the glossary's advice."""
    headers = (_("Nr."), _("Rechtskreis"), _("Bedeutung"), _("Stand"), _("Kennung"))
    rows = [(str(number), *_row(glossary, each, on)) for number, each in enumerate(answer.readings, 1)]
    if on_terminal():
        rows = [(*row[:2], shorten(row[2], _SHORT, placeholder=" …"), *row[3:]) for row in rows]
    if numbered:
        # Whoever chooses by number needs no ids.
        print_table(headers[:-1], [row[:-1] for row in rows], keep=(0, 1))
    else:
        print_table(headers[1:], [row[1:] for row in rows], keep=(0, 3))
    for advice in answer.advice:
        click.echo(paragraph(advice, "  ", "! "))


def reading_data(answer: Answer, on: date) -> list[dict[str, str]]:
    """Return all readings of a word in their documented shape (docs/handbuch/json.md)."""
    return [
        {
            "id": each.ref or (each.entry.id if each.entry else ""),
            "area": each.area,
            "text": each.text,
            "meaning": each.meaning,
            "term": each.sense.term.term if each.sense else "",
            "status": status_on(each.sense.term, each.sense.concept, on) if each.sense else "",
        }
        for each in answer.readings
    ]


def choose_reading(glossary: Glossary, answer: Answer, readings: Sequence[Reading], on: date, hint: str) -> Reading:
    """Return the one reading, or let the person choose; without a terminal, list them and raise a usage error.

    Args: `hint` how to say on the command line which one is meant.
    """
    if len(readings) == 1:
        return readings[0]
    narrowed = Answer(answer.query, readings=tuple(readings), advice=answer.advice)
    message = _("„{word}“ ist mehrdeutig.").format(word=answer.query)
    if not interactive():
        lines = [
            f"  {short}: {meaning}" + (f" [{ref}]" if ref else "")
            for short, meaning, _status, ref in (_row(glossary, reading, on) for reading in readings)
        ]
        raise click.UsageError("\n".join([f"{message} {hint}", *lines]))
    click.echo(message)
    print_readings(glossary, narrowed, on, numbered=True)
    numbers = [str(number) for number in range(1, len(readings) + 1)]
    return readings[int(click.prompt(_("Welche Bedeutung? Nr."), type=click.Choice(numbers))) - 1]


def area_of(glossary: Glossary, query: str, option: str) -> Area:
    """Find a legal area by what the user calls it; raises a usage error that lists them."""
    area: Area | None = find_area(glossary, query)
    if area is None:
        message = _("Den Rechtskreis „{area}“ gibt es nicht.").format(area=query)
        raise click.BadParameter(f"{message} {nearest_sentences(query, glossary.areas)}", param_hint=f"'{option}'")
    return area


def area_name(glossary: Glossary, area_id: str) -> str:
    """Return an area's short title; words of all houses belong to all."""
    area = glossary.areas.get(area_id)
    return area.short if area else area_id or _("alle")


def place_of(glossary: Glossary, query: str, sense: Sense, on: date) -> str:
    """Return a sentence that says what a word is: of which area, in which status, and which word has followed it."""
    status = status_on(sense.term, sense.concept, on)
    facts = [area_name(glossary, sense.area), status_label(status)]
    if sense.term.type in ("abbreviation", "acronym"):
        facts.append(term_type_label(sense.term.type))
    name = quoted(query) if query == sense.term.term else f"{quoted(query)} → {quoted(sense.term.term)}"
    text = f"{name}: {', '.join(facts)}."
    successors = [term for term in glossary.successors(sense, on) if term is not sense.term]
    if status not in ("superseded", "deprecated") or not successors:
        return text
    words = ", ".join(quoted(term.term) for term in successors)
    since = _next_day(sense.term.valid_to) if sense.term.valid_to else None
    if since is None:
        return f"{text} " + _("Besser: {words}.").format(words=words)
    if successors[0].valid_from == since:
        return f"{text} " + _("Seit {day} heißt es {words}.").format(day=day_label(since), words=words)
    return f"{text} " + _("Seit {day} nicht mehr amtlich; heute heißt es {words}.").format(
        day=day_label(since), words=words
    )


def meaning_of(glossary: Glossary, query: str, reading: Reading) -> str:
    """Return a sentence that says what an area understands by a word that is none of its own."""
    sentence = _("{area} versteht unter „{word}“: {meaning}.")
    return sentence.format(
        area=area_name(glossary, reading.area), word=query, meaning=reading.meaning.removesuffix(".")
    )


def _next_day(day: date) -> date:
    """Return the day after."""
    return date.fromordinal(day.toordinal() + 1)


def _row(glossary: Glossary, reading: Reading, on: date) -> tuple[str, str, str, str]:
    sense = reading.sense
    # A meaning without an area belongs to none of the houses.
    short = area_name(glossary, reading.area) if sense or reading.area else _("keiner")
    status = status_label(status_on(sense.term, sense.concept, on)) if sense else ""
    return short, reading.meaning or reading.text, status, reading.ref
