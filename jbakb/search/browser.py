"""The index for the browser: the same impacts as everywhere, packed into a script that also works from a file share.

Numbers of documents are written as differences, numbers below `_BASE` as one character, others as two; that leaves to
gzip what gzip does best. search-engine.js unpacks it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Final

from jbakb.search.analysis import ENDINGS, STOPWORDS
from jbakb.search.citations import LAWS
from jbakb.search.documents import SearchDocument
from jbakb.search.index import SearchIndex

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
    return f"window.jbakbIndex={packed};\n"


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
