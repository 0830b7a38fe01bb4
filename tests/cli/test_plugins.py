"""`jbakb plugins`, and what plugins add to the command line."""

import json
from pathlib import Path

import pytest

from jbakb.cli.root import run
from tests.test_plugin_host import PLUGIN


@pytest.fixture
def region(small: Path) -> Path:
    (small / "plugins").mkdir()
    (small / "plugins" / "eigenes.py").write_text(PLUGIN, encoding="utf-8")
    return small


def test_plugins_are_listed_with_origin_and_hooks(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(region), "plugins"]) == 0
    line = capsys.readouterr().out
    assert all(part in line for part in ("eigenes", "eigen", "plugins/eigenes.py", "jbakb_exporters, jbakb_importers"))


def test_plugins_as_json(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["-C", str(region), "plugins", "--format", "json"])
    (plugin,) = json.loads(capsys.readouterr().out)["plugins"]
    assert plugin == {
        "id": "eigenes",
        "origin": "local",
        "source": "plugins/eigenes.py",
        "hooks": ["jbakb_commands", "jbakb_exporters", "jbakb_importers", "jbakb_rules"],
    }


def test_without_plugins_there_are_none(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["-C", str(region), "--no-plugins", "plugins"])
    assert "Keine Plugins" in capsys.readouterr().out


def test_a_command_of_a_plugin_runs(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(region), "hallo"]) == 0
    assert capsys.readouterr().out == "Hallo\n"


def test_without_plugins_its_command_is_unknown(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(region), "--no-plugins", "hallo"]) == 2
    assert "Den Befehl „hallo“ gibt es nicht" in capsys.readouterr().err


def test_a_format_of_a_plugin_is_exported(region: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["-C", str(region), "export", "liste", "--as-of", "2026-11-22"]) == 0
    assert capsysbinary.readouterr().out == b"6 2026-11-22"


def test_a_format_of_a_plugin_is_imported(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (region / "x.liste").touch()
    assert run(["-C", str(region), "import", str(region / "x.liste"), "--yes"]) == 0
    assert "0 Zeilen ohne Änderung" in capsys.readouterr().out
