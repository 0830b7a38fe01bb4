"""`jbakb process new`: a process on a terminal by questions, in scripts by options."""

from __future__ import annotations

from typing import Any, Final, get_args

import click
from msgspec.structs import replace

from jbakb.change.adding import slug
from jbakb.change.processes import named_roles, plan_process
from jbakb.cli.app import App, interactive, pass_app
from jbakb.cli.changing import carry_out
from jbakb.cli.lazy import options_metavar
from jbakb.cli.params import CLAUSE, GOAL
from jbakb.i18n import _
from jbakb.model import Glossary, Process
from jbakb.model.process import Basis, Deadline, Gate, Handover, ProcessRole, Step
from jbakb.model.values import Visibility
from jbakb.store.problem import RefusedError

#: What stands in place of a § for a deadline that the houses agreed on, and for a gate that opens by consent.
_AGREED: Final = ("vereinbart", "agreed")
_CONSENT: Final = ("einwilligung", "consent")


@click.command(
    "new",
    help=_("Einen Prozess anlegen. Was fehlt, wird auf einem Terminal erfragt.")
    + "\n\n"
    + _("SCHRITT ist die Nummer eines Schritts. ROLLE ist eine Kennung aus areas.yml oder der Name einer Stelle.")
    + "\n\n\b\n"
    + "jbakb process new 'Wohnung sichern' --purpose 'Dach über dem Kopf.' \\\n"
    + "  --trigger 'Eine Räumung droht.' \\\n"
    + "  --step jobcenter Prüfen 'Mietschulden klären' \\\n"
    + "  --step jugendamt Begleiten 'Gespräche führen' \\\n"
    + "  --deadline 1 sofort vereinbart --handover 1 jugendamt Notlagenbogen",
    options_metavar=options_metavar(),
)
@click.argument("title", required=False, default="", metavar=_("[TITEL]"))
@click.option("--id", "id_", default="", metavar=_("KENNUNG"), help=_("Kennung (sonst aus dem Titel)."))
@click.option("--purpose", default="", metavar=_("TEXT"), help=_("Wozu der Prozess gut ist."))
@click.option("--trigger", default="", metavar=_("TEXT"), help=_("Was ihn auslöst."))
@click.option("--source", "sources", multiple=True, metavar="§", help=_("Paragraf; mehrmals möglich."))
@click.option(
    "--step",
    "steps",
    multiple=True,
    nargs=3,
    metavar=_("ROLLE TITEL HANDLUNG"),
    help=_("Ein Schritt; mehrmals möglich, in ihrer Reihenfolge."),
)
@click.option(
    "--deadline",
    "deadlines",
    multiple=True,
    nargs=3,
    metavar=_("SCHRITT FRIST GRUNDLAGE"),
    help=_("Frist eines Schritts; GRUNDLAGE ist „vereinbart“ oder der Paragraf."),
)
@click.option(
    "--tool",
    "tools",
    multiple=True,
    nargs=2,
    metavar=_("SCHRITT UNTERLAGE"),
    help=_("Unterlage oder Werkzeug eines Schritts; mehrmals möglich."),
)
@click.option(
    "--result",
    "results",
    multiple=True,
    nargs=2,
    metavar=_("SCHRITT ERGEBNIS"),
    help=_("Ergebnis eines Schritts."),
)
@click.option(
    "--handover",
    "handovers",
    multiple=True,
    nargs=3,
    metavar=_("SCHRITT ROLLE WAS"),
    help=_("Übergabe nach einem Schritt: an wen, und was."),
)
@click.option(
    "--gate",
    "gates",
    multiple=True,
    nargs=4,
    metavar=_("SCHRITT DATEN GRUNDLAGE SONST"),
    help=_("Datenschutz-Tor vor einem Schritt; GRUNDLAGE ist „einwilligung“ oder der Paragraf."),
)
@click.option("--clause", "clauses", multiple=True, type=CLAUSE, metavar=_("KLAUSEL"), help=_("Klausel dahinter."))
@click.option("--goal", "goals", multiple=True, type=GOAL, metavar=_("ZIEL"), help=_("Gemeinsames Ziel dahinter."))
@click.option("--visibility", type=click.Choice(get_args(Visibility)), help=_("Wer den Prozess sehen darf."))
@click.option("--yes", is_flag=True, help=_("Nicht nachfragen."))
@pass_app
def new(app: App, /, yes: bool, **given: Any) -> None:
    """Collect what the process is, show its page, and write it."""
    given = {key: value for key, value in given.items() if value}
    missing = [name for name in ("title", "purpose", "trigger", "steps") if name not in given]
    if not missing:
        _write(app, from_options(app.kb.glossary, given), yes=yes)
        return
    if not interactive():
        options = {"title": _("TITEL"), "purpose": "--purpose", "trigger": "--trigger", "steps": "--step"}
        raise click.UsageError(_("Es fehlt: {names}.").format(names=", ".join(options[name] for name in missing)))
    _by_questions(app, given, yes=yes)


