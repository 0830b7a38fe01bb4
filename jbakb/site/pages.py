"""The pages that are made from data: Markdown that is mostly finished HTML, by path below docs/."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final

from jbakb.handbook import Page
from jbakb.i18n import N_, _
from jbakb.model import Area, Entry
from jbakb.model.coverage import ORIGINS, Origin, origin
from jbakb.site import addresses
from jbakb.site.agreement_view import title_of
from jbakb.site.content import SiteContent
from jbakb.site.data_pages import data_pages
from jbakb.site.dictionary import dictionary
from jbakb.site.entry_view import view_entry
from jbakb.site.home_view import goal_in_turn, ways_in
from jbakb.site.labels import STATES, state_badge
from jbakb.site.overview_view import coverage, list_false_friends
from jbakb.site.planned_page import LIST, PlannedPage
from jbakb.site.process_page import process_values
from jbakb.site.process_pages import agreement_blocks, foot_of, head_of, process_pages
from jbakb.site.reading_view import definitions_and_plain
from jbakb.site.render import PageRenderer
from jbakb.site.word_view import words_of_area


@dataclass(frozen=True)
class GeneratedPage:
    """A page to be: its path below docs/, its title and its body. `meta` is the front matter beside the title."""

    path: str
    title: str
    body: str
    meta: dict[str, object] = field(default_factory=dict)

    @property
    def markdown(self) -> str:
        """Return the whole text with front matter and heading."""
        lines = [
            f"{key}: {json.dumps(value, ensure_ascii=False)}"
            for key, value in {"title": self.title, **self.meta}.items()
        ]
        return "\n".join(["---", *lines, "---", "", f"# {_literal(self.title)}", "", self.body])


_WIDE: dict[str, object] = {"hide": ["navigation", "toc"]}
#: Characters that fit on a printed sheet (measured with Chromium on A4).
_SHEET = 8200


def generate_pages(content: SiteContent) -> Iterator[GeneratedPage]:
    """Make the pages of a site, without those that the handbook has itself."""
    for page in _all_pages(content):
        if page.path not in content.page_paths:
            yield page


def process_sheet(content: SiteContent, path: str, page: Page) -> str:
    """Return what stands above a process page's own text: fact sheet, steps, hand-overs, misunderstandings."""
    if page.clause or page.goal:
        return f"# {_literal(title_of(page))}\n\n{head_of(content, path, page)}\n\n"
    if page.process is None:
        return ""
    sheet = PageRenderer(content, path).render("process.md", **process_values(content, path, page.process))
    return f"# {_literal(page.title)}\n\n{sheet}\n\n"


def asking(content: SiteContent, path: str, page: Page) -> str:
    """Return what stands between a process' sheet and its own text: whom to ask."""
    groups = content.contacts.for_process(page.process) if page.process else ()
    if not groups:
        return ""
    title, cards = _("Wen fragen"), PageRenderer(content, path).render("block_contacts.html", groups=groups)
    return f"## {title}\n\n{cards}\n\n"


def own_text(page: Page, markdown: str) -> str:
    """Return a page's own text as it stands below what is generated: a process' page has its title already."""
    return re.sub(r"^# ", "## ", markdown, flags=re.M) if page.process or page.clause or page.goal else markdown


def fill_blocks(content: SiteContent, path: str, html: str) -> str:
    """Put the lists in their places, `<!-- jbakb: themen -->` and the like, in a page's finished HTML."""
    return _PLACE.sub(lambda found: _block(content, path, found), html) + foot_of(content, path)


_PLACE = re.compile(r"<!--\s*jbakb:\s*([\w-]+)\s*-->")


def _block(content: SiteContent, path: str, found: re.Match[str]) -> str:
    renderer = PageRenderer(content, path)
    blocks: dict[str, Callable[[], str]] = {
        "themen": lambda: renderer.render("block_themes.html", themes=content.themes),
        "rechtskreise": lambda: renderer.render("block_areas.html", areas=_areas(content)),
        "suche": lambda: renderer.render("block_search.html"),
        "wege": lambda: renderer.render("block_ways.html", ways=ways_in(content)),
        "neu": lambda: renderer.render("block_news.html", **_news(content)),
        "ziel": lambda: renderer.render("block_goal.html", goal=goal_in_turn(content.pages_by_path, content.on)),
        "seite": lambda: renderer.render("own_side.html", place="page"),
        **agreement_blocks(content, renderer),
        "prozesse": lambda: renderer.render("block_processes.html", rows=_processes(content)),
    }
    return blocks[found[1]]() if found[1] in blocks else found[0]


def own_side_menu(content: SiteContent) -> str:
    """Return the choice of the reader's own side for the head of every page; it is the same everywhere."""
    return PageRenderer(content, "index.md").render("own_side.html", place="header")


def _all_pages(content: SiteContent) -> Iterator[GeneratedPage]:
    if "index.md" not in content.page_paths:
        body = "<!-- jbakb: seite -->\n\n<!-- jbakb: rechtskreise -->\n\n<!-- jbakb: themen -->\n"
        yield GeneratedPage("index.md", _("Start"), body, {"hide": ["toc"]})
    yield from _overviews(content)
    for area, _count in _areas(content):
        yield _area(content, area)
    for entry in content.glossary.entries.values():
        yield _entry(content, entry)


def overview_titles(content: SiteContent) -> Iterator[tuple[str, str]]:
    """List the overviews of a site with their titles: all pages made from data but those of single entries."""
    yield from ((each.path, each.title) for each in _planned(content))
    yield from ((addresses.area_page(area.id), _area_title(content, area)) for area, _count in _areas(content))


