"""A process as text for a terminal: the fact sheet, then the steps with what lies between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jbakb.cli.output import paragraph, style
from jbakb.i18n import _
from jbakb.knowledge_base import KnowledgeBase
from jbakb.labels import basis_label, deadline_label, visibility_label
from jbakb.model import Process
from jbakb.model.participants import areas_of, players_of, roles_of, title_of_role
from jbakb.model.process import END, OTHER_PROCESS, Basis, ProcessRole, Step

_INDENT: Final = "    "


def process_lines(kb: KnowledgeBase, process: Process) -> Iterator[str]:
    """Iterate over the lines that show a process."""
    glossary = kb.glossary
    areas = ", ".join(glossary.areas[area].short for area in areas_of(glossary, process))
    yield style(process.title, bold=True)
    visibility = visibility_label(process.visibility or glossary.defaults.visibility)
    yield style(" · ".join(filter(None, (process.id, areas, visibility))), dim=True)
    yield paragraph(process.purpose)
    yield ""
    yield paragraph(_("Auslöser: {text}").format(text=process.trigger))
    if process.sources:
        yield paragraph(_("Recht: {text}").format(text="; ".join(process.sources)))
    yield ""
    yield style(_("Wer mitwirkt"), bold=True)
    for role in roles_of(process):
        yield _role_line(kb, process, role)
    yield ""
    yield style(_("Schritte"), bold=True)
    for number, step in enumerate(process.steps, 1):
        yield from _step_lines(kb, process, number, step)
    yield from _rest(kb, process)


def _role_line(kb: KnowledgeBase, process: Process, role: str) -> str:
    here = process.roles.get(role, "")
    task = here.task if isinstance(here, ProcessRole) else here
    title = title_of_role(kb.glossary, process, role)
    if isinstance(here, ProcessRole) and here.played_by:
        players = (kb.glossary.roles[each].title for each in players_of(process, role) if each in kb.glossary.roles)
        title += " " + _("({roles})").format(roles=", ".join(players))
    return paragraph(f"{title}: {task}" if task else title, _INDENT, "  ")


def _step_lines(kb: KnowledgeBase, process: Process, number: int, step: Step) -> Iterator[str]:
    for gate in process.gates:
        if gate.before == step.id:
            yield ""
            basis = _(" oder ").join(map(_basis, gate.basis))
            text = _("Datenschutz-Tor: {data}. Grundlage: {basis}.").format(data=gate.data.rstrip("."), basis=basis)
            yield paragraph(text, _INDENT, "  " + style("! ", fg="yellow"))
            yield paragraph(_("Sonst: {text}").format(text=gate.otherwise), _INDENT)
    yield ""
    actor = title_of_role(kb.glossary, process, step.actor)
    yield paragraph(f"{step.title} ({actor})", _INDENT, f"{number:>2}. ")
    yield paragraph(step.action, _INDENT)
    if step.deadline:
        kind = deadline_label(step.deadline.kind) + (f", {step.deadline.source}" if step.deadline.source else "")
        text = _("Frist: {text} ({kind})").format(text=step.deadline.text, kind=kind)
        yield paragraph(text, _INDENT)
    if step.tools:
        yield paragraph(_("Womit: {tools}").format(tools=", ".join(step.tools)), _INDENT)
    if step.result:
        yield paragraph(_("Ergebnis: {text}").format(text=step.result), _INDENT)
    for when, to in _ways(process, step):
        yield paragraph(f"{when}: {to}" if when else to, _INDENT + "  ", _INDENT + "→ ")
    for handover in process.handovers:
        if handover.after == step.id:
            giver, taker = (title_of_role(kb.glossary, process, role) for role in (handover.from_, handover.to))
            text = _("Übergabe {giver} → {taker}: {what}").format(giver=giver, taker=taker, what=handover.what)
            yield paragraph(text, _INDENT + "  ", _INDENT + "» ")
            if handover.receipt:
                yield paragraph(_("Nachweis: {text}").format(text=handover.receipt), _INDENT + "  ")


def _ways(process: Process, step: Step) -> Iterator[tuple[str, str]]:
    numbers = {each.id: number for number, each in enumerate(process.steps, 1)}
    ways = [("", step.next)] if isinstance(step.next, str) else [(branch.when, branch.to) for branch in step.next]
    for when, to in ways:
        if to == END:
            yield when, _("Ende")
        elif to.startswith(OTHER_PROCESS):
            yield when, _("weiter im Prozess {id}").format(id=to.removeprefix(OTHER_PROCESS))
        elif to:
            yield when, _("Schritt {number}").format(number=numbers.get(to, to))


def _rest(kb: KnowledgeBase, process: Process) -> Iterator[str]:
    if process.misunderstandings:
        yield ""
        yield style(_("Typische Missverständnisse"), bold=True)
        for each in process.misunderstandings:
            entries = f" ({', '.join(each.entries)})" if each.entries else ""
            yield paragraph(each.text + entries, _INDENT, "  - ")
    titles = {page.clause.id: page.title for page in kb.pages if page.clause}
    goals = {page.goal.id: page.title for page in kb.pages if page.goal}
    for heading, ids, named in (
        (_("Klauseln"), process.clauses, titles),
        (_("Ziele"), process.goals, goals),
    ):
        if ids:
            yield ""
            yield style(heading, bold=True)
            for key in ids:
                yield paragraph(f"{key} {named.get(key, '')}".rstrip(), _INDENT, "  ")
    if process.open:
        yield ""
        yield style(_("Noch offen"), bold=True)
        for text in process.open:
            yield paragraph(text, _INDENT, "  ? ")


def _basis(basis: Basis) -> str:
    return f"{basis_label(basis.kind)} ({basis.source})" if basis.source else basis_label(basis.kind)
