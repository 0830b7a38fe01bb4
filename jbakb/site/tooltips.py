"""The notes that links show before they are followed: one file for the whole site, which pages load when they need it.

A link only carries the keys of its readings (`tip_keys`), so that pages stay small. Everything comes from the glossary
of the edition that is built.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from jbakb.i18n import _
from jbakb.language.readability import sentences_of
from jbakb.model import Concept, Entry, Glossary, Sense
from jbakb.model.status import preferred_term
from jbakb.site.addresses import Addresses, entry_page
from jbakb.site.entry_view import view_word
from jbakb.site.own_side import RELATIONS, OwnWord, OwnWords, relation_label, relation_symbol

_LENGTH: Final = 260


def tip_keys(senses: Iterable[Sense], on: date) -> str:
    """Return the keys of a link's readings, each once: `entry.concept`, `:n` added for any but the preferred word."""
    return " ".join(dict.fromkeys(_key(sense, on) for sense in senses))


def tooltip_script(glossary: Glossary, addresses: Addresses, styles: Mapping[str, int], own: OwnWords) -> str:
    """Return the script that hands the notes of all concepts to the page (assets/tooltips.js)."""
    notes: dict[str, dict[str, Any]] = {}
    for entry in glossary.entries.values():
        if entry.terms:
            notes[entry.id] = {"word": entry.terms[0].term, "text": _first_sentence(entry.notion or entry.title)}
        for concept in entry.concepts:
            if concept.terms:
                notes[entry.ref(concept)] = _note(entry, concept, own)
    data = {
        "areas": {area.id: [area.short, styles.get(area.id, 0)] for area in glossary.areas.values()},
        "pages": {entry: addresses.url(entry_page(entry)) for entry in glossary.entries},
        "relations": {each: [relation_symbol(each), relation_label(each)] for each in RELATIONS},
        "texts": _texts(),
        "notes": notes,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f"window.jbakb.tips({text});\n"


def _key(sense: Sense, on: date) -> str:
    if sense.concept is None or sense.term is preferred_term(sense.concept, on):
        return sense.ref
    number = next((place for place, term in enumerate(sense.concept.terms or ()) if term is sense.term), None)
    return sense.ref if number is None else f"{sense.ref}:{number}"


def _note(entry: Entry, concept: Concept, own: OwnWords) -> dict[str, Any]:
    better = preferred_term(concept, own.on)
    word = better.term if better else entry.title
    old = {
        str(number): [term.term, remark]
        for number, term in enumerate(concept.terms or ())
        if (remark := view_word(term, concept, own.on, word).remark)
    }
    text = _first_sentence(concept.definition or entry.notion or entry.title)
    seen = {area: [_row(each) for each in rows] for area, rows in own.of(entry, concept)}
    note: dict[str, Any] = {"area": concept.area, "word": word, "text": text, "own": seen}
    return {**note, "old": old} if old else note


def _row(word: OwnWord) -> list[str]:
    return [word.relation, word.word, word.nearest] if word.nearest else [word.relation, word.word]


def _texts() -> dict[str, str]:
    return {
        "ambiguous": _("Mehrere Bedeutungen"),
        "each": _("Jedes Haus sieht es von seiner Seite"),
        "common": _("alle Häuser"),
        "own": _("Bei Ihnen"),
        "no_word": _("ohne eigenes Wort"),
        "nearest": _("am nächsten: {word}"),
        "open": _("Zum Eintrag"),
        "close": _("Schließen"),
    }


def _first_sentence(text: str) -> str:
    start, end = next(iter(sentences_of(text)), (0, len(text)))
    sentence = text[start:end]
    return sentence if len(sentence) <= _LENGTH else sentence[:_LENGTH].rsplit(" ", 1)[0].rstrip(",;.") + " …"
