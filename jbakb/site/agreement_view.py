"""The cooperation agreement and the common goals: which processes bring each clause and each goal to life."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from jbakb.handbook import Page
from jbakb.model import Clause, Entry, Goal, Process
from jbakb.site import addresses
from jbakb.site.content import SiteContent
from jbakb.site.process_overviews import processes_of

#: A figure on the page of goals: `<span id="erstkontakte">Erstkontakte</span>`.
_FIGURE: Final = re.compile(r'<span id="([^"]+)">([^<]+)</span>')


@dataclass(frozen=True)
class Linked:
    """Something with a page: its path, place there, title and a sentence about it."""

    path: str
    title: str
    text: str = ""
    fragment: str = ""


@dataclass(frozen=True)
class ClauseView:
    """A clause with what realises it.

    `processes` are those that name it for its own sake; `reviewed` those that go through the whole agreement.
    """

    path: str
    clause: Clause
    processes: tuple[Linked, ...]
    reviewed: tuple[Linked, ...]
    goals: tuple[Linked, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class GoalView:
    """A common goal with the processes that serve it, the clauses behind these, and its figures."""

    path: str
    goal: Goal
    processes: tuple[Linked, ...]
    clauses: tuple[Linked, ...]
    figures: tuple[Linked, ...]


@dataclass(frozen=True)
class Purpose:
    """What stands behind a process: clauses, goals and figures."""

    clauses: tuple[Linked, ...]
    goals: tuple[Linked, ...]
    figures: tuple[Linked, ...]


def list_clauses(content: SiteContent) -> tuple[ClauseView, ...]:
    """List the clauses by id."""
    pages = sorted((page.clause.id, path) for path, page in content.pages_by_path.items() if page.clause)
    return tuple(view for _id, path in pages if (view := view_clause(content, path)))


def view_clause(content: SiteContent, path: str) -> ClauseView | None:
    """Compute what the page of a clause shows; None if the page is of something else."""
    clause = content.pages_by_path[path].clause
    if clause is None:
        return None
    naming = [(where, process) for where, process in processes_of(content) if clause.id in process.clauses]
    own = [row for row in naming if not _names_all(content, row[1])]
    counts = Counter(goal for _path, process in own for goal in process.goals)
    goals = goals_by_id(content)
    return ClauseView(
        path=path,
        clause=clause,
        processes=tuple(_process(*row) for row in own),
        reviewed=tuple(_process(*row) for row in naming if row not in own),
        goals=tuple(goals[goal] for goal, _count in counts.most_common() if goal in goals),
        entries=tuple(content.glossary.entries[term] for term in clause.terms if term in content.glossary.entries),
    )


def list_goals(content: SiteContent) -> tuple[GoalView, ...]:
    """List the goals by title."""
    pages = sorted((addresses.folded(page.title), path) for path, page in content.pages_by_path.items() if page.goal)
    return tuple(view for _title, path in pages if (view := view_goal(content, path)))


def view_goal(content: SiteContent, path: str) -> GoalView | None:
    """Compute what the page of a goal shows; None if the page is of something else."""
    goal = content.pages_by_path[path].goal
    if goal is None:
        return None
    serving = [(where, process) for where, process in processes_of(content) if goal.id in process.goals]
    counts = Counter(
        clause for _path, process in serving if not _names_all(content, process) for clause in process.clauses
    )
    clauses = clauses_by_id(content)
    return GoalView(
        path=path,
        goal=goal,
        processes=tuple(_process(*row) for row in serving),
        clauses=tuple(clauses[clause] for clause in sorted(counts) if clause in clauses),
        figures=_figures(content, goal.figures),
    )


def purpose_of(content: SiteContent, process: Process) -> Purpose:
    """Return what stands behind a process; what has no page in this edition is left out."""
    clauses, goals = clauses_by_id(content), goals_by_id(content)
    return Purpose(
        clauses=tuple(clauses[clause] for clause in process.clauses if clause in clauses),
        goals=tuple(goals[goal] for goal in process.goals if goal in goals),
        figures=_figures(content, process.figures),
    )


def clauses_by_id(content: SiteContent) -> Mapping[str, Linked]:
    """Return the clauses by their ids, each with its number before the title."""
    return {
        page.clause.id: Linked(path, f"{page.clause.id.upper()} {page.title}")
        for path, page in content.pages_by_path.items()
        if page.clause
    }


def goals_by_id(content: SiteContent) -> Mapping[str, Linked]:
    """Return the goals by their ids, each with its promise."""
    return {
        page.goal.id: Linked(path, page.title, page.goal.promise)
        for path, page in content.pages_by_path.items()
        if page.goal
    }


def title_of(page: Page) -> str:
    """Return the heading of the page of a clause or a goal."""
    return f"{page.clause.id.upper()} {page.title}" if page.clause else page.title


def _process(path: str, process: Process) -> Linked:
    return Linked(path, process.title, process.purpose)


def _names_all(content: SiteContent, process: Process) -> bool:
    """Tell whether a process goes through the whole agreement: it reviews its clauses rather than realising them."""
    clauses = clauses_by_id(content)
    return len(clauses) > 1 and clauses.keys() <= set(process.clauses)


def _figures(content: SiteContent, figures: tuple[str, ...]) -> tuple[Linked, ...]:
    index = content.pages_by_path.get(addresses.GOALS)
    names = dict(_FIGURE.findall(index.text)) if index else {}
    return tuple(Linked(addresses.GOALS, names[key], fragment=key) for key in figures if key in names)
