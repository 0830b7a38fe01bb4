"""Which day it is: the one place that asks."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Return today's date, or the one that SOURCE_DATE_EPOCH sets for reproducible builds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), tz=UTC).date() if epoch and epoch.isdigit() else date.today()


def now() -> str:
    """Return the moment in local time as `JJJJ-MM-TT HH:MM:SS`, for notes about what was done when."""
    return datetime.now().strftime("%Y-%m-%d %H:%M:%S")
