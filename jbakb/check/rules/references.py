"""References inside the glossary must lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.place import yaml_place
from jbakb.i18n import _
from jbakb.model import Entry
from jbakb.store.loading import entry_path
from jbakb.store.suggest import suggestion


def broken_references(given: CheckInput) -> Iterator[Finding]:
    """Find references of entries to concepts and entries that do not exist."""
    glossary = given.glossary
    refs = {entry.ref(concept) for entry, concept in glossary.concepts()}
    for entry in glossary.entries.values():
        for where, target in _references(entry):
            known = refs if "." in target else set(glossary.entries)
            if where[0] == "differences":
                known = {concept.key for concept in entry.concepts}
            if target in known:
                continue
            line, column = yaml_place(given.knowledge_base.root, entry_path(entry), *where)
            near = suggestion(target, known)
            yield Finding(
                rule="reference-broken",
                severity="error",
                message=_("„{target}“ gibt es nicht.").format(target=target),
                suggestion=near,
                file=entry_path(entry),
                line=line,
                column=column,
                entry=entry.id,
                excerpt=target,
            )


def _references(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str]]:
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
        doc="""
        Was wird geprüft: Ob `use`, `nearest`, `replaced_by`, `between` und `related` auf etwas zeigen, das es gibt.
        Warum: Ein Verweis ins Leere wird auf der Seite zu einer Lücke.
        Beispiel: `use: hilfepaln.sgb8`
        Stattdessen: `use: hilfeplan.sgb8`
        Ausnahmen: keine
        """,
    ),
)
