"""Replacing an old word by today's in the right form, with its article; nothing where grammar leaves a doubt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from jbakb.check.finding import Finding, Fix
from jbakb.handbook import Page
from jbakb.i18n import ngettext
from jbakb.language.declension import (
    CONTRACTIONS,
    Slot,
    article,
    articles,
    cases_after,
    contracted,
    slots_of,
    usual_form,
)
from jbakb.language.prose import BLANK
from jbakb.model import Term
from jbakb.store.transaction import Changeset

_BEFORE: Final = re.compile(r"([^\W\d_]+)[ \t]+$")
#: What may be an adjective or another determiner, whose ending would have to follow the gender.
_ENDING: Final = re.compile(r"[a-zäöüß]+(?:e|en|er|es|em)$")
#: Characters that are looked at before a word.
_WIDE: Final = 120
#: A part of a longer word or of a compound with hyphens.
_INSIDE: Final = re.compile(r"[\w-] | [\w-]")
_RELATIVE: Final = re.compile(r"\w*,\s*(?:[a-zäöü]+\s+)?(?:der|die|das|den|dem|dessen|deren|welche[rsnm]?)\b")


#: The words of a sentence so far, from its start.
_ITEM: Final = r"(?:[-*+]|#+|\d+\.)[ \t]+"
_SENTENCE_SO_FAR: Final = re.compile(
    rf"(?:[.!?]\s+|\n\s*\n[ \t{BLANK}]*(?:{_ITEM})?|\n[ \t]*(?:{_ITEM}|{BLANK}+[ \t]*))"
    r"(?P<words>(?:\w[\w-]*\s){2,6})$"
)
#: Prepositions made of a noun, which ask for the genitive.
_OF_NOUN: Final = re.compile(
    r"\b(?:[Ii]m (?:Rahmen|Sinne?|Zuge|Falle?|Wege|Verlauf)|[Aa]uf (?:der )?(?:Grundlage|Basis)|[Mm]it Hilfe"
    r"|[Zz]um Zwecke?|[Nn]ach Maßgabe|[Uu]nter Berücksichtigung|[Aa]n Stelle)\s$"
)


class _Prefix(NamedTuple):
    """What stands before a noun and belongs to it: where it starts, its row, and a preposition that is part of it."""

    start: int
    word: str
    row: str
    preposition: str


def replacement(page: Page, start: int, end: int, old: Term, new: Term) -> Fix | None:
    """Return how to put a new term in an old one's place; None where a person has to decide.

    Args: `start` and `end` the old word in the page's text. It must be prose: no quotation, code or link.
    """
    prose = page.prose
    text = page.text
    if prose.text[start:end] != text[start:end] or not prose.linkable(start, end) or new.gender is None:
        return None
    if _INSIDE.search(text[max(0, start - 1) : start] + " " + text[end : end + 1]):
        return None
    slots = slots_of(old, " ".join(text[start:end].split()))
    same = old.gender == new.gender
    before = text[max(0, start - 80) : start]
    if not same and _RELATIVE.match(text, end):
        return None
    prefix, slots = _prefix(prose.text, start, before, old, slots)
    if not slots or (prefix is None and not same and _inflects(before)):
        return None
    written = {_written(prefix if not same else None, new, slot) for slot in slots}
    if len(written) != 1 or None in written:
        return None
    [result] = written
    assert result is not None
    if prefix is None or same:
        return Fix(start, end, result)
    return _shortened(prose.text, prefix, Fix(prefix.start, end, result))


def _shortened(prose: str, prefix: _Prefix, fix: Fix) -> Fix:
    """Join preposition and article where the old word's gender left no choice: "in der" becomes "im"."""
    ahead = _BEFORE.search(prose[max(0, fix.start - 20) : fix.start]) if not prefix.preposition else None
    if ahead is None or not fix.text.startswith("dem ") or contracted(ahead[1].lower(), prefix.word.lower()):
        return fix
    short = contracted(ahead[1].lower(), "dem")
    if short is None:
        return fix
    short = short.capitalize() if ahead[1][:1].isupper() else short
    return Fix(fix.start - len(ahead[0]), fix.end, short + fix.text[3:])


