"""Two versions of a record, field by field; lists are compared by what their items are, not by their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, Final

import msgspec

from jbakb.history.change import FieldChange
from jbakb.history.naming import PROSE, Names, field_label
from jbakb.i18n import _
from jbakb.model import Approval, Concept, Difference, Meaning, Record, Term
from jbakb.model import Change as LawChange
from jbakb.model.entry import Tolerance
from jbakb.model.process import Basis, Branch, Deadline, Handover
from jbakb.model.tables import AgeLimit
from jbakb.model.tables import LawChange as ListedChange

#: Told in one line when they are new or gone; of others each field is told.
_SMALL: Final = (Term, Meaning, LawChange, Tolerance, Approval, Branch, Basis, Deadline, Handover)
#: Fields that say which item of a list is which.
_IDENTITY: Final = ("id", "term", "words", "before", "date", "when", "area", "text", "title")
#: Two items of a list that are at least so alike are the same one, changed.
_LIKE: Final = 0.6

_Path = tuple[str, ...]


class RecordComparison:
    """Compares records; `old` and `new` name what ids stood and stand for."""

    def __init__(self, old: Names, new: Names) -> None:
        self.old = old
        self.new = new

    def fields(
        self,
        old: Record | None,
        new: Record | None,
        path: _Path = (),
        labels: _Path = (),
        skip: frozenset[str] = frozenset(),
    ) -> Iterator[FieldChange]:
        """Iterate over the differences of two records of a type; None stands for one that has nothing."""
        some = new if new is not None else old
        if some is None:
            return
        for info in msgspec.structs.fields(type(some)):
            name = info.encode_name
            if name in skip:
                continue
            before = self._default(info) if old is None else getattr(old, info.name)
            after = self._default(info) if new is None else getattr(new, info.name)
            if before != after:
                yield from self._value(name, before, after, path, labels, type(some))

    def _default(self, info: msgspec.structs.FieldInfo) -> Any:
        if info.default_factory is not msgspec.NODEFAULT:
            return info.default_factory()
        return None if info.default is msgspec.NODEFAULT else info.default

    def _value(
        self, name: str, old: Any, new: Any, path: _Path, labels: _Path, kind: type | None = None
    ) -> Iterator[FieldChange]:
        here, label = (*path, name), field_label(name, kind)
        if isinstance(old, Record) and isinstance(new, Record) and not isinstance(new, Approval):
            yield from self.fields(old, new, here, (*labels, label))
        elif isinstance(old or new, Mapping):
            yield from self._mapping(old or {}, new or {}, here, (*labels, label))
        elif _is_list(old) and _is_list(new):
            yield from self._list(name, old or (), new or (), here, (*labels, label))
        else:
            texts = self._text(self.old, name, old), self._text(self.new, name, new)
            yield FieldChange(here, (*labels, label), *texts, name in PROSE)

    def _text(self, names: Names, name: str, value: Any) -> str:
        if isinstance(value, tuple):
            return "; ".join(names.value(name, item) for item in value)
        return names.value(name, value)

    def _mapping(
        self, old: Mapping[str, Any], new: Mapping[str, Any], path: _Path, labels: _Path
    ) -> Iterator[FieldChange]:
        for key in dict.fromkeys((*old, *new)):
            before, after = old.get(key), new.get(key)
            if before == after:
                continue
            here, titled = (*path, key), (*labels, self.new.role(key))
            if isinstance(before or after, Record) and not isinstance(before, str) and not isinstance(after, str):
                yield from self.fields(before, after, here, titled)
            else:
                yield FieldChange(here, titled, self.old.value("", before), self.new.value("", after), prose=True)

    def _list(
        self, name: str, old: tuple[Any, ...], new: tuple[Any, ...], path: _Path, labels: _Path
    ) -> Iterator[FieldChange]:
        pairs = list(_pairs(old, new))
        for before, after in pairs:
            if before == after:
                continue
            if not isinstance(before if after is None else after, Record):
                texts = self.old.value(name, before), self.new.value(name, after)
                yield FieldChange(path, labels, *texts, name in PROSE)
                continue
            names, item = (self.old, before) if after is None else (self.new, after)
            here, titled = (*path, str(_identity(item)[-1])), (*labels[:-1], names.item(item))
            if isinstance(item, _SMALL) and (before is None or after is None):
                label = labels if isinstance(item, Term) else titled
                gone, come = before and self.old.brief(before), after and self.new.brief(after)
                yield FieldChange(here, label, gone or "", come or "")
            elif after is None:
                yield FieldChange(here, titled, self.old.brief(before), "")
            else:
                yield from self._concept_word(before, after, here, titled)
                yield from self.fields(before, after, here, titled, _implied(before))
        kept = [(before, after) for before, after in pairs if before is not None and after is not None]
        places = [(old.index(before), new.index(after)) for before, after in kept]
        if [place for _old, place in sorted(places)] != sorted(place for _old, place in places):
            orders = self._order(self.old, name, old), self._order(self.new, name, new)
            yield FieldChange((*path, "order"), (*labels[:-1], _("Reihenfolge")), *orders)

    def _order(self, names: Names, name: str, items: tuple[Any, ...]) -> str:
        return " · ".join(names.item(each) if isinstance(each, Record) else names.value(name, each) for each in items)

    def _concept_word(self, old: Any, new: Any, path: _Path, labels: _Path) -> Iterator[FieldChange]:
        """Tell first what a reader looks for: that an area calls the matter by another word."""
        if not isinstance(old, Concept) or not isinstance(new, Concept) or not old.terms or not new.terms:
            return
        before, after = old.terms[0], new.terms[0]
        if before.term != after.term:
            since = after.valid_from and self.new.value("valid_from", after.valid_from)
            said = f"„{after.term}“" + (", " + _("gilt ab {day}").format(day=since) if since else "")
            yield FieldChange((*path, "word"), (*labels, _("Benennung")), f"„{before.term}“", said)


def _is_list(value: Any) -> bool:
    return value is None or isinstance(value, tuple)


def _implied(item: Any) -> frozenset[str]:
    """Return the fields that the label of an item says already, where the item is new."""
    return frozenset() if item is not None else frozenset(("area", "between", "words", "id", "title"))


def _identity(item: Any) -> tuple[Hashable, ...]:
    """Return what makes an item the same one in both versions; the last part is a name for it."""
    if not isinstance(item, Record):
        return (item,)
    if isinstance(item, Concept):
        return (item.key,)
    if isinstance(item, AgeLimit):
        return (item.ref or item.text,)
    if isinstance(item, ListedChange):
        return (item.text,)
    if isinstance(item, Difference):
        return ("-".join(item.between) or "all",)
    if isinstance(item, Handover):
        return (f"{item.after}-{item.from_}-{item.to}",)
    for name in _IDENTITY:
        value = getattr(item, name, None)
        if value:
            return (value[0] if isinstance(value, tuple) else value,)
    return (repr(item),)


def _pairs(old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[tuple[Any, Any]]:
    """Iterate over items and what became of them, in the new order, what is gone last; None for nothing."""
    before, after = _keyed(old), _keyed(new)
    partner = {key: key for key in after if key in before}
    for key, item in after.items():  # a concept that was called otherwise
        former = [(was, 0) for was in getattr(item, "formerly", ()) if (was, 0) in before]
        if key not in partner and former:
            partner[key] = former[-1]
    left = [key for key in before if key not in partner.values()]
    for key in [key for key in after if key not in partner]:
        best = max(left, key=lambda other: _likeness(before[other], after[key]), default=None)
        if best is not None and _likeness(before[best], after[key]) >= _LIKE:
            partner[key] = best
            left.remove(best)
    for key, item in after.items():
        yield (before[partner[key]] if key in partner else None), item
    for key in left:
        yield before[key], None


def _keyed(items: tuple[Any, ...]) -> dict[tuple[Hashable, int], Any]:
    seen: Counter[Hashable] = Counter()
    keyed = {}
    for item in items:
        key = _identity(item)[0]
        keyed[key, seen[key]] = item
        seen[key] += 1
    return keyed


def _likeness(old: Any, new: Any) -> float:
    return SequenceMatcher(None, _said(old), _said(new), autojunk=False).ratio()


def _said(item: Any) -> list[str]:
    """Return the words of an item; what it does not say does not count."""
    if isinstance(item, Record):
        return [word for name in item.__struct_fields__ for word in _said(getattr(item, name))]
    if isinstance(item, tuple):
        return [word for each in item for word in _said(each)]
    return [] if item is None else str(item).split()
