"""`jbakb doctor` on the command line."""

import json
from pathlib import Path

import pytest

from jbakb.cli.root import run


def test_it_ends_with_0_if_all_is_well(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(small), "doctor"]) == 0
    assert "Wissensbasis" in capsys.readouterr().out


def test_it_ends_with_1_and_says_how_to_mend(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(tmp_path), "doctor"]) == 1
    assert "\t„jbakb init“ legt eine an" in capsys.readouterr().out


def test_json_has_an_id_and_a_state_for_each_check(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["-C", str(small), "doctor", "--format", "json"])
    checks = json.loads(capsys.readouterr().out)["checks"]
    assert {check["state"] for check in checks} <= {"ok", "attention", "info"}
    assert {"python", "root", "data", "git"} <= {check["id"] for check in checks}


def test_a_missing_site_configuration_is_seen(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "mkdocs.yml").unlink()
    assert run(["-C", str(small), "doctor"]) == 1
    assert "Ohne mkdocs.yml" in capsys.readouterr().out
