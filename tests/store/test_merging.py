"""Only what differs is written anew."""

from jbakb.store import document
from jbakb.store.merging import merge

TEXT = """\
title: Plan          # Titel
concepts:
  - area: sgb2       # Rechtskreis
    terms:
      - {term: A, type: abbreviation}
    definition: "Alt"
visibility: public   # Sichtbarkeit
"""
BEFORE = {
    "title": "Plan",
    "concepts": [{"area": "sgb2", "terms": [{"term": "A", "type": "abbreviation"}], "definition": "Alt"}],
    "visibility": "public",
}


def test_changes_reach_their_place_and_the_rest_stays() -> None:
    loaded = document.load(TEXT)
    after = {
        "title": "Plan",
        "notion": "Neu",
        "concepts": [
            {"area": "sgb2", "equivalence": "close", "terms": [{"term": "A"}, {"term": "B"}], "definition": "Anders"},
            {"area": "sgb3", "absent": "Nein."},
        ],
        "visibility": "public",
    }
    merge(loaded, BEFORE, after)
    written = document.dump(loaded)
    assert document.load(written) == after
    assert [line for line in TEXT.splitlines() if line not in written.splitlines()] == [
        "      - {term: A, type: abbreviation}",
        '    definition: "Alt"',
    ]
    assert list(document.load(written)) == ["title", "notion", "concepts", "visibility"]


def test_no_difference_changes_nothing() -> None:
    loaded = document.load(TEXT)
    merge(loaded, BEFORE, BEFORE)
    assert document.dump(loaded) == TEXT
