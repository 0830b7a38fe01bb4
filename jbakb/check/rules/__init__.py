"""The rules that come with jbakb; those of a region live in its `plugins/` folder."""

from jbakb.check.finding import Rule
from jbakb.check.rules import references, terms

BUILT_IN: tuple[Rule, ...] = (*references.RULES, *terms.RULES)
