"""jbakb.toml marks the root and is read strictly."""

from pathlib import Path

import pytest

from jbakb.store.problem import DataError
from jbakb.store.settings import find_root, load_settings


def test_the_root_is_found_by_walking_up(small: Path) -> None:
    assert find_root(small / "glossary" / "planung") == small.resolve()


def test_outside_there_is_no_root(tmp_path: Path) -> None:
    assert find_root(tmp_path) is None


def test_an_empty_file_means_all_defaults(small: Path) -> None:
    (small / "jbakb.toml").write_text("", encoding="utf-8")
    settings = load_settings(small)
    assert (settings.format, settings.links.occurrences, settings.check.fail_on) == (1, "section", "error")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("format = 1\ntitel = 'x'\n", 2, "„titel“ ist hier unbekannt"),
        ("format = 1\n\n[links]\noccurrences = 'viele'\n", 4, "„occurrences“ hat keinen passenden Wert"),
        ("format = 'eins'\n", 1, "„format“ hat keinen passenden Wert"),
        ("format = 1\ntitle = \n", 2, "Kein gültiges TOML"),
        ("format = 2\n", 1, "Das Format 2 ist neuer als dieses Programm"),
        ("[check.severity]\narea-missing = 'laut'\n", 2, "keinen passenden Wert"),
    ],
)
def test_a_wrong_setting_is_a_problem_with_its_line(small: Path, text: str, line: int, message: str) -> None:
    (small / "jbakb.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as raised:
        load_settings(small)
    [problem] = raised.value.problems
    assert message in problem.message
    assert problem.line == line
