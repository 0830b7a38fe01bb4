"""All forms of all terms, ready to be looked up: the one dictionary behind links, checks and search."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from jbakb.language.inflection import forms_of
from jbakb.model import Glossary, Sense

#: A word: letters and digits, with inner points, apostrophes and hyphens kept apart.
TOKEN = re.compile(r"[^\W_]+(?:[.](?=[^\W_])[^\W_]+)*[.]?(?<!\d\.)|[^\W_]+")


@dataclass(frozen=True)
class Lexicon:
    """Forms by their first token: each is a tuple of tokens with the senses it may have.

    Forms of one first token stand longest first.
    """

    by_first: dict[str, tuple[tuple[tuple[str, ...], tuple[Sense, ...]], ...]]
    on: date


def build_lexicon(glossary: Glossary, on: date) -> Lexicon:
    """Derive the forms of every term of a glossary; `on` is the day for which statuses will be asked."""
    senses: dict[tuple[str, ...], list[Sense]] = defaultdict(list)
    for sense in glossary.senses():
        for form in forms_of(sense.term):
            tokens = tuple(tokenize(form))
            if tokens and sense not in senses[tokens]:
                senses[tokens].append(sense)
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[Sense, ...]]]] = defaultdict(list)
    for tokens, found in senses.items():
        by_first[tokens[0]].append((tokens, tuple(found)))
        capital = tokens[0][:1].upper() + tokens[0][1:]
        if capital != tokens[0]:
            by_first[capital].append(((capital, *tokens[1:]), tuple(found)))
    return Lexicon({first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in by_first.items()}, on)


def tokenize(text: str) -> list[str]:
    """Split a form into its tokens as the matcher splits a text."""
    return [found[0].rstrip(".") if found[0].count(".") == 1 else found[0] for found in TOKEN.finditer(text)]
