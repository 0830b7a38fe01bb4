"""References inside the glossary must lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.place import in_entry, in_table
from jbakb.i18n import _
from jbakb.model import Entry
from jbakb.store.suggest import suggestion
from jbakb.store.tables import areas_of_tables, references_of_tables


def broken_references(given: CheckInput) -> Iterator[Finding]:
    """Find references of entries and tables to what does not exist."""
    yield from broken_table_references(given)
    glossary = given.glossary
    refs = {entry.ref(concept) for entry, concept in glossary.concepts()}
    for entry in glossary.entries.values():
        keys = {concept.key for concept in entry.concepts}
        for where, target in references_of(entry):
            known = keys if where[0] == "differences" else refs if "." in target else set(glossary.entries)
            if target not in known:
                now = glossary.now(f"{entry.id}.{target}" if where[0] == "differences" else target)
                message = _("„{target}“ heißt jetzt anders.") if now else _("„{target}“ gibt es nicht.")
                near = now.removeprefix(f"{entry.id}.") if where[0] == "differences" else now
                yield Finding(
                    "reference-broken",
                    message.format(target=target),
                    in_entry(given, entry, *where),
                    suggestion=near or suggestion(target, known),
                    entry=entry.id,
                    excerpt=target,
                )


def broken_table_references(given: CheckInput) -> Iterator[Finding]:
    """Find references of the tables to concepts, entries and areas that do not exist."""
    glossary, tables = given.glossary, given.knowledge_base.tables
    refs = {entry.ref(concept) for entry, concept in glossary.concepts()}
    targets = [(pointer, refs | set(glossary.entries)) for pointer in references_of_tables(tables)]
    targets += [(pointer, set(glossary.areas)) for pointer in areas_of_tables(tables)]
    for pointer, known in targets:
        if pointer.target not in known:
            yield Finding(
                "reference-broken",
                _("„{target}“ gibt es nicht.").format(target=pointer.target),
                in_table(given, pointer),
                suggestion=suggestion(pointer.target, known),
                excerpt=pointer.target,
            )


def references_of(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Iterate over an entry's references: where each stands in the file, and its target."""
    for place, concept in enumerate(entry.concepts):
        for name in ("use", "nearest"):
            if target := getattr(concept, name):
                yield ("concepts", place, name), target
        for index, target in enumerate(concept.replaced_by):
            yield ("concepts", place, "replaced_by", index), target
    for place, difference in enumerate(entry.differences):
        for index, key in enumerate(difference.between):
            yield ("differences", place, "between", index), key
    for index, target in enumerate(entry.related):
        yield ("related", index), target


RULES = (
    Rule(
        "reference-broken",
        "error",
        "Verweis ins Leere",
        broken_references,
        scope="glossary",
        doc="""
        Was wird geprüft: Ob `use`, `nearest`, `replaced_by`, `between` und `related` auf etwas zeigen, das es
            gibt, ebenso die Verweise und Rechtskreise in `ages.yml`, `services.yml` und `changes.yml`.
        Warum: Ein Verweis ins Leere wird auf der Seite zu einer Lücke.
        Beispiel: `use: hilfepaln.sgb8`
        Stattdessen: `use: hilfeplan.sgb8`
        Ausnahmen: Keine.
        """,
    ),
)
