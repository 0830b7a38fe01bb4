"""A rule of one region: headings call the authorities by the names that they have today.

An example of a local plugin. Who looks for „Arbeitsamt“ in a table of contents looks for something that is no longer
there. In running text the old names may stand: people use them, and quotations keep them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.place import in_text
from jbakb.hooks import hookimpl

#: The old name, with its inflected forms, and today's.
NAMES: Final = (
    (re.compile(r"\bArbeits(?:amt(?:e?s)?|ämtern?)\b"), "Agentur für Arbeit"),
    (re.compile(r"\bARGEn?\b"), "Jobcenter"),
)
_HEADING: Final = re.compile(r"^#{1,6}[ \t].*$", re.M)


def old_names(given: CheckInput) -> Iterator[Finding]:
    """Find old names of authorities in the headings of pages."""
    for page in given.pages:
        # The mask has blanks where code is: a comment in a code block is no heading.
        for heading in _HEADING.finditer(page.prose.text):
            for pattern, today in NAMES:
                for found in pattern.finditer(heading[0]):
                    start = heading.start() + found.start()
                    place = in_text(page, start, start + len(found[0]))
                    message = f"Überschrift mit altem Namen: „{found[0]}“."
                    yield Finding(RULE.id, message, place, suggestion=today, excerpt=found[0])


RULE: Final = Rule(
    "region-amtsname",
    "warning",
    "Alter Name eines Hauses in einer Überschrift",
    old_names,
    doc="""
    Was wird geprüft: Ob Überschriften die Häuser so nennen, wie sie heute heißen.
    Warum: Wer im Inhaltsverzeichnis sucht, sucht nach dem heutigen Namen.
    Beispiel: „## Beratung im Arbeitsamt“
    Stattdessen: „## Beratung in der Agentur für Arbeit“
    Ausnahmen: Im laufenden Text darf der alte Name stehen.
    """,
)


@hookimpl
def jbakb_rules() -> list[Rule]:
    """Add the rule to `jbakb check`."""
    return [RULE]
