"""`jbakb approve`: an authority signs off its own words."""

from __future__ import annotations

from datetime import date

import click

from jbakb.change.approving import plan_approval, plan_withdrawal
from jbakb.cli.app import App, Day, pass_app
from jbakb.cli.changing import carry_out
from jbakb.cli.params import REF
from jbakb.clock import today
from jbakb.i18n import _


@click.command(
    help=_("Einen Begriff so freigeben, wie er dasteht. Wird sein Text später geändert, zeigt die Website das an.")
    + "\n\n"
    + _("VERWEIS ist eintrag.begriff, zum Beispiel hilfeplan.sgb8; mehrere sind möglich.")
)
@click.argument("refs", type=REF, metavar=_("VERWEIS…"), nargs=-1, required=True)
@click.option("--on", type=Day(), default=today, help=_("Tag der Freigabe (ohne Angabe: heute)."))
@click.option("--withdraw", is_flag=True, help=_("Die Freigabe zurücknehmen."))
@click.option("--yes", is_flag=True, help=_("Nicht nachfragen."))
@pass_app
def approve(app: App, /, refs: tuple[str, ...], on: date, withdraw: bool, yes: bool) -> None:
    """Plan the approval, show it, and write it."""
    carry_out(app, lambda kb: plan_withdrawal(kb, refs) if withdraw else plan_approval(kb, refs, on), yes=yes)
