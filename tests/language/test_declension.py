"""Articles and nouns by gender, number and case."""

from __future__ import annotations

import pytest

from jbakb.language.declension import CASES, Slot, article, articles, contracted, noun_forms, slots_of, usual_form
from jbakb.model import Term

#: Row, then nominative, accusative, dative, genitive of masculine, feminine, neuter, plural.
ARTICLES = """
der   der den dem des      die die der der      das das dem des      die die den der
dies  dieser diesen diesem dieses  diese diese dieser dieser  dieses dieses diesem dieses  diese diese diesen dieser
ein   ein einen einem eines  eine eine einer einer  ein ein einem eines  - - - -
kein  kein keinen keinem keines  keine keine keiner keiner  kein kein keinem keines  keine keine keinen keiner
ihr   ihr ihren ihrem ihres  ihre ihre ihrer ihrer  ihr ihr ihrem ihres  ihre ihre ihren ihrer
"""
CASES_OF = [
    (name, gender, number, case, forms[4 * column + row])
    for name, *forms in (line.split() for line in ARTICLES.strip().splitlines())
    for column, (gender, number) in enumerate(
        [("masculine", "singular"), ("feminine", "singular"), ("neuter", "singular"), ("neuter", "plural")]
    )
    for row, case in enumerate(CASES)
]
PLAN = Term(term="Kooperationsplan", gender="masculine", plural="Kooperationspläne")
AGREEMENT = Term(term="Vereinbarung", gender="feminine", plural="Vereinbarungen")
MONEY = Term(term="Arbeitslosengeld II", gender="neuter")


@pytest.mark.parametrize(("name", "gender", "number", "case", "form"), CASES_OF)
def test_the_table_of_articles(name: str, gender: str, number: str, case: str, form: str) -> None:
    slot = Slot(number, case)  # type: ignore[arg-type]
    assert (article(name, gender, slot) or "-") == form
    if form != "-":
        assert (gender, slot, name) in set(articles(form))


@pytest.mark.parametrize(
    ("term", "number", "case", "form"),
    [
        (PLAN, "singular", "nom", "Kooperationsplan"),
        (PLAN, "singular", "gen", "Kooperationsplans"),
        (PLAN, "plural", "dat", "Kooperationsplänen"),
        (AGREEMENT, "singular", "gen", "Vereinbarung"),
        (AGREEMENT, "plural", "dat", "Vereinbarungen"),
        (MONEY, "singular", "gen", "Arbeitslosengelds II"),
        (MONEY, "plural", "nom", None),
        (Term(term="Zeugnis", gender="neuter", plural="Zeugnisse"), "singular", "gen", "Zeugnisses"),
        (Term(term="Bescheid", gender="masculine", plural="Bescheide"), "plural", "dat", "Bescheiden"),
        (Term(term="Kunde", gender="masculine", plural="Kunden"), "singular", "dat", None),
        (Term(term="Klient", gender="masculine", plural="Klienten"), "singular", "dat", None),
        (Term(term="Jugendliche", gender="common"), "singular", "nom", None),
        (Term(term="Plan"), "singular", "nom", None),
        (Term(term="Soziale Arbeit", gender="feminine"), "singular", "nom", None),
    ],
)
def test_a_noun_has_its_form_or_none_if_in_doubt(term: Term, number: str, case: str, form: str | None) -> None:
    assert usual_form(term, Slot(number, case)) == form  # type: ignore[arg-type]


def test_a_form_tells_its_slots() -> None:
    assert slots_of(PLAN, "Kooperationsplanes") == {Slot("singular", "gen")}
    assert {slot.number for slot in slots_of(AGREEMENT, "Vereinbarungen")} == {"plural"}
    assert "Arbeitslosengeldes II" in noun_forms(MONEY, Slot("singular", "gen"))


def test_contractions() -> None:
    assert contracted("zu", "dem") == "zum"
    assert contracted("mit", "dem") is None
