"""Contacts for the public, and what is an example."""

import pytest

from jbakb.model import Contact
from jbakb.model.contact import public_contacts

PUBLIC = Contact(id="a", title="A", visibility="public")
NAMED = Contact(id="b", title="B", visibility="public", entries=("eins", "zwei"), processes=("p", "q"), laws=("§ 1",))


def test_contacts_are_internal_unless_they_say_otherwise() -> None:
    assert public_contacts((Contact(id="x", title="X"), PUBLIC), ()) == (PUBLIC,)


def test_topics_that_are_not_public_are_not_named() -> None:
    (contact,) = public_contacts((NAMED,), ("eins",), ("p",))
    assert (contact.entries, contact.processes, contact.laws) == (("eins",), ("p",), ("§ 1",))


def test_a_contact_for_internal_matters_only_is_not_one_for_everything() -> None:
    only = Contact(id="c", title="C", visibility="public", entries=("geheim",))
    assert public_contacts((only,), ("eins",)) == ()


@pytest.mark.parametrize(
    ("mail", "example"),
    [("team@jobcenter.example", True), ("team@example.org", True), ("team@stadt.de", False), ("", False)],
)
def test_reserved_names_are_examples(mail: str, example: bool) -> None:
    assert Contact(id="a", title="A", mail=mail).example is example
