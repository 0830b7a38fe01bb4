"""`jbakb export process ID --format bpmn|svg|pdf`."""

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from jbakb.cli.root import run

Captured = pytest.CaptureFixture[str]


def export(small: Path, *arguments: str) -> int:
    return run(["-C", str(small), "export", "process", *arguments])


def test_bpmn_is_what_comes_without_a_format(small: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert export(small, "erstkontakt") == 0
    root = ET.fromstring(capfdbinary.readouterr().out)
    assert root.tag == "{http://www.omg.org/spec/BPMN/20100524/MODEL}definitions"


def test_svg_goes_into_the_file_that_is_named(small: Path, tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "x.svg"
    assert export(small, "erstkontakt", "--format", "svg", "-o", str(target)) == 0
    assert ET.parse(target).getroot().tag == "{http://www.w3.org/2000/svg}svg"
    assert "x.svg" in capsys.readouterr().err


def test_pdf_is_made(small: Path, tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="the extra jbakb[pdf] is not installed")
    target = tmp_path / "x.pdf"
    assert export(small, "erstkontakt", "--format", "pdf", "-o", str(target)) == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_without_typst_the_message_says_what_to_install(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert export(small, "erstkontakt", "--format", "pdf") == 2
    assert 'pip install "jbakb[pdf]"' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Welcher Prozess? Möglich sind: einwilligung, erstkontakt."),
        (("erstkontat",), "Meinten Sie „erstkontakt“?"),
        (("erstkontakt", "--format", "png"), "png"),
    ],
)
def test_mistakes_are_answered_with_what_is_possible(
    small: Path, arguments: tuple[str, ...], message: str, capsys: Captured
) -> None:
    assert export(small, *arguments) == 2
    assert message in capsys.readouterr().err


def test_an_internal_process_is_not_in_the_public_edition(small: Path, capsys: Captured) -> None:
    assert export(small, "einwilligung", "--edition", "public") == 2
    assert "einwilligung" in capsys.readouterr().err


def test_a_picture_of_a_glossary_is_refused(small: Path, capsys: Captured) -> None:
    assert run(["-C", str(small), "export", "csv", "--format", "svg"]) == 2
    assert "jbakb export process" in capsys.readouterr().err
