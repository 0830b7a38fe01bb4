"""Two states of a knowledge base: what is new, gone, renamed and different."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, TypeVar

from msgspec.structs import replace

from jbakb.handbook import Page
from jbakb.history.change import KINDS, Change, FieldChange, Kind
from jbakb.history.naming import Names
from jbakb.history.records import RecordComparison
from jbakb.history.state import State
from jbakb.history.tables import compare_tables, contacts
from jbakb.i18n import _
from jbakb.model import Entry, Glossary, Process
from jbakb.model.entry import Record
from jbakb.model.process import OTHER_PROCESS, Branch
from jbakb.model.references import with_references

R = TypeVar("R", bound=Record)


def compare(old: State, new: State) -> tuple[Change, ...]:
    """Return all changes, kind by kind, in the order of the new state, what is gone last.

    References that only follow a renamed id are no change.
    """
    changes = (
        *_entries(old.glossary, new.glossary),
        *_records(old, new, "word", *({each.words[0]: each for each in s.glossary.words} for s in (old, new))),
        *_records(old, new, "area", old.glossary.areas, new.glossary.areas),
        *_records(old, new, "role", old.glossary.roles, new.glossary.roles),
        *_themes(old.glossary, new.glossary),
        *_records(old, new, "law", old.laws, new.laws),
        *compare_tables(old, new),
        *_records(old, new, "contact", *contacts(old, new)),
        *_pages(old, new),
    )
    return tuple(sorted(changes, key=lambda change: KINDS.index(change.kind)))


def _entries(old: Glossary, new: Glossary) -> Iterator[Change]:
    was = _partners(old.entries, new.entries, lambda entry: repr(replace(entry, id="", theme="", formerly=())))
    moved = {before: now for now, before in was.items() if now != before}

    def follow(address: str) -> str:
        entry, dot, key = address.partition(".")
        now = new.now(address)
        return now or f"{moved.get(entry, entry)}{dot}{key}"

    comparison = RecordComparison(Names(old), Names(new))
    for name, entry in new.entries.items():
        if name not in was:
            yield _added("entry", name, entry, comparison, frozenset(("id", "title")), _theme(new, entry))
            continue
        before = old.entries[was[name]]
        followed = with_references(before, follow) if before != entry else before
        fields = tuple(comparison.fields(followed, entry, skip=frozenset(("id", "formerly", "theme"))))
        if before.theme != entry.theme:
            label = (_("Thema"),)
            fields = (FieldChange(("theme",), label, _theme(old, before), _theme(new, entry)), *fields)
        if fields or name in moved.values():
            renamed = was[name] if was[name] != name else ""
            yield Change("entry", name, entry.title, "renamed" if renamed else "changed", fields, renamed)
    for name, entry in old.entries.items():
        if name not in was.values():
            yield Change("entry", name, entry.title, "removed", tuple(_remembered(Names(old), entry)))


def _theme(glossary: Glossary, entry: Entry) -> str:
    return glossary.themes.get(entry.theme, entry.theme)


def _remembered(names: Names, entry: Entry) -> Iterator[FieldChange]:
    """Say of an entry that is gone which words went with it."""
    for concept in entry.concepts:
        words = ", ".join(f"„{term.term}“" for term in concept.terms or ())
        if words:
            yield FieldChange(("concepts", concept.key, "terms"), (names.item(concept), _("Wörter")), words, "")


def _added(
    kind: Kind, name: str, record: Record, comparison: RecordComparison, skip: frozenset[str], theme: str = ""
) -> Change:
    fields = [field for field in comparison.fields(None, record, skip=skip | {"theme"}) if field.new]
    if theme:
        fields.insert(0, FieldChange(("theme",), (_("Thema"),), "", theme))
    return Change(kind, name, str(getattr(record, "title", name)), "added", tuple(fields))


def _records(old: State, new: State, kind: Kind, before: Mapping[str, R], after: Mapping[str, R]) -> Iterator[Change]:
    comparison = RecordComparison(Names(old.glossary), Names(new.glossary))
    skip = frozenset(("id", "title"))
    for name, record in after.items():
        if name not in before:
            yield _added(kind, name, record, comparison, skip)
        elif record != before[name] and (fields := tuple(comparison.fields(before[name], record))):
            yield Change(kind, name, str(getattr(record, "title", name)), "changed", fields)
    for name, record in before.items():
        if name not in after:
            yield Change(kind, name, str(getattr(record, "title", name)), "removed")
    if kind in ("area", "contact"):  # whose order is the order everywhere
        yield from _order(
            kind, [before[name] for name in before if name in after], [after[name] for name in after if name in before]
        )


def _order(kind: Kind, before: list[R], after: list[R]) -> Iterator[Change]:
    if [getattr(each, "id", "") for each in before] != [getattr(each, "id", "") for each in after]:
        was, now = (" · ".join(str(getattr(each, "title", "")) for each in records) for records in (before, after))
        yield Change(
            kind, "order", _("Reihenfolge"), "changed", (FieldChange(("order",), (_("Reihenfolge"),), was, now),)
        )


def _themes(old: Glossary, new: Glossary) -> Iterator[Change]:
    for name in dict.fromkeys((*new.themes, *old.themes)):
        before, after = old.themes.get(name, ""), new.themes.get(name, "")
        if before and after and before != after:
            yield Change("theme", name, after, "changed", (FieldChange(("title",), (_("Titel"),), before, after),))
        elif before != after:
            yield Change("theme", name, after or before, "added" if after else "removed")


def _pages(old: State, new: State) -> Iterator[Change]:
    before, after = ({page.path: page for page in state.pages} for state in (old, new))
    was = _partners(before, after, lambda page: page.text if len(page.text) > 1 else page.path)
    for path, page in after.items():  # a process that says what it was called
        names = page.process.formerly if page.process else ()
        former = [each for name in names if (each := f"{path.rpartition('/')[0]}/{name}.md") in before]
        if path not in before and former:
            was[path] = former[0]
    moved = {_process_name(there): _process_name(here) for here, there in was.items() if here != there}
    for path, page in after.items():
        there = before.get(was.get(path, ""))
        if there is not None and there.text == page.text and there.path == path:
            continue
        change = _page(old, new, there, page, moved)
        if change.fields or change.what != "changed":
            yield change
    for path, page in before.items():
        if path not in was.values():
            yield Change(_kind(page), _name(page), page.title, "removed")


def _page(old: State, new: State, before: Page | None, page: Page, moved: Mapping[str, str]) -> Change:
    names = Names(old.glossary), Names(new.glossary)
    fields: list[FieldChange] = []
    if page.process:
        was = before.process if before else None
        inner = RecordComparison(names[0].within(was) if was else names[0], names[1].within(page.process))
        skip = frozenset(("id", "formerly")) if was else frozenset(("id", "formerly", "title"))
        fields += inner.fields(_followed(was, moved, new.glossary) if was else None, page.process, skip=skip)
    elif before:
        texts = (("title", _("Titel"), before.title, page.title),)
        fields += [FieldChange((name,), (label,), old_, new_) for name, label, old_, new_ in texts if old_ != new_]
        areas = [", ".join(map(name.area, each.areas)) for name, each in zip(names, (before, page), strict=True)]
        if areas[0] != areas[1]:
            fields.append(FieldChange(("areas",), (_("Rechtskreise"),), areas[0], areas[1]))
        if before.visibility != page.visibility:
            seen = [name.value("visibility", each.visibility) for name, each in zip(names, (before, page), strict=True)]
            fields.append(FieldChange(("visibility",), (_("Sichtbar"),), seen[0], seen[1]))
    fields += _text(_body(before) if before else "", _body(page))
    what = "added" if before is None else "changed" if before.path == page.path else "renamed"
    formerly = _name(before) if before and before.path != page.path else ""
    return Change(_kind(page), _name(page), page.title, what, tuple(fields), formerly)  # type: ignore[arg-type]


def _kind(page: Page) -> Kind:
    return "process" if page.process else "page"


def _name(page: Page) -> str:
    return page.process.id if page.process else page.path


def _process_name(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _body(page: Page) -> str:
    return page.text[page.body_start :].replace("\r\n", "\n").strip()


def _text(old: str, new: str) -> Iterator[FieldChange]:
    """Compare running text paragraph by paragraph."""
    before, after = ([part.strip() for part in text.split("\n\n") if part.strip()] for text in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for operation, start, end, other, other_end in matcher.get_opcodes():
        if operation == "equal":
            continue
        gone, come = before[start:end], after[other:other_end]
        for index in range(max(len(gone), len(come))):
            texts = gone[index] if index < len(gone) else "", come[index] if index < len(come) else ""
            yield FieldChange(("body",), (_("Text"),), *texts, prose=True)


def _followed(process: Process, moved: Mapping[str, str], glossary: Glossary) -> Process:
    """Return a process whose references have the present names."""

    def target(to: str) -> str:
        name = to.removeprefix(OTHER_PROCESS)
        return OTHER_PROCESS + moved.get(name, name) if to.startswith(OTHER_PROCESS) else to

    steps = tuple(
        replace(
            step,
            next=target(step.next)
            if isinstance(step.next, str)
            else tuple(Branch(when=branch.when, to=target(branch.to)) for branch in step.next),
        )
        for step in process.steps
    )
    notes = tuple(
        replace(each, entries=tuple(glossary.now(entry) or entry for entry in each.entries))
        for each in process.misunderstandings
    )
    return replace(process, steps=steps, misunderstandings=notes)


def _partners(old: Mapping[str, Any], new: Mapping[str, Any], content: Callable[[Any], Hashable]) -> dict[str, str]:
    """Return what each new thing was called before: as now, as it says itself, or as what had the same content."""
    was = {name: name for name in new if name in old}
    for name, thing in new.items():
        if name not in was:
            former = [each for each in getattr(thing, "formerly", ()) if each in old and each not in new]
            was |= {name: former[-1]} if former else {}
    left = {content(thing): name for name, thing in old.items() if name not in was.values()}
    for name, thing in new.items():
        if name not in was and left and (found := left.pop(content(thing), None)):
            was[name] = found
    return was
