"""What an import would do, before it does anything.

A file only ever adds and changes: what is empty in it deletes nothing. Rows that contradict each other change nothing,
none of them wins: otherwise a second import of the same file could undo the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from msgspec.structs import replace

from jbakb.exchange.cells import join
from jbakb.exchange.format import Row
from jbakb.exchange.wanted import Refusal, Wanted, want
from jbakb.i18n import _
from jbakb.model import Concept, Entry, Glossary, Term, Tolerance

Kind = Literal["new-entry", "new-concept", "new-term", "changed", "conflict", "refused"]


@dataclass(frozen=True)
class Item:
    """One consequence of a row. `before` and `after` for a changed column, `message` and `hint` for what hinders."""

    row: int
    kind: Kind
    entry: str
    area: str
    term: str
    column: str = ""
    before: str = ""
    after: str = ""
    message: str = ""
    hint: str = ""


@dataclass(frozen=True)
class ImportPlan:
    """All consequences in the order of the rows, and the entries that change, as they would be afterwards."""

    items: tuple[Item, ...]
    entries: Mapping[str, Entry]
    unchanged: int = 0

    @property
    def hindered(self) -> tuple[Item, ...]:
        """Return what is refused or contradictory."""
        return tuple(item for item in self.items if item.kind in ("conflict", "refused"))


def plan_import(glossary: Glossary, rows: Sequence[Row], *, skip_refused: bool = False) -> ImportPlan:
    """Plan what rows of terms would change in a glossary.

    Args: `skip_refused` plans the rest as if refused and contradictory rows were not there; they stay listed.
    """
    plan = _plan(glossary, rows)
    hindered: list[Item] = []
    while skip_refused and plan.hindered:
        hindered += plan.hindered
        left_out = {item.row for item in plan.hindered}
        rows = [row for row in rows if row.number not in left_out]
        plan = _plan(glossary, rows)
    return ImportPlan(_in_order([*plan.items, *hindered]), plan.entries, plan.unchanged)


def _in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: item.row))


def _plan(glossary: Glossary, rows: Sequence[Row]) -> ImportPlan:
    items: list[Item] = []
    by_entry: dict[str, list[Wanted]] = defaultdict(list)
    for row in rows:
        wanted, refused = want(glossary, row)
        items += [_refused(row, column, refusal) for column, refusal in refused]
        if wanted:
            by_entry[wanted.entry].append(wanted)
    homes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for sense in glossary.senses():
        homes[sense.area, sense.term.term].append(sense.ref)
    entries = {}
    for entry_id, group in by_entry.items():
        work = _EntryPlan(glossary, glossary.entries.get(entry_id), group, homes)
        entry = work.result()
        items += work.items
        if entry != glossary.entries.get(entry_id):
            entries[entry_id] = entry
    touched = {item.row for item in items}
    unchanged = sum(row.number not in touched for row in rows)
    return ImportPlan(_in_order(items), entries, unchanged)


def _refused(row: Row, column: str, refusal: Refusal) -> Item:
    needed = {name: row.values.get(name, "") for name in ("entry", "area", "term")}
    return Item(row.number, "refused", **needed, column=column, message=refusal.message, hint=refusal.hint)


@dataclass
class _EntryPlan:
    """The rows of one entry on their way to the entry as it would be; `homes` says where each area has a word."""

    glossary: Glossary
    existing: Entry | None
    rows: list[Wanted]
    homes: Mapping[tuple[str, str], list[str]]
    items: list[Item] = field(default_factory=list)

    def result(self) -> Entry:
        entry = self._entry()
        concepts = list(entry.concepts)
        shared: list[Wanted] = []
        by_key: dict[str, list[Wanted]] = defaultdict(list)
        for row in self.rows:
            if not row.area:
                shared.append(row)
            elif key := self._concept_key(row):
                by_key[key].append(row)
        terms = self._terms(entry.terms, shared, "")
        for key, group in by_key.items():
            there = entry.concept(key)
            concept = self._concept(there, key, group)
            if there is None:
                concepts.append(concept)
            else:
                concepts[entry.concepts.index(there)] = concept
        return replace(entry, terms=terms, concepts=tuple(concepts))

    def _entry(self) -> Entry:
        first = self.rows[0]
        old = self.existing
        now = {
            "theme": old.theme if old else next(iter(self.glossary.themes), ""),
            "title": old.title if old else first.term,
            "notion": old.notion if old else first.concept_fields.get("definition", ""),
            "visibility": self.glossary.visibility(old) if old else None,
        }
        settled = self._settle(now, [(row, row.entry_fields) for row in self.rows], new=old is None)
        if old is None:
            guessed = not any("theme" in row.entry_fields for row in self.rows)
            note = _("Thema nicht angegeben, daher „{theme}“").format(theme=settled["theme"]) if guessed else ""
            self._say(first, "new-entry", message=note)
            return Entry(id=first.entry, **settled)
        return replace(old, **{name: value for name, value in settled.items() if value != now[name]})

    def _concept_key(self, row: Wanted) -> str:
        """Find the concept that a row means; empty if that is not clear, with the reason noted."""
        concepts = self.existing.concepts if self.existing else ()
        key = row.concept or row.area
        there = next((concept for concept in concepts if concept.key == key), None)
        if there is None and not row.concept:
            own = [concept for concept in concepts if concept.area == row.area]
            meant = [concept for concept in own if any(term.term == row.term for term in concept.terms or ())]
            if len(meant) == 1:
                return meant[0].key
            if own:
                keys = ", ".join(concept.key for concept in own)
                message = _("In diesem Rechtskreis hat der Eintrag eigene Kennungen: {keys}.").format(keys=keys)
                self._say(row, "refused", column="concept", message=message, hint=_("eine davon in „concept“ nennen"))
                return ""
        if there is None and key != row.area and key in self.glossary.areas:
            message = _("„{key}“ ist die Kennung eines anderen Rechtskreises.").format(key=key)
            self._say(row, "refused", column="concept", message=message, hint=f"{row.area}-…")
            return ""
        if there is not None and there.area != row.area:
            message = _("„{key}“ gehört zum Rechtskreis {area}.").format(key=key, area=there.area)
            self._say(row, "conflict", column="area", message=message)
            return ""
        if there is not None and there.terms is None:
            says = f"use: {there.use}" if there.use else f"absent: {there.absent}"
            message = _("Im Glossar steht hier „{says}“.").format(says=says)
            self._say(row, "conflict", message=message, hint=_("diese Angabe zuerst mit „jbakb edit“ ändern"))
            return ""
        return key

    def _concept(self, there: Concept | None, key: str, rows: list[Wanted]) -> Concept:
        area = rows[0].area
        concept = there or Concept(area=area, id="" if key == area else key, equivalence="exact", terms=())
        now = {
            "equivalence": concept.equivalence,
            "definition": concept.definition,
            "plain": concept.plain,
            "source": concept.sources,
        }
        settled = self._settle(now, [(row, row.concept_fields) for row in rows], new=there is None)
        settled["sources"] = settled.pop("source")
        if there is None and self.existing is not None:
            self._say(rows[0], "new-concept")
        return replace(concept, terms=self._terms(concept.terms or (), rows, area), **settled)

    def _terms(self, terms: tuple[Term, ...], rows: list[Wanted], area: str) -> tuple[Term, ...]:
        """Match rows to terms by the word; where the word stands several times, the rows follow in the same order."""
        changed = list(terms)
        for word, group in _by_word(rows).items():
            places = [place for place, term in enumerate(terms) if term.term == word]
            slots: dict[int | None, list[Wanted]] = defaultdict(list)
            for count, row in enumerate(group):
                slots[places[min(count, len(places) - 1)] if places else None].append(row)
            for place, meant in slots.items():
                term = self._term(terms[place] if place is not None else None, word, meant)
                if place is None:
                    changed.append(term)
                    self._say_new(meant[0], area)
                else:
                    changed[place] = term
        return tuple(changed)

    def _term(self, there: Term | None, word: str, rows: list[Wanted]) -> Term:
        term = there or Term(term=word)
        names = ("status", "type", "register", "gender", "plural", "forms", "person", "valid_from", "valid_to")
        now = {name: getattr(term, name) for name in names}
        now["tolerated_until"] = term.tolerated.until if term.tolerated else None
        settled = self._settle(now, [(row, row.term_fields) for row in rows], new=there is None)
        until = settled.pop("tolerated_until")
        if until != now["tolerated_until"]:
            settled["tolerated"] = replace(term.tolerated, until=until) if term.tolerated else Tolerance(until=until)
        return replace(term, **settled)

    def _settle(
        self, now: Mapping[str, Any], said: list[tuple[Wanted, Mapping[str, Any]]], *, new: bool
    ) -> dict[str, Any]:
        """Decide the value of each column; values that contradict each other change nothing and are noted."""
        settled = dict(now)
        for column, current in now.items():
            stated: dict[Hashable, list[Wanted]] = defaultdict(list)
            for row, fields in said:
                if column in fields:
                    stated[fields[column]].append(row)
            if len(stated) > 1:
                self._contradiction(column, stated)
                continue
            for value, rows in stated.items():
                settled[column] = value
                if not new and value != current:
                    self._say(rows[0], "changed", column=column, before=_text(current), after=_text(value))
        return settled

    def _contradiction(self, column: str, stated: Mapping[Hashable, list[Wanted]]) -> None:
        for value, rows in stated.items():
            other, (against, *_rest) = next(item for item in stated.items() if item[0] != value)
            message = _("„{value}“ widerspricht Zeile {row}: „{other}“.")
            message = message.format(value=_text(value), row=against.number, other=_text(other))
            hint = _("überall dasselbe angeben oder die übrigen Zellen leeren")
            for row in rows:
                self._say(row, "conflict", column=column, message=message, hint=hint)

    def _say_new(self, row: Wanted, area: str) -> None:
        """Note a new term, unless its row made the entry or concept; say where the same area has the word already."""
        elsewhere = [ref for ref in self.homes.get((area, row.term), ()) if ref.partition(".")[0] != row.entry]
        note = _("Dieses Wort gibt es schon: {refs}").format(refs=", ".join(elsewhere)) if elsewhere else ""
        started = next((item for item in self.items if item.row == row.number and item.kind.startswith("new-")), None)
        if started is None:
            self._say(row, "new-term", message=note)
        elif note:
            place = self.items.index(started)
            message = "; ".join(filter(None, (started.message, note)))
            self.items[place] = Item(row.number, started.kind, row.entry, row.area, row.term, message=message)

    def _say(self, row: Wanted, kind: Kind, **details: str) -> None:
        self.items.append(Item(row.number, kind, row.entry, row.area, row.term, **details))


def _by_word(rows: list[Wanted]) -> dict[str, list[Wanted]]:
    words: dict[str, list[Wanted]] = defaultdict(list)
    for row in rows:
        words[row.term].append(row)
    return words


def _text(value: Any) -> str:
    return join(value) if isinstance(value, tuple) else str(value or "")
