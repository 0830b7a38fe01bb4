"""`jbakb add`: take up an entry, a concept or a term."""

from __future__ import annotations

from typing import get_args

import click

from jbakb.change.adding import Addition, plan_addition
from jbakb.cli.app import App, pass_app
from jbakb.i18n import _
from jbakb.model import Term
from jbakb.model.values import Equivalence, Gender, Status, TermType
from jbakb.store.transaction import write


@click.command(help=_("Eintrag, Begriff oder Wort aufnehmen."))
@click.argument("term")
@click.option("--entry", default="")
@click.option("--theme", default="")
@click.option("--area", default="")
@click.option("--concept", default="")
@click.option("--status", type=click.Choice(get_args(Status)))
@click.option("--type", "type_", type=click.Choice(get_args(TermType)), default="fullForm")
@click.option("--equivalence", type=click.Choice(get_args(Equivalence)), default="exact")
@click.option("--source", "sources", multiple=True)
@click.option("--definition", default="")
@click.option("--gender", type=click.Choice(get_args(Gender)))
@click.option("--plural", default="")
@click.option("--title", default="")
@click.option("--notion", default="")
@click.option("--yes", is_flag=True)
@pass_app
def add(app: App, term: str, status: Status | None, type_: TermType, gender: Gender | None, plural: str, sources: tuple[str, ...], yes: bool, **rest: str) -> None:
    """Plan the addition and write it."""
    word = Term(term=term, type=type_, status=status, gender=gender, plural=plural)
    addition = Addition(term=word, sources=sources, **rest)  # type: ignore[arg-type]
    changeset = write(app.root, lambda: plan_addition(app.kb, addition))
    click.echo(changeset.summary)
