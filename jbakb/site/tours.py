"""The first week of somebody new: for each area its false friends, its part in the processes, and whom to meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from jbakb.model import Area, Entry, FalseFriend, Process, Role
from jbakb.model.entry import Meaning
from jbakb.model.participants import title_of_role
from jbakb.model.process import Handover, Step
from jbakb.model.values import Gender
from jbakb.site.addresses import folded
from jbakb.site.content import SiteContent
from jbakb.site.overview_view import FalseFriendView, list_false_friends
from jbakb.site.process_overviews import processes_of, sides_behind

#: How many false friends a tour shows.
FRIENDS: Final = 10
#: What a false friend counts: marked as consequential, a reading in another core area, far apart, in a process.
_CONSEQUENTIAL, _OTHER_CORE, _APART, _MISUNDERSTOOD, _USED = 6.0, 1.0, 1.0, 2.0, 0.5


@dataclass(frozen=True)
class RankedFriend:
    """A false friend as an area meets it: its own readings, those of the others, and what follows in practice.

    `processes` counts the processes in which its entry's words are used.
    """

    friend: FalseFriend
    entry: Entry | None
    anchor: str
    own: tuple[Meaning, ...]
    others: tuple[Meaning, ...]
    consequences: tuple[str, ...]
    processes: int
    score: float


@dataclass(frozen=True)
class OwnStep:
    """A step of one's own side, or (`depends`) one that it takes depending on the case."""

    number: int
    step: Step
    depends: bool


@dataclass(frozen=True)
class Exchange:
    """A hand-over to or from one's own side: with whom, and what."""

    handover: Handover
    partner: str


@dataclass(frozen=True)
class OwnProcess:
    """A process as one side sees it: its steps, what it gets and what it gives."""

    path: str
    process: Process
    steps: tuple[OwnStep, ...]
    gets: tuple[Exchange, ...]
    gives: tuple[Exchange, ...]


@dataclass(frozen=True)
class Partner:
    """Another role, and in how many processes one meets it at a hand-over."""

    role: Role
    processes: int


@dataclass(frozen=True)
class Tour:
    """The first week of those who work in an area."""

    area: Area
    roles: tuple[Role, ...]
    friends: tuple[RankedFriend, ...]
    processes: tuple[OwnProcess, ...]
    partners: tuple[Partner, ...]


def areas_with_tour(content: SiteContent) -> tuple[Area, ...]:
    """Return the areas in which a role of areas.yml works."""
    there = {role.area for role in content.glossary.roles.values() if role.area}
    return tuple(area for area in content.glossary.areas.values() if area.id in there)


def make_tour(content: SiteContent, area: Area) -> Tour:
    """Make the tour of an area."""
    roles = tuple(role for role in content.glossary.roles.values() if role.area == area.id)
    mine = {role.id for role in roles}
    processes = tuple(own for path, process in processes_of(content) if (own := _own(content, path, process, mine)))
    return Tour(area, roles, friends_for(content, area.id)[:FRIENDS], processes, _partners(content, mine))


def friends_for(content: SiteContent, area: str) -> tuple[RankedFriend, ...]:
    """Return the false friends that have a reading in an area, those that matter most for it first."""
    ranked = (_ranked(content, area, view) for view in list_false_friends(content.glossary))
    found = (each for each in ranked if each is not None)
    return tuple(sorted(found, key=lambda each: (-each.score, folded(each.friend.words[0]))))


def article_of(content: SiteContent, title: str) -> Gender | None:
    """Return the gender of a role's title, as the glossary has it."""
    return next((sense.term.gender for sense in content.glossary.senses() if sense.term.term == title), None)


def _ranked(content: SiteContent, area: str, view: FalseFriendView) -> RankedFriend | None:
    glossary, friend, entry = content.glossary, view.friend, view.entry
    common = {each.id for each in glossary.areas.values() if area in each.applies_to}
    own = tuple(each for each in friend.means if each.area == area)
    own = own or tuple(each for each in friend.means if each.area in common)
    others = tuple(each for each in friend.means if each not in own and each.text not in {mine.text for mine in own})
    if not own or not others:
        return None
    core = {each.id for each in glossary.core_areas}
    used = [path for path, _title in content.used_in.get(entry.id, ()) if path.startswith("prozesse/")] if entry else []
    score = _CONSEQUENTIAL * friend.consequential
    score += _OTHER_CORE * len({each.area for each in others} & core)
    score += _USED * min(len(used), 6)
    if entry is not None:
        score += _APART * _apart(entry, area)
        score += _MISUNDERSTOOD * _misunderstood(content, entry.id)
    consequences = tuple(_consequences(entry, area)) if entry else ()
    return RankedFriend(friend, entry, view.anchor, own, others, consequences, len(used), score)


def _apart(entry: Entry, area: str) -> int:
    """Return 2 if an area's concepts are far from the common notion or missing, 1 if they are wider or narrower."""
    degrees = {concept.equivalence for concept in entry.concepts if concept.area == area and not concept.absent}
    if not degrees or "related" in degrees:
        return 2
    return 1 if degrees & {"wider", "narrower"} else 0


def _misunderstood(content: SiteContent, entry: str) -> bool:
    return any(entry in each.entries for _path, process in processes_of(content) for each in process.misunderstandings)


def _consequences(entry: Entry, area: str) -> Iterator[str]:
    """Iterate over what follows in practice from the differences that involve an area."""
    for difference in entry.differences:
        between = [concept.area for key in difference.between if (concept := entry.concept(key))]
        if difference.consequence and (not between or area in between):
            yield difference.consequence


def _own(content: SiteContent, path: str, process: Process, mine: set[str]) -> OwnProcess | None:
    glossary = content.glossary

    def behind(role: str) -> set[str]:
        return set(sides_behind(glossary, process, role))

    steps = tuple(
        OwnStep(number, step, depends=not behind(step.actor) <= mine)
        for number, step in enumerate(process.steps, 1)
        if behind(step.actor) & mine
    )
    gets = tuple(
        Exchange(each, title_of_role(glossary, process, each.from_))
        for each in process.handovers
        if behind(each.to) & mine
    )
    gives = tuple(
        Exchange(each, title_of_role(glossary, process, each.to))
        for each in process.handovers
        if behind(each.from_) & mine
    )
    return OwnProcess(path, process, steps, gets, gives) if steps or gets or gives else None


def _partners(content: SiteContent, mine: set[str]) -> tuple[Partner, ...]:
    """Return the other roles by the number of processes in which one of mine meets them at a hand-over."""
    counts: Counter[str] = Counter()
    for _path, process in processes_of(content):
        met: set[str] = set()
        for each in process.handovers:
            givers, takers = (set(sides_behind(content.glossary, process, role)) for role in (each.from_, each.to))
            met |= (takers if givers & mine else set()) | (givers if takers & mine else set())
        counts.update(met - mine)
    roles = [role for role in content.glossary.roles.values() if counts[role.id]]
    return tuple(Partner(role, counts[role.id]) for role in sorted(roles, key=lambda role: -counts[role.id]))
