"""`jbakb terms`: every occurrence of a term in files."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from jbakb.check.place import line_column
from jbakb.cli.app import App, as_of_option, format_option, pass_app
from jbakb.handbook import parse_page
from jbakb.i18n import _
from jbakb.language.prose import plain_prose
from jbakb.model.status import status_on
from jbakb.recognition.lexicon import Lexicon, build_lexicon
from jbakb.recognition.matcher import find_terms


@click.command(help=_("Begriffe in Dateien finden: .md als Markdown, .txt als reinen Text, - für die Standardeingabe."))
@click.argument("files", nargs=-1, required=True, metavar=_("DATEI…"))
@format_option("table", "json", "jsonl")
@as_of_option
@pass_app
def terms(app: App, files: tuple[str, ...], format_: str, on: date) -> None:
    """Print a line per occurrence and sense."""
    lexicon = build_lexicon(app.kb.glossary, on)
    rows = [row for file in files for row in _occurrences(file, lexicon, on)]
    if format_ == "json":
        click.echo(json.dumps({"terms": rows}, ensure_ascii=False, indent=2))
    elif format_ == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    else:
        for row in rows:
            click.echo(
                f"{row['file']}:{row['line']}:{row['column']}  {row['text']}  {row['concept'] or row['entry']}  {row['status']}"
            )


def _occurrences(file: str, lexicon: Lexicon, on: date) -> Iterator[dict[str, Any]]:
    text = sys.stdin.buffer.read().decode("utf-8") if file == "-" else Path(file).read_bytes().decode("utf-8")
    page = parse_page(text, file, [])
    prose = plain_prose(text) if file.endswith(".txt") else page.prose
    for match in find_terms(lexicon, prose, page.areas):
        line, column = line_column(text, match.start)
        for sense in match.senses:
            yield {
                "file": file,
                "line": line,
                "column": column,
                "start": match.start,
                "end": match.end,
                "text": text[match.start : match.end],
                "term": sense.term.term,
                "entry": sense.entry.id,
                "concept": sense.ref if sense.concept else "",
                "area": sense.area,
                "status": status_on(sense.term, sense.concept, on),
            }
