"""An old word is replaced in the right form, or left to a person."""

from __future__ import annotations

import pytest

from jbakb.check.mending import replacement
from jbakb.handbook import parse_page
from jbakb.model import Term

OLD = Term(term="Eingliederungsvereinbarung", gender="feminine", plural="Eingliederungsvereinbarungen")
PLAN = Term(term="Kooperationsplan", gender="masculine", plural="Kooperationspläne")
AGREEMENT = Term(term="Zielvereinbarung", gender="feminine", plural="Zielvereinbarungen")
MONEY = Term(term="Arbeitslosengeld II", gender="neuter")
NEW_MONEY = Term(term="Grundsicherungsgeld", gender="neuter")

CASES: list[tuple[Term, Term, str, str | None]] = [
    # The article goes with the gender.
    (OLD, PLAN, "Wegen der |Eingliederungsvereinbarung| kam Post.", "Wegen des Kooperationsplans kam Post."),
    (OLD, PLAN, "Das steht in der |Eingliederungsvereinbarung|.", "Das steht im Kooperationsplan."),
    (OLD, PLAN, "In der |Eingliederungsvereinbarung| steht es.", "Im Kooperationsplan steht es."),
    (OLD, PLAN, "Zu der |Eingliederungsvereinbarung| gehört es.", "Zu dem Kooperationsplan gehört es."),
    (OLD, PLAN, "Mit einer |Eingliederungsvereinbarung| geht es.", "Mit einem Kooperationsplan geht es."),
    (OLD, PLAN, "Fragen zur |Eingliederungsvereinbarung|.", "Fragen zum Kooperationsplan."),
    (OLD, PLAN, "Ohne die |Eingliederungsvereinbarung| geht es.", "Ohne den Kooperationsplan geht es."),
    (OLD, PLAN, "Sie schreibt an den |Eingliederungsvereinbarungen|.", "Sie schreibt an den Kooperationsplänen."),
    (OLD, PLAN, "Sie heißt |Eingliederungsvereinbarung|.", "Sie heißt Kooperationsplan."),
    # Before the verb stands one constituent: the article after its noun is a genitive.
    (OLD, PLAN, "Die Ziele der |Eingliederungsvereinbarung| gelten.", "Die Ziele des Kooperationsplans gelten."),
    (OLD, PLAN, "Gut. Nach Abschluss der |Eingliederungsvereinbarung| geht es los.", "Gut. Nach Abschluss des Kooperationsplans geht es los."),
    (OLD, PLAN, "- Während der langen Laufzeit der |Eingliederungsvereinbarung| gilt das.", "- Während der langen Laufzeit des Kooperationsplans gilt das."),
    (OLD, PLAN, "Das geschieht im Rahmen der |Eingliederungsvereinbarung|.", "Das geschieht im Rahmen des Kooperationsplans."),
    (OLD, PLAN, "Im Text der |Eingliederungsvereinbarung| steht es.", "Im Text des Kooperationsplans steht es."),
    (OLD, PLAN, "Wir fügen das Blatt der |Eingliederungsvereinbarung| bei.", None),
    (OLD, PLAN, "Wir fügen\ndas Blatt der |Eingliederungsvereinbarung| bei.", None),
    (OLD, PLAN, "Wir fügen z. B. das Blatt der |Eingliederungsvereinbarung| bei.", None),
    (OLD, PLAN, "Widerspricht Anna der |Eingliederungsvereinbarung|, gilt das.", None),
    (OLD, PLAN, "Stimmt die Person der |Eingliederungsvereinbarung| zu, gilt das.", None),
    # Of the same gender nothing before the word changes.
    (OLD, AGREEMENT, "Die neue |Eingliederungsvereinbarung| gilt.", "Die neue Zielvereinbarung gilt."),
    (MONEY, NEW_MONEY, "Das Jobcenter zahlte |Arbeitslosengeld II|.", "Das Jobcenter zahlte Grundsicherungsgeld."),
    (MONEY, NEW_MONEY, "Die Höhe des |Arbeitslosengelds II|.", "Die Höhe des Grundsicherungsgelds."),
    # Nominative or accusative, genitive or dative: a person decides.
    (OLD, PLAN, "Die |Eingliederungsvereinbarung| gilt.", None),
    (OLD, PLAN, "Das Jobcenter stimmt der |Eingliederungsvereinbarung| zu.", None),
    (OLD, PLAN, "In der neuen |Eingliederungsvereinbarung| steht es.", None),
    (OLD, PLAN, "Mit der |Eingliederungsvereinbarung|, die gilt, geht es.", None),
    (OLD, PLAN, "Das |Eingliederungsvereinbarung|s-Gespräch.", None),
    (OLD, PLAN, "Das Muster-|Eingliederungsvereinbarung|.", None),
    (Term(term="EGV", type="abbreviation"), PLAN, "In der |EGV| steht es.", None),
    (OLD, Term(term="Kooperationsplan"), "In der |Eingliederungsvereinbarung|.", None),
    # Never in code or links.
    (MONEY, NEW_MONEY, "Das ist `|Arbeitslosengeld II|`.", None),
    (MONEY, NEW_MONEY, "Siehe [|Arbeitslosengeld II|](a.md).", None),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "marked", "wanted"), CASES, ids=[case[2] for case in CASES])
def test_replacement(old: Term, new: Term, marked: str, wanted: str | None) -> None:
    before, word, after = marked.split("|")
    page = parse_page(before + word + after, "docs/a.md", [])
    fix = replacement(page, len(before), len(before + word), old, new)
    assert (fix and page.text[: fix.start] + fix.text + page.text[fix.end :]) == wanted
