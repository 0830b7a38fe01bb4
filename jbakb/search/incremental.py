"""Building an index from what is left of the last one: only documents that changed are analysed.

Compounds are split against the words of all documents, so a new page can change how the words of an old one are split.
Then that one is analysed again too: the index is always the one that a full build would make.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from jbakb.search.compounds import SHORT, Splitter
from jbakb.search.documents import SearchDocument
from jbakb.search.index import Expansions, SearchIndex, impacts, parts_of, splitting_words, surface_terms


class Analysed(msgspec.Struct, frozen=True, array_like=True):
    """One document: a hash of its content, its words, its terms with their impacts, and those of ambiguous names.

    Words and terms are numbers in the tables of `Analysis`.
    """

    hash: bytes
    words: list[int]
    terms: list[int]
    impacts: list[int]
    names: list[str]


class Analysis(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of a build, in the order of its documents."""

    words: list[str]
    terms: list[str]
    documents: list[Analysed]


@dataclass(frozen=True)
class Built:
    """An index, what to keep of it, and for each document its number in the last index, -1 where it is new."""

    index: SearchIndex
    kept: bytes
    same: tuple[int, ...]


@dataclass(frozen=True)
class _Row:
    number: int
    words: frozenset[str]
    terms: dict[str, int]
    names: list[str]


def rebuild(documents: Iterable[SearchDocument], expansions: Expansions, kept: bytes = b"") -> Built:
    """Analyse documents as `build_index` does, with what was kept of the last time; of something else, all of them."""
    every = tuple(documents)
    hashes = [hashlib.blake2b(msgspec.msgpack.encode(each), digest_size=16).digest() for each in every]
    old = _read(kept)
    words = [old[hashed].words if hashed in old else parts_of(each) for hashed, each in zip(hashes, every, strict=True)]
    counts = _count(words)
    splitter = Splitter(splitting_words(counts))
    differently = _split_differently(splitter, counts, _count([row.words for row in old.values()]), set().union(*words))
    names = surface_terms(every)
    postings: dict[str, list[tuple[int, int]]] = {}
    same: list[int] = []
    rows: list[dict[str, int]] = []
    for number, (hashed, document) in enumerate(zip(hashes, every, strict=True)):
        row = old.get(hashed)
        reused = row is not None and differently.isdisjoint(row.words)
        terms = row.terms if row and reused else impacts(document, splitter)
        same.append(row.number if row and reused and row.names == sorted(names[number]) else -1)
        rows.append(terms)
        for term, impact in terms.items():
            if term not in names[number]:
                postings.setdefault(term, []).append((number, impact))
        for term, impact in names[number].items():
            postings.setdefault(term, []).append((number, max(impact, terms.get(term, 0))))
    kept_now = _write(hashes, words, rows, [sorted(each) for each in names])
    return Built(SearchIndex(every, postings, expansions), kept_now, tuple(same))


def _count(words: Iterable[frozenset[str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for each in words:
        counts.update(each)
    return counts


def _split_differently(
    splitter: Splitter, counts: Counter[str], before: Counter[str], vocabulary: Iterable[str]
) -> frozenset[str]:
    """Return the words that are split otherwise than the last time."""
    # Shorter ones are no parts; a first part may have lost its last e (Schulpflicht).
    changed = {word for word in set(splitting_words(counts)) ^ set(splitting_words(before)) if len(word) > SHORT}
    signs = {word.removesuffix("e") for word in changed}
    if not signs:
        return frozenset()
    shortest = min(map(len, signs))
    touched = [word for word in vocabulary if len(word) >= shortest and _has_any(word, signs, shortest)]
    earlier = Splitter(splitting_words(before))
    return frozenset(
        word
        for word in touched
        if splitter.terms(word) != earlier.terms(word)
        or splitter.leaves(word) != earlier.leaves(word)
        or splitter.tail(word) != earlier.tail(word)
    )


def _has_any(word: str, signs: set[str], shortest: int) -> bool:
    length = len(word)
    return any(
        word[start:end] in signs
        for start in range(length - shortest + 1)
        for end in range(start + shortest, length + 1)
    )


def _read(kept: bytes) -> dict[bytes, _Row]:
    if not kept:
        return {}
    try:
        found = msgspec.msgpack.decode(kept, type=Analysis)
        rows = {}
        for number, each in enumerate(found.documents):
            terms = dict(zip((found.terms[term] for term in each.terms), each.impacts, strict=True))
            rows[each.hash] = _Row(number, frozenset(found.words[word] for word in each.words), terms, each.names)
    except (msgspec.DecodeError, ValueError, IndexError):
        return {}
    return rows


def _write(
    hashes: Sequence[bytes], words: Sequence[frozenset[str]], rows: Sequence[dict[str, int]], names: Sequence[list[str]]
) -> bytes:
    known_words: dict[str, int] = {}
    known_terms: dict[str, int] = {}
    documents = [
        Analysed(
            hashed,
            [known_words.setdefault(word, len(known_words)) for word in own],
            [known_terms.setdefault(term, len(known_terms)) for term in terms],
            list(terms.values()),
            named,
        )
        for hashed, own, terms, named in zip(hashes, words, rows, names, strict=True)
    ]
    return msgspec.msgpack.encode(Analysis(list(known_words), list(known_terms), documents))
