"""The whole way in one test: a word is added, checked, built, and linked where a page uses another form of it."""

from pathlib import Path

from tests.conftest import Run


def test_an_added_word_is_linked_in_the_built_site(small: Path, jbakb: Run) -> None:
    (small / "docs" / "neu.md").write_text("# Neu\n\nWir sprechen über Lotsenkarten.\n", encoding="utf-8")
    added = jbakb("add", "Lotsenkarte", "--theme", "planung", "--area", "sgb8", "--gender", "feminine",
                  "--definition", "Karte mit dem nächsten Termin.", "--source", "§ 36 SGB VIII", "--yes")  # fmt: skip
    assert added.returncode == 0, added.stderr
    assert jbakb("check").returncode in (0, 1)
    built = jbakb("build")
    assert built.returncode == 0, built.stderr
    html = (small / "site" / "neu.html").read_text(encoding="utf-8")
    assert 'href="glossar/lotsenkarte.html#lotsenkarte.sgb8"' in html
    assert ">Lotsenkarten</a>" in html
