"""References from the tables to the glossary: the entries and concepts that a row names."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jbakb.knowledge_base import KnowledgeBase
from jbakb.model.tables import AgeLimit, Tables, with_table_references
from jbakb.store.document import as_data, update
from jbakb.store.loading import locate
from jbakb.store.tables import AGES_FILE, CHANGES_FILE, SERVICES_FILE
from jbakb.store.yaml_nodes import decode


def follow_in_tables(kb: KnowledgeBase, follow: Callable[[str], str]) -> dict[str, str | None]:
    """Return the files of tables with their references changed, by path; nothing if none does.

    Args: `follow` as in `with_references`.
    """
    files: dict[str, str | None] = {}
    old, new = kb.tables, with_table_references(kb.tables, follow)
    for path, before, after in (
        (AGES_FILE, old.ages, new.ages),
        (SERVICES_FILE, old.services, new.services),
        (CHANGES_FILE, old.changes, new.changes),
    ):
        if before is not None and after is not None and before != after:
            text, _problems = decode((kb.root / path).read_bytes(), path)
            files[path] = update(text, as_data(before), as_data(after))
    return files


def needed_in_tables(kb: KnowledgeBase, goes: Callable[[str], bool]) -> Iterator[str]:
    """Iterate over the places that cannot do without what goes: an age limit takes word and area from its concept."""
    for place, limit in enumerate(_limits(kb.tables)):
        if limit.ref and goes(limit.ref):
            line, _column = locate((kb.root / AGES_FILE).read_bytes(), ("limits", place, "ref"))
            yield f"{AGES_FILE}:{line}  ref: {limit.ref}"


def _limits(tables: Tables) -> tuple[AgeLimit, ...]:
    return tables.ages.limits if tables.ages else ()
