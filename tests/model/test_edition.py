"""What is internal leaves no trace in the public edition."""

from dataclasses import replace

from msgspec.structs import replace as with_fields

from jbakb.knowledge_base import KnowledgeBase
from jbakb.model.edition import edition_of


def test_the_internal_edition_is_everything(small_kb: KnowledgeBase) -> None:
    assert edition_of(small_kb.glossary, "internal") is small_kb.glossary


def test_the_public_edition_has_no_internal_entry_and_no_reference_to_one(small_kb: KnowledgeBase) -> None:
    entries = dict(small_kb.glossary.entries)
    entries["kooperationsplan"] = with_fields(entries["kooperationsplan"], visibility="internal")
    public = edition_of(replace(small_kb.glossary, entries=entries), "public")
    assert set(public.entries) == {"eingliederungsvereinbarung", "existenzsichernde-geldleistung", "hilfeplan"}
    assert "kooperationsplan" not in repr(public.entries)
    plan = public.entries["hilfeplan"]
    assert [concept.key for concept in plan.concepts] == ["sgb8"]
    assert plan.differences == ()
