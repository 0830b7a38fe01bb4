"""What the home page shows beside its text: the ways in, what is new in the law, and one common goal in turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from jbakb.handbook import Page
from jbakb.i18n import _
from jbakb.site import addresses
from jbakb.site.content import SiteContent
from jbakb.site.data_pages import data_pages
from jbakb.store.front_matter import FRONT_MATTER
from jbakb.store.yaml_nodes import MappingNode, ScalarNode, parse

GOALS: Final = "ziele/"


@dataclass(frozen=True)
class Way:
    """A way into the knowledge base: a page, what it is called, and the question that it answers."""

    page: str
    title: str
    question: str


@dataclass(frozen=True)
class Goal:
    """A common goal: its page, its name and its promise."""

    page: str
    title: str
    promise: str


def ways_in(content: SiteContent) -> tuple[Way, ...]:
    """List the ways in that this knowledge base has, the most used first."""
    there = {page.path for page in data_pages(content)} | {addresses.WORDS, addresses.FALSE_FRIENDS}
    there |= {addresses.CONTACTS} if content.glossary.contacts else set()
    ways = (
        Way(addresses.WORDS, _("Alle Wörter von A bis Z"), _("Was heißt das, und wie sagen es die anderen?")),
        Way(addresses.TABLE, _("Übersetzungstabelle"), _("Alle Begriffe, die Häuser nebeneinander.")),
        Way(addresses.FALSE_FRIENDS, _("Falsche Freunde"), _("Gleiches Wort, andere Bedeutung.")),
        Way(addresses.ABBREVIATIONS, _("Mehrdeutige Abkürzungen"), _("PSB, AV, EB: Wer meint was?")),
        Way(addresses.SERVICES, _("Wer leistet was?"), _("Agentur, Jobcenter oder Jugendamt: Wer ist zuständig?")),
        Way(addresses.AGES, _("Altersgrenzen"), _("Was gilt mit 15, 18, 21, 25 oder 27?")),
        Way(addresses.STATUTES, _("Vom Paragrafen zum Begriff"), _("Wo kommt § 16h SGB II vor?")),
        Way(addresses.CHANGES, _("Änderungen im Recht"), _("Welches Wort gilt seit wann?")),
        Way(addresses.CONTACTS, _("Wen fragen"), _("Welche Stelle hilft weiter?")),
    )
    return tuple(way for way in ways if way.page in there)


def goal_in_turn(pages: Mapping[str, Page], on: date) -> Goal | None:
    """Return one of the common goals, another one each week; None if there is none."""
    goals = [
        Goal(path, page.title, promise)
        for path, page in sorted(pages.items())
        if path.startswith(GOALS) and (promise := _promise(page))
    ]
    return goals[on.toordinal() // 7 % len(goals)] if goals else None


def _promise(page: Page) -> str:
    front = FRONT_MATTER.match(page.text)
    node = parse(front[1], page.path)[0] if front else None
    if not isinstance(node, MappingNode):
        return ""
    return next(
        (value.value for key, value in node.value if key.value == "promise" and isinstance(value, ScalarNode)), ""
    )
