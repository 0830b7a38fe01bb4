"""The index that all engines hold: for every term the documents with it and how much it says about each.

All German is done here, once: an engine only adds up impacts. An impact joins the weight of title, words and text with
the saturation and length normalisation of BM25 (Robertson and Zaragoza 2009); how rare a term is, the query asks.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jbakb.search.acronyms import ACRONYM, acronyms
from jbakb.search.analysis import STOPWORDS, phrase, stem, tokens, words
from jbakb.search.citations import cited
from jbakb.search.compounds import Splitter
from jbakb.search.documents import SearchDocument

#: Begins a term that stands for a whole title or word of the glossary.
WHOLE = "="
_SCALE = 12
_TITLE, _WORDS, _TEXT, _LITTLE = 8.0, 12.0, 1.0, 2.0
_WHOLE_WORD, _WHOLE_TITLE, _TITLE_CITED, _CITED, _SOURCE = 14.0, 4.0, 9.0, 1.0, 3.0
#: BM25: how soon a further occurrence says nothing new, how much long texts are discounted, their usual length.
_K, _B, _USUAL = 1.2, 0.6, 320
#: What a word inside another counts in a text beside the word itself.
_INSIDE = 0.8
#: What a text begins with says what it is about: so many words count so many times more.
_BEGINNING, _LEAD = 60, 2.0
_TITLE_LENGTH, _SHORT = 5, 0.8
#: What a known word at the end of a title's unknown one says, and what the letters of an abbreviation do.
_TAIL, _ACRONYM = 0.5, 6.0
_BOOKS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiv")
_OF_LAWS = frozenset(("sgb", *map(stem, _BOOKS)))

_LONGEST_NAME = 200
_BOOK_IN_PATH = re.compile(r"\bsgb\d{1,2}\b")
#: What stands before the name of a section: „§ 16d SGB II – “.
_NUMBERED = re.compile(r"^§+ ?\d+\w?(?: [\w.]+){0,3} ?[–—:-] ")
_DIGITS = re.compile(r"\d+[a-z]?\b")

#: What a phrase may also be called: phrases of terms with a weight each.
Expansions = Mapping[str, Sequence[tuple[str, float]]]


@dataclass(frozen=True)
class SearchIndex:
    """Documents, and for each term (number of document, impact), in the order of the documents."""

    documents: tuple[SearchDocument, ...]
    postings: Mapping[str, Sequence[tuple[int, int]]]
    expansions: Expansions = field(default_factory=dict)


def build_index(documents: Iterable[SearchDocument], expansions: Expansions | None = None) -> SearchIndex:
    """Analyse documents."""
    every = tuple(documents)
    counts: Counter[str] = Counter()
    for document in every:
        counts.update(parts_of(document))
    splitter = Splitter(splitting_words(counts))
    postings: dict[str, list[tuple[int, int]]] = {}
    for number, (document, names) in enumerate(zip(every, surface_terms(every), strict=True)):
        terms = impacts(document, splitter)
        for term, impact in {**terms, **{name: max(terms.get(name, 0), names[name]) for name in names}}.items():
            postings.setdefault(term, []).append((number, impact))
    return SearchIndex(every, postings, expansions or {})


def parts_of(document: SearchDocument) -> frozenset[str]:
    """Return the folded words of a document, those with hyphens in their parts; numbers are none."""
    said = "\n".join((document.title, *document.words, document.text))
    return frozenset(part for word in words(said) for part in word.split("-") if not part.isdigit())


def splitting_words(counts: Mapping[str, int]) -> Iterator[str]:
    """Iterate over the words that compounds are split against: a short one must not be a typing error."""
    return (word for word, count in counts.items() if count > 1 or len(word) > 5)


def surface_terms(documents: Sequence[SearchDocument]) -> list[dict[str, int]]:
    """Return for each document its names with their ending, where only the ending tells them apart."""
    ambiguous = _ambiguous(documents)
    impact = round(_SCALE * _WHOLE_WORD)
    return [
        dict.fromkeys(sorted(ambiguous.intersection(map(surface, (each.title, *each.words)))), impact)
        for each in documents
    ]


def surface(name: str) -> str:
    """Return a whole title or word of the glossary as a term, with its ending."""
    return WHOLE + " ".join(tokens(name))


def _ambiguous(documents: Iterable[SearchDocument]) -> set[str]:
    """Return the words of the glossary that only their ending tells apart (Schule, Schüler)."""
    spellings: defaultdict[str, set[str]] = defaultdict(set)
    for document in documents:
        if document.kind == "entry":
            for name in (document.title, *document.words):
                spellings[WHOLE + phrase(name)].add(surface(name))
    return {each for key, found in spellings.items() if len(found) > 1 for each in found if each != key}


def impacts(document: SearchDocument, splitter: Splitter) -> dict[str, int]:
    """Return the terms of a document with their impacts, whole numbers from 1."""
    total: defaultdict[str, float] = defaultdict(float)
    title = _shares(_numberless(document.title), splitter)
    # Citations in a title do not make it longer; a short title that is met says more.
    shorter = _SHORT + (1 - _SHORT) * max(1, sum(1 for row in title if not _is_citation(row))) / _TITLE_LENGTH
    # In the glossary the words count; the title is the same for the concepts of all areas.
    tails = [{stem(tail): _TAIL} for word in words(document.title) if (tail := splitter.tail(word))]
    of_title = _TITLE * 0.6 if document.kind == "process" else _TITLE if document.kind != "entry" else _TITLE / 8
    for term, share in _best([*tails, *title]).items():
        total[term] += of_title * share / shorter
    for word in words(document.title):
        # Little words tell titles apart („über der Grenze“, „unter der Grenze“).
        if word in STOPWORDS:
            total[stem(word)] = _LITTLE if document.kind in ("page", "norm") else _LITTLE / 4
    for name in {document.title, _NUMBERED.sub("", document.title)}:
        if name and len(name) < _LONGEST_NAME:
            total[WHOLE + phrase(name)] += _WHOLE_TITLE * of_title / _TITLE
    for word, forms in zip(document.words, document.forms, strict=False):
        shares = _shares(word, splitter)
        for term, share in _best(shares).items():
            total[term] = max(total[term], _WORDS * share / (0.6 + 0.4 * len(shares)))
        for key in {WHOLE + phrase(form) for form in (word, *forms)}:
            total[key] = max(total[key], _WHOLE_WORD)
    text = _shares(document.text, splitter)
    length = len(text)
    frequencies: defaultdict[str, float] = defaultdict(float)
    for place, row in enumerate(text):
        times = 1 + _LEAD if place < _BEGINNING else 1
        for term, share in row.items():
            frequencies[term] += times * (share if share == 1 else _INSIDE * share)
    for term, frequency in frequencies.items():
        norm = _K * (1 - _B + _B * length / _USUAL)
        total[term] += _TEXT * frequency * (_K + 1) / (frequency + norm)
    _cite(document, total)
    for name in (document.title, *document.words):
        for short, share in acronyms(_NUMBERED.sub("", name), splitter).items():
            total[ACRONYM + short] = max(total[ACRONYM + short], _ACRONYM * share)
    return {term: round(_SCALE * document.weight * impact) or 1 for term, impact in total.items()}


def _numberless(title: str) -> str:
    """Leave the number of a section out of a title: that is a citation and not a word (Auszug unter 25)."""
    numbered = _NUMBERED.match(title)
    return _DIGITS.sub("", numbered[0]) + title[numbered.end() :] if numbered else title


def _cite(document: SearchDocument, total: defaultdict[str, float]) -> None:
    folders = " ".join((document.path.replace("/", " ").replace("_", " "), document.area))
    found = _BOOK_IN_PATH.search(folders.lower())
    law = found[0] if found else ""
    for term in cited(document.title, law):
        total[term] += _TITLE_CITED
    for place, source in enumerate(document.sources):
        for term in cited(source):
            total[term] += _SOURCE / (1 + place) if "." in term else _SOURCE / 2 / (1 + place)
    for term in set(cited(document.text)):
        total[term] += _CITED if "." in term else _CITED / 2


def _is_citation(row: dict[str, float]) -> bool:
    return all(term[0].isdigit() or term in _OF_LAWS for term in row)


def _shares(text: str, splitter: Splitter) -> list[dict[str, float]]:
    """Return for each word of a text its terms: its stem with 1, what is inside it with less."""
    return [shares for word in words(text) if (shares := word_terms(word, splitter))]


def word_terms(word: str, splitter: Splitter) -> dict[str, float]:
    """Return the terms of one folded word, hyphens included; empty for a stop word."""
    if word in STOPWORDS:
        return {}
    if "-" not in word:
        return {**splitter.terms(word), stem(word): 1.0}
    parts = [part for part in word.split("-") if part not in STOPWORDS]
    found: dict[str, float] = {}
    for part in parts:
        for term, share in word_terms(part, splitter).items():
            found[term] = max(found.get(term, 0), 0.8 * share)
    return {**found, stem(word.replace("-", "")): 1.0}


def _best(rows: Iterable[dict[str, float]]) -> dict[str, float]:
    best: dict[str, float] = {}
    for row in rows:
        for term, share in row.items():
            best[term] = max(best.get(term, 0.0), share)
    return best


__all__ = ["WHOLE", "Expansions", "SearchIndex", "build_index", "impacts", "word_terms"]
