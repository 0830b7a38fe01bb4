"""`jbakb show`: an entry with all areas, or what a word may mean."""

from __future__ import annotations

from datetime import date

import click

from jbakb.cli.app import App, as_of_option, format_option, pass_app
from jbakb.cli.entry_text import entry_lines
from jbakb.cli.output import paragraph, print_items, style
from jbakb.cli.params import REF
from jbakb.cli.readings import ask_glossary, place_of, print_readings, reading_data
from jbakb.entry_data import entry_data
from jbakb.i18n import _
from jbakb.lookup import Answer
from jbakb.model import Entry, Glossary


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
        readings = reading_data(answer, on)
        meanings = [
            {"area": reading.area, "text": reading.text} for reading in answer.readings if reading.sense is None
        ]
        renamed = {"renamed": answer.renamed} if answer.renamed else {}
        print_items(
            "entries", entries, format_, query=answer.query, as_of=on, readings=readings, meanings=meanings, **renamed
        )
    elif entry := _entry_of(answer):
        _print_entry(glossary, answer, entry, on)
    else:
        _print_ambiguous(glossary, answer, on)
        click.echo()
        click.echo(paragraph(_("„jbakb show KENNUNG“ zeigt einen der Einträge.")))


def _entry_of(answer: Answer) -> Entry | None:
    """Return the one entry that tells all of what was found, or at least all that the word is itself; None if several.

    What others understand by the word stands there among the false friends.
    """
    if any(reading.entry is None for reading in answer.readings):
        return None
    own = {reading.entry.id for reading in answer.readings if reading.entry and not reading.meaning}
    explained = [entry for entry in answer.explained if own <= {entry.id}]
    if len(answer.explained) == 1 and explained:
        return explained[0]
    return answer.entries[0] if len(answer.entries) == 1 else None


def _print_ambiguous(glossary: Glossary, answer: Answer, on: date) -> None:
    click.echo(style(_("„{word}“ kann Verschiedenes bedeuten:").format(word=answer.query), bold=True))
    click.echo()
    print_readings(glossary, answer, on)


def _print_entry(glossary: Glossary, answer: Answer, entry: Entry, on: date) -> None:
    if answer.renamed:
        click.echo(
            paragraph(_("Die Kennung „{old}“ heißt jetzt „{new}“.").format(old=answer.query, new=answer.renamed))
        )
        click.echo()
    senses = [reading.sense for reading in answer.readings if reading.sense and not reading.meaning]
    ambiguous = entry in answer.explained and answer.concepts > 1
    if ambiguous:
        _print_ambiguous(glossary, answer, on)
    else:
        for sense in senses:
            click.echo(paragraph(place_of(glossary, answer.query, sense, on)))
    if ambiguous or senses:
        click.echo()
    marked = [sense.concept for sense in senses if sense.concept] + ([answer.concept] if answer.concept else [])
    for line in entry_lines(glossary, entry, on, marked):
        click.echo(line)
    for advice in answer.advice:
        if not ambiguous and not any(advice == friend.note for friend in entry.false_friends):
            click.echo(paragraph(advice, "  ", "! "))
