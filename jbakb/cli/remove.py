"""`jbakb remove`: an entry, a concept or a word goes, unless something still needs it."""

from __future__ import annotations

import click

from jbakb.change.removing import plan_removal
from jbakb.cli.app import App, pass_app
from jbakb.cli.changing import carry_out
from jbakb.cli.params import ANY_REF
from jbakb.i18n import _


@click.command(
    help=_(
        "Eintrag, Begriff oder Wort löschen. Bloße Hinweise darauf werden gestrichen. "
        "Wo etwas nicht ohne es auskommt, bleibt es, und die Stellen werden genannt."
    )
    + "\n\n"
    + _(
        "VERWEIS ist eintrag, eintrag.begriff, eintrag.begriff:Wort oder ein eindeutiges Wort; auch prozesse/KENNUNG, "
        "vereinbarung/…, ziele/… und rollen/…."
    )
)
@click.argument("ref", type=ANY_REF, metavar=_("VERWEIS"))
@click.option("--yes", is_flag=True, help=_("Nicht nachfragen."))
@pass_app
def remove(app: App, /, ref: str, yes: bool) -> None:
    """Plan the removal, show it, and write it."""
    carry_out(app, lambda kb: plan_removal(kb, ref), yes=yes, question=_("Wirklich löschen?"))
    click.echo(_("„jbakb undo“ nimmt das zurück."))
