"""Questions about what another house means by a word, made of the false friends when the site is built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from jbakb.i18n import _
from jbakb.model import Area, Entry
from jbakb.site.content import SiteContent
from jbakb.site.tours import RankedFriend, areas_with_tour, article_of, friends_for

#: How many questions about an area, and how many answers to choose from at most.
QUESTIONS: Final = 8
_ANSWERS: Final = 4


@dataclass(frozen=True)
class Question:
    """A question with its answers in a fixed order; `right` is the place of the right one."""

    id: str
    text: str
    answers: tuple[str, ...]
    right: int
    ranked: RankedFriend

    @property
    def entry(self) -> Entry | None:
        """Return the entry that explains the word."""
        return self.ranked.entry


@dataclass(frozen=True)
class TestPart:
    """The questions about what one area means."""

    area: Area
    title: str
    questions: tuple[Question, ...]


def make_self_test(content: SiteContent) -> tuple[TestPart, ...]:
    """Make the questions by area; an area without any is left out."""
    parts = (TestPart(area, _title(content, area), _questions(content, area)) for area in areas_with_tour(content))
    return tuple(part for part in parts if part.questions)


def _questions(content: SiteContent, area: Area) -> tuple[Question, ...]:
    """Choose the questions: words that matter, and those with more readings to choose from first."""
    found = list(_possible(content, area))
    found.sort(key=lambda question: len(question.answers) < 3)
    return tuple(found[:QUESTIONS])


def _possible(content: SiteContent, area: Area) -> Iterator[Question]:
    for ranked in friends_for(content, area.id):
        # Two readings in one house make no question with one right answer.
        if len(ranked.own) != 1 or ranked.own[0].area != area.id:
            continue
        right = ranked.own[0].text
        word = ranked.friend.words[0]
        wrong = tuple(dict.fromkeys(each.text for each in ranked.others if each.area != area.id))[: _ANSWERS - 1]
        answers = sorted((right, *wrong), key=lambda answer: sha256(f"{word}\0{answer}".encode()).digest())
        name = f"frage-{area.id}-{ranked.anchor or word}"
        yield Question(name, _ask(content, area, word), tuple(answers), answers.index(right), ranked)


def _ask(content: SiteContent, area: Area, word: str) -> str:
    role = next((role for role in content.glossary.roles.values() if role.area == area.id), None)
    if role is None:
        return _("Was heißt „{word}“ im Rechtskreis {area}?").format(word=word, area=area.short)
    texts = {
        "masculine": _("Was meint der {role} mit „{word}“?"),
        "feminine": _("Was meint die {role} mit „{word}“?"),
        "neuter": _("Was meint das {role} mit „{word}“?"),
    }
    text = texts.get(article_of(content, role.title) or "", _("{role}: Was ist mit „{word}“ gemeint?"))
    return text.format(role=role.title, word=word)


def _title(content: SiteContent, area: Area) -> str:
    return next((role.title for role in content.glossary.roles.values() if role.area == area.id), area.title)
