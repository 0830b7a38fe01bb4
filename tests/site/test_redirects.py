"""Former addresses lead on: of entries, of concepts, of processes; with folders as addresses too."""

import re
from pathlib import Path

import pytest

from jbakb.change.renaming import plan_id_change
from jbakb.knowledge_base import open_knowledge_base
from jbakb.site.content import SiteContent
from jbakb.site.pages import generate_pages
from jbakb.site.redirects import make_redirects
from jbakb.store.transaction import write
from tests.conftest import DAY


@pytest.fixture
def renamed(small: Path) -> Path:
    """The small knowledge base in which an entry, its concept and a process got other names."""

    write(small, lambda: plan_id_change(open_knowledge_base(small), "hilfeplan", "plan"))
    write(small, lambda: plan_id_change(open_knowledge_base(small), "plan.sgb8", "plan.jugendamt"))
    write(small, lambda: plan_id_change(open_knowledge_base(small), "prozesse/einwilligung", "zustimmung"))
    return small


def content(root: Path, *, directory_urls: bool = False) -> SiteContent:
    return SiteContent.of(open_knowledge_base(root), "internal", DAY, directory_urls=directory_urls)


def test_without_former_names_there_is_nothing(small: Path) -> None:
    assert list(make_redirects(content(small))) == []


@pytest.mark.parametrize(
    ("directory_urls", "wanted"),
    [
        (False, {"glossar/hilfeplan.html": "plan.html", "prozesse/einwilligung.html": "zustimmung.html"}),
        (True, {"glossar/hilfeplan/index.html": "../plan/", "prozesse/einwilligung/index.html": "../zustimmung/"}),
    ],
)
def test_a_page_at_the_old_address_names_the_new_one(
    renamed: Path, directory_urls: bool, wanted: dict[str, str]
) -> None:
    made = {each.path: each.html for each in make_redirects(content(renamed, directory_urls=directory_urls))}
    assert made.keys() == wanted.keys()
    for path, target in wanted.items():
        html = made[path]
        assert f'content="0; url={target}"' in html
        assert f'<a href="{target}">' in html
        assert f'location.replace("{target}" + ' in html
        assert 'name="robots" content="noindex"' in html


def test_an_address_that_is_in_use_is_left_alone(renamed: Path) -> None:
    (renamed / "docs" / "prozesse" / "einwilligung.md").write_text(
        "---\ntitle: E\npurpose: p\ntrigger: t\nroles: {}\nsteps: []\n---\n", encoding="utf-8"
    )
    assert [each.path for each in make_redirects(content(renamed))] == ["glossar/hilfeplan.html"]


def test_old_anchors_stand_where_the_concept_stands(renamed: Path) -> None:
    [page] = [page for page in generate_pages(content(renamed)) if page.path == "glossar/plan.md"]
    places = [page.body.index(f'id="{ref}"') for ref in ("plan.sgb8", "hilfeplan.jugendamt", "hilfeplan.sgb8")]
    heading = page.body.index('id="plan.jugendamt"')
    assert all(0 < heading - place < 400 for place in places)
    assert len(re.findall(r'id="hilfeplan\.sgb8"', page.body)) == 1


def test_the_public_edition_leads_nowhere_internal(renamed: Path) -> None:
    entry = renamed / "glossary" / "planung" / "plan.yml"
    entry.write_text(entry.read_text(encoding="utf-8").replace("visibility: public", "visibility: internal"), "utf-8")
    public = SiteContent.of(open_knowledge_base(renamed), "public", DAY)
    assert "glossar/hilfeplan.html" not in {each.path for each in make_redirects(public)}
