"""`jbakb add` without a terminal: complete by options, never a question, and no word twice by accident."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jbakb.cli.root import run
from jbakb.knowledge_base import open_knowledge_base
from tests.conftest import HERE

NEW = (
    "Lotsenkarte", "--theme", "planung", "--area", "sgb8", "--gender", "feminine", "--plural", "Lotsenkarten",
    "--definition", "Karte mit dem nächsten Termin.", "--source", "§ 36 SGB VIII",
)  # fmt: skip

Add = Callable[..., tuple[int, str, str]]


@pytest.fixture
def add(small: Path, capsys: pytest.CaptureFixture[str]) -> Add:
    """Run `jbakb add` on the small knowledge base; returns status, output and messages."""

    def call(*arguments: str) -> tuple[int, str, str]:
        status = run(["-C", str(small), "add", *arguments])
        return status, *capsys.readouterr()

    return call


def test_a_new_entry_is_written_and_shown(small: Path, add: Add) -> None:
    status, out, err = add(*NEW)
    assert (status, err) == (0, "")
    assert "glossary/planung/lotsenkarte.yml (neu)" in out
    golden = HERE / "data" / "golden" / "add" / "eintrag.yml"
    assert (small / "glossary/planung/lotsenkarte.yml").read_text(encoding="utf-8") == golden.read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("Zielvereinbarung", "{term: Zielvereinbarung, gender: feminine, plural: Zielvereinbarungen}"),
        ("Bildungsgutschein", "{term: Bildungsgutschein, gender: masculine, plural: Bildungsgutscheine}"),
        ("Lernende", "{term: Lernende, gender: common}"),
        ("Xyzk", "{term: Xyzk}"),
        ("KdX", "{term: KdX, type: abbreviation}"),
    ],
)
def test_gender_and_plural_that_leave_no_doubt_are_taken_and_said(small: Path, add: Add, word: str, line: str) -> None:
    status, _out, err = add(word, "--theme", "planung", "--area", "sgb2", "--yes")
    assert status == 0
    assert f"- {line}\n" in (small / f"glossary/planung/{word.lower()}.yml").read_text(encoding="utf-8")
    assert ("Angenommen" in err) == ("gender" in line)


def test_a_second_word_is_admitted(small: Path, add: Add) -> None:
    add(*NEW)
    assert (
        add("LK", "--entry", "lotsenkarte", "--area", "sgb8", "--valid-from", "2026-07-01", "--note", "Nur innen.")[0]
        == 0
    )
    terms = open_knowledge_base(small).glossary.entries["lotsenkarte"].concepts[0].terms or ()
    assert [(term.term, term.type, term.note) for term in terms] == [
        ("Lotsenkarte", "fullForm", ""),
        ("LK", "abbreviation", "Nur innen."),
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "jbakb add WORT"),
        (("Lotsenkarte",), "--theme: zielgruppe, zugang, planung"),
        (("Lotsenkarte", "--theme", "planung"), "--area: sgb2, sgb3, sgb8"),
        (("Wort", "--entry", "hilfeplan"), "--area: sgb2"),
        (("Lotsenkarte", "--theme", "planug", "--area", "sgb8"), "Meinten Sie „planung“"),
        (("Wort", "--entry", "hilfepaln", "--area", "sgb8"), "Meinten Sie „hilfeplan“"),
        (("Hilfeplan", "--theme", "planung", "--area", "sgb8"), "jbakb add Hilfeplan --entry hilfeplan"),
        (("Wort", "--theme", "planung", "--area", "sgb8", "--valid-from", "1.7.2026"), "kein Datum"),
        (("Wort", "--theme", "planung", "--area", "sgb8", "--type", "akronym"), "acronym"),
    ],
)
def test_what_is_missing_or_wrong_is_named_and_nothing_is_written(
    small: Path, add: Add, arguments: tuple[str, ...], said: str
) -> None:
    before = sorted(small.rglob("*.yml"))
    status, _out, err = add(*arguments)
    assert status == 2
    assert said in err
    assert sorted(small.rglob("*.yml")) == before


def test_the_same_word_in_the_same_area_needs_a_yes(small: Path, add: Add) -> None:
    arguments = ("Kooperationsplan", "--title", "Anderer Plan", "--theme", "planung", "--area", "sgb2")
    status, _out, err = add(*arguments)
    assert status == 2
    assert "kooperationsplan.sgb2" in err
    assert "--yes" in err
    assert add(*arguments, "--yes")[0] == 0
    assert "anderer-plan" in open_knowledge_base(small).glossary.entries


@pytest.mark.parametrize(
    ("word", "said"),
    [("Hilfeplan", "gibt es auch in hilfeplan.sgb8 (SGB VIII)"), ("Hilfsplan", "Ähnlich ist „Hilfeplan“")],
)
def test_false_friends_and_near_words_are_warned_of(add: Add, word: str, said: str) -> None:
    status, _out, err = add(word, "--title", "Neu", "--theme", "planung", "--area", "sgb3")
    assert status == 0
    assert said in err
