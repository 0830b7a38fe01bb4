"""From a query to what an engine looks up: a clause per word, each with the terms that may stand for it.

The browser repeats this module (search-plan.js);
tests/search/test_browser_engine.py holds both together.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from jbakb.search.acronyms import ACRONYM, typed_as_acronym
from jbakb.search.analysis import STOPWORDS, stem, words
from jbakb.search.citations import cited, names_law
from jbakb.search.index import WHOLE, Expansions

_LONGEST_PHRASE = 8
_LONGEST_QUERY, _LONGEST_TEXT, _LONGEST_WORD = 40, 2000, 80
_EXACT, _JOINED, _PART, _PREFIX, _NEAR, _CITED, _WHOLE, _ALL, _LITTLE = 1.0, 1.1, 0.75, 0.6, 0.7, 8.0, 1.0, 2.0, 1.0
#: What a name is worth that has the words the other way round, what the result of an action (Planung: Plan), and how
#: many letters an action has at least.
_TURNED, _RESULT, _SHORTEST_ACTION = 0.8, 0.5, 6
_MOST_PREFIXED, _MOST_NEAR, _MOST_BEGUN = 24, 6, 24
#: What a name is worth that goes on where the query ends: in the middle of a word, after a finished one.
_BEGUN, _GOING_ON, _SHORTEST_BEGUN = 2.0, 0.8, 3
#: What a longer word is worth beside the known one that it begins with.
_GROWING, _SHORTEST_GROWING = 0.4, 4
#: A linking s that no form of such a word has: a compound goes on.
_UNFINISHED = re.compile(r"(?:ung|heit|keit|schaft|ion|tat)s$")


@dataclass(frozen=True)
class Vocabulary:
    """The terms of an index with the number of documents that have each, and what phrases are also called."""

    counts: Mapping[str, int]
    expansions: Expansions
    documents: int

    @cached_property
    def sorted_terms(self) -> list[str]:
        """Return the terms of single words in order."""
        return sorted(term for term in self.counts if term[0] not in "=§^")

    @cached_property
    def sorted_names(self) -> list[str]:
        """Return the terms of whole titles and words in order."""
        return sorted(term for term in self.counts if term[0] == WHOLE)


@dataclass(frozen=True)
class Clause:
    """One thing that was asked for: terms with weights. Clauses that are `asked` count for completeness."""

    terms: Mapping[str, float]
    asked: bool = True


def plan(text: str, vocabulary: Vocabulary) -> list[Clause]:
    """Plan a query."""
    text = text[:_LONGEST_TEXT]
    found = [word[:_LONGEST_WORD] for word in words(text)[:_LONGEST_QUERY]]
    clauses = [Clause({term: _CITED if "." in term else 1.0}, asked="." in term) for term in cited(text)]
    parts = [part for word in found for part in word.split("-")]
    written = typed_as_acronym(text)
    content = [word for word in found if word not in STOPWORDS] or found
    for place, word in enumerate(content):
        after = content[place + 1] if place + 1 < len(content) else ""
        before = content[place - 1] if place else ""
        terms = _alternatives(word, before, after, vocabulary)
        named = WHOLE + stem(word) in vocabulary.counts
        known = stem(word) in terms
        if not named and not names_law(word) and ACRONYM + word in vocabulary.counts and (word in written or not known):
            terms[ACRONYM + word] = _PART if known else _EXACT
        explained = " ".join(map(stem, word.split("-"))) in vocabulary.expansions
        if (named or explained) and not known:
            # The glossary knows the word (AB, BaE): what begins like it or is nearly the same is meant less.
            terms = {term: weight / (4 if explained else 2) for term, weight in terms.items()}
        clauses.append(Clause(terms))
        if len(content) == 1 and not named and (result := WHOLE + _result(word)) in vocabulary.counts:
            clauses.append(Clause({result: _TURNED}, asked=False))
        if len(content) == 1 and not named and not known:
            # What is nearly the only word asked for may be a whole title or word of the glossary.
            whole = {WHOLE + term: weight for term, weight in terms.items() if WHOLE + term in vocabulary.counts}
            clauses.append(Clause(whole, asked=False))
    if len(content) < len(found):
        little = {stem(word) for word in found if word in STOPWORDS} & vocabulary.counts.keys()
        clauses += [Clause({term: _LITTLE}, asked=False) for term in sorted(little)]
    for place in range(len(content) - 2):
        run = stem("".join(content[place : place + 3]).replace("-", ""))
        joined = {term: 2 * _JOINED for term in (run, WHOLE + run) if term in vocabulary.counts}
        clauses.append(Clause(joined, asked=False))
    if len(parts) == 2:
        clauses.append(Clause(_named_together(parts[0], parts[1], vocabulary), asked=False))
    name = WHOLE + " ".join(parts)
    if name in vocabulary.counts and name != WHOLE + " ".join(map(stem, parts)):
        clauses.append(Clause({name: _WHOLE}, asked=False))
    stems = [stem(part) for part in parts]
    clauses += _phrases(stems, vocabulary)
    clauses.append(Clause(_begun(parts, stems, vocabulary), asked=False))
    return [clause for clause in clauses if clause.terms or clause.asked]


def _alternatives(word: str, before: str, after: str, vocabulary: Vocabulary) -> dict[str, float]:
    """Return what may stand for a word: itself, joined with a neighbour, its parts; else what is nearly the same."""
    counts = vocabulary.counts
    whole = word.replace("-", "")
    terms: dict[str, float] = {}
    if stem(whole) in counts:
        terms[stem(whole)] = _EXACT
    for first, second in ((before, word), (word, after)):
        if first and second:
            for joint in joints(first, second):
                if joint in counts:
                    terms[joint] = max(terms.get(joint, 0), _JOINED)
    if terms and (result := _result(whole)) in counts:
        terms.setdefault(result, _RESULT)
    if "-" in word:
        for part in word.split("-"):
            if part not in STOPWORDS and stem(part) in counts:
                terms[stem(part)] = max(terms.get(stem(part), 0), _PART)
    if terms and not after and len(whole) >= _SHORTEST_GROWING:
        # The word goes on in a longer one (Versicherungspflicht, Versicherungspflichtige).
        for term, weight in _prefixed(whole, vocabulary).items():
            terms.setdefault(term, _GROWING * weight)
    if terms or len(whole) < 2:
        return terms
    pieces = split(whole, counts)
    for piece in pieces:
        terms[piece] = max(terms.get(piece, 0), _PART)
    terms.update(_prefixed(whole, vocabulary))
    if not any(weight > 0.4 for weight in terms.values()) or len(pieces) != 1:
        for term, weight in _near(whole, vocabulary):
            terms[term] = max(terms.get(term, 0), weight)
    return terms


def joints(first: str, second: str) -> Iterator[str]:
    """Iterate over the terms that two words make when they are written together."""
    first, second = first.replace("-", ""), second.replace("-", "")
    for link in ("", "s", "n", "en", "er", "es"):
        yield stem(first + link + second)
    if first.endswith("e"):
        yield stem(first[:-1] + second)
        yield stem(first[:-1] + "s" + second)


def _result(word: str) -> str:
    """Return the term for the result of an action (Hilfeplanung: Hilfeplan), empty if the word is no action."""
    is_action = len(word) > _SHORTEST_ACTION and word.endswith("ung")
    return stem(word.removesuffix("ung")) if is_action else ""


def _named_together(first: str, second: str, vocabulary: Vocabulary) -> dict[str, float]:
    """Return the names that two words make, in either order, or with the result of an action."""
    found: dict[str, float] = {}
    for one, other, weight in ((first, second, _ALL), (second, first, _ALL * _TURNED)):
        for head in filter(None, (other, _result(other))):
            for name in (WHOLE + joint for joint in joints(one, head)):
                if name in vocabulary.counts:
                    found[name] = max(found.get(name, 0.0), weight)
    return found


def split(word: str, counts: Mapping[str, int]) -> list[str]:
    """Split a word that no document has into terms that some have, as few as possible; empty if that fails."""
    best: dict[int, list[str]] = {len(word): []}
    for start in range(len(word) - 3, -1, -1):
        for end in range(len(word), start + 2, -1):
            if end in best:
                term = stem(word[start:end])
                if len(term) > 2 and term in counts and word[start:end] not in STOPWORDS:
                    rest = [term, *best[end]]
                    if start not in best or len(rest) < len(best[start]):
                        best[start] = rest
    return best.get(0, [])


def _prefixed(word: str, vocabulary: Vocabulary) -> dict[str, float]:
    terms = vocabulary.sorted_terms
    found: list[str] = []
    for place in range(bisect_left(terms, word), len(terms)):
        if not terms[place].startswith(word):
            break
        found.append(terms[place])
    found.sort(key=lambda term: (len(term), term))
    return {term: _PREFIX * (0.5 + 0.5 * len(word) / len(term)) for term in found[:_MOST_PREFIXED]}


def _begun(parts: list[str], stems: list[str], vocabulary: Vocabulary) -> dict[str, float]:
    """Return the names that begin with what was typed: its last word may be unfinished, or further words follow."""
    if not parts or (len(parts) == 1 and len(parts[0]) < _SHORTEST_BEGUN):
        return {}
    names, before = vocabulary.sorted_names, WHOLE + " ".join([*stems[:-1], ""])
    starts = []
    if len(parts) > 1 or stems[-1] not in vocabulary.counts or _UNFINISHED.search(parts[-1]):
        starts.append((before + parts[-1], _BEGUN))
    if len(parts) > 1:
        starts.append((before + stems[-1] + " ", _GOING_ON))
    found: dict[str, float] = {}
    for start, weight in starts:
        for place in range(bisect_left(names, start), len(names)):
            if not names[place].startswith(start):
                break
            found[names[place]] = weight * len(start) / len(names[place])
    return dict(sorted(found.items(), key=lambda row: (-row[1], row[0]))[:_MOST_BEGUN])


def _near(word: str, vocabulary: Vocabulary) -> list[tuple[str, float]]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    key = stem(word)
    most = 0 if len(key) < 4 else 1 if len(key) < 6 else 2
    if not most:
        return []
    terms = vocabulary.sorted_terms
    rows = process.extract(key, terms, scorer=OSA.distance, score_cutoff=most, limit=None)
    near = sorted((distance + (term[0] != key[0]) * 0.5, term) for term, distance, _place in rows)
    if not near:
        return []
    nearest = near[0][0]
    return [(term, _NEAR - 0.2 * (distance - 1)) for distance, term in near if distance < nearest + 1][:_MOST_NEAR]


def _phrases(stems: list[str], vocabulary: Vocabulary) -> Iterator[Clause]:
    """Iterate over clauses for whole titles and words of the glossary, and for what they are also called."""
    for start in range(len(stems)):
        for end in range(start + 1, min(len(stems), start + _LONGEST_PHRASE) + 1):
            key = " ".join(stems[start:end])
            share = (end - start) / len(stems)
            if WHOLE + key in vocabulary.counts:
                yield Clause({WHOLE + key: _ALL if share == 1 else _WHOLE * share}, asked=False)
            terms: dict[str, float] = {}
            for other, weight in vocabulary.expansions.get(key, ()):
                for term in _known(other, vocabulary.counts):
                    terms[term] = max(terms.get(term, 0), weight)
            if terms:
                yield Clause(terms, asked=False)


def _known(other: str, counts: Mapping[str, int]) -> Iterable[str]:
    if other in counts:
        return (other,)
    parts = [part for part in other.split(" ") if part not in STOPWORDS]
    return [part for part in parts if part in counts]
