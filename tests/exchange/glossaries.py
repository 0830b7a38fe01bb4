"""Glossaries made up by Hypothesis: everything that a table of terms can say."""

from datetime import date
from typing import get_args

from hypothesis import strategies as st

from jbakb.model import Area, Concept, Entry, Glossary, Term, Tolerance
from jbakb.model.values import Equivalence, Gender, Register, Status, TermType, Visibility

AREAS = {id_: Area(id=id_, title=id_, short=id_.upper()) for id_ in ("sgb2", "sgb3", "sgb8")}
THEMES = {"planung": "Planung", "beratung": "Beratung"}

LINE = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
PROSE = st.lists(LINE, max_size=4).map("\n".join)
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1))


def one_of(kind: object) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(kind))


TERMS = st.builds(
    Term,
    term=LINE,
    type=one_of(TermType),
    status=st.none() | one_of(Status),
    register=one_of(Register),
    gender=st.none() | one_of(Gender),
    plural=st.just("") | LINE,
    forms=st.lists(LINE, max_size=3).map(tuple),
    person=st.just("") | LINE,
    valid_from=DAYS,
    valid_to=DAYS,
    tolerated=st.none() | st.builds(Tolerance, until=st.dates(date(1990, 1, 1), date(2090, 1, 1))),
)
CONCEPTS = st.builds(
    Concept,
    area=st.sampled_from(sorted(AREAS)),
    id=st.just("") | st.sampled_from(["wort-a", "wort-b"]),
    equivalence=one_of(Equivalence),
    terms=st.lists(TERMS, min_size=1, max_size=3, unique_by=lambda term: term.term).map(tuple),
    definition=PROSE,
    plain=PROSE,
    sources=st.lists(LINE, max_size=3).map(tuple),
)


@st.composite
def glossaries(draw: st.DrawFn) -> Glossary:
    entries = {}
    for id_ in draw(st.lists(st.sampled_from(["a", "b", "c"]), unique=True)):
        concepts = draw(st.lists(CONCEPTS, min_size=1, max_size=3, unique_by=lambda concept: concept.key))
        entries[id_] = Entry(
            id=id_,
            theme=draw(st.sampled_from(sorted(THEMES))),
            title=draw(LINE),
            notion=draw(LINE),
            terms=draw(st.lists(TERMS, max_size=2, unique_by=lambda term: term.term).map(tuple)),
            concepts=tuple(concepts),
            visibility=draw(one_of(Visibility)),  # type: ignore[arg-type]
        )
    return Glossary(areas=AREAS, themes=THEMES, entries=entries)
