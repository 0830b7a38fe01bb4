"""Properties of the recogniser that hold for any text."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from jbakb.language.prose import Prose, markdown_prose, plain_prose
from jbakb.model import Concept, Entry, Term
from jbakb.recognition.lexicon import Lexicon, build_lexicon
from jbakb.recognition.matcher import find_terms
from jbakb.recognition.reading import read
from tests.conftest import DAY
from tests.recognition.cases import case_glossary, read_cases

CASES = case_glossary()
#: Another entry has the word of one, of which it says less, and the verb that is left of a separated one.
TWIN_TERMS = (Term(term="Antrag"), Term(term="bringen", part_of_speech="verb"))
TWIN = Entry(id="twin", theme="t", title="Antrag", concepts=(Concept(area="sgb8", terms=TWIN_TERMS),))
GLOSSARY = replace(CASES, entries={**CASES.entries, "twin": TWIN})
LEXICON = build_lexicon(GLOSSARY, DAY)
BACKWARDS = build_lexicon(replace(GLOSSARY, entries=dict(reversed(GLOSSARY.entries.items()))), DAY)
WORDS = sorted({case.text for case in read_cases()})
#: Texts that are near to what the recogniser looks for: parts of hard cases, joined by marks and odd characters.
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        ["Hilfeplan", "junger", "Mensch", "Schüler", "innen", "Ausbildungs-", "und", "Arbeitsmarkt", "i.", "V.", "m."]
    ),
    # A longer term holds a shorter one, two entries have this word, a verb is whole and separated.
    st.sampled_from(["Kinder- und Jugendhilfe", "Antrag", "Anträge", "\n\nEr bringt ihn unter.\n\n"]),
    st.sampled_from(["**", "\n\n", " "]),
    st.sampled_from(
        [*"*_`~-:/()[]{}<>&;!|#>= \n\t\r.\\$^", "\u00ad", "\u0308", "\u00a0", "\n\n", "    ", "```\n", "\x00", "\x01"]
    ),
    st.text(max_size=5),
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)


@given(TEXTS)
@settings(max_examples=150)
def test_matches_never_overlap_and_lie_inside_the_text(text: str) -> None:
    for prose in (plain_prose(text), markdown_prose(text)):
        end = 0
        for match in find_terms(LEXICON, prose):
            assert end <= match.start < match.end <= len(text)
            assert match.senses
            end = match.end


@given(TEXTS)
@settings(max_examples=100)
def test_the_same_text_gives_the_same_matches(text: str) -> None:
    prose = markdown_prose(text)
    assert find_terms(LEXICON, prose) == find_terms(LEXICON, prose)
    assert markdown_prose(text) == prose


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_the_order_of_the_entries_makes_no_difference(text: str) -> None:
    prose = markdown_prose(text)
    assert _described(LEXICON, prose) == _described(BACKWARDS, prose)


def _described(lexicon: Lexicon, prose: Prose) -> list[tuple[int, int, str, set[str]]]:
    return [
        (match.start, match.end, match.kind, {sense.ref for sense in match.senses})
        for match in find_terms(lexicon, prose)
    ]


def test_another_process_finds_the_same() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1 and min(found)


_PROGRAM = """
from tests.recognition.test_matcher import LEXICON, WORDS, find_terms, markdown_prose
for text in WORDS:
    print([(match.start, match.end, match.kind, [sense.ref for sense in match.senses])
           for match in find_terms(LEXICON, markdown_prose(text))])
"""


@given(st.lists(st.sampled_from(read_cases()), min_size=1, max_size=6))
@settings(max_examples=60)
def test_plain_sentences_are_matched_alone_as_in_a_longer_text(cases: list) -> None:  # type: ignore[type-arg]
    sentences = [case for case in cases if case.mode == "txt"]
    text = "\n\n".join(case.text for case in sentences)
    offset, expected = 0, []
    for case in sentences:
        expected += [text[offset + start : offset + end] for start, end in case.spans]
        offset += len(case.text) + 2
    assert [text[match.start : match.end] for match in find_terms(LEXICON, plain_prose(text))] == expected


@given(TEXTS)
@settings(max_examples=150)
def test_a_reading_leads_back_into_the_source(text: str) -> None:
    reading = read(text)
    last = 0
    for place in range(len(reading.text)):
        start, end = reading.source(place, place + 1)
        assert last <= start < end <= len(text)
        last = start
