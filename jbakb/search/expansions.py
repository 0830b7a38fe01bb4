"""What a word is also called: synonyms, abbreviations, outdated words and the § behind it, from the glossary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from jbakb.language.inflection import forms_of
from jbakb.model import Concept, Entry, Glossary, Term
from jbakb.search.analysis import phrase
from jbakb.search.citations import cited

#: The section of the first source counts most; one that many entries rest on says little about each.
_SAME_CONCEPT, _SAME_NOTION, _SECTION, _COMMON = 0.7, 0.3, 1.5, 0.3
_AKIN: Final = ("exact", "close", None)


def expansions_of(glossary: Glossary) -> dict[str, list[tuple[str, float]]]:
    """Return for each phrase of the glossary, in all its forms, what the same thing is called and where it stands."""
    found: dict[str, dict[str, float]] = {}
    resting = Counter(
        term
        for entry in glossary.entries.values()
        for term in {term for concept in entry.concepts for term in _sections(concept)}
    )
    for entry in glossary.entries.values():
        own = [(concept, concept.terms or ()) for concept in entry.concepts]
        groups: list[tuple[Concept | None, tuple[Term, ...]]] = [(None, entry.terms), *own]
        for concept, terms in groups:
            others = dict(_others(entry, concept, terms, groups, resting))
            for term in terms:
                for key in {phrase(form) for form in (term.term, *forms_of(term))}:
                    row = found.setdefault(key, {})
                    for other, weight in others.items():
                        if other != key:
                            row[other] = max(row.get(other, 0.0), weight)
    return {key: sorted(row.items()) for key, row in sorted(found.items()) if row and key}


def _others(
    entry: Entry,
    concept: Concept | None,
    terms: tuple[Term, ...],
    groups: list[tuple[Concept | None, tuple[Term, ...]]],
    resting: Mapping[str, int],
) -> Iterator[tuple[str, float]]:
    akin = concept is None or concept.equivalence in _AKIN
    for other, words in groups:
        if other is not concept and akin and (other is None or other.equivalence in _AKIN):
            yield from ((phrase(word.term), _SAME_NOTION) for word in words)
    for place, section in enumerate(_sections(concept) if concept else ()):
        yield section, _SECTION / (1 + place / 2) / resting[section] ** _COMMON
    yield phrase(entry.title), _SAME_NOTION
    yield from ((phrase(word.term), _SAME_CONCEPT) for word in terms)


def _sections(concept: Concept) -> list[str]:
    """Return the sections that a concept rests on, each once, in the order of its sources."""
    return list(dict.fromkeys(term for source in concept.sources for term in cited(source) if "." in term))
