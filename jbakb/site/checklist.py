"""A process as a checklist: rows to tick, as a sheet to print and as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from jbakb.diagram.flow import Flow, Stage, Way
from jbakb.diagram.nodes import gate_bases
from jbakb.i18n import _
from jbakb.labels import deadline_label
from jbakb.model.process import Deadline

#: A spreadsheet would take a text that begins like this for a formula.
_FORMULA: Final = ("=", "+", "-", "@")


@dataclass(frozen=True)
class CheckRow:
    """A row to tick: `what` in bold, then `more`; `number` is that of the step."""

    kind: Literal["step", "gate", "handover"]
    number: int
    what: str
    more: str
    who: str
    deadline: str = ""
    proof: str = ""
    ways: tuple[str, ...] = ()


def checklist(flow: Flow) -> tuple[CheckRow, ...]:
    """Return the rows of a process in the order of its steps."""
    return tuple(row for stage in flow.stages for row in _rows(flow, stage))


def checklist_csv(rows: tuple[CheckRow, ...]) -> bytes:
    """Return the rows as CSV for German spreadsheets: UTF-8 with BOM, semicolons."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=";")
    table.writerow(
        [
            _("erledigt"),
            _("Nr."),
            _("Art"),
            _("Was"),
            _("Genauer"),
            _("Wer"),
            _("Frist"),
            _("Womit, Nachweis"),
            _("Weiter"),
        ]
    )
    for row in rows:
        texts = [kind_label(row), row.what, row.more, row.who, row.deadline, row.proof, "\n".join(row.ways)]
        table.writerow(["", row.number, *(f"'{text}" if text.startswith(_FORMULA) else text for text in texts)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def kind_label(row: CheckRow) -> str:
    """Return what a row is."""
    if row.kind == "gate":
        return _("Datenschutz-Tor")
    return _("Übergabe") if row.kind == "handover" else _("Schritt")


def _rows(flow: Flow, stage: Stage) -> Iterator[CheckRow]:
    titles = {lane.id: lane.title for lane in flow.lanes}
    step, number = stage.step, stage.number
    for gate in stage.gates:
        more = _("Eine Grundlage genügt: {bases}. Ohne Grundlage: {otherwise}").format(
            bases=gate_bases(gate), otherwise=gate.otherwise
        )
        yield CheckRow("gate", number, gate.data, more, titles[step.actor])
    ways = tuple(_told(flow, way) for way in stage.ways if way.when)
    proof = ", ".join(step.tools)
    yield CheckRow("step", number, step.title, step.action, titles[step.actor], _deadline(step.deadline), proof, ways)
    for handover in stage.handovers:
        who = _("{sender} an {receiver}").format(sender=titles[handover.from_], receiver=titles[handover.to])
        yield CheckRow("handover", number, handover.what, "", who, "", handover.receipt)


def _deadline(deadline: Deadline | None) -> str:
    if deadline is None:
        return ""
    source = f", {deadline.source}" if deadline.source else ""
    return f"{deadline.text} ({deadline_label(deadline.kind)}{source})"


def _told(flow: Flow, way: Way) -> str:
    if way.kind == "end":
        goal = _("Ende")
    elif way.kind == "process":
        goal = _("weiter im Prozess „{title}“").format(title=way.title or _("ein anderer Prozess"))
    else:
        goal = _("weiter mit {number}. {title}").format(number=flow.stage(way.to).number, title=way.title)
    return f"{way.when} → {goal}"
