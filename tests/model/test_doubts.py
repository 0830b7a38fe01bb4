"""Everything that is marked as uncertain is found."""

from __future__ import annotations

from datetime import date

from jbakb.model import Concept, Entry, Glossary, Process, Term
from jbakb.model.doubts import all_doubts, doubts_of_entry
from jbakb.model.process import Step
from jbakb.model.tables import AgeLimit, AgesFile, ChangesFile, LawChange, Part, Service, ServicesFile, Tables

WORD = (Term(term="Wort"),)


def concept(area: str, **more: object) -> Concept:
    return Concept(area=area, equivalence="exact", **more)  # type: ignore[arg-type]


ENTRY = Entry(
    id="wort",
    theme="t",
    title="Wort",
    concepts=(
        concept("sgb2", terms=WORD, verified=date(2026, 8, 19), open=("Frage", "Noch eine")),
        concept("sgb3", terms=WORD),
        concept("sgb8", terms=WORD, open=("Landesrecht",)),
        concept("sgb9", use="anderes.sgb9"),
        Concept(area="schule", absent="Gibt es nicht."),
    ),
)


def test_open_questions_and_law_that_nobody_read_count_once_each() -> None:
    assert [(doubt.id, doubt.kind, doubt.text) for doubt in doubts_of_entry(ENTRY)] == [
        ("wort.sgb2", "open", "Frage"),
        ("wort.sgb2", "open", "Noch eine"),
        ("wort.sgb3", "unverified", ""),
        ("wort.sgb8", "open", "Landesrecht"),
    ]


def test_processes_and_tables_count_too() -> None:
    step = Step(id="a", title="a", actor="x", action="a")
    process = Process(id="weg", title="Weg", purpose="p", trigger="t", steps=(step,), open=("Vorschlag",))
    service = Service(title="Rat", parts=(Part(area="sgb2", answer="yes"),), open=("c",))
    tables = Tables(
        AgesFile(limits=(AgeLimit(below=18, text="minderjährig", open=("a",)),)),
        ServicesFile(audience="alle", areas=("sgb2",), services=(service,)),
        ChangesFile(changes=(LawChange(text="Neu", announced=True, areas=("sgb8",), open=("b",)),)),
    )
    assert [(doubt.id, doubt.about, doubt.text) for doubt in all_doubts(Glossary(), [process], tables)] == [
        ("weg", "", "Vorschlag"),
        ("changes.yml", "Neu", "b"),
        ("ages.yml", "minderjährig", "a"),
        ("services.yml", "Rat", "c"),
    ]
