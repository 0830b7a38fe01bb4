"""The index for the browser: the same impacts as everywhere, packed into a script that also works from a file share.

Numbers of documents are written as differences, numbers below `_BASE` as one character, others as two; that leaves to
gzip what gzip does best. search-engine.js unpacks it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from jbakb.search.analysis import ENDINGS, STOPWORDS
from jbakb.search.citations import LAWS
from jbakb.search.documents import Kind, SearchDocument
from jbakb.search.index import SearchIndex

_BEGINS: Final = "window.jbakbIndex="
_FIRST: Final = 35
_BASE: Final = 57  # '#' to '[': no character that JSON escapes


def browser_script(index: SearchIndex, more: Mapping[str, object], url: Callable[[SearchDocument], str]) -> str:
    """Return the script that hands the index to search-engine.js.

    Args: `more` is passed on as it is (names of areas, answers); `url` tells a document's address from the site's root.
    """
    terms = sorted(index.postings)
    documents = index.documents
    data = {
        "documents": {
            "url": [url(each) for each in documents],
            "path": [each.path for each in documents],
            "title": [each.title for each in documents],
            "kind": [each.kind for each in documents],
            "area": [each.area for each in documents],
            "words": [list(each.words[:6]) for each in documents],
            "summary": [each.summary for each in documents],
            "id": [each.id for each in documents],
        },
        "terms": "\n".join(terms),
        "counts": "".join(_number(len(index.postings[term])) for term in terms),
        "numbers": "".join(map(_differences, (index.postings[term] for term in terms))),
        "impacts": "".join(_number(impact) for term in terms for _number_, impact in index.postings[term]),
        "expansions": {key: [list(pair) for pair in others] for key, others in index.expansions.items()},
        "endings": ENDINGS,
        "stopwords": " ".join(sorted(STOPWORDS)),
        "laws": " ".join(sorted(LAWS)),
        **more,
    }
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # In a script, JSON needs these two escaped; a closing tag cannot occur outside a string.
    packed = packed.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
    return f"{_BEGINS}{packed};\n"


def _differences(postings: object) -> str:
    written, before = [], -1
    for number, _impact in postings:  # type: ignore[attr-defined]
        written.append(_number(number - before))
        before = number
    return "".join(written)


def _number(value: int) -> str:
    """Write a number: one character below the base, otherwise a character from `]` on for the rest and one more."""
    high, low = divmod(value, _BASE)
    return chr(_FIRST + low) if not high else chr(_FIRST + _BASE + 1 + high) + chr(_FIRST + low)


@dataclass(frozen=True)
class SiteIndex:
    """The index of a built site as it was read back, and the ids of the site's areas."""

    index: SearchIndex
    areas: tuple[str, ...]


class _Documents(msgspec.Struct):
    url: list[str]
    path: list[str]
    title: list[str]
    kind: list[Kind]
    area: list[str]
    words: list[list[str]]
    summary: list[str]
    id: list[str]


class _Packed(msgspec.Struct):
    documents: _Documents
    terms: str
    counts: str
    numbers: str
    impacts: str
    expansions: dict[str, list[tuple[str, float]]]
    areas: dict[str, Any] = {}


def read_script(script: str) -> SiteIndex:
    """Read what `browser_script` wrote; raises ValueError if it is something else, or cut off."""
    if not script.startswith(_BEGINS) or not script.endswith(";\n"):
        raise ValueError("not an index of jbakb")
    packed = msgspec.json.decode(script[len(_BEGINS) : -2], type=_Packed)
    rows, columns = packed.documents, (_numbers(packed.counts), _numbers(packed.numbers), _numbers(packed.impacts))
    postings: dict[str, list[tuple[int, int]]] = {}
    try:
        documents = tuple(
            SearchDocument(id_, kind, title, area, url, path, words=tuple(words), summary=summary)
            for id_, kind, title, area, url, path, words, summary in zip(
                rows.id, rows.kind, rows.title, rows.area, rows.url, rows.path, rows.words, rows.summary, strict=True
            )
        )
        counts, numbers, impacts = columns
        for term in packed.terms.split("\n") if packed.terms else ():
            number, found = -1, []
            for _posting in range(next(counts)):
                number += next(numbers)
                found.append((number, next(impacts)))
            postings[term] = found
            if found and found[-1][0] >= len(documents):
                raise ValueError("a number without a document")
    except (StopIteration, IndexError):
        raise ValueError("the index is cut off") from None
    return SiteIndex(SearchIndex(documents, postings, packed.expansions), tuple(packed.areas))


def _numbers(text: str) -> Iterator[int]:
    """Read what `_number` wrote."""
    at = 0
    while at < len(text):
        high, low = 0, ord(text[at]) - _FIRST
        if low > _BASE:
            at += 1
            high, low = low - _BASE - 1, ord(text[at]) - _FIRST
        yield high * _BASE + low
        at += 1
