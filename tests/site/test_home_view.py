"""The home page's blocks."""

from __future__ import annotations

from datetime import date, timedelta

from jbakb.handbook import parse_page
from jbakb.knowledge_base import open_knowledge_base
from jbakb.site.content import SiteContent
from jbakb.site.home_view import goal_in_turn, ways_in
from jbakb.site.pages import fill_blocks, generate_pages
from tests.conftest import DAY, PROJECT

PAGES = {
    f"ziele/{name}.md": parse_page(f"---\ntitle: {name}\npromise: Wir {name}.\n---\n", f"docs/ziele/{name}.md", [])
    for name in ("a", "b", "c")
} | {"ziele/index.md": parse_page("# Ziele", "docs/ziele/index.md", [])}


def test_each_week_has_its_goal_and_all_have_their_turn() -> None:
    weeks = [goal_in_turn(PAGES, DAY + timedelta(weeks=week)) for week in range(3)]
    assert {goal.title for goal in weeks if goal} == {"a", "b", "c"}
    assert goal_in_turn(PAGES, DAY) == goal_in_turn(dict(reversed(PAGES.items())), DAY)


def test_without_goals_there_is_none() -> None:
    assert goal_in_turn({}, DAY) is None


def test_ways_lead_only_to_pages_that_there_are(small_content: SiteContent) -> None:
    made = {page.path for page in generate_pages(small_content)}
    ways = [way.page for way in ways_in(small_content)]
    assert set(ways) <= made
    assert "glossar/altersgrenzen.md" not in ways


def test_the_blocks_of_the_project_show_what_is_new_and_what_comes() -> None:
    content = SiteContent.of(open_knowledge_base(PROJECT), "internal", date(2026, 7, 15))
    html = fill_blocks(content, "index.md", "<!-- jbakb: neu --><!-- jbakb: wege --><!-- jbakb: suche -->")
    assert 'href="glossar/aenderungen.html#2026-07-01"' in html
    assert html.index("#2026-07-01") < html.index("Das kommt") < html.index("#2026-08-01")
    assert "<form" in html and "Übersetzungstabelle" in html
