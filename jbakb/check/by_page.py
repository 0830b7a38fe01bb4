"""Rules of scope `page` and `glossary`: part by part, kept from the last run, in several processes where that pays."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from typing import Final

from jbakb.check.cache import Cache, Result
from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.handbook import Page

#: Starting processes costs about as much as this many pages of 2 KB.
WORTH_IT: Final = 400

# What a child process inherits when it is forked: lexicons and rules need not be sent.
_inherited: tuple[Sequence[Rule], CheckInput] | None = None


def page_findings(rules: Sequence[Rule], given: CheckInput, cache: Cache | None = None) -> list[Finding]:
    """Apply rules to the glossary, once without pages, and page rules to each page that the cache does not know.

    The facts that other rules ask for are gathered on the way.
    """
    rules = [rule for rule in rules if rule.scope != "whole" or rule.facts]
    kept: dict[str, Result] = {}
    missing: list[Page] = []
    for page in given.pages if rules else ():
        known = cache.get(page.path, page.text) if cache else None
        if known is None:
            missing.append(page)
        else:
            kept[page.path] = known
    if given.only is None:
        glossary = cache.get("", "") if cache else None
        kept[""] = _check_pages(rules, given) if glossary is None else glossary
        if glossary is None and cache:
            cache.put("", "", kept[""])
    for page, result in zip(missing, _check_all(rules, given, missing), strict=True):
        kept[page.path] = result
        if cache:
            cache.put(page.path, page.text, result)
    results = [kept[path] for path in ("", *(page.path for page in given.pages)) if path in kept]
    for rule in rules:
        if rule.facts:
            given.gathered[rule.id] = [fact for result in results for fact in result.facts.get(rule.id, ())]
    return [finding for result in results for finding in result.findings]


def _check_all(rules: Sequence[Rule], given: CheckInput, pages: list[Page]) -> list[Result]:
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


def _check_inherited(page: Page) -> Result:
    assert _inherited is not None
    return _check_pages(*_inherited, page)


def _check_pages(rules: Sequence[Rule], given: CheckInput, *pages: Page) -> Result:
    narrow = given.narrowed(*pages)
    scopes = ("page",) if pages else ("page", "glossary")
    return Result(
        [finding for rule in rules if rule.scope in scopes for finding in rule.check(narrow)],
        {rule.id: facts for rule in rules if rule.facts and (facts := list(rule.facts(narrow)))},
    )
