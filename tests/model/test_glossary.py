"""Look-ups over the whole glossary."""

from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import Concept, Entry, Glossary
from jbakb.model.coverage import missing_core_areas, origin


def test_a_concept_is_found_by_its_address(small_kb: KnowledgeBase) -> None:
    found = small_kb.glossary.find("existenzsichernde-geldleistung.sgb12-hlu")
    assert found is not None
    assert (found[0].id, found[1].area) == ("existenzsichernde-geldleistung", "sgb12")


def test_use_leads_to_the_home_of_a_concept(small_kb: KnowledgeBase) -> None:
    found = small_kb.glossary.find("hilfeplan.sgb2")
    assert found is not None
    assert found[0].ref(found[1]) == "kooperationsplan.sgb2"


def test_a_circle_of_uses_leads_nowhere() -> None:
    one = Entry(id="eins", theme="t", title="Eins", concepts=(Concept(area="a", use="zwei.a"),))
    two = Entry(id="zwei", theme="t", title="Zwei", concepts=(Concept(area="a", use="eins.a"),))
    glossary = Glossary(entries={"eins": one, "zwei": two})
    assert glossary.find("eins.a") is None
    assert glossary.home(one, one.concepts[0]) == (one, one.concepts[0])


def test_senses_are_all_words_with_their_places(small_kb: KnowledgeBase) -> None:
    senses = [sense for sense in small_kb.glossary.senses() if sense.term.term == "PSB"]
    assert [(sense.ref, sense.area) for sense in senses] == [
        ("sorgeberechtigte.sgb8", "sgb8"),
        ("psychosoziale-betreuung.sgb2", "sgb2"),
    ]


def test_an_area_that_applies_elsewhere_fills_the_gap(small_kb: KnowledgeBase) -> None:
    glossary = small_kb.glossary
    entry = Entry(id="x", theme="t", title="X", concepts=(Concept(area="sgb10", equivalence="exact", terms=()),))
    assert missing_core_areas(glossary, entry) == ["schule"]
    assert missing_core_areas(glossary, Entry(id="y", theme="t", title="Y")) == ["sgb2", "sgb3", "sgb8", "schule"]


def test_visibility_is_internal_unless_said_otherwise(small_kb: KnowledgeBase) -> None:
    glossary = small_kb.glossary
    assert glossary.visibility(glossary.entries["hilfeplan"]) == "public"
    assert glossary.visibility(glossary.entries["sorgeberechtigte"]) == "internal"


def test_what_an_area_says_comes_from_itself_another_entry_or_a_shared_law(small_kb: KnowledgeBase) -> None:
    concepts = (
        Concept(area="sgb2", equivalence="exact", terms=()),
        Concept(area="sgb2", use="hilfeplan.sgb8"),
        Concept(area="sgb3", use="hilfeplan.sgb8"),
        Concept(area="schule", absent="Kein Wort."),
        Concept(area="sgb10", equivalence="exact", terms=()),
    )
    entry = Entry(id="x", theme="t", title="X", concepts=concepts)
    origins = {area: origin(small_kb.glossary, entry, area) for area in ("sgb2", "sgb3", "sgb8", "schule")}
    assert origins == {"sgb2": "concept", "sgb3": "use", "sgb8": "shared", "schule": "absent"}
    assert origin(small_kb.glossary, Entry(id="y", theme="t", title="Y"), "sgb2") == "missing"
