"""`jbakb diff`: what changed in entries, words, processes and pages, old → new."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import click

from jbakb.cli.app import App, format_option, pass_app
from jbakb.cli.output import no_colour, on_terminal, paragraph, print_items, style
from jbakb.history.change import Change, FieldChange
from jbakb.history.report import (
    as_data,
    as_markdown,
    grouped,
    headline,
    kind_label,
    mixed,
    pieces,
    what_label,
)
from jbakb.history.revisions import History, changes_since
from jbakb.history.words import Piece
from jbakb.i18n import _, ngettext

_SIGNS = {"added": "+", "removed": "−", "renamed": "→", "changed": "~"}
_STYLES: Final[dict[str, dict[str, Any]]] = {"old": {"fg": "red", "strikethrough": True}, "new": {"fg": "green"}}
_COLOURS = {"added": "green", "removed": "red", "renamed": "cyan", "changed": "yellow"}


@click.command(
    help=_("Zeigen, was sich seit einem Stand in Git geändert hat: Einträge, Wörter, Prozesse und Seiten.")
    + "\n\n"
    + _(
        "REV ist ein Commit, ein Zweig oder ein Etikett (ohne Angabe: HEAD, der letzte Commit). Von einem Zweig aus "
        "zählt, was seit der Abzweigung geschehen ist. A..B vergleicht zwei Stände."
    )
)
@click.argument("revision", metavar="[REV]", required=False, default="HEAD")
@format_option("text", "markdown", "json")
@pass_app
def diff(app: App, revision: str, format_: str) -> None:
    """Print the changes; a state in Git that cannot be read whole is compared as far as it can."""
    history = changes_since(app.kb, revision)
    if format_ == "json":
        changes = [as_data(change) for change in history.changes]
        print_items("changes", changes, "json", since=history.since, until=history.until or None)
    elif format_ == "markdown":
        click.echo(as_markdown(history), nl=False)
    else:
        _print(history)
    if count := len(history.left_out):
        message = ngettext(
            "Im alten Stand war {count} Stelle nicht lesbar (zuerst: {first}); was dort stand, gilt als neu.",
            "Im alten Stand waren {count} Stellen nicht lesbar (zuerst: {first}); was dort stand, gilt als neu.",
            count,
        )
        click.echo(message.format(count=count, first="{0.file}:{0.line}".format(history.left_out[0])), err=True)


def _print(history: History) -> None:
    click.echo(paragraph(headline(history)))
    for change in history.changes:
        click.echo()
        for line in _lines(change):
            click.echo(line)
    if not _coloured() and any(mixed(pieces(field)) for change in history.changes for field in change.fields):
        click.echo()
        signs = (_bracketed(Piece("old", _("weg"))), _bracketed(Piece("new", _("neu"))))
        click.echo(_("Zeichen: {signs}").format(signs=" ".join(signs)))


def _lines(change: Change) -> list[str]:
    name = f"{change.formerly} → {change.id}" if change.formerly else change.id
    sign = style(_SIGNS[change.what], fg=_COLOURS[change.what], bold=True)
    head = _("{kind} „{title}“ ({id}): {what}").format(
        kind=kind_label(change.kind), title=change.title, id=name, what=what_label(change.what)
    )
    lines = [paragraph(style(head, bold=True), "  ", f"{sign} ")]
    for label, rows in grouped(change):
        indent = "    " if label else "  "
        lines += [f"  {style(label, bold=True)}"] if label else []
        lines += [line for title, field in rows for line in _field(title, field, indent)]
    return lines


def _field(title: str, field: FieldChange, indent: str) -> list[str]:
    parts = pieces(field)
    if mixed(parts):
        return [_flow(parts, f"{indent}{title}: ", indent)]
    old, new = ([piece for piece in parts if piece.kind == kind] for kind in ("old", "new"))
    short = sum(len(piece.text) for piece in parts) < 50
    if old and new and (short or not field.prose):
        return [_flow([*old, Piece("same", "→"), *new], f"{indent}{title}: ", indent, bare=True)]
    rows = [_flow(old, f"{indent}− {title}: ", indent, bare=True)] if old else []
    return [*rows, _flow(new, f"{indent}+ {title}: ", indent, bare=True)] if new else rows


def _flow(parts: Sequence[Piece], start: str, indent: str, *, bare: bool = False) -> str:
    """Break pieces into lines and colour them then, word by word: colours have no width, and a line may end inside."""
    plain = " ".join(piece.text if bare else _bracketed(piece) for piece in parts)
    text = paragraph(plain, indent + "  ", start)
    if not _coloured():
        return text
    kinds = iter([piece.kind for piece in parts for _word in piece.text.split()])
    head, body = text[: len(start)], text[len(start) :]
    return head + re.sub(r"\S+", lambda word: style(word[0], **_STYLES.get(next(kinds), {})), body)


def _bracketed(piece: Piece) -> str:
    """Mark a piece as `git diff --word-diff` does, where there are no colours."""
    if _coloured():
        return piece.text
    return {"old": "[-{}-]", "new": "{{+{}+}}"}.get(piece.kind, "{}").format(piece.text)


def _coloured() -> bool:
    return on_terminal() and not no_colour()
