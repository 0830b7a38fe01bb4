"""The closed vocabularies of the data files, named as TBX (ISO 30042) and SKOS name them."""

from __future__ import annotations

from typing import Literal, TypeAlias

#: TBX administrativeStatus, without its suffix "-admn-sts".
Status: TypeAlias = Literal["preferred", "admitted", "deprecated", "superseded"]

#: TBX termType.
TermType: TypeAlias = Literal["fullForm", "abbreviation", "acronym", "shortForm", "variant", "phrase"]

#: TBX register, without its suffix "Register".
Register: TypeAlias = Literal["neutral", "technical", "colloquial", "inHouse"]

#: TBX grammaticalGender; `common` marks nominalised adjectives (die/der Jugendliche).
Gender: TypeAlias = Literal["masculine", "feminine", "neuter", "common"]

#: TBX partOfSpeech.
PartOfSpeech: TypeAlias = Literal["noun", "adjective", "verb", "properNoun"]

#: How a concept relates to its entry's common notion: it covers the same, nearly the same, more, less, or is only akin.
#: SKOS mapping properties with the direction reversed: `wider` here is `narrowMatch` there.
Equivalence: TypeAlias = Literal["exact", "close", "wider", "narrower", "related"]

#: Who may see an entry or a page.
Visibility: TypeAlias = Literal["public", "internal"]

#: The colours and symbols that an area can have; those of the style sheet.
AreaColor: TypeAlias = Literal[
    "teal", "rust", "violet", "green", "crimson", "indigo", "ochre", "plum", "steel", "brown", "olive", "blue"
]
AreaSymbol: TypeAlias = Literal[
    "square",
    "circle",
    "triangle",
    "diamond",
    "hexagon",
    "cross",
    "triangle-down",
    "star",
    "triangle-right",
    "pentagon",
    "trapezoid",
    "quarter",
]

#: Whether a deadline is set by law or by agreement between the authorities.
DeadlineKind: TypeAlias = Literal["statutory", "agreed"]

#: What allows personal data to pass a gate: consent, a statute, or that no person can be identified.
BasisKind: TypeAlias = Literal["consent", "statute", "anonymous"]
