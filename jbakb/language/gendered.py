"""Gender forms: Schüler:innen, Schüler*innen, SchülerInnen, Jugendliche:r.

All ways to mark the gap are read as one: the capital I (or R, N) that the recogniser's reading puts there.
"""

from __future__ import annotations

import re
from typing import Final

from jbakb.language.derivation import Derived, Forms, Origin
from jbakb.language.nouns import decline, is_nominalised
from jbakb.model import Term

_DERIVED: Final = Derived(Origin.RULE, "gender")
_PERSON: Final = re.compile(
    r"(?:er|or|ent|ant|ist|eur|är|at|oge|nom|et|arzt|ärzt|walt|wält|soph|graf|[^aeiou]e|bauer|rat|wirt)$",
    re.I,
)


def gap_forms(forms: Forms, term: Term) -> Forms:
    """Return the forms with a gap for a noun that names persons; none for other nouns.

    Args: `forms` those of the term's last word.
    """
    if term.part_of_speech not in ("noun",) or term.gender == "neuter" or term.type in ("abbreviation", "acronym"):
        return {}
    bases = {re.split(r"[\s-]", text)[-1]: text == term.person for text in (term.term, term.person) if text}
    found: Forms = {}
    for base, is_other in bases.items():
        if not base[:1].isupper():
            continue
        if is_nominalised(base, term.gender, term.plural):
            stem = re.sub(r"e[rnsm]?$", "", base)
            found |= {stem + ending: _DERIVED for ending in ("eR", "eN", "eM", "eS")}
        elif base.endswith("innen"):
            found |= _feminine(base[:-5])
        elif base.endswith("in") and (is_other or term.gender in ("feminine", None)):
            found |= _feminine(base[:-2])
        elif (is_other or term.gender != "feminine") and _PERSON.search(base):
            found |= _feminine(base.removesuffix("e")) | _feminine(base)
            if term.person or term.gender == "masculine":
                declined = decline(base, "masculine") if is_other else forms
                # Kunden/-innen, Ärzte/innen, mit Schülern/-innen: the ending hangs at the plural
                found |= {form + "Innen": _DERIVED for form in declined if form.endswith(("n", "e", "r"))}
    return found


def _feminine(stem: str) -> Forms:
    return {stem + "In": _DERIVED, stem + "Innen": _DERIVED}