def from_options(glossary: Glossary, given: dict[str, Any]) -> Process:
    """Make a process of the options; raises a usage error that names the option."""
    local: dict[str, ProcessRole] = {}
    steps = [
        Step(id=key, title=title.strip(), actor=_role_id(glossary, role, local), action=action.strip())
        for (role, title, action), key in zip(
            given["steps"], step_ids(title for _r, title, _a in given["steps"]), strict=True
        )
    ]
    for number, text, source in given.get("deadlines", ()):
        place = _place(steps, number, "--deadline")
        agreed = source.casefold() in _AGREED
        deadline = Deadline(text=text, kind="agreed" if agreed else "statutory", source="" if agreed else source)
        steps[place] = replace(steps[place], deadline=deadline)
    for number, tool in given.get("tools", ()):
        place = _place(steps, number, "--tool")
        steps[place] = replace(steps[place], tools=(*steps[place].tools, tool))
    for number, result in given.get("results", ()):
        place = _place(steps, number, "--result")
        steps[place] = replace(steps[place], result=result)
    handovers = tuple(
        Handover(after=step.id, from_=step.actor, to=_role_id(glossary, role, local), what=what)
        for number, role, what in given.get("handovers", ())
        for step in (steps[_place(steps, number, "--handover")],)
    )
    gates = tuple(
        Gate(
            before=steps[_place(steps, number, "--gate")].id, data=data, basis=(basis_of(source),), otherwise=otherwise
        )
        for number, data, source, otherwise in given.get("gates", ())
    )
    return with_tasks(
        Process(
            id=given.get("id_") or slug(given["title"]),
            title=" ".join(given["title"].split()),
            purpose=given["purpose"],
            trigger=given["trigger"],
            sources=tuple(given.get("sources", ())),
            roles=dict(local),
            steps=tuple(steps),
            handovers=handovers,
            gates=gates,
            clauses=tuple(given.get("clauses", ())),
            goals=tuple(given.get("goals", ())),
            visibility=given.get("visibility"),
        )
    )


def step_ids(titles: Any) -> list[str]:
    """Make the ids of steps of their titles; one that comes again gets a number."""
    ids: list[str] = []
    for title in titles:
        base = slug(title) or "schritt"
        ids.append(next(key for n in range(1, 1000) if (key := base if n == 1 else f"{base}-{n}") not in ids))
    return ids


def basis_of(source: str) -> Basis:
    """Return the basis of a gate: consent, or the law that is cited."""
    return Basis(kind="consent") if source.casefold() in _CONSENT else Basis(kind="statute", source=source)


def with_tasks(process: Process, tasks: dict[str, str] | None = None) -> Process:
    """Say of every role what it contributes: as given, otherwise what its steps are called."""
    roles: dict[str, str | ProcessRole] = {}
    for role in named_roles(process):
        own = ", ".join(step.title for step in process.steps if step.actor == role)
        task = (tasks or {}).get(role) or own or _("übernimmt")
        here = process.roles.get(role)
        roles[role] = replace(here, task=task) if isinstance(here, ProcessRole) else task
    return replace(process, roles=roles)


def _by_questions(app: App, given: dict[str, Any], *, yes: bool) -> None:
    from jbakb.cli.add import take_up
    from jbakb.cli.drafts import Draft, find_draft
    from jbakb.cli.process_wizard import ProcessInterview

    draft = find_draft(app.root, given.get("title", ""), "process", "title")
    replay = False
    if draft is not None:
        answer = take_up(draft)
        replay = answer == "continue"
        if answer == "discard":
            draft.discard()
            draft = None
    fresh = Draft(app.root, command="process", subject="title")
    interview = ProcessInterview(app.kb.glossary, draft or fresh, given, replay, pages=app.kb.pages)
    try:
        _write(app, interview.process(), yes=yes)
    except (click.Abort, click.exceptions.Exit, KeyboardInterrupt, EOFError, RefusedError):
        if interview.draft.answers.keys() - given.keys():
            click.echo()
            click.echo(_("Die Antworten sind aufgehoben; „jbakb process new“ nimmt sie wieder auf."), err=True)
        else:
            interview.draft.discard()
        raise
    interview.draft.discard()


def _write(app: App, process: Process, *, yes: bool) -> None:
    carry_out(app, lambda kb: plan_process(kb, process), yes=yes)
    click.echo(_("„jbakb process check {id}“ zeigt, was noch fehlt.").format(id=process.id))


def _role_id(glossary: Glossary, said: str, local: dict[str, ProcessRole]) -> str:
    """Return the id of a role: one of areas.yml, by id or title, or a new one of this process."""
    for role in glossary.roles.values():
        if said.casefold() in (role.id, role.title.casefold(), role.short.casefold()):
            return role.id
    key = slug(said)
    if key == said:  # an id that nobody has is a slip of the pen, a name is a new role
        return said
    local.setdefault(key, ProcessRole(title=said))
    return key


def _place(steps: list[Step], number: str, option: str) -> int:
    if number.isdigit() and 1 <= int(number) <= len(steps):
        return int(number) - 1
    message = _("Den Schritt {number} gibt es nicht; es gibt 1 bis {last}.")
    raise click.BadParameter(message.format(number=number, last=len(steps)), param_hint=option)
