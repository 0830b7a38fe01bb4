"""Changes as data for programs and as Markdown for merge requests; what both and the terminal say alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from jbakb.history.change import KINDS, Change, FieldChange, Kind, What
from jbakb.history.revisions import History
from jbakb.history.words import Piece, compare_words
from jbakb.i18n import N_, _, ngettext

_KIND: Final[dict[Kind, str]] = {
    "entry": N_("Eintrag"),
    "word": N_("Wort ohne Eintrag"),
    "area": N_("Rechtskreis"),
    "role": N_("Rolle"),
    "theme": N_("Thema"),
    "law": N_("Gesetz"),
    "table": N_("Übersicht"),
    "contact": N_("Anlaufstelle"),
    "process": N_("Prozess"),
    "page": N_("Seite"),
}
_WHAT: Final[dict[What, str]] = {
    "added": N_("neu"),
    "removed": N_("entfallen"),
    "renamed": N_("umbenannt"),
    "changed": N_("geändert"),
}
#: A comment longer than this is cut: the forges refuse more than 65,536 or a million characters.
_MOST: Final = 60_000


def kind_label(kind: Kind) -> str:
    """Return the word for a kind of thing."""
    return _(_KIND[kind])


def what_label(what: What) -> str:
    """Return the word for what happened to a thing."""
    return _(_WHAT[what])


def headline(history: History) -> str:
    """Say between which states how much changed, in one line."""
    since = _("seit {revision}").format(revision=history.since)
    span = since if not history.until else _("von {since} bis {until}").format(since=history.since, until=history.until)
    if not history.changes:
        return _("Keine Änderungen {span}.").format(span=span)
    counts = Counter(change.kind for change in history.changes)
    parts = [_counted(kind, counts[kind]) for kind in KINDS if counts[kind]]
    return _("Änderungen {span}: {counts}").format(span=span, counts=", ".join(parts))


def _counted(kind: Kind, count: int) -> str:
    texts = {
        "entry": ngettext("{count} Eintrag", "{count} Einträge", count),
        "word": ngettext("{count} Wort ohne Eintrag", "{count} Wörter ohne Eintrag", count),
        "area": ngettext("{count} Rechtskreis", "{count} Rechtskreise", count),
        "role": ngettext("{count} Rolle", "{count} Rollen", count),
        "theme": ngettext("{count} Thema", "{count} Themen", count),
        "law": ngettext("{count} Gesetz", "{count} Gesetze", count),
        "table": ngettext("{count} Übersicht", "{count} Übersichten", count),
        "contact": ngettext("{count} Anlaufstelle", "{count} Anlaufstellen", count),
        "process": ngettext("{count} Prozess", "{count} Prozesse", count),
        "page": ngettext("{count} Seite", "{count} Seiten", count),
    }
    return texts[kind].format(count=count)


def grouped(change: Change) -> Iterator[tuple[str, list[tuple[str, FieldChange]]]]:
    """Iterate over a change's fields under their outermost label (empty for the thing's own), each with its label."""
    own = [field for field in change.fields if len(field.labels) == 1]
    if own:
        yield "", [(field.labels[0], field) for field in own]
    inner = [field for field in change.fields if len(field.labels) > 1]
    for label, fields in groupby(inner, key=lambda field: field.labels[0]):
        yield label, [(" · ".join(field.labels[1:]), field) for field in fields]


def pieces(field: FieldChange) -> tuple[Piece, ...]:
    """Return a field's two versions in pieces; only running text is compared word by word."""
    if field.prose and field.old and field.new:
        return compare_words(field.old, field.new)
    both = (Piece("old", " ".join(field.old.split())), Piece("new", " ".join(field.new.split())))
    return tuple(piece for piece in both if piece.text)


def mixed(parts: tuple[Piece, ...]) -> bool:
    """Tell whether changed words stand among unchanged ones, so that old → new would hide what changed."""
    return any(piece.kind == "same" for piece in parts)


def as_data(change: Change) -> dict[str, Any]:
    """Return a change in its documented shape (docs/handbuch/json.md)."""
    return {
        "id": change.id,
        "kind": change.kind,
        "change": change.what,
        "title": change.title,
        "formerly": change.formerly,
        "fields": [
            {"path": list(field.path), "label": " · ".join(field.labels), "old": field.old, "new": field.new}
            for field in change.fields
        ],
    }


def as_markdown(history: History) -> str:
    """Return a comment for a merge request: a heading per thing, a line per field; new things are folded away."""
    parts = ["## " + _("Was sich ändert"), headline(history)]
    length = 0
    for place, change in enumerate(history.changes):
        text = _block(change)
        length += len(text)
        if length > _MOST:
            rest = len(history.changes) - place
            parts.append(_("… und {count} weitere.").format(count=rest))
            break
        parts.append(text)
    return "\n\n".join(parts) + "\n"


def _block(change: Change) -> str:
    name = f"`{change.formerly}` → `{change.id}`" if change.formerly else f"`{change.id}`"
    head = f"{kind_label(change.kind)} „{_literal(change.title)}“ ({name}): {what_label(change.what)}"
    lines: list[str] = []
    for label, rows in grouped(change):
        indent = "  " if label else ""
        lines += [f"- **{_literal(label)}**"] if label else []
        lines += [f"{indent}- {_literal(title)}: {_marked(field)}" for title, field in rows]
    body = "\n".join(lines)
    if change.what == "added" and body:
        return f"<details><summary>{_html(change, head)}</summary>\n\n{body}\n\n</details>"
    return f"### {head}" + (f"\n\n{body}" if body else "")


def _html(change: Change, head: str) -> str:
    """Return a heading for a summary, in which Markdown is not read everywhere."""
    title = change.title.replace("&", "&amp;").replace("<", "&lt;")
    return f"<b>{kind_label(change.kind)} „{title}“</b> ({change.id}): {what_label(change.what)}"


def _marked(field: FieldChange) -> str:
    parts = pieces(field)
    if not mixed(parts):
        texts = {piece.kind: _literal(piece.text) for piece in parts}
        if len(texts) == 2:
            return f"{texts['old']} → **{texts['new']}**"
        return f"**{texts['new']}**" if "new" in texts else f"~~{texts.get('old', '')}~~"
    signs = {"old": "~~", "new": "**", "same": "", "cut": ""}
    return " ".join(f"{signs[piece.kind]}{_literal(piece.text)}{signs[piece.kind]}" for piece in parts)


def _literal(text: str) -> str:
    """Keep a text from being read as markup, as a mention or as a reference."""
    return re.sub(r"([\\`*_\[\]<>|#~!@])", r"\\\1", " ".join(text.split()))
