"""Time: periods that run backwards, overlap or leave a gap, circles of successors, and reviews that are due."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.place import in_entry
from jbakb.check.rules.concepts import own_concepts
from jbakb.i18n import _
from jbakb.labels import day_label
from jbakb.model import Concept, Glossary, Term

_SHORT: Final = ("abbreviation", "acronym", "shortForm")
_NOTICE: Final = timedelta(days=30)
_DURATION: Final = re.compile(r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?")


def reversed_periods(given: CheckInput) -> Iterator[Finding]:
    """Find periods that end before they begin."""
    for entry in given.glossary.entries.values():
        for index, concept in enumerate(entry.concepts):
            items: list[tuple[tuple[str | int, ...], Term | Concept]] = [(("concepts", index), concept)]
            items += [(("concepts", index, "terms", place), term) for place, term in enumerate(concept.terms or ())]
            for where, item in items:
                if item.valid_from and item.valid_to and item.valid_from > item.valid_to:
                    message = _("Die Geltung endet, bevor sie beginnt ({first} bis {last}).")
                    yield Finding(
                        "validity-reversed",
                        message.format(first=day_label(item.valid_from), last=day_label(item.valid_to)),
                        in_entry(given, entry, *where, "valid_to"),
                        area=concept.area,
                        entry=entry.id,
                    )


def gaps_and_overlaps(given: CheckInput) -> Iterator[Finding]:
    """Find days on which a concept had no official word though it had one before and after, or an old and a new one."""
    for entry, index, concept in own_concepts(given.glossary):
        dated = [
            (place, term)
            for place, term in enumerate(concept.terms or ())
            if term.type not in _SHORT and term.status != "deprecated" and (term.valid_from or term.valid_to)
        ]
        always = any(
            not (term.valid_from or term.valid_to or term.status) and term.type not in _SHORT
            for term in concept.terms or ()
        )
        for place, old in dated:
            end = old.valid_to
            if end is None:
                continue
            later = [term for _place, term in dated if term is not old and (term.valid_from or date.min) > end]
            if later and not always and not _covered(concept, dated, end + timedelta(days=1)):
                start = min(term.valid_from for term in later if term.valid_from)
                message = _("Vom {first} bis {last} gilt kein Wort.")
                text = message.format(
                    first=day_label(end + timedelta(days=1)), last=day_label(start - timedelta(days=1))
                )
            else:
                new = next(
                    (
                        term
                        for _place, term in dated
                        if old.status == "superseded"
                        and term.status != "superseded"
                        and (old.valid_from or date.min) < (term.valid_from or date.min) <= end
                    ),
                    None,
                )
                if new is None or new.valid_from is None:
                    continue
                message = _("„{old}“ und „{new}“ gelten vom {first} bis {last} zugleich.")
                text = message.format(old=old.term, new=new.term, first=day_label(new.valid_from), last=day_label(end))
            yield Finding(
                "validity-gap",
                text,
                in_entry(given, entry, "concepts", index, "terms", place, "valid_to"),
                area=concept.area,
                entry=entry.id,
                excerpt=old.term,
            )


def circles(given: CheckInput) -> Iterator[Finding]:
    """Find concepts that lead back to themselves by `use` or `replaced_by`, and `use` of what does not exist there."""
    glossary = given.glossary
    for name, follow in (("use", _uses), ("replaced_by", _replacements)):
        for entry in glossary.entries.values():
            for index, concept in enumerate(entry.concepts):
                if _leads_back(glossary, entry.ref(concept), follow):
                    yield Finding(
                        "reference-circular",
                        _("„{ref}“ führt über {name} auf sich selbst zurück.").format(
                            ref=entry.ref(concept), name=f"`{name}`"
                        ),
                        in_entry(given, entry, "concepts", index, name),
                        area=concept.area,
                        entry=entry.id,
                    )
                elif name == "use" and concept.use and (found := glossary.find(concept.use)) and found[1].absent:
                    yield Finding(
                        "reference-circular",
                        _("„{ref}“ sagt nur, dass es den Begriff dort nicht gibt.").format(ref=concept.use),
                        in_entry(given, entry, "concepts", index, "use"),
                        area=concept.area,
                        entry=entry.id,
                    )


def due_reviews(given: CheckInput) -> Iterator[Finding]:
    """Find concepts whose sources must be read again: a warning when overdue, information a month before."""
    for entry, index, concept in own_concepts(given.glossary):
        every = entry.review_every or given.glossary.defaults.review_every
        due = add_duration(concept.verified, every) if concept.verified else None
        if due is None or due - _NOTICE > given.on:
            continue
        late = due < given.on
        message = _("Die Durchsicht war am {day} fällig.") if late else _("Die Durchsicht ist am {day} fällig.")
        yield Finding(
            "review-due",
            message.format(day=day_label(due)),
            in_entry(given, entry, "concepts", index, "verified"),
            area=concept.area,
            entry=entry.id,
            severity=None if late else "info",
        )


def add_duration(start: date, duration: str) -> date | None:
    """Add an ISO 8601 duration of years, months, weeks and days to a date; None if it is none."""
    found = _DURATION.fullmatch(duration)
    if not found or not any(found.groups()):
        return None
    years, months, weeks, days = (int(found[name] or 0) for name in ("years", "months", "weeks", "days"))
    month = start.month - 1 + months + 12 * years
    try:
        first = date(start.year + month // 12, month % 12 + 1, 1)
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        last_day = (after - timedelta(days=1)).day
        return first.replace(day=min(start.day, last_day)) + timedelta(days=days + 7 * weeks)
    except (ValueError, OverflowError):
        return None


def _covered(concept: Concept, dated: list[tuple[int, Term]], day: date) -> bool:
    return any((term.valid_from or date.min) <= day <= (term.valid_to or date.max) for _place, term in dated)


def _uses(concept: Concept) -> tuple[str, ...]:
    return (concept.use,) if concept.use else ()


def _replacements(concept: Concept) -> tuple[str, ...]:
    return concept.replaced_by


def _leads_back(glossary: Glossary, ref: str, follow: Callable[[Concept], tuple[str, ...]]) -> bool:
    seen: set[str] = set()
    ways = [ref]
    while ways:
        found = glossary.at(ways.pop())
        for target in follow(found[1]) if found else ():
            if target == ref:
                return True
            if target not in seen:
                seen.add(target)
                ways.append(target)
    return False


RULES = (
    Rule(
        "validity-reversed",
        "error",
        "Geltung endet vor dem Beginn",
        reversed_periods,
        scope="glossary",
        doc="""
        Was wird geprüft: Ob `valid_from` nicht nach `valid_to` liegt.
        Warum: Ein solches Wort gilt nie, und jede Auswertung nach Datum wird falsch.
        Beispiel: `valid_from: 2026-07-01`, `valid_to: 2025-06-30`
        Stattdessen: `valid_from: 2023-07-01`, `valid_to: 2025-06-30`
        Ausnahmen: Keine.
        """,
    ),
    Rule(
        "validity-gap",
        "warning",
        "Lücke oder Überschneidung in der Geltung",
        gaps_and_overlaps,
        scope="glossary",
        doc="""
        Was wird geprüft: Ob zwischen einem alten und einem neuen amtlichen Wort kein Tag fehlt und keiner doppelt
            vergeben ist.
        Warum: An jedem Tag muss klar sein, welches Wort amtlich ist.
        Beispiel: das alte Wort bis 2026-06-30, das neue ab 2026-08-01
        Stattdessen: das neue ab 2026-07-01
        Ausnahmen: Kurzformen und Begriffe mit einem Wort, das ohne Daten immer gilt. Übergangsfristen stehen unter
            `tolerated` und sind keine Überschneidung.
        """,
    ),
    Rule(
        "reference-circular",
        "error",
        "Verweis im Kreis",
        circles,
        scope="glossary",
        doc="""
        Was wird geprüft: Ob `use` und `replaced_by` nicht im Kreis führen und `use` nicht auf einen Begriff, den es
            dort nicht gibt (`absent`).
        Warum: Wer dem Verweis folgt, findet nie eine Erklärung.
        Beispiel: `a.sgb2` verweist auf `b.sgb2` und dieser zurück.
        Stattdessen: Den Begriff an einer der beiden Stellen erklären.
        Ausnahmen: Keine. `nearest` und `related` dürfen aufeinander zeigen.
        """,
    ),
    Rule(
        "review-due",
        "warning",
        "Durchsicht fällig",
        due_reviews,
        scope="glossary",
        doc="""
        Was wird geprüft: Ob seit `verified` weniger Zeit vergangen ist, als `review_every` erlaubt. Es zählt der Tag
            der Prüfung (`--as-of`).
        Warum: Das Recht ändert sich; eine alte Prüfung sagt nichts über heute.
        Beispiel: `verified: 2024-01-15` bei einer Durchsicht alle zwölf Monate
        Stattdessen: Die Fundstelle nachlesen und `verified` auf den gelesenen Stand setzen.
        Ausnahmen: Im letzten Monat vor dem Termin nur ein Hinweis. Begriffe ohne `verified` sind nicht geprüft.
        """,
    ),
)
