"""The pages about all processes, the agreement, the goals and the first week: which there are, and what each shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from jbakb.handbook import Page
from jbakb.i18n import _
from jbakb.site import addresses
from jbakb.site.agreement_view import list_clauses, list_goals, purpose_of, view_clause, view_goal
from jbakb.site.content import SiteContent
from jbakb.site.meeting_map import draw_map
from jbakb.site.planned_page import WIDE, PlannedPage
from jbakb.site.process_overviews import (
    handover_matrix,
    list_deadlines,
    list_documents,
    list_gates,
    list_handovers,
    list_sides,
    parts_of,
    processes_of,
)
from jbakb.site.render import PageRenderer
from jbakb.site.self_test import make_self_test
from jbakb.site.tours import areas_with_tour, make_tour

#: Long pages with a table of contents.
_LONG: Final[dict[str, object]] = {"search": {"exclude": True}}


def process_pages(content: SiteContent) -> Iterator[PlannedPage]:
    """List the pages for which there are data; the others have no page and no place in the navigation."""
    if content.process_rows:
        yield from _overviews(content)
    yield from _first_steps(content)


def head_of(content: SiteContent, path: str, page: Page) -> str:
    """Return what stands between the heading of a clause or a goal and its text, as HTML."""
    renderer = PageRenderer(content, path)
    if page.goal:
        return renderer.render("goal_head.html", goal=page.goal)
    return renderer.render("clause_head.html", agreement=addresses.AGREEMENT in content.page_paths)


def foot_of(content: SiteContent, path: str) -> str:
    """Return what stands below the text of a process, a clause or a goal, as HTML; empty for other pages."""
    page = content.pages_by_path.get(path)
    if page is None:
        return ""
    renderer = PageRenderer(content, path)
    if page.clause:
        return renderer.render("clause_foot.html", view=view_clause(content, path))
    if page.goal:
        return renderer.render("goal_foot.html", view=view_goal(content, path))
    if page.process:
        return renderer.render("process_foot.html", view=purpose_of(content, page.process))
    return ""


def agreement_blocks(content: SiteContent, renderer: PageRenderer) -> Mapping[str, Callable[[], str]]:
    """Return the lists that a page can ask for by `<!-- jbakb: klauseln -->` and `<!-- jbakb: ziele -->`."""
    return {
        "klauseln": lambda: renderer.render("block_clauses.html", clauses=list_clauses(content)),
        "ziele": lambda: renderer.render("block_goals.html", goals=list_goals(content)),
    }


def _overviews(content: SiteContent) -> Iterator[PlannedPage]:
    sides = list_sides(content)
    rows = [(path, process, parts_of(content.glossary, process)) for path, process in processes_of(content)]
    values: dict[str, Any] = {"sides": sides, "rows": rows, "drawing": draw_map(content, sides)}
    yield PlannedPage(addresses.PROCESS_MAP, _("Landkarte der Prozesse"), "overview_map.md", values, WIDE)
    handovers = list_handovers(content)
    if handovers:
        values = {"sides": sides, "cells": handover_matrix(handovers), "rows": handovers}
        yield PlannedPage(addresses.HANDOVERS, _("Wer übergibt an wen"), "overview_handovers.md", values, WIDE)
    values = {"kinds": [(kind, list_deadlines(content, kind)) for kind in ("statutory", "agreed")]}
    if any(rows for _kind, rows in values["kinds"]):
        yield PlannedPage(addresses.DEADLINES, _("Alle Fristen"), "overview_deadlines.md", values, WIDE)
    gates = list_gates(content)
    if gates:
        title = _("Datenschutz-Tore und Einwilligungen")
        yield PlannedPage(addresses.GATES, title, "overview_gates.md", {"rows": gates}, WIDE)
    documents = list_documents(content)
    if documents:
        values = {"groups": documents, "count": sum(len(letter.rows) for letter in documents)}
        yield PlannedPage(addresses.DOCUMENTS, _("Unterlagen und Werkzeuge"), "overview_documents.md", values, _LONG)


def _first_steps(content: SiteContent) -> Iterator[PlannedPage]:
    tours = [make_tour(content, area) for area in areas_with_tour(content)]
    tours = [tour for tour in tours if tour.friends or tour.processes]
    parts = make_self_test(content)
    if tours:
        yield PlannedPage(addresses.TOURS, _("Ihre erste Woche"), "tours.md", {"tours": tours, "parts": parts}, _LONG)
    for tour in tours:
        title = _("Erste Woche: {role}").format(role=tour.roles[0].title)
        others = [part for part in parts if part.area.id != tour.area.id]
        yield PlannedPage(addresses.tour_page(tour.area.id), title, "tour.md", {"tour": tour, "parts": others}, _LONG)
    if parts:
        yield PlannedPage(addresses.SELF_TEST, _("Selbsttest"), "self_test.md", {"parts": parts}, _LONG)
