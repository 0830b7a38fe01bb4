"""`jbakb translate`: what the other side calls it, how far it agrees, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from jbakb.cli.app import App, as_of_option, format_option, pass_app
from jbakb.cli.output import paragraph, print_items, style
from jbakb.cli.params import AREA, REF
from jbakb.cli.readings import area_name, area_of, ask_glossary, choose_reading, meaning_of, place_of, reading_data
from jbakb.i18n import _
from jbakb.labels import ABSENT_SYMBOL, MISSING_SYMBOL, dangling_label, equivalence_symbol
from jbakb.lookup import Answer, Reading, concepts_meant
from jbakb.model import Area, Concept, Entry, Glossary, Sense
from jbakb.model.status import preferred_term, status_on
from jbakb.translation import Translation, areas_of
from jbakb.translation import translate as translations_of


@click.command(
    help=_(
        "Ein Wort in die Sprache eines anderen Rechtskreises übersetzen. WORT darf gebeugt, abgekürzt oder veraltet "
        "sein. RECHTSKREIS ist eine Kennung (sgb2), ein Name („SGB II“) oder ein Haus (jobcenter)."
    )
)
@click.argument("query", metavar=_("WORT"), nargs=-1, required=True, type=REF)
@click.option("--from", "source", type=AREA, metavar=_("RECHTSKREIS"), default="", help=_("Wer das Wort benutzt."))
@click.option(
    "--to", "target", type=AREA, metavar=_("RECHTSKREIS"), default="", help=_("Wessen Wort gesucht ist (sonst alle).")
)
@format_option("table", "json", "jsonl")
@as_of_option
@pass_app
def translate(app: App, query: tuple[str, ...], source: str, target: str, format_: str, on: date) -> None:
    """Print the counterparts of a word."""
    glossary, answer = ask_glossary(app, " ".join(query), on, word=True)
    start = area_of(glossary, source, "--from") if source else None
    goal = area_of(glossary, target, "--to") if target else None
    reading = _meant(glossary, answer, start, on)
    blocks = []
    for sense in _senses(glossary, answer, reading, on):
        goals = [goal] if goal else [area for area in glossary.core_areas if area.id != sense.area]
        blocks.append((sense, [(area, translations_of(glossary, sense, area, on)) for area in goals]))
    if format_ != "table":
        items = [_data(sense, each, on) for sense, found in blocks for _area, rows in found for each in rows]
        readings = reading_data(answer, on)
        print_items("translations", items, format_, query=answer.query, as_of=on, readings=readings)
        return
    if reading.meaning:
        click.echo(paragraph(meaning_of(glossary, answer.query, reading)))
    for number, (sense, found) in enumerate(blocks):
        if number:
            click.echo()
        _print(glossary, sense.term.term if reading.meaning else answer.query, sense, found, on)


def _meant(glossary: Glossary, answer: Answer, start: Area | None, on: date) -> Reading:
    """Return the one reading that is meant, asking if there are several."""
    readings = list(answer.readings)
    if not readings:
        entry = answer.entry or answer.titled[0]
        concepts = [answer.concept] if answer.concept else list(entry.concepts)
        readings = [_reading(glossary, entry, concept, on) for concept in concepts if not concept.absent]
    if start:
        own = areas_of(glossary, start.id)
        narrowed = [reading for reading in readings if reading.area in own or (reading.sense and not reading.area)]
        if not narrowed:
            where = ", ".join(dict.fromkeys(area_name(glossary, reading.area) for reading in readings))
            message = _("„{word}“ ist kein Wort aus {area}. Es gehört zu: {where}.")
            raise click.UsageError(message.format(word=answer.query, area=start.short, where=where or "–"))
        readings = _nearest(narrowed, start)
    hint = _("Mit --from RECHTSKREIS oder einer Kennung sagen, was gemeint ist:")
    return choose_reading(glossary, answer, readings, on, hint)


def _nearest(readings: list[Reading], start: Area) -> list[Reading]:
    """Leave what is only understood by a word aside where the area, or a law that applies there, has the word itself.

    The area's own understanding comes before that of such laws, and before words of all houses.
    """
    own = [reading for reading in readings if reading.area and not reading.meaning]
    understood = [reading for reading in readings if reading.area == start.id and reading.meaning]
    return own + [each for each in readings if not each.area] if own else understood or readings


def _senses(glossary: Glossary, answer: Answer, reading: Reading, on: date) -> list[Sense]:
    """Return what a reading is translated from; several where a meaning put in words names several concepts.

    Raises a usage error if nothing has an entry.
    """
    if reading.sense:
        return [reading.sense]
    concepts = concepts_meant(glossary, reading, on)
    found = [_reading(glossary, reading.entry, concept, on).sense for concept in concepts if reading.entry]
    senses = [sense for sense in found if sense]
    if not senses:
        message = _("Zu „{text}“ gibt es noch keinen Eintrag, der es übersetzt.").format(text=reading.text)
        if reading.meaning:
            message = f"{meaning_of(glossary, answer.query, reading)} {message}"
        raise click.UsageError(message)
    return senses


def _reading(glossary: Glossary, entry: Entry, concept: Concept, on: date) -> Reading:
    """Make a reading of a concept that was asked for by an id or a title."""
    home_entry, home = glossary.home(entry, concept)
    term = preferred_term(home, on)
    sense = Sense(home_entry, term, home) if term else None
    return Reading(concept.area, home.definition, sense, home_entry)


def _data(sense: Sense, found: Translation, on: date) -> dict[str, Any]:
    """Return a translation in its documented shape (docs/handbuch/json.md)."""
    concept, nearest = found.concept, found.nearest
    term = preferred_term(nearest[1], on) if nearest else None
    absent = found.outcome == "absent"
    return {
        "id": found.ref,
        "from": sense.area,
        "to": found.to.id,
        "source": sense.ref,
        "word": sense.term.term,
        "word_status": status_on(sense.term, sense.concept, on),
        "outcome": found.outcome,
        "term": found.term.term if found.term else "",
        "equivalence": found.equivalence,
        "definition": concept.definition if concept else "",
        "difference": "\n".join(each.difference for each in found.differences),
        "consequence": "\n".join(each.consequence for each in found.differences if each.consequence),
        "sources": list(concept.sources) if concept else [],
        "absent": concept.absent if concept and absent else "",
        "nearest": {"id": nearest[0].ref(nearest[1]), "term": term.term if term else ""} if nearest else None,
    }


def _print(glossary: Glossary, query: str, sense: Sense, found: list[tuple[Area, list[Translation]]], on: date) -> None:
    click.echo(paragraph(place_of(glossary, query, sense, on)))
    today = preferred_term(sense.concept, on) if sense.concept else None
    word = (today or sense.term).term
    for area, rows in found:
        click.echo()
        for each in rows:
            for line in _lines(glossary, word, area, each, on):
                click.echo(line)


def _lines(glossary: Glossary, word: str, area: Area, found: Translation, on: date) -> Iterator[str]:
    head = style(area.short, bold=True)
    if found.outcome == "missing":
        yield " ".join((head, MISSING_SYMBOL, _("noch zu klären")))
        return
    concept = found.concept
    if found.outcome == "absent" and concept:
        yield " ".join((head, ABSENT_SYMBOL, _("kein Gegenstück")))
        yield paragraph(concept.absent, "  ")
    elif concept and concept.use:  # otherwise this would be the concept's home
        yield f"{head} {MISSING_SYMBOL} {dangling_label(concept.use)}"
    else:
        own = found.term.term if found.term else _("kein eigenes Wort")
        degree = _degree(word, found)
        line = paragraph(f"{own} ({degree})", "  ", f"{head} {equivalence_symbol(found.equivalence)} ")
        yield line.replace(own, style(own, fg="cyan", bold=True), 1)
        if concept:
            if concept.area != area.id:
                yield paragraph(_("Gilt hier mit: {law}.").format(law=area_name(glossary, concept.area)), "  ")
            yield from (paragraph(text, "  ") for text in (concept.definition, ", ".join(concept.sources)) if text)
    for each in found.differences:
        yield paragraph(each.difference, "  ", "  " + style(_("Unterschied:"), bold=True) + " ")
        if each.consequence:
            yield paragraph(each.consequence, "    ", "  → ")
    if found.nearest:
        term = preferred_term(found.nearest[1], on)
        ref = found.nearest[0].ref(found.nearest[1])
        own = term.term if term else found.nearest[1].definition
        nearest = _("Am nächsten kommt: {word} ({area}, {ref})")
        yield paragraph(nearest.format(word=own, area=area_name(glossary, found.nearest[1].area), ref=ref), "  ")


def _degree(word: str, found: Translation) -> str:
    """Say how far the two agree, in words that leave no doubt about the direction."""
    if found.outcome == "same":
        return _("derselbe Begriff")
    sentences = {
        "exact": _("deckt sich"),
        "close": _("fast gleich"),
        "wider": _("„{word}“ umfasst mehr"),
        "narrower": _("„{word}“ umfasst weniger"),
        "related": _("kein direktes Gegenstück, nur verwandt"),
        None: _("vergleichbar, Grad nicht festgelegt"),
    }
    return sentences[found.equivalence].format(word=word)
