"""What an id looks like."""

from __future__ import annotations

import re
from typing import Final

#: An id is part of addresses: a valid NCName (XML) and URL fragment, lower case.
ID_PATTERN: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
