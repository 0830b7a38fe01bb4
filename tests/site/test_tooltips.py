"""The notes of the term links, in one file for the site."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from jbakb.knowledge_base import KnowledgeBase, open_knowledge_base
from jbakb.language.prose import plain_prose
from jbakb.recognition.matcher import find_terms
from jbakb.site.content import SiteContent
from jbakb.site.tooltips import tip_keys
from tests.conftest import DAY


def data_of(content: SiteContent) -> dict[str, Any]:
    text = content.tooltip_script
    assert text.startswith("window.jbakb.tips({")
    assert text.endswith("});\n")
    return dict(json.loads(text.removeprefix("window.jbakb.tips(").removesuffix(");\n")))


def test_every_word_of_the_glossary_has_a_note(small_content: SiteContent) -> None:
    notes = data_of(small_content)["notes"]
    for sense in small_content.glossary.senses():
        key = tip_keys([sense], DAY)
        assert key.partition(":")[0] in notes, key


def test_a_note_says_word_area_and_the_first_sentence(small_content: SiteContent) -> None:
    note = data_of(small_content)["notes"]["hilfeplan.sgb8"]
    assert (note["area"], note["word"]) == ("sgb8", "Hilfeplan")
    assert note["text"].startswith("Plan, den das Jugendamt")
    assert set(note["own"]) == {"sgb2", "sgb3", "schule"}


def test_an_old_word_says_until_when_and_what_is_said_today(small_content: SiteContent) -> None:
    match = find_terms(small_content.lexicon, plain_prose("Bürgergeld"))[0]
    ref, _colon, number = tip_keys(match.senses, DAY).partition(":")
    word, remark = data_of(small_content)["notes"][ref]["old"][number]
    assert word == "Bürgergeld"
    assert "amtlich bis 30.6.2026, heute „Grundsicherungsgeld“" in remark


def test_a_definition_cannot_end_the_script(small: Path) -> None:
    file = small / "glossary/planung/hilfeplan.yml"
    text = re.sub(
        r"definition: .*", "definition: 'A </script><script>alert(1)</script>'", file.read_text("utf-8"), count=1
    )
    file.write_text(text, encoding="utf-8")
    content = SiteContent.of(open_knowledge_base(small), "internal", DAY)
    assert "</" not in content.tooltip_script
    assert any("</script>" in note["text"] for note in data_of(content)["notes"].values())


def test_nothing_internal_is_in_the_public_edition(small: Path, small_kb: KnowledgeBase) -> None:
    internal = SiteContent.of(small_kb, "internal", DAY).tooltip_script
    assert "Hilfeplan" in internal
    file = small / "glossary/planung/kooperationsplan.yml"
    assert "visibility: public" in file.read_text(encoding="utf-8")
    for other in small.glob("glossary/*/*.yml"):
        if other != file:
            text = re.sub(r"^visibility: .*\n?", "", other.read_text(encoding="utf-8"), flags=re.M)
            other.write_text(text, encoding="utf-8")
    data = data_of(SiteContent.of(open_knowledge_base(small), "public", DAY))
    assert {key.partition(".")[0] for key in data["notes"]} == {"kooperationsplan"}
    assert set(data["pages"]) == {"kooperationsplan"}
    assert "Hilfeplan" not in json.dumps(data["notes"], ensure_ascii=False)
