"""An entry as its page shows it: a column per area, computed for a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jbakb.i18n import _
from jbakb.labels import day_label, period_label
from jbakb.model import Area, Concept, Difference, Entry, FalseFriend, Glossary, Term
from jbakb.model.approval import changed_since_approval
from jbakb.model.coverage import concepts_for
from jbakb.model.status import preferred_term, status_on, tolerated_on
from jbakb.site.labels import Badge, concept_badge, kind_remark, register_remark


@dataclass(frozen=True)
class WordView:
    """A word with what must be known to use it; `remark` says why an old or unwanted one is listed."""

    text: str
    status: str
    kind: str = ""
    register: str = ""
    period: str = ""
    remark: str = ""
    note: str = ""
    example: str = ""


@dataclass(frozen=True)
class ConceptView:
    """A concept of an area. `home` is the entry where it is defined if that is another one.

    `approved` is the day of its authority's sign-off, `changed` whether the text is another since.
    """

    ref: str
    label: Badge
    concept: Concept
    words: tuple[WordView, ...] = ()
    old_words: tuple[WordView, ...] = ()
    home: Entry | None = None
    home_ref: str = ""
    validity: str = ""
    ended: bool = False
    replaced_by: tuple[tuple[str, str], ...] = ()
    nearest: tuple[str, str] | None = None
    approved: date | None = None
    changed: bool = False

    @property
    def main_word(self) -> str:
        """Return the word to use, empty if there is none."""
        return self.words[0].text if self.words else ""


@dataclass(frozen=True)
class ColumnView:
    """An area's part of an entry; `state` is `own`, `applies` (another area's law holds), or `missing`."""

    area: Area
    state: str
    concepts: tuple[ConceptView, ...] = ()


@dataclass(frozen=True)
class EntryView:
    """An entry's page."""

    entry: Entry
    theme: str
    columns: tuple[ColumnView, ...]
    common_words: tuple[WordView, ...]
    differences: tuple[tuple[Difference, tuple[tuple[str, str], ...]], ...]
    false_friends: tuple[FalseFriend, ...]
    related: tuple[Entry, ...]
    internal: bool


def view_entry(glossary: Glossary, entry: Entry, on: date) -> EntryView:
    """Compute what an entry's page shows on a day."""
    return EntryView(
        entry=entry,
        theme=glossary.themes.get(entry.theme, entry.theme),
        columns=tuple(_columns(glossary, entry, on)),
        common_words=tuple(view_word(term, None, on, "") for term in entry.terms),
        differences=tuple((each, _sides(glossary, entry, each)) for each in entry.differences),
        false_friends=entry.false_friends,
        related=tuple(glossary.entries[ref] for ref in entry.related if ref in glossary.entries),
        internal=glossary.visibility(entry) != "public",
    )


def view_concept(glossary: Glossary, entry: Entry, concept: Concept, on: date) -> ConceptView:
    """Compute what is shown of a concept; one that is defined elsewhere is shown from its home."""
    home_entry, home = glossary.home(entry, concept)
    better = preferred_term(home, on)
    signed_in, signed = (entry, concept) if concept.approved else (home_entry, home)
    views = [view_word(term, home, on, better.term if better else "") for term in home.terms or ()]
    current = [view for view in views if view.status in ("preferred", "admitted")]
    return ConceptView(
        ref=entry.ref(concept),
        label=concept_badge(concept),
        concept=home,
        words=tuple(sorted(current, key=lambda view: view.status != "preferred")),
        old_words=tuple(view for view in views if view.status not in ("preferred", "admitted")),
        home=home_entry if home is not concept else None,
        home_ref=home_entry.ref(home),
        validity=period_label(home.valid_from, home.valid_to),
        ended=home.valid_to is not None and home.valid_to < on,
        replaced_by=tuple(found for ref in home.replaced_by if (found := word_at(glossary, ref, on))),
        nearest=word_at(glossary, concept.nearest, on),
        approved=signed.approved.date if signed.approved else None,
        changed=changed_since_approval(signed_in, signed),
    )


def view_word(term: Term, concept: Concept | None, on: date, better: str) -> WordView:
    """Compute what is shown of a word; `better` is the one to use in its place."""
    status = status_on(term, concept, on)
    return WordView(
        text=term.term,
        status=status,
        kind=kind_remark(term),
        register=register_remark(term),
        period=period_label(term.valid_from, term.valid_to),
        remark=_remark(term, status, on, better if better != term.term else ""),
        note=term.note,
        example=term.example,
    )


def word_at(glossary: Glossary, ref: str, on: date) -> tuple[str, str] | None:
    """Return the address and the word to use of a concept or an entry, None if it does not exist."""
    found = glossary.find(ref) if ref else None
    if found is None:
        entry = glossary.entries.get(ref)
        return (ref, entry.title) if entry else None
    entry, concept = found
    term = preferred_term(concept, on)
    return entry.ref(concept), term.term if term else entry.title


def _columns(glossary: Glossary, entry: Entry, on: date) -> list[ColumnView]:
    """Make a column for each core area and for each other area that has a concept, in the areas' order."""
    by_area: Mapping[str, list[Concept]] = {area: [] for area in glossary.areas}
    for concept in entry.concepts:
        by_area.setdefault(concept.area, []).append(concept)  # type: ignore[attr-defined]
    columns = []
    for area in glossary.areas.values():
        own = by_area[area.id]
        if not own and not area.core:
            continue
        concepts = own or concepts_for(glossary, entry, area.id)
        state = "own" if own else "applies" if concepts else "missing"
        views = tuple(view_concept(glossary, entry, concept, on) for concept in concepts)
        columns.append(ColumnView(area, state, views))
    return columns


def _sides(glossary: Glossary, entry: Entry, difference: Difference) -> tuple[tuple[str, str], ...]:
    """Return the areas of a difference with the word each uses, where an area has several concepts."""
    sides = []
    for key in difference.between:
        concept = entry.concept(key)
        if concept is None:
            continue
        several = sum(other.area == concept.area for other in entry.concepts) > 1
        _entry, home = glossary.home(entry, concept)
        word = home.terms[0].term if several and home.terms else ""
        sides.append((concept.area, word))
    return tuple(sides)


def _remark(term: Term, status: str, on: date, better: str) -> str:
    instead = _("heute „{word}“").format(word=better) if better else ""
    if status == "superseded":
        since = _("amtlich bis {day}").format(day=day_label(term.valid_to)) if term.valid_to else _("früheres Wort")
        parts = [since, instead]
        if term.tolerated and tolerated_on(term, on):
            parts.append(_("Übergang bis {day}").format(day=day_label(term.tolerated.until)))
        return ", ".join(filter(None, parts))
    if status == "deprecated":
        return ", ".join(
            filter(None, [_("nicht verwenden"), _("besser „{word}“").format(word=better) if better else ""])
        )
    if term.valid_from and term.valid_from > on:
        return _("erst ab {day}").format(day=day_label(term.valid_from))
    return ""
