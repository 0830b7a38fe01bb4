"""How answers look: tables and colours on a terminal, plain text in a pipe, JSON for programs.

rich is imported only where something is shown on a terminal. `NO_COLOR` is honoured by rich and by `style`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from shutil import get_terminal_size
from textwrap import wrap
from typing import Any, Final

import click

from jbakb.i18n import _

#: Longer lines are hard to read, whatever the window's width.
MAX_WIDTH: Final = 100
_GAP: Final = 2
_NARROWEST: Final = 4


def print_json(data: Mapping[str, Any]) -> None:
    """Print an object as indented JSON with German letters as they are."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))


def print_jsonl(items: Iterable[Mapping[str, Any]]) -> None:
    """Print an object per line."""
    for item in items:
        click.echo(json.dumps(item, ensure_ascii=False, default=str))


def print_items(plural: str, items: Iterable[Mapping[str, Any]], format_: str, **more: Any) -> None:
    """Print items as `json` (an object with the list under its plural name, and `more` beside it) or as `jsonl`."""
    if format_ == "jsonl":
        print_jsonl(items)
    else:
        print_json({plural: list(items), **more})


def print_table(
    headers: Sequence[str], rows: Iterable[Sequence[str]], *, keep: Sequence[int] = (0,), group: int | None = None
) -> None:
    """Print a table: drawn on a terminal, tab-separated with a heading line in a pipe.

    Args: `keep` the columns that are never broken over lines (ids, places); the others share what is left.
    `group` a column whose values become headings between the rows on a terminal (rows must be in that order).
    """
    cells = [tuple(str(cell) for cell in row) for row in rows]
    if not on_terminal():
        for row in (headers, *cells):
            click.echo("\t".join(" ".join(cell.split()) for cell in row))
    elif cells:
        _draw(headers, cells, keep, group)


def _draw(headers: Sequence[str], rows: list[tuple[str, ...]], keep: Sequence[int], group: int | None) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = [place for place in range(len(headers)) if place != group]
    columns = [[row[place] for row in (headers, *rows)] for place in shown]
    widths = _column_widths(columns, {shown.index(place) for place in keep if place in shown})
    console = Console(width=width(), highlight=False, color_system=None if no_colour() else "auto")
    blocks = groupby(rows, key=(lambda row: "") if group is None else itemgetter(group))
    for number, (heading, block) in enumerate(blocks):
        # The same widths in every block, so that the columns of all stand in line.
        table = Table(
            box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold underline", show_header=number == 0
        )
        for place, wide in zip(shown, widths, strict=True):
            table.add_column(headers[place], width=wide, overflow="fold")
        if number == 0 and heading:
            console.print(table)
            table.show_header = False
        if heading:
            console.print(Text(f"\n{heading}", style="bold"))
        for row in block:
            table.add_row(*(Text(row[place]) for place in shown))
        console.print(table)


def _column_widths(columns: list[list[str]], keep: set[int]) -> list[int]:
    """Share the terminal's width out: columns shrink to their longest word first, then further."""
    widths = [max(map(len, column)) for column in columns]
    words = [max((len(word) for cell in column for word in cell.split()), default=1) for column in columns]
    least = [widths[place] if place in keep else words[place] for place in range(len(columns))]
    for floor in (least, words, [_NARROWEST] * len(columns)):
        while (excess := sum(widths) + _GAP * len(widths) - width()) > 0:
            place = max(range(len(widths)), key=lambda place: widths[place] - floor[place])
            room = widths[place] - floor[place]
            if room <= 0:
                break
            widths[place] -= min(room, excess, max(1, room // 3))
    return widths


def on_terminal() -> bool:
    """Tell whether a person reads what is printed; what goes into a pipe or a file is for programs."""
    return sys.stdout.isatty()


def width() -> int:
    """Return how many columns a line may have; a pipe counts as 80."""
    return min(get_terminal_size((80, 24)).columns, MAX_WIDTH)


def no_colour() -> bool:
    """Tell whether the user wants no colours (https://no-color.org: set and not empty)."""
    return bool(os.environ.get("NO_COLOR"))


def style(text: str, **styles: Any) -> str:
    """Colour a text, unless the user wants no colours; a pipe gets none, since click.echo strips them there."""
    return text if no_colour() or not text.strip() or not any(styles.values()) else click.style(text, **styles)


def quoted(text: str) -> str:
    """Put a text in the quotation marks of the language in use."""
    return _("„{text}“").format(text=text)


def paragraph(text: str, indent: str = "", first: str | None = None) -> str:
    """Break a text into lines that fit the terminal.

    Args: `indent` stands before every line, `first` before the first one instead.
    A § stays with its number, and a number with what it counts.
    """
    start = indent if first is None else first
    plain = click.unstyle(start)
    bound = _bind(" ".join(text.split()))
    lines = wrap(bound, width(), initial_indent=plain, subsequent_indent=indent, break_on_hyphens=False)
    wrapped = "\n".join(lines).replace(_GLUE, " ")
    # Colours have no width: they come back after the lines were broken.
    return start + wrapped[len(plain) :] if wrapped else start.rstrip()


_GLUE: Final = "\x00"


def _bind(text: str) -> str:
    for sign in ("§§", "§", "Art.", "Abs.", "Nr.", "Satz", "SGB"):
        text = text.replace(f"{sign} ", f"{sign}{_GLUE}")
    return text
