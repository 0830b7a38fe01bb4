"""Comments that silence findings, and what is wrong with such comments.

In Markdown `<!-- jbakb: ignore RULE, RULE -->`, in YAML and front matter `# jbakb: ignore RULE`. At the end of a line
it holds for the line, alone on a line for what follows: the paragraph in Markdown, the item in YAML. `ignore-start` and
`ignore-end` enclose a block, `ignore-file` holds for the file. In code blocks it is text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from jbakb.check.finding import CheckInput, Finding, Place, Rule
from jbakb.check.place import line_column
from jbakb.i18n import _
from jbakb.language.prose import markdown_prose
from jbakb.store.front_matter import FRONT_MATTER
from jbakb.store.loading import WORDS_FILE, entry_path
from jbakb.store.suggest import suggestion

MARK: Final = "jbakb:"
UNUSED: Final = "suppression-unused"
UNKNOWN: Final = "suppression-unknown"

_BODY = r"[ \t]*jbakb:[ \t]*(?P<kind>ignore(?:-start|-end|-file)?)\b(?P<rules>[^\n]*?)"
_MARKDOWN: Final = re.compile(rf"<!--{_BODY}[ \t]*-->")
_YAML: Final = re.compile(rf"(?<![^\s])#{_BODY}[ \t]*$", re.M)


@dataclass(frozen=True)
class Suppression:
    """A rule that a comment silences from one line to another, both included; `place` is that of the comment."""

    rule: str
    first: int
    last: int
    place: Place


def suppressions_in(path: str, text: str) -> list[Suppression]:
    """Read the comments of a file."""
    if MARK not in text:
        return []
    lines = text.split("\n")
    found: list[Suppression] = []
    opened: list[Suppression] = []
    for comment, yaml in _comments(path, text):
        line, column = line_column(text, comment.start())
        end = column + len(comment[0])
        place = Place(path, line, column, line, end)
        rules = [rule for rule in re.split(r"[\s,]+", comment["rules"]) if rule] or [""]
        kind = comment["kind"]
        if kind == "ignore-end":
            for start in [each for each in opened if each.rule in rules or rules == [""]]:
                opened.remove(start)
                found.append(Suppression(start.rule, start.first, line, start.place))
            continue
        for rule in rules:
            if kind == "ignore-start":
                opened.append(Suppression(rule, line, len(lines), place))
            elif kind == "ignore-file":
                found.append(Suppression(rule, 1, len(lines), place))
            else:
                alone = not (lines[line - 1][: column - 1].strip(" \t->") or lines[line - 1][end - 1 :].strip())
                first, last = (_item if yaml else _paragraph)(lines, line) if alone else (line, line)
                found.append(Suppression(rule, first, last, place))
    return [*found, *opened]


def suppress(
    given: CheckInput, findings: Iterable[Finding], ran: Iterable[str], known: Collection[str]
) -> list[Finding]:
    """Leave out what comments silence, and add what is wrong with the comments.

    Args: `ran` the rules that were applied: only of these can a comment be unused; `known` all rules that there are.
    """
    by_file = {path: rows for path, text in _files(given) if (rows := suppressions_in(path, text))}
    used: set[Suppression] = set()
    left = []
    for finding in findings:
        hits = [
            each
            for each in by_file.get(finding.place.file, ())
            if each.rule == finding.rule and each.first <= finding.place.line <= each.last
        ]
        used.update(hits)
        if not hits:
            left.append(finding)
    applied = set(ran)
    for each in (row for rows in by_file.values() for row in rows):
        if each.rule not in known:
            message = _("Die Regel „{rule}“ gibt es nicht.") if each.rule else _("Hier fehlt die Kennung einer Regel.")
            hint = suggestion(each.rule, known) if each.rule else ""
            left.append(Finding(UNKNOWN, message.format(rule=each.rule), each.place, hint, excerpt=each.rule))
        elif each.rule in applied and each not in used:
            message = _("Hier gibt es nichts auszunehmen: „{rule}“ meldet nichts.").format(rule=each.rule)
            left.append(Finding(UNUSED, message, each.place, excerpt=each.rule))
    return left


def _files(given: CheckInput) -> Iterator[tuple[str, str]]:
    for page in given.pages:
        yield page.path, page.text
    root = given.knowledge_base.root
    for path in (*(entry_path(entry) for entry in given.glossary.entries.values()), WORDS_FILE):
        file = root / path
        if file.is_file():
            yield path, file.read_bytes().decode("utf-8", "replace")


def _comments(path: str, text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Find the comments with whether they are YAML; those in code are none."""
    if not path.endswith(".md"):
        yield from ((found, True) for found in _YAML.finditer(text))
        return
    front = FRONT_MATTER.match(text)
    body = front.end() if front else 0
    if front:
        yield from ((found, True) for found in _YAML.finditer(text, 0, body))
    # In the mask comments are blank as code is: letters in their place tell the two apart.
    mask = markdown_prose(_MARKDOWN.sub(lambda found: "x" * len(found[0]), text)).text
    for found in _MARKDOWN.finditer(text, body):
        if mask[found.start()] == "x":
            yield found, False


def _paragraph(lines: list[str], line: int) -> tuple[int, int]:
    """Return the lines of the paragraph after a comment that stands alone."""
    first = line + 1
    while first <= len(lines) and not lines[first - 1].strip():
        first += 1
    last = first
    while last < len(lines) and lines[last].strip():
        last += 1
    return first, last


def _item(lines: list[str], line: int) -> tuple[int, int]:
    """Return the lines of the YAML item after a comment alone on its line: the next line and all deeper."""
    first = line + 1
    while first <= len(lines) and (not lines[first - 1].strip() or lines[first - 1].lstrip().startswith("#")):
        first += 1
    indent = _indent(lines[first - 1]) if first <= len(lines) else 0
    last = first
    while last < len(lines) and (not lines[last].strip() or _indent(lines[last]) > indent):
        last += 1
    return first, last


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _nothing(_given: CheckInput) -> Iterable[Finding]:
    """Find nothing: comments are judged when all other rules have spoken."""
    return ()


RULES: Final = (
    Rule(
        UNUSED,
        "warning",
        "Ausnahme ohne Befund",
        _nothing,
        doc="""
        Was wird geprüft: Ob ein Kommentar, der eine Regel ausnimmt, dort noch etwas ausnimmt.
        Warum: Eine vergessene Ausnahme verdeckt den nächsten, echten Fehler.
        Beispiel: `<!-- jbakb: ignore term-superseded -->` vor einem Absatz ohne abgelöstes Wort.
        Stattdessen: den Kommentar löschen.
        Ausnahmen: Regeln, die abgeschaltet oder in diesem Lauf nicht ausgewählt sind.
        """,
    ),
    Rule(
        UNKNOWN,
        "warning",
        "Ausnahme für eine unbekannte Regel",
        _nothing,
        doc="""
        Was wird geprüft: Ob ein Kommentar eine Regel nennt, die es gibt.
        Warum: Ein Tippfehler nimmt nichts aus, sieht aber so aus.
        Beispiel: `<!-- jbakb: ignore term-supersedet -->`
        Stattdessen: `<!-- jbakb: ignore term-superseded -->`
        Ausnahmen: Keine.
        """,
    ),
)
