"""The questions of `jbakb process new` on a terminal: step by step, with hand-overs where the actor changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import click
from msgspec.structs import replace

from jbakb.change.adding import slug
from jbakb.change.processes import named_roles
from jbakb.cli.process_new import basis_of, from_options, step_ids, with_tasks
from jbakb.cli.questions import Questions, needed
from jbakb.handbook import Page
from jbakb.i18n import N_, _
from jbakb.model import Process
from jbakb.model.process import Deadline, Gate, Handover, ProcessRole, Step
from jbakb.store.loading import ID

_KINDS = {"agreed": N_("vereinbart"), "statutory": N_("steht im Gesetz")}
_BASES = {"consent": N_("mit Einwilligung"), "statute": N_("auf gesetzlicher Grundlage")}
#: The choice that stands for a role that areas.yml does not have.
_OTHER = "+"


@dataclass
class ProcessInterview(Questions):
    """A run through the questions about a new process. `pages` are those of the handbook."""

    pages: Sequence[Page] = ()

    def process(self) -> Process:
        """Ask what is not given and return the process; every answer is kept in the draft at once."""
        click.secho(_("Strg+C bricht ab, ohne etwas zu ändern; die Antworten bleiben aufgehoben."), dim=True)
        title = self.text("title", _("Wie heißt der Prozess?"), check=needed)
        key = self.text("id_", _("Kennung (steht in der Adresse)"), slug(title), self._free)
        purpose = self.text("purpose", _("Wozu ist er gut, in einem Satz?"), check=needed)
        trigger = self.text("trigger", _("Was löst ihn aus?"), check=needed)
        if self.given.get("steps"):
            said = {"title": title, "id_": key, "purpose": purpose, "trigger": trigger}
            return from_options(self.glossary, {**self.given, **said})
        sources = self._sources()
        local: dict[str, ProcessRole] = {}
        steps, handovers, gates = self._steps(local)
        draft = Process(
            id=key,
            title=title,
            purpose=purpose,
            trigger=trigger,
            sources=sources,
            roles=dict(local),
            steps=steps,
            handovers=handovers,
            gates=gates,
            visibility=self.given.get("visibility"),
        )
        tasks = self._tasks(draft)
        clauses = {page.clause.id: f"{page.clause.id.upper()} {page.title}" for page in self.pages if page.clause}
        goals = {page.goal.id: page.title for page in self.pages if page.goal}
        named = {"clauses": self._named("clauses", _("Welche Klauseln der Vereinbarung verwirklicht er?"), clauses)}
        named["goals"] = self._named("goals", _("Welchen gemeinsamen Zielen dient er?"), goals)
        return with_tasks(replace(draft, **named), tasks)

    def _free(self, typed: str) -> str:
        taken = {page.process.id for page in self.pages if page.process} | {"index"}
        if not ID.fullmatch(typed) or typed in taken:
            raise click.UsageError(_("Kleinbuchstaben a–z, Ziffern und Bindestriche; noch nicht vergeben."))
        return typed

    def _sources(self) -> tuple[str, ...]:
        if self.given.get("sources"):
            return tuple(self.given["sources"])
        found: list[str] = []
        while True:
            first = _("Auf welchem § beruht er? (zum Beispiel § 36 SGB VIII; leer: keiner)")
            source = self.text(f"source{len(found)}", _("Noch ein §? (leer: nein)") if found else first)
            if not source:
                return tuple(found)
            found.append(source)

    def _steps(self, local: dict[str, ProcessRole]) -> tuple[tuple[Step, ...], tuple[Handover, ...], tuple[Gate, ...]]:
        """Ask for the steps until one has no title; between two actors ask for what is handed over."""
        steps: list[Step] = []
        handovers: list[Handover] = []
        gates: list[Gate] = []
        while True:
            number = len(steps) + 1
            click.echo()
            label = (
                _("Schritt {number}: Wie heißt er?")
                if number == 1
                else _("Schritt {number}: Wie heißt er? (leer: fertig)")
            )
            title = self.text(f"step{number}.title", label.format(number=number), check=needed if number == 1 else None)
            if not title:
                return tuple(steps), tuple(handovers), tuple(gates)
            step = self._step(number, title, [step.title for step in steps], local)
            if steps and steps[-1].actor != step.actor:
                self._between(number, steps[-1], step, local, handovers, gates)
            steps.append(step)

    def _step(self, number: int, title: str, before: list[str], local: dict[str, ProcessRole]) -> Step:
        about = f"step{number}."
        actor = self._actor(about, local)
        action = self.text(f"{about}action", _("Was geschieht?"), check=needed)
        tools = self.text(f"{about}tools", _("Womit? Unterlagen und Werkzeuge, mit Komma (leer: nichts)"))
        text = self.text(f"{about}deadline", _("Bis wann? (leer: keine Frist)"))
        deadline = None
        if text:
            kinds = {key: _(name) for key, name in _KINDS.items()}
            kind = self.choice(f"{about}kind", _("Woher kommt die Frist?"), kinds, "agreed")
            source = ""
            if kind == "statutory":
                source = self.text(f"{about}basis", _("In welchem § steht sie?"), check=needed)
            deadline = Deadline(text=text, kind="statutory" if kind == "statutory" else "agreed", source=source)
        result = self.text(f"{about}result", _("Was ist danach da? (leer: nichts Eigenes)"))
        return Step(
            id=step_ids([*before, title])[-1],
            title=title,
            actor=actor,
            action=action,
            tools=tuple(tool.strip() for tool in tools.split(",") if tool.strip()),
            deadline=deadline,
            result=result,
        )

    def _actor(self, about: str, local: dict[str, ProcessRole]) -> str:
        roles: Mapping[str, str] = {
            **{role.id: role.title for role in self.glossary.roles.values()},
            **{key: role.title for key, role in local.items()},
            _OTHER: _("eine andere Stelle"),
        }
        actor = self.choice(f"{about}actor", _("Wer handelt?"), roles)
        if actor != _OTHER:
            return actor
        title = self.text(f"{about}other", _("Wie heißt die Stelle?"), check=needed)
        areas = {role.id: role.title for role in self.glossary.roles.values() if role.area}
        question = _("Welche Häuser können das sein?")
        key = slug(title) or "stelle"
        if key in self.glossary.roles:
            return key
        local[key] = ProcessRole(title=title, played_by=self.several(f"{about}players", question, areas))
        return key

    def _between(
        self,
        number: int,
        before: Step,
        step: Step,
        local: Mapping[str, ProcessRole],
        handovers: list[Handover],
        gates: list[Gate],
    ) -> None:
        """Ask what goes from one actor to the next, and whether it holds personal data."""
        about = f"step{number}."
        names = {role.id: role.title for role in self.glossary.roles.values()}
        names |= {key: role.title for key, role in local.items()}
        question = _("Was geht von „{giver}“ an „{taker}“? (leer: nichts)")
        what = self.text(f"{about}what", question.format(giver=names[before.actor], taker=names[step.actor]))
        if not what:
            return
        receipt = self.text(f"{about}receipt", _("Woran ist zu sehen, dass es angekommen ist? (leer: offen)"))
        handovers.append(Handover(after=before.id, from_=before.actor, to=step.actor, what=what, receipt=receipt))
        data = self.text(f"{about}data", _("Welche Angaben zur Person sind dabei? (leer: keine)"))
        if not data:
            return
        bases = {key: _(name) for key, name in _BASES.items()}
        kind = self.choice(f"{about}gate", _("Warum dürfen sie weitergehen?"), bases, "consent")
        basis = basis_of("einwilligung")
        if kind == "statute":
            basis = basis_of(self.text(f"{about}statute", _("Welcher § erlaubt das?"), check=needed))
        default = _("Ohne Grundlage geht es ohne Angaben zur Person weiter.")
        otherwise = self.text(f"{about}otherwise", _("Wie geht es ohne diese Grundlage weiter?"), default)
        gates.append(Gate(before=step.id, data=data, basis=(basis,), otherwise=otherwise))

    def _tasks(self, process: Process) -> dict[str, str]:
        """Ask what each role contributes; what its steps are called is the proposal."""
        click.echo()
        tasks = {}
        for role, here in with_tasks(process).roles.items():
            proposal = here.task if isinstance(here, ProcessRole) else here
            name = here.title if isinstance(here, ProcessRole) else self.glossary.roles[role].title
            tasks[role] = self.text(f"task.{role}", _("Was trägt „{role}“ bei?").format(role=name), proposal)
        return {role: tasks[role] for role in named_roles(process)}

    def _named(self, key: str, label: str, options: Mapping[str, str]) -> tuple[str, ...]:
        return self.several(key, label, options) if options else tuple(self.given.get(key, ()))
