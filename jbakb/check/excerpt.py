"""What people see below a finding: the line of the source with what is meant marked."""

from __future__ import annotations

from collections.abc import Callable

from jbakb.check.finding import Finding

#: A line is shown from here at most so many characters on either side of the place.
_AROUND = 22
_TAB = str.maketrans("\t", " ")


def excerpt(finding: Finding, line_of: Callable[[str, int], str]) -> list[str]:
    """Return the source line and a line of carets; nothing where there is no such line.

    Args: `line_of` returns a line of a file by its number, without its end.
    """
    place = finding.place
    line = line_of(place.file, place.line).translate(_TAB)
    if not line.strip() or place.column > len(line) + 1:
        return []
    end = place.end_column if place.end_line == place.line else len(line) + 1
    start = max(0, place.column - 1 - _AROUND)
    shown = line[start : end - 1 + _AROUND] if end > place.column else line[start : place.column + _AROUND]
    carets = "^" * max(1, min(end, start + len(shown) + 1) - place.column)
    before = "…" if start else ""
    after = "…" if start + len(shown) < len(line.rstrip()) else ""
    return [before + shown.rstrip() + after, " " * (place.column - 1 - start + len(before)) + carets]
