"""An entry's change becomes the change of its file, or is refused where it cannot be made precisely."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from jbakb.knowledge_base import KnowledgeBase
from jbakb.store.problem import RefusedError
from jbakb.store.rewriting import entry_files

PATH = "glossary/planung/hilfeplan.yml"


def test_an_unchanged_entry_keeps_its_text(small_kb: KnowledgeBase) -> None:
    entry = small_kb.glossary.entries["hilfeplan"]
    text = (small_kb.root / PATH).read_text(encoding="utf-8")
    assert entry_files(small_kb.root, entry, entry) == {PATH: text}


def test_an_entry_that_moves_to_another_theme_takes_its_text_along(small_kb: KnowledgeBase) -> None:
    entry = small_kb.glossary.entries["hilfeplan"]
    files = entry_files(small_kb.root, entry, replace(entry, theme="beratung"))
    assert files == {
        PATH: None,
        "glossary/beratung/hilfeplan.yml": (small_kb.root / PATH).read_text(encoding="utf-8"),
    }


def test_a_file_that_was_changed_since_it_was_read_is_refused(small: Path, small_kb: KnowledgeBase) -> None:
    entry = small_kb.glossary.entries["hilfeplan"]
    file = small / PATH
    file.write_text(file.read_text(encoding="utf-8").replace("Hilfepläne", "Pläne"), encoding="utf-8")
    with pytest.raises(RefusedError, match="jbakb edit hilfeplan"):
        entry_files(small, entry, replace(entry, title="Neu"))
