"""The rules that come with jbakb; those of a region live in its `plugins/` folder."""

from typing import Final

from jbakb.check.finding import Rule
from jbakb.check.rules import concepts, processes, references, terms

BUILT_IN: Final[tuple[Rule, ...]] = (*references.RULES, *concepts.RULES, *terms.RULES, *processes.RULES)
