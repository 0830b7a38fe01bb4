"""Which files a change concerns beside those that it touches."""

from __future__ import annotations

from collections.abc import Collection

from jbakb.check.finding import CheckInput
from jbakb.model import Glossary
from jbakb.recognition.matcher import find_terms
from jbakb.store.loading import entry_path


def affected_files(given: CheckInput, touched: Collection[str]) -> frozenset[str]:
    """Add to touched files the pages that contain a form of a term of a touched entry."""
    entries = [entry for entry in given.glossary.entries.values() if entry_path(entry) in touched]
    if not entries:
        return frozenset(touched)
    from jbakb.recognition.lexicon import build_lexicon

    lexicon = build_lexicon(Glossary(entries={entry.id: entry for entry in entries}), given.on)
    pages = {page.path for page in given.pages if page.path not in touched and find_terms(lexicon, page.prose)}
    return frozenset({*touched, *pages})
