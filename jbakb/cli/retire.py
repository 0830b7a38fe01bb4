"""`jbakb retire`: a word or a concept ends."""

from __future__ import annotations

from datetime import date

import click

from jbakb.change.retiring import plan_retirement
from jbakb.cli.app import App, Day, pass_app
from jbakb.cli.changing import carry_out
from jbakb.cli.params import REF
from jbakb.clock import today
from jbakb.i18n import _


@click.command(
    help=_("Eintrag, Begriff oder Wort außer Kraft setzen. Es bleibt im Glossar und wird als überholt erkannt.")
    + "\n\n"
    + _("VERWEIS ist eintrag, eintrag.begriff, eintrag.begriff:Wort oder ein eindeutiges Wort.")
)
@click.argument("ref", type=REF, metavar=_("VERWEIS"))
@click.option("--on", type=Day(), default=today, help=_("Letzter Tag, an dem es gilt (ohne Angabe: heute)."))
@click.option("--replaced-by", multiple=True, metavar=_("VERWEIS"), help=_("Nachfolger; mehrmals möglich."))
@click.option("--yes", is_flag=True, help=_("Nicht nachfragen."))
@pass_app
def retire(app: App, /, ref: str, on: date, replaced_by: tuple[str, ...], yes: bool) -> None:
    """Plan the retirement, show it, and write it."""
    carry_out(app, lambda kb: plan_retirement(kb, ref, on, replaced_by), yes=yes)
