"""YAML text to a tree of nodes with positions: the only place that parses YAML for reading.

Scalars stay text: `no`, `2026-07-01` and `§ 36 Abs. 2, 3` never become something else (YAML 1.1 would make them so).
Tags, anchors and aliases are refused: the data needs none, and they are the way to alias bombs and object creation.
"""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

from jbakb.i18n import N_, _
from jbakb.store.problem import Problem

Node = yaml.Node
MappingNode = yaml.MappingNode
SequenceNode = yaml.SequenceNode
ScalarNode = yaml.ScalarNode

_MAX_DEPTH = 30
_ParserLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Loader(_ParserLoader):  # type: ignore[misc]
    """A loader that does not ask what a scalar may mean, which takes half of the time, but how deep it lies."""

    _depth = 0

    def descend_resolver(self, current_node: Node | None, current_index: object) -> None:
        """Count the levels; raises MarkedYAMLError if there are too many."""
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            mark = current_node.start_mark if current_node else None
            raise yaml.MarkedYAMLError(problem=_TOO_DEEP, problem_mark=mark)

    def ascend_resolver(self) -> None:
        """Count the levels."""
        self._depth -= 1

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        """Leave everything what it is: the model's types decide."""
        return ""


_TOO_DEEP: Final = "nested too deeply"

#: What YAML does not allow in a text.
CONTROL_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """Decode a file's bytes as UTF-8 without its byte order mark; line ends become those of Unix.

    Returns the text and, if it is no UTF-8, the problem with the place of the first wrong byte.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        encoding = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "Windows-1252"
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        return "", [
            Problem(
                file,
                line,
                column,
                _("Die Datei ist nicht als UTF-8 gespeichert (vermutlich {encoding}).").format(encoding=encoding),
                _("im Editor „Speichern unter“ mit der Codierung UTF-8 wählen"),
            )
        ]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def parse(text: str, file: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Parse one YAML document.

    Args: `first_line` is the line on which the text starts in its file (front matter starts on the second).
    Returns the root node, None for an empty document, and the problems found.
    """
    odd = _odd_character(text)
    if odd is not None:
        line, column = _line_column(text, odd)
        return None, [
            Problem(
                file,
                line + first_line - 1,
                column,
                _("Unsichtbares Steuerzeichen (U+{code:04X}).").format(code=ord(text[odd])),
                _("das Zeichen löschen"),
            )
        ]
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return None, [_syntax_problem(error, text, file, first_line)]
    except yaml.YAMLError as error:
        return None, [Problem(file, first_line, 1, str(error).splitlines()[0])]
    if root is None:
        return None, []
    problems = _forbidden(text, file, first_line)
    return (None if problems else root), problems


def _odd_character(text: str) -> int | None:
    found = CONTROL_CHARACTER.search(text)
    return found.start() if found else None


def _line_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _forbidden(text: str, file: str, first_line: int) -> list[Problem]:
    """Find anchors, aliases and tags; scanning for tokens is slow, so only where such a sign could stand."""
    if not any(sign in text for sign in "&*!") or not re.search(r"(?:^|[\s\[{,:-])[&*!]", text):
        return []
    names = {
        yaml.AnchorToken: _("Anker (&) sind nicht vorgesehen."),
        yaml.AliasToken: _("Verweise (*) sind nicht vorgesehen."),
        yaml.TagToken: _("YAML-Tags (!) sind nicht vorgesehen."),
    }
    found = [token for token in yaml.scan(text, Loader=_Loader) if type(token) in names]
    if not found:
        return []
    # One problem for all: whoever uses them once uses them often.
    mark, message = found[0].start_mark, names[type(found[0])]
    if len(found) > 1:
        message += " " + _("Solche Stellen in dieser Datei: {count}.").format(count=len(found))
    hint = _("den Text in Anführungszeichen setzen oder ausschreiben")
    return [Problem(file, mark.line + first_line, mark.column + 1, message, hint)]


#: What the parser says, what it usually means, and how to mend it.
_EXPLANATIONS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        _TOO_DEEP,
        N_("Die Daten sind zu tief verschachtelt."),
        N_("Klammern und Einrückung prüfen"),
    ),
    (
        "character that cannot start any token",
        N_("Zeichen, mit dem hier nichts beginnen darf."),
        N_("Tabulatoren durch Leerzeichen ersetzen; Text mit % @ ` am Anfang in Anführungszeichen setzen"),
    ),
    (
        "mapping values are not allowed",
        N_("Ein Doppelpunkt mit Leerzeichen steht mitten im Text."),
        N_("den ganzen Text in einfache Anführungszeichen setzen"),
    ),
    (
        "did not find expected ',' or",
        N_("Eine Klammer {…} oder […] ist nicht richtig geschlossen."),
        N_("Text mit Komma oder Klammer in Anführungszeichen setzen oder untereinander schreiben"),
    ),
    (
        "did not find expected node content",
        N_("Eine Klammer {…} oder […] ist nicht richtig geschlossen."),
        N_("Text mit Komma oder Klammer in Anführungszeichen setzen oder untereinander schreiben"),
    ),
    (
        "did not find expected key",
        N_("Hier wird „name: wert“ erwartet; Einrückung oder Anführungszeichen stimmen nicht."),
        N_('die Zeile so weit einrücken wie ihre Geschwister; inneres " als „ oder “ schreiben'),
    ),
    ("could not find expected ':'", N_("Nach dem Namen fehlt der Doppelpunkt."), N_("„name: wert“ schreiben")),
    (
        "did not find expected '-' indicator",
        N_("In dieser Liste muss jede Zeile mit „- “ beginnen."),
        N_("Einrückung prüfen"),
    ),
    (
        "found unexpected end of stream",
        N_("Ein Anführungszeichen oder eine Klammer wird nicht geschlossen."),
        N_("das schließende Zeichen ergänzen"),
    ),
    (
        "found unexpected document indicator",
        N_("„---“ oder „...“ beendet den Text zu früh."),
        N_("die Zeile einrücken oder löschen"),
    ),
    (
        "expected a single document",
        N_("Die Datei enthält mehrere Dokumente (---)."),
        N_("je Eintrag eine Datei anlegen"),
    ),
    (
        "but found another document",
        N_("Die Datei enthält mehrere Dokumente (---)."),
        N_("je Eintrag eine Datei anlegen"),
    ),
    (
        "found undefined alias",
        N_("Ein * am Anfang ist in YAML ein Verweis."),
        N_("den Text in Anführungszeichen setzen"),
    ),
    (
        "found duplicate anchor",
        N_("Ein & am Anfang ist in YAML ein Anker."),
        N_("den Text in Anführungszeichen setzen"),
    ),
    (
        "unknown escape character",
        N_("Ein \\ hat in doppelten Anführungszeichen eine besondere Bedeutung."),
        N_("einfache Anführungszeichen verwenden"),
    ),
)


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str, first_line: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    said = f"{error.context or ''} {error.problem or ''}"
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    if line < len(lines) and "\t" in lines[line][: column + 1]:
        return Problem(
            file,
            line + first_line,
            lines[line].index("\t") + 1,
            _("Ein Tabulator ist zum Einrücken nicht erlaubt."),
            _("durch Leerzeichen ersetzen"),
        )
    for sign, message, hint in _EXPLANATIONS:
        if sign in said:
            return Problem(file, line + first_line, column + 1, _(message), _(hint))
    return Problem(file, line + first_line, column + 1, _("Kein gültiges YAML: {said}").format(said=said.strip()))
