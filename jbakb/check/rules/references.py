"""References inside the glossary must lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.place import in_entry
from jbakb.i18n import _
from jbakb.model import Entry
from jbakb.store.suggest import suggestion


def broken_references(given: CheckInput) -> Iterator[Finding]:
    """Find references of entries to concepts and entries that do not exist."""
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
            gibt.
        Warum: Ein Verweis ins Leere wird auf der Seite zu einer Lücke.
        Beispiel: `use: hilfepaln.sgb8`
        Stattdessen: `use: hilfeplan.sgb8`
        Ausnahmen: Keine.
        """,
    ),
)
