"""Processes, clauses and goals belong together: nothing stands alone, and nothing names what does not exist."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.place import in_front_matter
from jbakb.handbook import Page
from jbakb.i18n import _
from jbakb.model import Process
from jbakb.store.loading import GOALS
from jbakb.store.suggest import suggestion

_Where = tuple[str | int, ...]
#: Figures are the anchors of the page that lists them.
_FIGURES: Final = f"{GOALS}/index.md"
_ANCHOR: Final = re.compile(r'\bid="([^"]+)"|\{[^}\n]*#([\w-]+)[^}\n]*\}')


def broken_agreement_references(given: CheckInput) -> Iterator[Finding]:
    """Find clauses, goals, figures and entries that a process, a clause or a goal names and that do not exist."""
    # A knowledge base that keeps its agreement or its goals elsewhere has no pages to compare with.
    clauses = sorted(page.clause.id for page in given.pages if page.clause) or None
    goals = sorted(page.goal.id for page in given.pages if page.goal) or None
    figures = _figures(given.pages)
    entries = list(given.glossary.entries)
    for page in given.pages:
        if page.process:
            yield from _broken(page, "clauses", page.process.clauses, clauses)
            yield from _broken(page, "goals", page.process.goals, goals)
            yield from _broken(page, "figures", page.process.figures, figures)
        elif page.clause:
            yield from _broken(page, "terms", page.clause.terms, entries)
        elif page.goal:
            yield from _broken(page, "figures", page.goal.figures, figures)


def unused_clauses(given: CheckInput) -> Iterator[Finding]:
    """Find clauses of the agreement that no process names."""
    used = {clause for process in _processes(given) for clause in process.clauses}
    for page in given.pages:
        if page.clause and page.clause.id not in used:
            message = _("Die Klausel „{title}“ wird in keinem Prozess verwirklicht.").format(title=page.title)
            yield Finding("clause-unused", message, in_front_matter(page, "title"), excerpt=page.clause.id)


def unused_goals(given: CheckInput) -> Iterator[Finding]:
    """Find common goals that no process serves."""
    used = {goal for process in _processes(given) for goal in process.goals}
    for page in given.pages:
        if page.goal and page.goal.id not in used:
            message = _("Dem Ziel „{title}“ dient kein Prozess.").format(title=page.title)
            yield Finding("goal-unused", message, in_front_matter(page, "title"), excerpt=page.goal.id)


def processes_without_clause(given: CheckInput) -> Iterator[Finding]:
    """Find processes that realise no clause, where there is an agreement."""
    message = _("Der Prozess nennt keine Klausel der Kooperationsvereinbarung.")
    if any(page.clause for page in given.pages):
        yield from _without(given, "process-without-clause", message, lambda process: process.clauses)


def processes_without_goal(given: CheckInput) -> Iterator[Finding]:
    """Find processes that serve no goal, where there are common goals."""
    message = _("Der Prozess nennt kein gemeinsames Ziel.")
    if any(page.goal for page in given.pages):
        yield from _without(given, "process-without-goal", message, lambda process: process.goals)


def _without(
    given: CheckInput, rule: str, message: str, named: Callable[[Process], tuple[str, ...]]
) -> Iterator[Finding]:
    for page in given.pages:
        if page.process and not named(page.process):
            yield Finding(rule, message, in_front_matter(page, "title"), excerpt=page.process.id)


def _processes(given: CheckInput) -> Iterator[Process]:
    return (page.process for page in given.pages if page.process)


def _figures(pages: Iterable[Page]) -> list[str] | None:
    """Return the anchors of the page that lists the figures, None if there is no such page."""
    for page in pages:
        if page.path == _FIGURES:
            return [html or attribute for html, attribute in _ANCHOR.findall(page.text[page.body_start :])]
    return None


def _broken(page: Page, field: str, targets: Iterable[str], known: list[str] | None) -> Iterator[Finding]:
    for index, target in enumerate(targets):
        if known is not None and target not in known:
            yield Finding(
                "agreement-reference-broken",
                _("„{target}“ gibt es nicht.").format(target=target),
                in_front_matter(page, field, index),
                suggestion=suggestion(target, known),
                excerpt=target,
            )


RULES = (
    Rule(
        "agreement-reference-broken",
        "error",
        "Klausel, Ziel oder Kennzahl gibt es nicht",
        broken_agreement_references,
        doc="""
        Was wird geprüft: Ob Klauseln (`docs/vereinbarung/`), Ziele (`docs/ziele/`) und Kennzahlen (Anker in
            `docs/ziele/index.md`), die ein Prozess nennt, vorhanden sind; ebenso die Einträge einer Klausel und die
            Kennzahlen eines Ziels.
        Warum: Die Seiten der Klauseln und Ziele zeigen, was sie verwirklicht. Ein Tippfehler lässt eine Lücke.
        Beispiel: `clauses: [k99]`
        Stattdessen: `clauses: [k10]`
        Ausnahmen: Wissensbasen, die keine Klauseln, keine Ziele oder keine Seite `docs/ziele/index.md` haben.
        """,
    ),
    Rule(
        "clause-unused",
        "warning",
        "Klausel, die niemand verwirklicht",
        unused_clauses,
        doc="""
        Was wird geprüft: Ob jede Klausel der Kooperationsvereinbarung in mindestens einem Prozess vorkommt
            (`clauses`).
        Warum: Eine Klausel lebt erst, wenn jemand danach handelt.
        Beispiel: Klausel K12 „Einarbeitung“, und kein Prozess nennt `k12`
        Stattdessen: `clauses: [k12]` im Prozess „Einarbeitung“
        Ausnahmen: Keine. Klauseln ohne eigenes Verfahren gehören in den Prozess, der die Vereinbarung prüft.
        """,
    ),
    Rule(
        "process-without-clause",
        "warning",
        "Prozess ohne Klausel",
        processes_without_clause,
        doc="""
        Was wird geprüft: Ob jeder Prozess eine Klausel der Kooperationsvereinbarung nennt (`clauses`).
        Warum: Ohne Klausel fehlt dem Ablauf die Zusage der Häuser.
        Beispiel: ein Prozess ohne `clauses`
        Stattdessen: `clauses: [k08]`
        Ausnahmen: Wissensbasen ohne Klauseln in `docs/vereinbarung/`.
        """,
    ),
    Rule(
        "goal-unused",
        "warning",
        "Ziel, dem kein Prozess dient",
        unused_goals,
        doc="""
        Was wird geprüft: Ob jedes gemeinsame Ziel in mindestens einem Prozess vorkommt (`goals`).
        Warum: Ein Ziel, an dem niemand arbeitet, ist ein Wunsch.
        Beispiel: Ziel „Beteiligung“, und kein Prozess nennt `beteiligung`
        Stattdessen: `goals: [beteiligung]` in einem Prozess
        Ausnahmen: Keine.
        """,
    ),
    Rule(
        "process-without-goal",
        "warning",
        "Prozess ohne Ziel",
        processes_without_goal,
        doc="""
        Was wird geprüft: Ob jeder Prozess ein gemeinsames Ziel nennt (`goals`).
        Warum: Das Ziel sagt, wozu der Ablauf gut ist, wenn im Alltag zwei richtige Dinge streiten.
        Beispiel: ein Prozess ohne `goals`
        Stattdessen: `goals: [beteiligung]`
        Ausnahmen: Wissensbasen ohne Ziele in `docs/ziele/`.
        """,
    ),
)
