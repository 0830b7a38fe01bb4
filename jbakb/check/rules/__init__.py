"""The rules that come with jbakb; those of a region live in its `plugins/` folder."""

from typing import Final

from jbakb.check import suppression
from jbakb.check.finding import Rule
from jbakb.check.rules import (
    agreement,
    ambiguity,
    approvals,
    citations,
    concepts,
    contacts,
    foreign,
    homonyms,
    identifiers,
    links,
    mappings,
    plain_language,
    privacy,
    processes,
    references,
    terms,
    validity,
    wording,
)

BUILT_IN: Final[tuple[Rule, ...]] = (
    *references.RULES,
    *identifiers.RULES,
    *concepts.RULES,
    *approvals.RULES,
    *homonyms.RULES,
    *mappings.RULES,
    *validity.RULES,
    *citations.RULES,
    *plain_language.RULES,
    *privacy.RULES,
    *contacts.RULES,
    *terms.RULES,
    *ambiguity.RULES,
    *foreign.RULES,
    *wording.RULES,
    *links.RULES,
    *processes.RULES,
    *agreement.RULES,
    *suppression.RULES,
)