def _overviews(content: SiteContent) -> Iterator[GeneratedPage]:
    for each in _planned(content):
        body = PageRenderer(content, each.path).render(each.template, **each.values)
        yield GeneratedPage(each.path, each.title, body, each.meta)


def _planned(content: SiteContent) -> Iterator[PlannedPage]:
    values: dict[str, Any] = {"groups": content.words, "friends": addresses.FALSE_FRIENDS}
    yield PlannedPage(addresses.WORDS, _("Alle Wörter von A bis Z"), "words.md", values)
    yield PlannedPage(addresses.THEMES, _("Themen"), "themes.md", {"themes": content.themes})
    yield PlannedPage(addresses.AREAS, _("Rechtskreise"), "areas.md", {"areas": _areas(content)})
    friends = list_false_friends(content.glossary)
    values = {"groups": [(letter, list(rows)) for letter, rows in groupby(friends, key=lambda row: row.letter)]}
    title = _("Falsche Freunde")
    yield PlannedPage(addresses.FALSE_FRIENDS, title, "false_friends.md", values, {"hide": ["toc"]})
    if content.glossary.contacts:
        values = {"groups": content.contacts.everybody()}
        yield PlannedPage(addresses.CONTACTS, _("Wen fragen"), "contacts.md", values)
    yield PlannedPage(addresses.COVERAGE, _("Abdeckung"), "coverage.md", _coverage(content))
    yield from data_pages(content)
    yield from process_pages(content)
    yield PlannedPage(addresses.PROCESSES, _("Prozesse"), "processes.md", {"rows": _processes(content)})


def _news(content: SiteContent) -> dict[str, object]:
    """Return the last two days on which something changed, and the next ones."""
    log = content.change_log
    since = min((moment.start.year for moment in log.moments), default=0)
    return {"latest": log.latest(content.on, 2), "coming": log.next(content.on)[:2], "since": since}


def _entry(content: SiteContent, entry: Entry) -> GeneratedPage:
    path = addresses.entry_page(entry.id)
    view = view_entry(content.glossary, entry, content.on)
    renderer = PageRenderer(content, path, own_entry=entry.id)
    used = content.used_in.get(entry.id, ())
    body = renderer.render(
        "entry.md", view=view, missing=state_badge("missing"), used=used, asking=content.contacts.for_entry(entry)
    )
    return GeneratedPage(path, entry.title, _for_paper(body), _WIDE)


def _for_paper(body: str) -> str:
    """Mark an entry that needs more than a sheet of paper: the print style then leaves its examples out."""
    length = len(re.sub(r"<[^>]+>|\s+", " ", body))
    return body.replace("jbakb-entry", "jbakb-entry jbakb-long", 1) if length > _SHEET else body


def _area(content: SiteContent, area: Area) -> GeneratedPage:
    path = addresses.area_page(area.id)
    groups = words_of_area(content.words, area.id)
    roles = [role for role in content.glossary.roles.values() if role.area == area.id]
    count = sum(len(group.rows) for group in groups)
    translated = dictionary(content.glossary, groups, content.own_words, content.on)
    body = PageRenderer(content, path).render("area.md", which=area, groups=translated, roles=roles, count=count)
    return GeneratedPage(path, _area_title(content, area), body, LIST | _WIDE)


def _area_title(content: SiteContent, area: Area) -> str:
    house = next((side.name for side in content.own_words.sides if side.area == area.id), area.short)
    return _("Wörterbuch: {house} → andere").format(house=house)


def _areas(content: SiteContent) -> list[tuple[Area, int]]:
    """Return the areas in their order with the number of their words."""
    counts = Counter(
        area for group in content.words for row in group.rows for area in {each.area for each in row.readings}
    )
    return [(area, counts[area.id]) for area in content.glossary.areas.values() if area.core or counts[area.id]]


def _processes(content: SiteContent) -> list[tuple[str, str, object]]:
    return [(path, page.title, page.process) for path, page in content.process_rows]


_ORIGINS: Final[dict[Origin, str]] = {
    "concept": N_("eigener Begriff"),
    "use": N_("erklärt in einem anderen Eintrag"),
    "absent": N_("kein Gegenstück"),
    "shared": N_("über ein gemeinsames Gesetz"),
    "missing": N_("noch zu klären"),
}


def _coverage(content: SiteContent) -> dict[str, object]:
    core = content.glossary.core_areas
    counts: dict[str, Counter[str]] = {area.id: Counter() for area in core}
    themes = []
    for theme in content.themes:
        rows = []
        for entry in theme.entries:
            cells = coverage(content.glossary, entry, content.on)
            for area, cell in cells.items():
                counts[area][cell.label.key] += 1
            rows.append((entry, cells))
        themes.append((theme, rows))
    totals = [(area, counts[area.id]) for area in core]
    every = [entry for theme in content.themes for entry in theme.entries]
    eases = [(theme.title, definitions_and_plain(theme.entries)) for theme in content.themes]
    eases.append((_("Alle Themen"), definitions_and_plain(every)))
    labels = [state_badge(state) for state in STATES]
    origins = [(area, Counter(origin(content.glossary, entry, area.id) for entry in every)) for area in core]
    return {
        "core": core,
        "labels": labels,
        "themes": themes,
        "totals": totals,
        "origins": origins,
        "origin_labels": [(each, _(_ORIGINS[each])) for each in ORIGINS],
        "eases": eases,
    }


def _literal(text: str) -> str:
    """Return a text as Markdown that shows it as it is."""
    return re.sub(r"([\\`*_{}\[\]<>#|~^=])", r"\\\1", text)
