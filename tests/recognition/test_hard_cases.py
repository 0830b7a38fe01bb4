"""Every sentence of hard_cases.tsv: the marked words are found, with the right term and sense, and no others."""

from __future__ import annotations

import re

import pytest

from jbakb.language.prose import markdown_prose, plain_prose
from jbakb.recognition.lexicon import Lexicon, build_lexicon
from jbakb.recognition.matcher import Match, find_terms
from tests.conftest import DAY
from tests.recognition.cases import Case, case_glossary, read_cases

CASES = read_cases()


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return build_lexicon(case_glossary(), DAY)


def test_there_are_at_least_two_hundred_cases() -> None:
    assert len(CASES) >= 200


def test_every_case_is_there_once() -> None:
    assert len({(case.mode, case.text) for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.line}-{case.about}")
def test_the_marked_words_are_found_and_no_others(case: Case, lexicon: Lexicon) -> None:
    prose = markdown_prose(case.text) if case.mode == "md" else plain_prose(case.text)
    matches = find_terms(lexicon, prose)
    assert [case.text[match.start : match.end] for match in matches] == [
        case.text[start:end] for start, end in case.spans
    ]
    assert tuple((match.start, match.end) for match in matches) == case.spans
    for match, expected in zip(matches, case.expected, strict=True):
        check(match, expected)


def check(match: Match, expected: str) -> None:
    term, area, kind, still_open = re.fullmatch(r"(.*?)(?:@(\w+))?(?:#(\w+))?(\?)?", expected).groups()  # type: ignore[union-attr]
    assert {sense.term.term for sense in match.senses} == {term}
    assert match.kind == (kind or "word")
    if area:
        assert {sense.area for sense in match.senses} == {area}
    if still_open:
        assert match.ambiguous
