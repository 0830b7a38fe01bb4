"""Rules of scope `page`: page by page, kept from the last run, in several processes where that pays."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from typing import Final

from jbakb.check.cache import Cache
from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.handbook import Page

#: Starting processes costs about as much as this many pages of 2 KB.
WORTH_IT: Final = 400

# What a child process inherits when it is forked: lexicons and rules need not be sent.
_inherited: tuple[Sequence[Rule], CheckInput] | None = None


def page_findings(rules: Sequence[Rule], given: CheckInput, cache: Cache | None = None) -> list[Finding]:
    """Apply page rules to the glossary, once without pages, and to each page that the cache does not know."""
    if not rules:
        return []
    kept: dict[str, list[Finding]] = {}
    missing: list[Page] = []
    for page in given.pages:
        known = cache.get(page.path, page.text) if cache else None
        if known is None:
            missing.append(page)
        else:
            kept[page.path] = known
    if given.only is None:
        glossary = cache.get("", "") if cache else None
        if glossary is None:
            glossary = _check_pages(rules, given)
            if cache:
                cache.put("", "", glossary)
        kept[""] = glossary
    for page, findings in zip(missing, _check_all(rules, given, missing), strict=True):
        kept[page.path] = findings
        if cache:
            cache.put(page.path, page.text, findings)
    return [finding for findings in kept.values() for finding in findings]


def _check_all(rules: Sequence[Rule], given: CheckInput, pages: list[Page]) -> list[list[Finding]]:
    workers = min(os.cpu_count() or 1, 8)
    if len(pages) < WORTH_IT or workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [_check_pages(rules, given, page) for page in pages]
    global _inherited
    _ready = given.lexicon
    _inherited = (rules, given)
    try:
        with multiprocessing.get_context("fork").Pool(workers) as pool:
            return pool.map(_check_inherited, pages, chunksize=max(1, len(pages) // (4 * workers)))
    finally:
        _inherited = None


def _check_inherited(page: Page) -> list[Finding]:
    assert _inherited is not None
    return _check_pages(*_inherited, page)


def _check_pages(rules: Sequence[Rule], given: CheckInput, *pages: Page) -> list[Finding]:
    narrow = given.narrowed(*pages)
    return [finding for rule in rules for finding in rule.check(narrow)]
