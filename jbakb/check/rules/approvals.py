"""A text that was signed off should still be that text."""

from __future__ import annotations

from collections.abc import Iterator

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.place import in_entry
from jbakb.i18n import _
from jbakb.labels import day_label
from jbakb.model.approval import changed_since_approval


def changed_after_approval(given: CheckInput) -> Iterator[Finding]:
    """Find concepts whose text is another than the one that their authority approved."""
    for entry in given.glossary.entries.values():
        for place, concept in enumerate(entry.concepts):
            if concept.approved and changed_since_approval(entry, concept):
                yield Finding(
                    "approval-outdated",
                    _("Der Text von „{ref}“ hat sich seit der Freigabe vom {day} geändert.").format(
                        ref=entry.ref(concept), day=day_label(concept.approved.date)
                    ),
                    in_entry(given, entry, "concepts", place, "approved"),
                    suggestion=f"jbakb approve {entry.ref(concept)}",
                    area=concept.area,
                    entry=entry.id,
                )


RULES = (
    Rule(
        "approval-outdated",
        "info",
        "Text seit der Freigabe geändert",
        changed_after_approval,
        doc="""
        Was wird geprüft: Ob ein freigegebener Begriff oder ein Unterschied, der ihn nennt, nach der Freigabe geändert
            wurde.
        Warum: Das Haus hat einem anderen Text zugestimmt als dem, der jetzt dasteht.
        Beispiel: Die Definition wurde nach `approved: {date: 2026-10-05, …}` umgeschrieben.
        Stattdessen: Das Haus liest den neuen Text und gibt ihn frei: `jbakb approve hilfeplan.sgb8`
        Ausnahmen: Rechtsstand (`verified`) und offene Fragen (`open`) gehören nicht zum freigegebenen Text.
        """,
    ),
)
