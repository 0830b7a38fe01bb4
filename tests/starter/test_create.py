"""A new knowledge base works at once; what exists is never overwritten."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from jbakb.check.finding import CheckInput
from jbakb.check.run import run_rules
from jbakb.knowledge_base import open_knowledge_base
from jbakb.plugin_host import load_plugins
from jbakb.starter.create import NotEmptyError, create, starter_files
from tests.conftest import DAY, PROJECT


@pytest.mark.parametrize("empty", [False, True], ids=["full", "empty"])
def test_a_new_knowledge_base_has_no_errors(tmp_path: Path, empty: bool) -> None:
    create(tmp_path / "kb", empty=empty)
    kb = open_knowledge_base(tmp_path / "kb")
    findings = run_rules(load_plugins(kb.root).rules(), CheckInput(kb, DAY))
    severe = {rule.id for rule in load_plugins(kb.root).rules() if rule.severity == "error"}
    assert [each for each in findings if (each.severity or ("error" if each.rule in severe else "")) == "error"] == []


@pytest.mark.parametrize("empty", [False, True], ids=["full", "empty"])
@pytest.mark.slow
def test_a_new_knowledge_base_builds_strictly(tmp_path: Path, empty: bool) -> None:
    create(tmp_path / "kb", empty=empty)
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"], cwd=tmp_path / "kb", capture_output=True, text=True
    )
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "kb/site/glossar/existenzsichernde-geldleistung.html").is_file()


def test_the_starter_content_is_this_projects_without_the_pages_for_developers() -> None:
    files = starter_files()
    ours = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "glossary").rglob("*.yml")}
    assert ours <= set(files)
    assert "docs/handbuch/plugins.md" in files
    assert not [path for path in files if path.startswith("docs/entwicklung")]
    assert b"entwicklung/" not in files["mkdocs.yml"]


def test_an_empty_one_has_areas_themes_laws_and_one_explained_entry() -> None:
    files = starter_files(empty=True)
    glossary = sorted(path for path in files if path.startswith("glossary/"))
    assert glossary == [
        "glossary/areas.yml",
        "glossary/contacts.yml",
        "glossary/laws.yml",
        "glossary/lebensunterhalt/existenzsichernde-geldleistung.yml",
        "glossary/themes.yml",
        "glossary/words.yml",
    ]
    assert files[glossary[3]].decode().count("#") > 10


def test_the_region_gives_its_own_name(tmp_path: Path) -> None:
    create(tmp_path, empty=True)
    title = open_knowledge_base(tmp_path).settings.title
    assert f"site_name: {title}\n" in (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_folder_with_something_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "Urlaub.docx").touch()
    with pytest.raises(NotEmptyError, match=re.escape("Urlaub.docx")):
        create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["Urlaub.docx"]


def test_a_fresh_repository_may_be_used_and_keeps_its_files(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text("Unser Projekt", encoding="utf-8")
    assert "jbakb.toml" in create(tmp_path, empty=True)
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "Unser Projekt"


def test_in_a_knowledge_base_only_what_is_missing_is_added(small: Path) -> None:
    before = {path: path.read_bytes() for path in small.rglob("*") if path.is_file()}
    (small / "glossary/areas.yml").unlink()
    written = create(small)
    assert "glossary/areas.yml" in written
    assert not [path for path in written if path.count("/") > 1 and path.startswith("glossary/")]
    changed = [path for path, data in before.items() if path.read_bytes() != data]
    assert changed == [small / "glossary/areas.yml"]
    assert create(small) == ()


def test_the_rule_in_the_plugins_folder_readme_works(small: Path) -> None:
    text = starter_files()["plugins/LIESMICH.md"].decode()
    code = re.search(r"```python\n(.*?)```", text, re.S)
    assert code is not None
    (small / "plugins").mkdir()
    (small / "plugins" / "eigene.py").write_text(code[1], encoding="utf-8")
    (small / "docs" / "neu.md").write_text("# Neu\n\n## Im Arbeitsamt\n", encoding="utf-8")
    findings = run_rules(load_plugins(small).rules(), CheckInput(open_knowledge_base(small), DAY))
    assert [
        (each.place.file, each.place.line, each.place.column) for each in findings if each.rule == "region-amtsname"
    ] == [("docs/neu.md", 3, 7)]


def test_pipelines_install_from_a_source_that_the_region_names(tmp_path: Path) -> None:
    create(tmp_path / "neu", empty=True)
    for name in (".gitlab-ci.yml", ".github/workflows/pruefen.yml"):
        text = (tmp_path / "neu" / name).read_text(encoding="utf-8")
        assert 'pip install "$JBAKB_SOURCE"' in text
        assert "JBAKB_SOURCE: jbakb" in text
    assert "JBAKB_SOURCE" in (tmp_path / "neu" / "README.md").read_text(encoding="utf-8")


def test_links_to_headings_have_a_german_title(tmp_path: Path) -> None:
    create(tmp_path / "neu", empty=True)
    assert "Link zu diesem Abschnitt" in (tmp_path / "neu" / "mkdocs.yml").read_text(encoding="utf-8")
