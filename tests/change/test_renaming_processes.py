"""A process gets another name, and everything that names it follows."""

from pathlib import Path

import pytest

from jbakb.change.renaming import plan_id_change
from jbakb.handbook import process_now
from jbakb.knowledge_base import KnowledgeBase, open_knowledge_base
from jbakb.store.problem import RefusedError
from jbakb.store.transaction import Changeset, write

LINKS = {
    "docs/index.md": "[a](prozesse/{id}.md#x) <a href='./prozesse/{id}.html'> [b](einwilligung.md)\n",
    "docs/hand/x.md": "[a](../prozesse/{id}.md) [b](prozesse/einwilligung.md) [c](../prozesse/{id}-x.md)\n",
    "docs/prozesse/y.md": "---\ntitle: Y\npurpose: p\ntrigger: t\nroles: {{}}\nsteps: []\n---\n\n[a]({id}.md)\n",
    "mkdocs.yml": "nav: [prozesse/{id}.md, andere/prozesse/einwilligung.md]\n",
}


def rename(root: Path, ref: str, new: str) -> KnowledgeBase:
    def plan() -> Changeset:
        return plan_id_change(open_knowledge_base(root), ref, new)

    write(root, plan)
    return open_knowledge_base(root)


@pytest.mark.parametrize("ref", ["einwilligung", "process:einwilligung", "docs/prozesse/einwilligung.md"])
def test_a_process_is_renamed_everywhere(small: Path, ref: str) -> None:
    for path, text in LINKS.items():
        (small / path).parent.mkdir(exist_ok=True)
        (small / path).write_text(text.format(id="einwilligung"), encoding="utf-8")
    kb = rename(small, ref, "zustimmung")
    for path, text in LINKS.items():
        wanted = text.format(id="zustimmung").replace("zustimmung-x", "einwilligung-x")
        assert (small / path).read_text(encoding="utf-8") == wanted
    assert not kb.problems
    processes = {page.process.id: page.process for page in kb.pages if page.process}
    assert "einwilligung" not in processes
    assert processes["zustimmung"].formerly == ("einwilligung",)
    ways = [branch.to for step in processes["erstkontakt"].steps for branch in step.next if not isinstance(branch, str)]
    assert "process:zustimmung" in ways
    assert process_now(kb.pages, "einwilligung") == "zustimmung"
    assert process_now(kb.pages, "zustimmung") == ""


@pytest.mark.parametrize(
    ("new", "why"), [("erstkontakt", "schon vergeben"), ("index", "schon vergeben"), ("Ein Wort", "taugt nicht")]
)
def test_an_id_that_is_taken_or_none_is_refused(small: Path, new: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        rename(small, "einwilligung", new)


def test_a_former_name_is_free_only_for_its_owner(small: Path) -> None:
    rename(small, "einwilligung", "zustimmung")
    with pytest.raises(RefusedError, match="hieß früher der Prozess „zustimmung“"):
        rename(small, "erstkontakt", "einwilligung")
    pages = rename(small, "zustimmung", "einwilligung").pages
    assert [page.process.formerly for page in pages if page.process and page.process.id == "einwilligung"] == [
        ("zustimmung",)
    ]
