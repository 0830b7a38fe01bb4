"""What is wrong with a data file: where, what, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """A reason why a file cannot be read. Lines and columns count from 1, columns in code points."""

    file: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        text = f"{self.file}:{self.line}:{self.column} {self.message}"
        return f"{text} ({self.hint})" if self.hint else text


class DataError(Exception):
    """Data that cannot be used; carries every problem that was found, not only the first."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


class RefusedError(Exception):
    """A change that is not carried out; the message says why and what to do instead. Nothing was written."""
