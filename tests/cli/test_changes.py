"""`rename`, `retire`, `remove`, `undo` and `edit` from the command line."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jbakb.cli.root import run

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(small: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command on the small knowledge base; returns status, output and messages."""

    def run_it(*arguments: str) -> tuple[int, str, str]:
        status = run(["-C", str(small), *arguments])
        return status, *capsys.readouterr()

    return run_it


def state(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file() and ".jbakb" not in path.parts)
    return {str(path): path.read_bytes() for path in files}


@pytest.mark.parametrize(
    "arguments",
    [
        ("rename", "hilfeplan", "hilfeplanung"),
        ("rename", "hilfeplan.sgb8", "sgb8-plan"),
        ("rename", "kooperationsplan", "--term", "Kooperationsplan", "Integrationsplan", "--since", "2027-01-01"),
        ("retire", "hilfeplan.sgb8", "--on", "2026-12-31", "--replaced-by", "kooperationsplan.sgb2"),
        ("retire", "HP"),
        ("approve", "hilfeplan.sgb8", "kooperationsplan.sgb2", "--on", "2026-10-05"),
        ("remove", "psychosoziale-betreuung"),
        ("remove", "hilfeplan:HP", "--yes"),
    ],
)
def test_every_change_can_be_taken_back(small: Path, call: Call, arguments: tuple[str, ...]) -> None:
    before = state(small)
    status, out, err = call(*arguments)
    assert (status, err) == (0, "")
    assert state(small) != before
    assert "+" in out or "-" in out
    status, out, _err = call("undo")
    assert status == 0
    assert out.splitlines()[-1].startswith("Zurückgenommen: ")
    assert state(small) == before
    assert call("undo")[1] == "Es gibt keine Änderung, die sich zurücknehmen lässt.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("rename", "hilfeplan"),
        ("rename", "hilfeplan", "x", "--since", "2027-01-01"),
        ("rename", "hilfeplan", "x", "--term", "A", "B"),
        ("retire", "nichts"),
        ("approve", "hilfeplan"),
        ("remove", "hilfeplan"),
        ("edit", "hilfeplan"),
        ("edit", "hilfepaln"),
    ],
)
def test_what_makes_no_sense_ends_with_2_and_changes_nothing(
    small: Path, call: Call, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    before = state(small)
    status, _out, err = call(*arguments)
    assert status == 2
    assert err
    assert state(small) == before


def test_a_renamed_file_is_shown_as_what_it_was(call: Call) -> None:
    out = call("rename", "hilfeplan", "hilfeplanung")[1]
    assert "glossary/planung/hilfeplanung.yml (bisher glossary/planung/hilfeplan.yml)" in out
    assert "wird gelöscht" not in out


def editor(tmp_path: Path, old: str, new: str) -> str:
    """Return an editor command that replaces a text."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib\nfile = pathlib.Path(sys.argv[-1])\n"
        f"file.write_text(file.read_text(encoding='utf-8').replace({old!r}, {new!r}), encoding='utf-8')\n",
        encoding="utf-8",
    )
    return f"{sys.executable} {script}"


def test_edit_saves_what_can_be_read(small: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, "title: Hilfeplan", "title: Hilfeplanung"))
    status, out, _err = call("edit", "hilfeplan")
    assert (status, out) == (0, "„hilfeplan“ bearbeitet.\n")
    assert "title: Hilfeplanung" in (small / "glossary/planung/hilfeplan.yml").read_text(encoding="utf-8")
    assert call("undo")[0] == 0


def test_edit_keeps_an_invalid_text_and_takes_it_up_again(
    small: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(small)
    monkeypatch.setenv("VISUAL", editor(tmp_path, "title: Hilfeplan", "titel: Hilfeplanung"))
    status, _out, err = call("edit", "hilfeplan")
    assert status == 2
    assert "glossary/planung/hilfeplan.yml:1:1" in err
    assert state(small) == before
    monkeypatch.setenv("VISUAL", editor(tmp_path, "titel:", "title:"))
    status, out, _err = call("edit", "hilfeplan")
    assert status == 0
    assert "wieder aufgenommen" in out
    assert "title: Hilfeplanung" in (small / "glossary/planung/hilfeplan.yml").read_text(encoding="utf-8")


def test_edit_mends_an_entry_that_cannot_be_read(
    small: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = small / "glossary/planung/hilfeplan.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title:", "titel:"), encoding="utf-8")
    monkeypatch.setenv("VISUAL", editor(tmp_path, "titel:", "title:"))
    assert call("edit", "hilfeplan")[0] == 0
    assert file.read_text(encoding="utf-8") == text


def test_edit_without_a_change_says_so(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, "gibt es nicht", ""))
    assert call("edit", "hilfeplan") == (0, "Nichts geändert.\n", "")


NEW = ("add", "Undotest", "--theme", "planung", "--area", "sgb2", "--yes")


def test_undo_goes_on_behind_a_change_that_cannot_be_taken_back(small: Path, call: Call) -> None:
    call("remove", "hilfeplan:HP", "--yes")
    call(*NEW)
    (small / "glossary/planung/undotest.yml").unlink()
    status, _out, err = call("undo")
    told = " ".join(err.split())
    assert status == 2
    assert "„Eintrag ‚Undotest‘ aufgenommen“" in told and "jbakb undo --skip" in told
    assert "Stand davor" not in told
    before = state(small)
    assert call("undo", "--skip")[1].startswith("Übersprungen: Eintrag „Undotest“ aufgenommen")
    assert state(small) == before
    assert "HP" in call("undo")[1]
    assert call("undo", "--skip")[1] == "Es gibt keine Änderung, die sich zurücknehmen lässt.\n"


def test_a_line_break_in_a_word_becomes_a_space(small: Path, call: Call) -> None:
    assert call("add", "Neues\n\tWort\x07", *NEW[2:], "--title", "Ein\r\nTitel")[0] == 0
    text = (small / "glossary/planung/ein-titel.yml").read_text(encoding="utf-8")
    assert "title: Ein Titel\n" in text and "Neues Wort" in text


@pytest.mark.parametrize("ref", ["hilfeplan", "hilfeplan.sgb8", "HP", "hp"])
def test_edit_finds_the_entry_as_show_does(
    small: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ref: str
) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, "title: Hilfeplan", "title: Hilfeplanung"))
    assert call("edit", ref)[:2] == (0, "„hilfeplan“ bearbeitet.\n")


def test_edit_tells_an_unknown_id_before_the_editor(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "'")
    status, _out, err = call("edit", "hilfepaln")
    assert status == 2 and "Meinten Sie „hilfeplan“?" in err


def test_edit_tells_a_badly_quoted_editor(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "vim '")
    status, _out, err = call("edit", "hilfeplan")
    assert status == 2 and "Anführungszeichen" in err


def test_edit_keeps_nothing_of_an_editor_that_failed(small: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", f'{sys.executable} -c "raise SystemExit(1)"')
    status, out, err = call("edit", "hilfeplan")
    assert status == 2 and "aufgehoben" not in out + err
    assert not list((small / ".jbakb" / "edit").iterdir())


def test_edit_keeps_nothing_that_was_wrong_before_and_stayed_so(
    small: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = small / "glossary/planung/hilfeplan.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("title:", "titel:"), encoding="utf-8")
    monkeypatch.setenv("VISUAL", editor(tmp_path, "gibt es nicht", ""))
    status, out, err = call("edit", "hilfeplan")
    assert (status, out) == (2, "Nichts geändert.\n")
    assert err.count("„titel“ ist hier unbekannt") == 1


def test_edit_tells_an_error_once(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, "title: Hilfeplan", "titel: Hilfeplanung"))
    assert call("edit", "hilfeplan")[2].count("„titel“ ist hier unbekannt") == 1
