"""A reference that leads nowhere is said to do so, and is no statement about the law."""

from pathlib import Path

from click.testing import CliRunner

from jbakb.cli.root import cli


def test_a_missing_home_is_told_and_not_taken_for_a_missing_word(small: Path) -> None:
    path = small / "glossary/planung/hilfeplan.yml"
    text = path.read_text(encoding="utf-8").replace("use: kooperationsplan.sgb2", "use: gibt-es-nicht.sgb2")
    path.write_text(text, encoding="utf-8")
    for question in (["show", "hilfeplan"], ["translate", "Hilfeplan", "--to", "sgb2"]):
        told = CliRunner().invoke(cli, ["-C", str(small), *question])
        assert "gibt-es-nicht.sgb2" in told.output
        assert "eigenes Wort" not in told.output
