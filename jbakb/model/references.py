"""Who names whom: the addresses of concepts and entries that an entry's other parts point to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from jbakb.model.entry import Concept, Difference, Entry


@dataclass(frozen=True)
class Reference:
    """A place in an entry's file, as keys and indexes, that names a concept (`entry.concept`) or an entry."""

    where: tuple[str | int, ...]
    target: str

    @property
    def field(self) -> str:
        """Return the field's name: use, nearest, replaced_by, between or related."""
        return str(next(part for part in reversed(self.where) if isinstance(part, str)))


def references(entry: Entry) -> Iterator[Reference]:
    """Iterate over all references of an entry in the file's order; those of `between` as full addresses."""
    for place, concept in enumerate(entry.concepts):
        for name in ("use", "nearest"):
            if target := getattr(concept, name):
                yield Reference(("concepts", place, name), target)
        for index, target in enumerate(concept.replaced_by):
            yield Reference(("concepts", place, "replaced_by", index), target)
    for place, difference in enumerate(entry.differences):
        for index, key in enumerate(difference.between):
            yield Reference(("differences", place, "between", index), f"{entry.id}.{key}")
    for index, target in enumerate(entry.related):
        yield Reference(("related", index), target)


def with_references(entry: Entry, follow: Callable[[str], str]) -> Entry:
    """Return an entry whose references are changed; `follow` gives an address's new form, empty to drop it."""

    def many(targets: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(new for target in targets if (new := follow(target))))

    def concept(old: Concept) -> Concept:
        return replace(
            old,
            use=old.use and follow(old.use),
            nearest=old.nearest and follow(old.nearest),
            replaced_by=many(old.replaced_by),
        )

    def difference(old: Difference) -> Difference:
        new = many(tuple(f"{entry.id}.{key}" for key in old.between))
        return replace(old, between=tuple(address.partition(".")[2] for address in new))

    return replace(
        entry,
        concepts=tuple(map(concept, entry.concepts)),
        differences=tuple(map(difference, entry.differences)),
        related=many(entry.related),
    )
