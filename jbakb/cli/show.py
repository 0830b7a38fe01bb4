"""`jbakb show`: an entry with all areas, or what a word may mean."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import click

from jbakb.cli.app import App, as_of_option, format_option, pass_app
from jbakb.cli.entry_text import entry_lines
from jbakb.cli.output import paragraph, print_items
from jbakb.cli.params import REF
from jbakb.cli.readings import ask_glossary, place_of, print_readings
from jbakb.entry_data import entry_data
from jbakb.i18n import _
from jbakb.lookup import Answer, Reading
from jbakb.model import Glossary, Term
from jbakb.model.status import status_on
from jbakb.model.values import Status


@click.command(
    help=_("Einen Eintrag zeigen. WORT ist eine Kennung oder ein Wort, auch gebeugt, abgekürzt oder veraltet.")
)
@click.argument("query", metavar=_("WORT"), nargs=-1, required=True, type=REF)
@format_option("table", "json")
@as_of_option
@pass_app
def show(app: App, query: tuple[str, ...], format_: str, on: date) -> None:
    """Print the entry of an id or a word; a word with several entries gets its readings."""
    glossary, answer = ask_glossary(app, " ".join(query), on)
    if format_ == "json":
        entries = [entry_data(glossary, entry, on) for entry in answer.entries]
        readings = [
            {"id": reading.ref, "area": reading.area, "text": reading.text, "term": term.term, "status": status}
            for reading, term, status in _readings(answer, on)
        ]
        meanings = [
            {"area": reading.area, "text": reading.text} for reading in answer.readings if reading.sense is None
        ]
        print_items("entries", entries, format_, query=answer.query, as_of=on, readings=readings, meanings=meanings)
    elif _one_entry(answer):
        _print_entry(glossary, answer, on)
    else:
        click.echo(_("„{word}“ kann Verschiedenes bedeuten:").format(word=answer.query))
        click.echo()
        print_readings(glossary, answer, on)
        click.echo()
        click.echo(paragraph(_("„jbakb show KENNUNG“ zeigt einen der Einträge.")))


def _one_entry(answer: Answer) -> bool:
    """Tell whether everything that was found stands in one entry."""
    return len(answer.entries) == 1 and all(reading.sense for reading in answer.readings)


def _readings(answer: Answer, on: date) -> Iterator[tuple[Reading, Term, Status]]:
    for reading in answer.readings:
        if reading.sense:
            yield reading, reading.sense.term, status_on(reading.sense.term, reading.sense.concept, on)


def _print_entry(glossary: Glossary, answer: Answer, on: date) -> None:
    senses = [reading.sense for reading in answer.readings if reading.sense]
    for sense in senses:
        click.echo(paragraph(place_of(glossary, answer.query, sense, on)))
    if senses:
        click.echo()
    marked = [sense.concept for sense in senses if sense.concept] + ([answer.concept] if answer.concept else [])
    for line in entry_lines(glossary, answer.entries[0], on, marked):
        click.echo(line)
    for advice in answer.advice:
        if not any(advice == friend.note for friend in answer.entries[0].false_friends):
            click.echo(paragraph(advice, "  ", "! "))
