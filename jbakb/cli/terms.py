"""`jbakb terms`: every occurrence of a term in files."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from jbakb.check.place import line_column
from jbakb.cli.app import App, as_of_option, format_option, pass_app
from jbakb.cli.output import on_terminal, print_items, print_table
from jbakb.handbook import parse_page
from jbakb.i18n import _
from jbakb.labels import status_label
from jbakb.language.prose import plain_prose
from jbakb.model import Entry, Sense
from jbakb.model.status import status_on
from jbakb.recognition.lexicon import Lexicon, build_lexicon
from jbakb.recognition.matcher import find_terms
from jbakb.store.loading import entry_path
from jbakb.store.problem import DataError
from jbakb.store.prose_fields import entry_prose, source_place
from jbakb.store.yaml_nodes import decode

_STANDARD_INPUT: Final = "-"
_ENDINGS: Final = (".md", ".txt")


@click.command(
    help=_(
        "Begriffe in Dateien finden: .md als Markdown, .txt als reinen Text, Einträge (.yml) in ihren Texten, "
        "- für die Standardeingabe."
    )
)
@click.argument("files", nargs=-1, required=True, metavar=_("DATEI…"))
@format_option("table", "json", "jsonl")
@as_of_option
@pass_app
def terms(app: App, files: tuple[str, ...], format_: str, on: date) -> None:
    """Print a line per occurrence and sense."""
    rows: list[dict[str, Any]] = []
    lexicon = build_lexicon(app.kb.glossary, on)
    for file in dict.fromkeys(files):
        entry = _entry_of(app, file)
        text = _read(file, app.directory, is_entry=entry is not None)
        rows += occurrences_in_entry(file, text, entry, lexicon, on) if entry else occurrences(file, text, lexicon, on)
    if format_ == "json":
        rows = [{"id": f"{row['file']}:{row['start']}:{row['concept'] or row['entry']}", **row} for row in rows]
    if format_ != "table":
        print_items("terms", rows, format_)
        return
    # A pipe gets places that editors understand; on a terminal the file is a heading.
    alone = on_terminal()
    headers = (_("Stelle"), _("Text"), _("Begriff"), _("Stand"))
    print_table(
        (*headers, _("Datei")) if alone else headers,
        [
            (
                ("" if alone else f"{row['file']}:") + f"{row['line']}:{row['column']}",
                row["text"],
                row["concept"] or row["entry"],
                status_label(row["status"]),
                *((row["file"],) if alone else ()),
            )
            for row in rows
        ],
        group=4 if alone else None,
    )


def _entry_of(app: App, file: str) -> Entry | None:
    """Return the entry whose file this is; None for every other file."""
    path = (app.directory / file).resolve()
    entry = app.kb.glossary.entries.get(path.stem) if path.suffix == ".yml" else None
    return entry if entry and (app.kb.root / entry_path(entry)).resolve() == path else None


def _read(file: str, folder: Path, *, is_entry: bool) -> str:
    """Read a file as it is, line ends and byte order mark included; raises DataError where it is no UTF-8.

    What has no ending is taken as Markdown, as is the standard input.

    Args: `folder` is what relative paths start from, as with `git -C`.
    """
    if file == _STANDARD_INPUT:
        data = sys.stdin.buffer.read()
    elif (folder / file).is_dir():
        raise click.UsageError(_("„{file}“ ist ein Ordner; hier stehen Dateien.").format(file=file))
    elif _ending(file) not in (*_ENDINGS, "") and not is_entry:
        message = _("„{file}“ ist keine Datei, die hier gelesen wird. Möglich sind die Endungen {endings}.")
        raise click.UsageError(message.format(file=file, endings=", ".join(_ENDINGS)))
    else:
        try:
            data = (folder / file).read_bytes()
        except FileNotFoundError:
            raise click.UsageError(_("Die Datei „{file}“ gibt es nicht.").format(file=file)) from None
    _text, problems = decode(data, file)
    if problems:
        raise DataError(problems)
    return data.decode("utf-8")


def _ending(file: str) -> str:
    return Path(file).suffix.lower()


def occurrences(file: str, text: str, lexicon: Lexicon, on: date) -> Iterator[dict[str, Any]]:
    """Iterate over the terms of a file in their documented shape (docs/handbuch/json.md).

    Offsets, lines and columns are in code points of the text as it stands in the file.
    """
    source, offsets = _unix(text)
    page = parse_page(source, file, [])
    prose = plain_prose(source) if _ending(file) == ".txt" else page.prose
    for match in find_terms(lexicon, prose, page.areas):
        start, end = offsets(match.start), offsets(match.end - 1) + 1
        line, column = line_column(source, match.start)
        if line == 1:
            column += offsets(0)
        for sense in match.senses:
            yield _row(file, line, column, text, start, end, sense, on)


def occurrences_in_entry(file: str, text: str, entry: Entry, lexicon: Lexicon, on: date) -> Iterator[dict[str, Any]]:
    """Iterate over the terms in the prose of an entry, in the order of its file, in the same shape."""
    source, offsets = _unix(text)
    data = source.encode()
    found = []
    for field in entry_prose(entry):
        for match in find_terms(lexicon, plain_prose(field.text), field.areas):
            first = source_place(data, field.where, match.start)[1]
            found.append((first, source_place(data, field.where, match.end - 1)[1] + 1, match.senses))
    for first, last, senses in sorted(found, key=lambda each: each[0]):
        start, end = offsets(first), offsets(last - 1) + 1
        line, column = line_column(source, first)
        for sense in senses:
            yield _row(file, line, column, text, start, end, sense, on)


def _row(file: str, line: int, column: int, text: str, start: int, end: int, sense: Sense, on: date) -> dict[str, Any]:
    return {
        "file": file,
        "line": line,
        "column": column,
        "start": start,
        "end": end,
        "text": text[start:end],
        "term": sense.term.term,
        "entry": sense.entry.id,
        "concept": sense.ref if sense.concept else "",
        "area": sense.area,
        "status": status_on(sense.term, sense.concept, on),
    }


def _unix(text: str) -> tuple[str, Callable[[int], int]]:
    """Return a text as everything else reads it (no byte order mark, Unix line ends), and the way back for offsets."""
    mark = len(text) - len(text.removeprefix("\ufeff"))
    # Where the line end that stands for a pair of characters is, in the text without such pairs.
    pairs = [found.start() - mark - number for number, found in enumerate(re.finditer("\r\n", text))]
    source = text[mark:].replace("\r\n", "\n").replace("\r", "\n")
    return source, lambda offset: offset + mark + bisect_left(pairs, offset)