def _prefix(
    prose: str, start: int, before: str, old: Term, slots: frozenset[Slot]
) -> tuple[_Prefix | None, frozenset[Slot]]:
    """Find the article before a noun, and which slots it and a preposition leave."""
    found = _BEFORE.search(before)
    if not found:
        return None, _without_article(slots, "")
    word = found[1]
    at = start - len(before) + found.start()
    if prose[at:start] != before[found.start() :]:
        return None, frozenset()
    lower = word.lower()
    if lower in CONTRACTIONS:
        preposition, form = CONTRACTIONS[lower]
        allowed = cases_after(preposition)
    else:
        preposition, form = "", lower
        earlier = _BEFORE.search(before[: found.start()])
        allowed = cases_after(earlier[1].lower()) if earlier else frozenset()
        if not allowed and _genitive_follows("\n\n" * (at <= _WIDE) + prose[max(0, at - _WIDE) : at]):
            allowed = frozenset({"gen"})
    fitting = {(slot, row) for gender, slot, row in articles(form) if gender == old.gender and slot in slots}
    if not fitting:
        return None, _without_article(slots, lower)
    left = frozenset(slot for slot, _row in fitting if not allowed or slot.case in allowed)
    [row, *more] = {row for _slot, row in fitting}
    return (None, frozenset()) if more else (_Prefix(at, word, row, preposition), left)


def _genitive_follows(before: str) -> bool:
    """Tell whether an article behind this text starts a genitive: „Die Ziele der …“, „im Rahmen der …“.

    Before the verb of a German sentence stands one constituent only: an article after its noun belongs to it.
    """
    if _OF_NOUN.search(before):
        return True
    found = _SENTENCE_SO_FAR.search(before)
    *front, noun = found["words"].split() if found else [""]
    if not front or not noun[:1].isupper() or not front[0][:1].isupper():
        return False
    first, *rest = (word.lower() for word in front)
    if cases_after(first) and rest and any(articles(rest[0])):
        rest = rest[1:]
    elif not (cases_after(first) or first in CONTRACTIONS or any(articles(first))):
        return False
    return all(_ENDING.fullmatch(word) for word in rest)


def _without_article(slots: frozenset[Slot], word: str) -> frozenset[Slot]:
    """Return the slots of a noun without article; alone, a noun shows the genitive by its ending."""
    allowed = cases_after(word)
    left = frozenset(slot for slot in slots if not allowed or slot.case in allowed)
    return frozenset(slot for slot in left if slot.case != "gen") or left


def _inflects(before: str) -> bool:
    """Tell whether the word before looks as if it followed the noun's gender."""
    found = _BEFORE.search(before)
    return bool(found and _ENDING.match(found[1].lower()) and not cases_after(found[1].lower()))


def _written(prefix: _Prefix | None, new: Term, slot: Slot) -> str | None:
    noun = usual_form(new, slot)
    if noun is None or prefix is None or new.gender is None:
        return noun
    before = article(prefix.row, new.gender, slot)
    if before is None:
        return None
    if prefix.preposition:
        before = contracted(prefix.preposition, before) or f"{prefix.preposition} {before}"
    if prefix.word[:1].isupper():
        before = before[:1].upper() + before[1:]
    return f"{before} {noun}"


def certain_fix(page: Page, start: int, end: int, olds: Iterable[Term], news: Iterable[Term]) -> Fix | None:
    """Return the replacement if all readings of the old word agree on it and there is one new word only."""
    found = {replacement(page, start, end, old, new) for old in olds for new in news}
    return found.pop() if len(found) == 1 else None


def mended(pages: Mapping[str, Page], findings: Iterable[Finding]) -> Changeset:
    """Return the change that carries out all fixes; of two that overlap, the first."""
    fixes: dict[str, list[Fix]] = defaultdict(list)
    for finding in findings:
        if finding.fix and not finding.known and finding.place.file in pages:
            fixes[finding.place.file].append(finding.fix)
    files: dict[str, str | None] = {}
    count = 0
    for path, wanted in fixes.items():
        text = pages[path].text
        parts, done = [], 0
        for fix in sorted(set(wanted)):
            if fix.start >= done:
                parts += [text[done : fix.start], fix.text]
                done, count = fix.end, count + 1
        files[path] = "".join([*parts, text[done:]])
    summary = ngettext("{count} Wort ersetzt", "{count} Wörter ersetzt", count).format(count=count)
    return Changeset(summary, files)
