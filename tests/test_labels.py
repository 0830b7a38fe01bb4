"""Every value of the closed vocabularies has a name that people understand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, get_args

import pytest

from jbakb import labels
from jbakb.model import values


@pytest.mark.parametrize(
    ("vocabulary", "label"),
    [
        (values.Status, labels.status_label),
        (values.TermType, labels.term_type_label),
        (values.Register, labels.register_label),
        (values.Gender, labels.gender_label),
        (values.PartOfSpeech, labels.part_of_speech_label),
        (values.Equivalence, labels.equivalence_label),
        (values.Equivalence, labels.equivalence_sentence),
        (values.Equivalence, labels.equivalence_symbol),
        (values.Visibility, labels.visibility_label),
        (values.DeadlineKind, labels.deadline_label),
        (values.BasisKind, labels.basis_label),
    ],
)
def test_every_value_has_a_label_of_its_own(vocabulary: Any, label: Callable[[Any], str]) -> None:
    names = [label(value) for value in get_args(vocabulary)]
    assert all(names) and len(set(names)) == len(names)


def test_a_degree_that_is_not_settled_has_a_word_and_a_sign() -> None:
    assert (labels.equivalence_label(None), labels.equivalence_symbol(None)) == ("Grad nicht festgelegt", "±")


def test_a_day_is_written_as_people_write_it() -> None:
    assert labels.day_label(date(2026, 7, 1)) == "1.7.2026"
