"""What `add` writes looks as a person would have written it, and goes where it belongs."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jbakb.change.adding import Addition, plan_addition, slug
from jbakb.knowledge_base import KnowledgeBase, open_knowledge_base
from jbakb.model import Concept, Difference, Term
from jbakb.store.problem import RefusedError
from jbakb.store.transaction import write
from tests.conftest import HERE

GOLDEN = HERE / "data" / "golden" / "add"

NEW_ENTRY = {
    "eintrag": Addition(
        Term(term="Lotsenkarte", gender="feminine", plural="Lotsenkarten"),
        theme="planung",
        area="sgb8",
        definition="Karte mit dem nächsten Termin.",
        sources=("§ 36 SGB VIII",),
    ),
    "mit-allem": Addition(
        Term(
            term="Lotsenkarte",
            gender="feminine",
            valid_from=date(2026, 7, 1),
            note="Nie „Pass“ sagen: das ist anderes.",
        ),
        theme="planung",
        area="sgb8",
        title="Karte: wohin als Nächstes",
        notion="Papier, das sagt, wer wann wo wartet.",
        definition=(
            "Karte mit dem nächsten Termin, die das Jugendamt dem jungen Menschen mitgibt; darauf stehen Haus, Raum, "
            "Uhrzeit und der Name der Person, die wartet."
        ),
        sources=("§ 36 Abs. 2, 3 SGB VIII", "§ 1 SGB VIII"),
        visibility="public",
        equivalence="close",
        entry="karte",
        counterparts=(
            Concept(area="sgb2", use="kooperationsplan.sgb2", equivalence="related"),
            Concept(area="sgb3", absent="Kein Gegenstück."),
            Concept(area="schule", terms=(Term(term="Laufzettel", gender="masculine"),), equivalence="narrower"),
        ),
        differences=(
            Difference(between=("sgb8", "schule"), difference="Der Laufzettel bleibt dort.", consequence="Fragen."),
        ),
    ),
}


@pytest.mark.parametrize("name", NEW_ENTRY)
def test_a_new_entry_looks_like_the_hand_written_ones(small_kb: KnowledgeBase, name: str) -> None:
    (text,) = plan_addition(small_kb, NEW_ENTRY[name]).files.values()
    assert text == (GOLDEN / f"{name}.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("addition", "inserted"),
    [
        (
            Addition(Term(term="HPl", type="abbreviation"), entry="hilfeplan", area="sgb8"),
            ["      - {term: HPl, type: abbreviation}"],
        ),
        (
            Addition(Term(term="HPl", type="abbreviation"), entry="hilfeplan", concept="sgb8"),
            ["      - {term: HPl, type: abbreviation}"],
        ),
        (
            Addition(
                Term(term="Lernplan"), entry="hilfeplan", area="schule", definition="Plan.", equivalence="related"
            ),
            [
                "  - area: schule",
                "    equivalence: related",
                "    terms:",
                "      - {term: Lernplan}",
                "    definition: Plan.",
            ],
        ),
        (
            Addition(Term(term="Ziel"), entry="hilfeplan", area="sgb8", concept="sgb8-ziel"),
            ["  - area: sgb8", "    id: sgb8-ziel", "    equivalence: exact", "    terms:", "      - {term: Ziel}"],
        ),
    ],
)
def test_only_new_lines_come_into_a_file_that_is_there(
    small_kb: KnowledgeBase, addition: Addition, inserted: list[str]
) -> None:
    path = "glossary/planung/hilfeplan.yml"
    text = plan_addition(small_kb, addition).files[path]
    assert text is not None
    old = (small_kb.root / path).read_text(encoding="utf-8").splitlines()
    new = text.splitlines()
    at = next(place for place, line in enumerate(new) if place >= len(old) or line != old[place])
    assert new[at : at + len(inserted)] == inserted
    assert new[:at] + new[at + len(inserted) :] == old


def test_a_word_takes_the_place_of_its_absence(small_kb: KnowledgeBase) -> None:
    addition = Addition(Term(term="Lernplan"), entry="kooperationsplan", area="schule", equivalence="related")
    text = plan_addition(small_kb, addition).files["glossary/planung/kooperationsplan.yml"]
    assert "  - area: schule\n    equivalence: related\n    terms:\n      - {term: Lernplan}\n" in (text or "")
    assert "absent" not in (text or "")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"theme": "planug", "area": "sgb8"}, "Meinten Sie „planung“"),
        ({"theme": "planung", "area": "sgb88"}, "Meinten Sie „sgb8“"),
        ({"entry": "hilfepaln", "area": "sgb8"}, "Meinten Sie „hilfeplan“"),
        ({"entry": "hilfeplan", "concept": "sgb9x"}, "Möglich sind: sgb8, sgb2"),
        ({"entry": "hilfeplan", "concept": "sgb8", "area": "sgb2"}, "gehört zum Rechtskreis „sgb8“"),
        ({"entry": "hilfeplan", "area": "sgb2"}, "jbakb add Wort --entry kooperationsplan"),
        ({"entry": "hilfeplan", "theme": "beratung", "area": "sgb8"}, "gehört zum Thema „planung“"),
        ({"entry": "sorgeberechtigte", "area": "sgb8"}, "sgb8-erziehungsberechtigte"),
        ({"title": "Hilfeplan", "theme": "planung", "area": "sgb8"}, "jbakb add Wort --entry hilfeplan"),
        ({"entry": "Neu!", "theme": "planung", "area": "sgb8"}, "taugt nicht als Kennung"),
        ({"entry": "hilfeplan", "area": "sgb8", "definition": "Anders."}, "hat schon eine Definition"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_way_on(small_kb: KnowledgeBase, wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(RefusedError) as caught:
        plan_addition(small_kb, Addition(Term(term="Wort"), **wrong))
    assert said in str(caught.value)


def test_a_word_is_not_added_twice(small_kb: KnowledgeBase) -> None:
    with pytest.raises(RefusedError, match="steht schon"):
        plan_addition(small_kb, Addition(Term(term="Hilfeplan"), entry="hilfeplan", area="sgb8"))


def test_a_new_entry_may_have_an_id_of_its_own_choice(small: Path) -> None:
    addition = Addition(Term(term="Wort"), entry="eigene-kennung", theme="planung", area="sgb8")
    write(small, lambda: plan_addition(open_knowledge_base(small), addition))
    assert "eigene-kennung" in open_knowledge_base(small).glossary.entries


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("Übergang Schule–Beruf", "uebergang-schule-beruf"),
        ("§ 16h", "paragraf-16h"),
        ("Maß & Ziel", "mass-ziel"),
        ("1:1-Betreuung", "betreuung"),
        ("Café", "cafe"),
    ],
)
def test_ids_are_made_of_titles(title: str, made: str) -> None:
    assert slug(title) == made
