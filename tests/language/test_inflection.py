"""German inflection: what is derived from gender and plural, and what from the word alone."""

from __future__ import annotations

import pytest

from jbakb.language.derivation import Origin
from jbakb.language.inflection import derive_forms, forms_of
from jbakb.model import Term


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (
            Term(term="Hilfeplan", gender="masculine", plural="Hilfepläne"),
            "Hilfeplans Hilfeplanes Hilfeplane Hilfeplänen",
        ),
        (Term(term="Kind", gender="neuter", plural="Kinder"), "Kinds Kindes Kindern"),
        (Term(term="Mensch", gender="masculine", plural="Menschen"), "Mensch Menschen"),
        (Term(term="Name", gender="masculine", plural="Namen"), "Namen Namens"),
        (Term(term="Bonus", gender="masculine", plural="Bonusse"), "Boni Bonusses Bonussen"),
        (Term(term="Jugendliche", gender="common"), "Jugendlicher Jugendlichen Jugendlichem"),
        (Term(term="Zeugnis"), "Zeugnisses Zeugnisse Zeugnissen"),
        (Term(term="Praktikum"), "Praktikums Praktika"),
        (Term(term="Thema"), "Themas Themen"),
        (Term(term="Beraterin"), "Beraterinnen"),
        (Term(term="Kooperationsplan"), "Kooperationspläne Kooperationsplänen"),
        (Term(term="Arbeitslosengeld II"), "Arbeitslosengeldes II|Arbeitslosengelds II"),
        (Term(term="BG-Vertretung"), "BG-Vertretungen"),
        (Term(term="junger Mensch", plural="junge Menschen"), "jungen Menschen|junge Menschen|junger Mensch"),
        (Term(term="psychosozial", part_of_speech="adjective"), "psychosoziale psychosozialer psychosozialen"),
        (Term(term="beraten", part_of_speech="verb"), "berät beriet beratend beratenen"),
        (Term(term="Ausschuss", plural="Ausschüsse"), "Ausschuß Ausschusses"),
        (Term(term="Fachmann", gender="masculine", plural="Fachmänner"), "Fachmannes Fachmännern Fachleute Fachleuten"),
        (Term(term="Kollegin"), "Kolleginnen"),
        (Term(term="Spielerei"), "Spielereien"),
        (Term(term="Lernende"), "Lernenden Lernender Lernendem"),
        (Term(term="Verstorbener"), "Verstorbene Verstorbenen"),
        (Term(term="Kompositum"), "Komposita Kompositums"),
        (Term(term="Zusammenschluss"), "Zusammenschlüsse Zusammenschlusses"),
        (Term(term="Ausbau", gender="masculine", plural="Ausbauten"), "Ausbaues Ausbaus Ausbauten"),
        (Term(term="Staatsexamen"), "Staatsexamens Staatsexamina"),
        (Term(term="Phänomen"), "Phänomens Phänomene Phänomenen"),
        (Term(term="Ombudsring", gender="masculine"), "Ombudsringes Ombudsrings"),
        (Term(term="Begleiter"), "Begleiters Begleitern"),
        (Term(term="Nachbar"), "Nachbarn"),
    ],
    ids=lambda value: value.term if isinstance(value, Term) else "",
)
def test_forms_follow_from_gender_plural_base_noun_and_ending(term: Term, expected: str) -> None:
    wanted = set(expected.split("|") if "|" in expected else expected.split())
    assert wanted <= forms_of(term)


@pytest.mark.parametrize(
    ("term", "wrong"),
    [
        (Term(term="Bewilligungszeitraum", gender="masculine", plural="Bewilligungszeiträume"), "Bewilligungszeitraa"),
        (Term(term="Alg", type="abbreviation"), "Alge Algs Algen"),
        (Term(term="Hilfe", gender="feminine", plural="Hilfen"), "Hilfes Hilfer"),
        (Term(term="Maß", gender="neuter", plural="Maße"), "Masse Mass"),
        (Term(term="Pflege", gender="feminine"), "Pfleger Pfleges"),
        (Term(term="Rat"), "Raten"),
        (Term(term="Fall"), "Fallen"),
        (Term(term="Maus"), "Mai"),
        (Term(term="Maximum", gender="neuter", plural="Maxima"), "Maximen"),
        (Term(term="Studio", gender="neuter", plural="Studios"), "Studien"),
        (Term(term="Union"), "Unions"),
        (Term(term="Nord", gender="masculine"), "Norden"),
        (Term(term="Wochenende", gender="neuter", plural="Wochenenden"), "Wochenender Wochenendem"),
    ],
    ids=lambda value: value.term if isinstance(value, Term) else "",
)
def test_no_form_is_an_ordinary_word(term: Term, wrong: str) -> None:
    assert not set(wrong.split()) & forms_of(term)


def test_each_form_tells_why_it_is_one() -> None:
    forms = derive_forms(Term(term="Lotsenplan", gender="masculine"))
    assert forms["Lotsenplan"].origin is Origin.GIVEN
    assert forms["Lotsenplans"].origin is Origin.RULE
    assert forms["Lotsenpläne"] == (Origin.BASE, "plan")


def test_given_forms_are_forms() -> None:
    assert "Hülfsplan" in forms_of(Term(term="Hilfeplan", forms=("Hülfsplan",)))
