"""Two states of what stands beside entries: contacts, age limits, who provides what, and changes of the law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from jbakb.history.change import Change
from jbakb.history.naming import Names
from jbakb.history.records import RecordComparison
from jbakb.history.state import State
from jbakb.i18n import _
from jbakb.model import Contact
from jbakb.model.tables import with_table_references


def contacts(old: State, new: State) -> tuple[Mapping[str, Contact], Mapping[str, Contact]]:
    """Return the contacts of both states by id, those of the old one with the present ids of what they answer for."""
    renamed = {name: page.process.id for page in new.pages if page.process for name in page.process.formerly}
    before = {
        each.id: replace(
            each,
            entries=tuple(new.glossary.now(entry) or entry for entry in each.entries),
            processes=tuple(renamed.get(process, process) for process in each.processes),
        )
        for each in old.glossary.contacts
    }
    return before, {each.id: each for each in new.glossary.contacts}


def compare_tables(old: State, new: State) -> Iterator[Change]:
    """Iterate over the tables that differ; references that only follow a renamed id are no change."""
    comparison = RecordComparison(Names(old.glossary), Names(new.glossary))
    was, tables = with_table_references(old.tables, lambda ref: new.glossary.now(ref) or ref), new.tables
    for name, title, before, after in (
        ("ages", _("Altersgrenzen"), was.ages, tables.ages),
        ("services", _("Wer leistet was"), was.services, tables.services),
        ("changes", _("Änderungen im Recht"), was.changes, tables.changes),
    ):
        if before == after:
            continue
        if before is None or after is None:
            yield Change("table", name, title, "added" if before is None else "removed")
        else:
            yield Change("table", name, title, "changed", tuple(comparison.fields(before, after)))
