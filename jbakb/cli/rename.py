"""`jbakb rename`: another id with everything that names it, or a word that takes another's place."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import click

from jbakb.change.proposing import propose_grammar, propose_type
from jbakb.change.renaming import plan_id_change, plan_supersession
from jbakb.cli.app import App, Day, pass_app
from jbakb.cli.changing import carry_out
from jbakb.cli.params import ANY_REF
from jbakb.clock import today
from jbakb.i18n import _
from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import Term
from jbakb.model.values import Gender
from jbakb.store.transaction import Changeset


@click.command(
    help=_(
        "Kennung eines Eintrags, Begriffs oder Prozesses ändern, mit allen Verweisen. Alte Adressen führen weiter hin."
    )
    + "\n\n"
    + _("Auch für Prozesse (prozesse/KENNUNG), Klauseln (vereinbarung/…), Ziele (ziele/…) und Rollen (rollen/…).")
    + "\n\n"
    + _("Mit --term: ein Wort durch ein anderes ablösen, etwa weil das Gesetz es umbenennt.")
)
@click.argument("ref", type=ANY_REF, metavar=_("KENNUNG"))
@click.argument("new_id", required=False, default="", metavar=_("[NEUE_KENNUNG]"))
@click.option("--term", nargs=2, default=None, metavar=_("ALT NEU"), help=_("Das Wort ALT wird durch NEU abgelöst."))
@click.option("--since", type=Day(), help=_("Ab diesem Tag gilt das neue Wort (ohne Angabe: heute)."))
@click.option("--gender", type=click.Choice(get_args(Gender)), help=_("Geschlecht des neuen Wortes."))
@click.option("--plural", default="", metavar=_("WORT"), help=_("Mehrzahl des neuen Wortes."))
@click.option("--yes", is_flag=True, help=_("Nicht nachfragen."))
@pass_app
def rename(
    app: App, /, ref: str, new_id: str, term: tuple[str, str] | None, since: date | None, yes: bool, **grammar: Any
) -> None:
    """Plan the renaming, show it, and write it."""
    if bool(new_id) == bool(term):
        raise click.UsageError(_("Entweder eine neue Kennung oder „--term ALT NEU“ angeben."))
    if term is None:
        if since or any(grammar.values()):
            raise click.UsageError(_("--since, --gender und --plural gehören zu „--term ALT NEU“."))
        carry_out(app, lambda kb: plan_id_change(kb, ref, new_id), yes=yes)
        return
    old, new = (word.strip() for word in term)

    def plan(kb: KnowledgeBase) -> Changeset:
        guess, plural = propose_grammar(kb.glossary, new)
        word = Term(
            term=new,
            type=propose_type(new),
            gender=grammar["gender"] or guess,
            plural=grammar["plural"] or (plural if not grammar["gender"] or grammar["gender"] == guess else ""),
        )
        return plan_supersession(kb, ref, old, word, since or today())

    carry_out(app, plan, yes=yes)
    entry = app.kb.glossary.entries.get(ref.partition(".")[0])
    if entry is not None and entry.title == old:
        click.echo(_("Der Eintrag heißt weiter „{title}“. Ändern: jbakb edit {id}").format(title=old, id=entry.id))
