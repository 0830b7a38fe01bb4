"""Reading only the entries that a question is about, so that looking a word up does not wait for 2,000 files.

Every file is read as text, which is quick; only those are parsed that contain the word, as far as one can tell without
knowing its forms, and then those that these refer to or that refer to these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from jbakb.language.folding import feminine, fold
from jbakb.language.inflection import is_form_of_any
from jbakb.language.phrases import ROMAN_DIGITS
from jbakb.model import Entry, Glossary
from jbakb.store.loading import entry_files, load_glossary
from jbakb.store.problem import DataError, Problem

_WORD: Final = re.compile(r"[a-z0-9]+")
#: A number, alone or without a blank after its name.
_NUMBERED: Final = re.compile(r"(?P<name>[a-z]*)(?P<digits>\d+)")
_ROMANS: Final = {digits: roman.lower() for roman, digits in ROMAN_DIGITS.items()}
# What inflection may put at the end of a word, and what may stand there in the glossary instead.
_ENDINGS: Final = ("", "s", "es", "e", "n", "en", "ens", "ns", "er", "em", "ern", "nen", "ses", "se", "sen")
_ENDING_IN_FILE: Final = r"(?:e[nrsm]?|n)?"


def load_excerpt(root: Path, query: str, *, ids: bool = True) -> Glossary:
    """Read the entries in which a word occurs, or the one with that id, and all that they are connected with.

    Args: `ids` whether the query may be an id; an id is not looked for as a word.
    The result has all areas, themes and common words. It may have entries too many, and for a word that is not in the
    glossary it may have none. Raises DataError if one of the files that were read cannot be used.
    """
    problems: list[Problem] = []
    texts = {path: _text(root, path) for path in entry_files(root, problems)}
    if problems and not texts:
        raise DataError(problems)
    by_id = {path.rsplit("/", 1)[-1].removesuffix(".yml"): path for path in texts}
    by_name = (by_id.get(query) or by_id.get(query.partition(".")[0])) if ids else None
    wanted = {by_name} if by_name else _mentioning(texts, query)
    glossary = _load(root, wanted)
    for meaning in _meanings(glossary, query):
        wanted |= _mentioning(texts, meaning)
    glossary = _load(root, wanted)
    wanted |= _referring(texts, glossary.entries)
    while True:
        glossary = _load(root, wanted)
        missing = {by_id[name] for name in _referred(glossary.entries.values()) if name in by_id} - wanted
        if not missing:
            return glossary
        wanted |= missing


def _load(root: Path, paths: Iterable[str]) -> Glossary:
    glossary, problems = load_glossary(root, sorted(paths))
    if problems:
        raise DataError(problems)
    return glossary


def _text(root: Path, path: str) -> str:
    """Read a file as far as it can be read: what is wrong with it is told when it is parsed."""
    with suppress(OSError), open(f"{root}/{path}", "rb") as file:  # noqa: PTH123 - a Path for each takes time
        return fold(file.read().decode("utf-8", errors="replace"))
    return ""


def _mentioning(texts: dict[str, str], query: str) -> set[str]:
    """Find the files that have all words of a query, each in any form; "hartz4" is Hartz IV."""
    patterns = [_pattern(word) for word in _WORD.findall(fold(feminine(query)))]
    return {path for path, text in texts.items() if patterns and all(pattern.search(text) for pattern in patterns)}


def _pattern(word: str) -> re.Pattern[str]:
    """Make a pattern that finds a word in the form in which the glossary may have it."""
    bodies = [_body(word)]
    numbered = _NUMBERED.fullmatch(word)
    if numbered and (roman := _ROMANS.get(numbered["digits"])):
        bodies.append(rf"{_body(numbered['name'])}\s+{roman}" if numbered["name"] else roman)
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(bodies)})(?![a-z0-9])")


def _body(word: str) -> str:
    stems = {word[: len(word) - len(ending)] for ending in _ENDINGS if word.endswith(ending)} - {""}
    stems |= {re.sub(r"(.*[aou])e", r"\1", stem) for stem in stems}  # Plaene, Plan
    return rf"(?:{'|'.join(stems)}){_ENDING_IN_FILE}"


def _meanings(glossary: Glossary, query: str) -> list[str]:
    """Return what an ambiguous word may stand for, in words that may have entries of their own."""
    known = (*glossary.words, *(friend for entry in glossary.entries.values() for friend in entry.false_friends))
    return [meaning.text for friend in known if is_form_of_any(query, friend.words) for meaning in friend.means]


def _referring(texts: dict[str, str], ids: Iterable[str]) -> set[str]:
    """Find the files that use a concept of the given entries."""
    pattern = re.compile(rf"\buse: *['\"]?(?:{'|'.join(map(re.escape, ids)) or '(?!)'})\.")
    return {path for path, text in texts.items() if pattern.search(text)}


def _referred(entries: Iterable[Entry]) -> set[str]:
    """Return the ids of the entries whose concepts the given ones refer to."""
    refs = (
        ref
        for entry in entries
        for concept in entry.concepts
        for ref in (concept.use, concept.nearest, *concept.replaced_by)
    )
    return {ref.partition(".")[0] for ref in refs if ref}
