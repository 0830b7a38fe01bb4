"""Ids are for ever: what an entry, a concept or a process was called before is nobody else's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from jbakb.check.finding import CheckInput, Finding, Place, Rule
from jbakb.check.place import in_entry, in_front_matter
from jbakb.i18n import _
from jbakb.store.loading import ID


class _Named(NamedTuple):
    """Something with an id and former ones; `place` finds a value in its file."""

    id: str
    formerly: tuple[str, ...]
    place: Callable[..., Place]
    entry: str = ""


def reused_ids(given: CheckInput) -> Iterator[Finding]:
    """Find former ids that are in use again, that two claim, or that are none."""
    entries = given.glossary.entries.values()
    yield from _reused(
        [_Named(entry.id, entry.formerly, partial(in_entry, given, entry), entry.id) for entry in entries]
    )
    for entry in entries:
        at = partial(in_entry, given, entry, "concepts")
        concepts = enumerate(entry.concepts)
        yield from _reused([_Named(each.key, each.formerly, partial(at, place), entry.id) for place, each in concepts])
    pages = [(page, page.process) for page in given.pages if page.process]
    yield from _reused([_Named(each.id, each.formerly, partial(in_front_matter, page)) for page, each in pages])


def _reused(named: Sequence[_Named]) -> Iterator[Finding]:
    """Find what is wrong with the former ids of things whose ids must differ from each other."""
    ids = {each.id for each in named}
    claims = Counter(old for each in named for old in each.formerly)
    for each in named:
        for index, old in enumerate(each.formerly):
            if not ID.fullmatch(old):
                message = _("„{id}“ taugt nicht als Kennung.")
            elif old in ids:
                message = _("„{id}“ ist eine gültige Kennung und kann keine frühere sein.")
            elif claims[old] > 1:
                message = _("„{id}“ steht mehrmals als frühere Kennung.")
            else:
                continue
            place = each.place("formerly", index)
            yield Finding("id-reused", message.format(id=old), place, entry=each.entry, excerpt=old)


RULES = (
    Rule(
        "id-reused",
        "error",
        "Frühere Kennung noch einmal vergeben",
        reused_ids,
        doc="""
        Was wird geprüft: Ob unter `formerly` nur Kennungen stehen, die niemand sonst hat oder hatte.
        Warum: Lesezeichen und Links auf die alte Adresse führen zum Nachfolger. Bekommt etwas anderes
            dieselbe Kennung, landen sie beim Falschen.
        Beispiel: Ein neuer Eintrag heißt `hilfeplan`, und in `plan-der-hilfe.yml` steht `formerly: [hilfeplan]`.
        Stattdessen: Der neue Eintrag bekommt eine andere Kennung.
        Ausnahmen: Keine.
        """,
    ),
)
