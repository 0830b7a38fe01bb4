"""The German documentation of rules: one page, written from the rules themselves.

`python -m jbakb.check.documentation` writes docs/handbuch/regeln.md anew; a test fails if it is not up to date.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from jbakb.check.finding import Rule
from jbakb.check.rules import BUILT_IN

#: The headings under which every rule is documented, in this order.
HEADINGS: Final = ("Was wird geprüft", "Warum", "Beispiel", "Stattdessen", "Ausnahmen")
PAGE: Final = Path(__file__).parents[2] / "docs" / "handbuch" / "regeln.md"

_SEVERITIES: Final = {"error": "Fehler", "warning": "Warnung", "info": "Hinweis"}
_INTRODUCTION: Final = """\
# Prüfregeln

`jbakb check` wendet diese Regeln an. Jede lässt sich in `jbakb.toml` anders einstufen oder abschalten, zum Beispiel:

```toml
[check.severity]
area-missing = "off"
```
"""


def sections(rule: Rule) -> dict[str, str]:
    """Return a rule's documentation by heading, in the order in which it stands."""
    found: dict[str, str] = {}
    heading = ""
    for line in rule.doc.split("\n"):
        start, colon, rest = line.strip().partition(":")
        if colon and start in HEADINGS:
            heading, line = start, rest
        found[heading] = f"{found.get(heading, '')} {line.strip()}".strip()
    found.pop("", None)
    return found


def rules_page(rules: Iterable[Rule]) -> str:
    """Return the page that documents rules, as Markdown."""
    parts = [_INTRODUCTION]
    for rule in rules:
        parts.append(f"## {rule.title} {{ #{rule.id} }}\n")
        parts.append(f"`{rule.id}` · {_SEVERITIES[rule.severity]}\n")
        parts += [f"**{heading}:** {text}\n" for heading, text in sections(rule).items()]
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(rules_page(BUILT_IN), encoding="utf-8")
