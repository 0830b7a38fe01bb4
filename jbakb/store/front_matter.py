"""The YAML block at the top of a Markdown page."""

from __future__ import annotations

import re
from typing import Final

#: Group 1 is the YAML.
FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)


def front_matter_span(page: str) -> tuple[int, int] | None:
    """Return start and end offset of the YAML between the two lines `---`, or None if a page has none."""
    found = FRONT_MATTER.match(page)
    return found.span(1) if found else None
