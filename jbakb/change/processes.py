"""Writing a new process: from its data to a page that is valid at once."""

from __future__ import annotations

from typing import Final

from jbakb.change.resolving import unknown
from jbakb.i18n import N_, _
from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import Process
from jbakb.model.process import ProcessRole
from jbakb.store.loading import CLAUSES, GOALS, ID, PROCESSES
from jbakb.store.problem import RefusedError
from jbakb.store.rendering import dump
from jbakb.store.rewriting import file_data
from jbakb.store.transaction import Changeset

#: The headings of the prose, each with a hint in a comment that nobody sees on the site.
_PROSE: Final = (
    (N_("Worum es geht"), N_("In drei, vier Sätzen: die Lage, und warum mehrere Häuser gebraucht werden.")),
    (N_("Worauf es ankommt"), N_("Was die Schritte oben nicht sagen: Haltung, Reihenfolge, häufige Fehler.")),
    (N_("Wenn es anders kommt"), N_("Ausnahmen, Notfälle, ein Nein des jungen Menschen.")),
)


def plan_process(kb: KnowledgeBase, process: Process) -> Changeset:
    """Plan the page of a new process.

    Raises RefusedError if its id is taken or no id, if it has no step, or if it names a role, a clause or a goal that
    does not exist.
    """
    if not ID.fullmatch(process.id) or process.id == "index":
        message = _("„{id}“ taugt nicht als Kennung: Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche.")
        raise RefusedError(message.format(id=process.id))
    path = f"{PROCESSES}/{process.id}.md"
    if (kb.root / path).exists():
        message = _("Den Prozess „{id}“ gibt es schon: {file}.")
        raise RefusedError(message.format(id=process.id, file=path))
    if not process.steps:
        raise RefusedError(_("Ein Prozess braucht mindestens einen Schritt."))
    own = {role for role, here in process.roles.items() if isinstance(here, ProcessRole)}
    roles = {*kb.glossary.roles, *own}
    for role in dict.fromkeys([*process.roles, *named_roles(process)]):
        if role not in roles:
            message = _("Die Rolle „{role}“ gibt es nicht.").format(role=role)
            raise unknown(message, role, kb.glossary.roles, say=True)
    _check_pages(kb, process)
    return Changeset(_("Prozess „{title}“ angelegt").format(title=process.title), {path: _page(process)})


def named_roles(process: Process) -> tuple[str, ...]:
    """Return the roles that act, give or take in a process, in the order in which they come up."""
    actors = [step.actor for step in process.steps]
    hands = [role for handover in process.handovers for role in (handover.from_, handover.to)]
    return tuple(dict.fromkeys([*actors, *hands]))


def _check_pages(kb: KnowledgeBase, process: Process) -> None:
    clauses = [page.clause.id for page in kb.pages if page.clause]
    goals = [page.goal.id for page in kb.pages if page.goal]
    for clause in process.clauses:
        if clause not in clauses:
            message = _("Die Klausel „{id}“ gibt es nicht ({folder}/).").format(id=clause, folder=CLAUSES)
            raise unknown(message, clause, clauses)
    for goal in process.goals:
        if goal not in goals:
            message = _("Das Ziel „{id}“ gibt es nicht ({folder}/).").format(id=goal, folder=GOALS)
            raise unknown(message, goal, goals)


def _page(process: Process) -> str:
    prose = "\n".join(f"\n## {_(heading)}\n\n<!-- {_(hint)} -->" for heading, hint in _PROSE)
    return f"---\n{dump(file_data(process))}---\n{prose}\n"
