"""A process must be walkable: every actor exists, every hand-over arrives, every gate has a basis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.place import in_front_matter
from jbakb.handbook import Page, process_now
from jbakb.i18n import _
from jbakb.model import Process
from jbakb.model.process import END, OTHER_PROCESS, ProcessRole
from jbakb.store.suggest import suggestion

_Where = tuple[str | int, ...]


def broken_process_references(given: CheckInput) -> Iterator[Finding]:
    """Find roles, steps, processes and entries that a process names and that do not exist."""
    processes = {page.process.id for page in given.pages if page.process}
    for page, process in _processes(given):
        steps = [step.id for step in process.steps]
        roles = [*process.roles, *(role for role in given.glossary.roles if role not in process.roles)]
        for where, target, known in (
            *((where, target, roles) for where, target in _roles_of(process)),
            *((where, target, list(given.glossary.roles)) for where, target in _players(process, given.glossary.roles)),
            *((where, target, steps) for where, target in _steps_of(process)),
            *((where, target, list(given.glossary.entries)) for where, target in _entries_of(process)),
        ):
            if target not in known:
                now = given.glossary.now(target) if where[0] == "misunderstandings" else ""
                yield _broken(page, where, target, known, now)
        for where, target in _ways_on(process):
            if target.startswith(OTHER_PROCESS):
                known = [OTHER_PROCESS + process_id for process_id in sorted(processes)]
                now = process_now(given.pages, target.removeprefix(OTHER_PROCESS))
            else:
                known, now = [*steps, END], ""
            if target not in known:
                yield _broken(page, where, target, known, now and OTHER_PROCESS + now)


def gates_without_basis(given: CheckInput) -> Iterator[Finding]:
    """Find gates that name no basis, or a statute without its paragraph."""
    for page, process in _processes(given):
        for place, gate in enumerate(process.gates):
            if not gate.basis:
                yield Finding(
                    "gate-without-basis",
                    _("Das Datenschutz-Tor nennt keine Grundlage."),
                    in_front_matter(page, "gates", place),
                )
            for index, basis in enumerate(gate.basis):
                if basis.kind == "statute" and not basis.source:
                    yield Finding(
                        "gate-without-basis",
                        _("Die gesetzliche Grundlage nennt keinen Paragrafen."),
                        in_front_matter(page, "gates", place, "basis", index),
                    )


def deadlines_without_source(given: CheckInput) -> Iterator[Finding]:
    """Find statutory deadlines that do not say where they stand."""
    for page, process in _processes(given):
        for place, step in enumerate(process.steps):
            if step.deadline and step.deadline.kind == "statutory" and not step.deadline.source:
                yield Finding(
                    "deadline-without-source",
                    _("Die gesetzliche Frist nennt keinen Paragrafen."),
                    in_front_matter(page, "steps", place, "deadline"),
                )


def handovers_without_receiver(given: CheckInput) -> Iterator[Finding]:
    """Find hand-overs from a role to itself: nobody else receives anything."""
    for page, process in _processes(given):
        for place, handover in enumerate(process.handovers):
            if handover.from_ == handover.to:
                yield Finding(
                    "handover-without-receiver",
                    _("Die Übergabe geht von „{role}“ an sich selbst.").format(role=handover.to),
                    in_front_matter(page, "handovers", place, "to"),
                    excerpt=handover.to,
                )


def repeated_steps(given: CheckInput) -> Iterator[Finding]:
    """Find two steps of one process with the same id."""
    for page, process in _processes(given):
        seen: set[str] = set()
        for place, step in enumerate(process.steps):
            if step.id in seen:
                message = _("Den Schritt „{id}“ gibt es zweimal.").format(id=step.id)
                yield Finding("step-duplicate", message, in_front_matter(page, "steps", place, "id"), excerpt=step.id)
            seen.add(step.id)


def _processes(given: CheckInput) -> Iterator[tuple[Page, Process]]:
    return ((page, page.process) for page in given.pages if page.process)


def _broken(page: Page, where: _Where, target: str, known: Iterable[str], now: str = "") -> Finding:
    message = _("„{target}“ heißt jetzt anders.") if now else _("„{target}“ gibt es nicht.")
    return Finding(
        "process-reference-broken",
        message.format(target=target),
        in_front_matter(page, *where),
        suggestion=now or suggestion(target, known),
        excerpt=target,
    )


def _roles_of(process: Process) -> Iterator[tuple[_Where, str]]:
    for place, step in enumerate(process.steps):
        yield ("steps", place, "actor"), step.actor
    for place, handover in enumerate(process.handovers):
        yield ("handovers", place, "from"), handover.from_
        yield ("handovers", place, "to"), handover.to


def _players(process: Process, known: Iterable[str]) -> Iterator[tuple[_Where, str]]:
    for role_id, role in process.roles.items():
        if isinstance(role, ProcessRole):
            for index, player in enumerate(role.played_by):
                yield ("roles", role_id, "played_by", index), player
        elif role_id not in known:
            yield ("roles", role_id), role_id


def _steps_of(process: Process) -> Iterator[tuple[_Where, str]]:
    for place, handover in enumerate(process.handovers):
        yield ("handovers", place, "after"), handover.after
    for place, gate in enumerate(process.gates):
        yield ("gates", place, "before"), gate.before


def _ways_on(process: Process) -> Iterator[tuple[_Where, str]]:
    for place, step in enumerate(process.steps):
        if isinstance(step.next, str):
            yield ("steps", place, "next"), step.next
        else:
            for index, branch in enumerate(step.next):
                yield ("steps", place, "next", index, "to"), branch.to


def _entries_of(process: Process) -> Iterator[tuple[_Where, str]]:
    for place, misunderstanding in enumerate(process.misunderstandings):
        for index, entry in enumerate(misunderstanding.entries):
            yield ("misunderstandings", place, "entries", index), entry


RULES = (
    Rule(
        "process-reference-broken",
        "error",
        "Verweis eines Prozesses ins Leere",
        broken_process_references,
        doc="""
        Was wird geprüft: Ob Rollen, Schritte, Prozesse und Einträge, die ein Prozess nennt, vorhanden sind.
        Warum: An einer Übergabe ohne Empfang gehen junge Menschen verloren.
        Beispiel: `actor: jobcentre`
        Stattdessen: `actor: jobcenter`
        Ausnahmen: Keine.
        """,
    ),
    Rule(
        "gate-without-basis",
        "error",
        "Datenschutz-Tor ohne Grundlage",
        gates_without_basis,
        doc="""
        Was wird geprüft: Ob jedes Datenschutz-Tor eine Grundlage nennt, eine gesetzliche mit ihrem
            Paragrafen.
        Warum: Ohne Grundlage dürfen keine Personendaten weitergehen.
        Beispiel: `basis: [{kind: statute}]`
        Stattdessen: `basis: [{kind: statute, source: § 69 Abs. 1 Nr. 1 SGB X}]`
        Ausnahmen: Keine.
        """,
    ),
    Rule(
        "handover-without-receiver",
        "error",
        "Übergabe ohne Empfang",
        handovers_without_receiver,
        doc="""
        Was wird geprüft: Ob jede Übergabe von einer Rolle an eine andere geht. Dass es die Rollen gibt, prüft
            `process-reference-broken`; eine Übergabe ganz ohne `to` ist nicht lesbar.
        Warum: Was niemand entgegennimmt, geht verloren.
        Beispiel: `from: jobcenter` und `to: jobcenter`
        Stattdessen: `from: jobcenter` und `to: agentur`
        Ausnahmen: Keine.
        """,
    ),
    Rule(
        "deadline-without-source",
        "warning",
        "Gesetzliche Frist ohne Paragraf",
        deadlines_without_source,
        doc="""
        Was wird geprüft: Ob jede gesetzliche Frist ihren Paragrafen nennt.
        Warum: Wer eine Frist einhalten soll, muss sie nachlesen können.
        Beispiel: `deadline: {text: unverzüglich, kind: statutory}`
        Stattdessen: `deadline: {text: unverzüglich, kind: statutory, source: § 16 Abs. 2 SGB I}`
        Ausnahmen: Vereinbarte Fristen (`kind: agreed`).
        """,
    ),
    Rule(
        "step-duplicate",
        "error",
        "Schritt doppelt",
        repeated_steps,
        doc="""
        Was wird geprüft: Ob jeder Schritt eines Prozesses eine eigene Kennung hat.
        Warum: Übergaben und Datenschutz-Tore zeigen auf Kennungen.
        Beispiel: zwei Schritte mit `id: termin`
        Stattdessen: `id: termin` und `id: folgetermin`
        Ausnahmen: Keine.
        """,
    ),
)
