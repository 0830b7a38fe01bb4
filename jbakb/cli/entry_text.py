"""An entry as text for a terminal: the areas one below the other, in the order of areas.yml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from jbakb.cli.output import paragraph, quoted, style
from jbakb.cli.readings import area_name
from jbakb.i18n import _
from jbakb.labels import (
    ABSENT_SYMBOL,
    MISSING_SYMBOL,
    approval_label,
    article,
    dangling_label,
    day_label,
    equivalence_sentence,
    equivalence_symbol,
    register_label,
)
from jbakb.model import Concept, Difference, Entry, FalseFriend, Glossary, Term
from jbakb.model.coverage import missing_core_areas
from jbakb.model.status import in_force, preferred_term, status_on, tolerated_on

_INDENT: Final = "  "


def entry_lines(glossary: Glossary, entry: Entry, on: date, marked: Sequence[Concept] = ()) -> Iterator[str]:
    """Iterate over the lines that show an entry on a day.

    Args: `marked` the concepts that were asked for.
    """
    theme = glossary.themes.get(entry.theme, entry.theme)
    yield style(entry.title, bold=True)
    yield style(f"{entry.id} · {theme}", dim=True)
    if entry.notion:
        yield paragraph(entry.notion)
    if entry.terms:
        yield paragraph(_("In allen Häusern: {words}").format(words=", ".join(term.term for term in entry.terms)))
    missing = missing_core_areas(glossary, entry)
    for area in glossary.areas.values():
        for concept in entry.concepts:
            if concept.area == area.id:
                yield ""
                yield from _concept_lines(glossary, entry, concept, on, concept in marked)
        if area.id in missing:
            yield ""
            yield " ".join((style(area.short, bold=True), MISSING_SYMBOL, _("noch zu klären")))
    yield from _differences(glossary, entry)
    yield from _false_friends(glossary, entry.false_friends)
    if entry.related:
        yield ""
        yield paragraph(_("Siehe auch: {ids}").format(ids=", ".join(entry.related)))


def _concept_lines(glossary: Glossary, entry: Entry, concept: Concept, on: date, marked: bool) -> Iterator[str]:
    name = style(area_name(glossary, concept.area), bold=True, fg="green" if marked else None)
    if marked:
        name = style("» ", fg="green") + name
    if concept.absent:
        yield " ".join((name, ABSENT_SYMBOL, _("kein Gegenstück")))
        yield paragraph(concept.absent, _INDENT)
        if concept.nearest:
            yield paragraph(
                _("Am nächsten kommt: {word}").format(word=_word_at(glossary, concept.nearest, on)), _INDENT
            )
    else:
        degree = equivalence_sentence(concept.equivalence) if concept.equivalence else ""
        yield f"{name} {equivalence_symbol(concept.equivalence)} {degree}"
        yield from _content(glossary, entry, concept, on)
    if concept.approved:
        yield paragraph(approval_label(entry, concept), _INDENT)
    for doubt in concept.open:
        yield paragraph(doubt, _INDENT, _INDENT + style(_("Noch offen:"), fg="yellow") + " ")


def _content(glossary: Glossary, entry: Entry, concept: Concept, on: date) -> Iterator[str]:
    home_entry, home = glossary.home(entry, concept)
    yield from _words(home, on)
    if home is not concept:
        yield paragraph(_("Steht im Eintrag {id}.").format(id=home_entry.id), _INDENT)
    for text in (home.definition, home.note, concept.note if home is not concept else ""):
        if text:
            yield paragraph(text, _INDENT)
    sources = ", ".join(home.sources)
    if home.verified:
        sources += " " + _("(gelesen in der Fassung vom {day})").format(day=day_label(home.verified))
    elif sources:
        sources += " " + _("(noch nicht nachgelesen)")
    if sources:
        yield paragraph(sources, _INDENT)
    if home.valid_to and home.valid_to < on:
        yield paragraph(_("Gilt seit dem {day} nicht mehr.").format(day=day_label(home.valid_to)), _INDENT)
        for ref in home.replaced_by:
            yield paragraph(_("Ersetzt durch: {word}").format(word=_word_at(glossary, ref, on)), _INDENT)
    elif not in_force(home, on) and home.valid_from:
        yield paragraph(_("Gilt erst ab dem {day}.").format(day=day_label(home.valid_from)), _INDENT)


def _words(concept: Concept, on: date) -> Iterator[str]:
    by_status: dict[str, list[Term]] = {}
    for term in concept.terms or ():
        by_status.setdefault(status_on(term, concept, on), []).append(term)
    if concept.use:  # otherwise this would be the concept's home
        yield paragraph(dangling_label(concept.use), _INDENT)
    elif not concept.terms:
        yield paragraph(_("Kein eigenes Wort."), _INDENT)
    for term in by_status.get("preferred", ()):
        line = paragraph(term.term + _described(term, on), _INDENT + "  ", _INDENT)
        yield line.replace(term.term, style(term.term, fg="cyan", bold=True), 1)
    rows = (
        (_("auch:"), "admitted", None),
        (_("abgelöst:"), "superseded", None),
        (_("nicht verwenden:"), "deprecated", "red"),
    )
    for heading, status, colour in rows:
        for place, term in enumerate(by_status.get(status, ())):
            lead = heading if place == 0 else " " * len(heading)
            yield paragraph(
                term.term + _described(term, on, short=True), _INDENT + "    ", _INDENT + style(lead, fg=colour) + " "
            )


def _described(term: Term, on: date, *, short: bool = False) -> str:
    """Return what is to be said of a word, after it: gender and plural, since when, until when, and advice."""
    facts = []
    if not short:
        facts += [article(term.gender)] if term.gender else []
        facts += [_("Mehrzahl {plural}").format(plural=term.plural)] if term.plural else []
    if term.register != "neutral":
        facts.append(register_label(term.register))
    if term.valid_from and not short:
        facts.append(_("seit {day}").format(day=day_label(term.valid_from)))
    if term.valid_to:
        facts.append(_("amtlich bis {day}").format(day=day_label(term.valid_to)))
    if tolerated_on(term, on) and term.tolerated:
        facts.append(_("noch geduldet bis {day}").format(day=day_label(term.tolerated.until)))
    text = f" ({'; '.join(facts)})" if facts else ""
    return f"{text}. {term.note}" if term.note else text


def _word_at(glossary: Glossary, ref: str, on: date) -> str:
    """Return the word, the area and the address of a concept that something refers to."""
    found = glossary.find(ref)
    if found is None:
        return ref
    term = preferred_term(found[1], on)
    area = area_name(glossary, found[1].area)
    return f"{term.term} ({area}, {ref})" if term else f"{area}, {ref}"


def _differences(glossary: Glossary, entry: Entry) -> Iterator[str]:
    shown = [difference for difference in entry.differences if difference.difference]
    if shown:
        yield ""
        yield style(_("Unterschiede"), bold=True)
    for difference in shown:
        yield paragraph(_between(glossary, entry, difference) + difference.difference, _INDENT + "  ", _INDENT)
        if difference.consequence:
            yield paragraph(difference.consequence, _INDENT * 3, _INDENT * 2 + "→ ")


def _between(glossary: Glossary, entry: Entry, difference: Difference) -> str:
    names = []
    for key in difference.between:
        concept = entry.concept(key)
        names.append(area_name(glossary, concept.area) if concept else key)
    return f"{' / '.join(dict.fromkeys(names))}: " if names else ""


def _false_friends(glossary: Glossary, friends: Sequence[FalseFriend]) -> Iterator[str]:
    if friends:
        yield ""
        yield style(_("Achtung, falsche Freunde"), bold=True)
    for friend in friends:
        words = ", ".join(quoted(word) for word in friend.words)
        yield paragraph(f"{words}. {friend.note}" if friend.note else words, _INDENT + "  ", _INDENT)
        for meaning in friend.means:
            lead = f"{area_name(glossary, meaning.area)}: " if meaning.area else ""
            yield paragraph(lead + meaning.text, _INDENT * 3, _INDENT * 2 + "· ")
