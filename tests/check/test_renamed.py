"""Whoever names a former id is told the present one."""

from pathlib import Path

import pytest

from tests.check.conftest import Check, write

PLAN = "glossary/planung/hilfeplan.yml"
ENTRY = "glossary/planung/kooperationsplan.yml"
STEPS = "docs/prozesse/einwilligung.md"
ROUTE = "docs/prozesse/erstkontakt.md"


@pytest.fixture
def renamed(small: Path) -> Path:
    """The small knowledge base, in which some things had other names before."""
    for path, line in ((PLAN, "formerly: [alter-plan]"), (STEPS, "formerly: [zustimmung]")):
        text = (small / path).read_text(encoding="utf-8")
        (small / path).write_text(text.replace("title:", f"{line}\ntitle:", 1), encoding="utf-8")
    concept = (small / ENTRY).read_text(encoding="utf-8").replace("- area: sgb2", "- area: sgb2\n    formerly: [kp]", 1)
    (small / ENTRY).write_text(concept, encoding="utf-8")
    return small


def test_former_ids_alone_are_fine(renamed: Path, found: Check) -> None:
    write(renamed, "Siehe [dort](glossar/hilfeplan.md).")
    assert found() == []


@pytest.mark.parametrize(
    ("path", "old", "new", "rule", "suggestion"),
    [
        (PLAN, "use: kooperationsplan.sgb2", "use: kooperationsplan.kp", "reference-broken", "kooperationsplan.sgb2"),
        (ENTRY, "visibility:", "related: [alter-plan]\nvisibility:", "reference-broken", "hilfeplan"),
        (STEPS, "entries: [sorgeberechtigte]", "entries: [alter-plan]", "process-reference-broken", "hilfeplan"),
        (ROUTE, "process:einwilligung", "process:zustimmung", "process-reference-broken", "process:einwilligung"),
    ],
)
def test_a_reference_to_a_former_id_names_the_present_one(
    renamed: Path, found: Check, path: str, old: str, new: str, rule: str, suggestion: str
) -> None:
    text = (renamed / path).read_text(encoding="utf-8")
    assert old in text
    (renamed / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    [finding] = [each for each in found() if each.rule == rule]
    assert (finding.suggestion, "heißt jetzt anders" in finding.message) == (suggestion, True)


@pytest.mark.parametrize(
    ("link", "suggestion"),
    [
        ("glossar/alter-plan.md", "glossar/hilfeplan.md"),
        ("glossar/alter-plan.html#alter-plan.sgb8", "glossar/hilfeplan.md#hilfeplan.sgb8"),
        ("glossar/kooperationsplan.md#kooperationsplan.kp", "glossar/kooperationsplan.md#kooperationsplan.sgb2"),
        ("prozesse/zustimmung.md", "prozesse/einwilligung.md"),
    ],
)
def test_a_link_to_a_former_address_names_the_present_one(
    renamed: Path, found: Check, link: str, suggestion: str
) -> None:
    write(renamed, f"Siehe [dort]({link}).")
    assert [(each.rule, each.suggestion) for each in found()] == [("link-broken", suggestion)]
