"""`jbakb forms`: the forms in which a term is recognised, and what each is derived from."""

from __future__ import annotations

from datetime import date

import click

from jbakb.cli.app import App, as_of_option, format_option, pass_app
from jbakb.cli.output import print_items, print_table
from jbakb.i18n import _
from jbakb.language.derivation import Derived, Origin
from jbakb.language.inflection import derive_forms
from jbakb.lookup import find_word
from jbakb.model import Term
from jbakb.model.values import Gender


@click.command(help=_("Zeigen, in welchen Formen ein Begriff erkannt wird, und woraus sie folgen."))
@click.argument("term", metavar=_("BEGRIFF"))
@click.option(
    "--gender",
    type=click.Choice(Gender.__args__),  # type: ignore[attr-defined]
    help=_("Mit diesem Geschlecht, statt mit dem im Glossar."),
)
@click.option("--plural", default="", metavar=_("WORT"), help=_("Mit dieser Mehrzahl, statt mit der im Glossar."))
@format_option("table", "json", "jsonl")
@as_of_option
@pass_app
def forms(app: App, term: str, gender: Gender | None, plural: str, format_: str, on: date) -> None:
    """Print the forms of a term of the glossary, or of a word with the given gender and plural."""
    known = () if gender or plural else find_word(app.kb.glossary, term, on).readings
    terms = [reading.sense.term for reading in known if reading.sense] or [
        Term(term=term, gender=gender, plural=plural)
    ]
    derived: dict[str, Derived] = {}
    for each in terms:
        for form, why in derive_forms(each).items():
            derived.setdefault(form, why)
    if format_ == "table":
        print_table((_("Form"), _("Woraus sie folgt")), [(form, _reason(why)) for form, why in derived.items()])
        return
    items = [
        {"id": form, "form": form, "origin": why.origin.name.lower(), "basis": why.basis}
        for form, why in derived.items()
    ]
    print_items("forms", items, format_)


def _reason(why: Derived) -> str:
    """Say in German why a form belongs to a term."""
    if why.origin is Origin.GIVEN:
        return _("steht so da")
    if why.origin is Origin.BASE:
        return _("wie „{word}“").format(word=why.basis)
    if why.origin is Origin.ENDING:
        return _("angenommen nach der Endung {ending}").format(ending=why.basis) if why.basis else _("angenommen")
    if why.origin is Origin.WEAK:
        return _("nur nach „im“, „dem“, „zu“ und Ähnlichem")
    labels = {
        "adjective": _("Endungen der Adjektive"),
        "genitive": _("Genitiv"),
        "dative": _("Dativ mit -e"),
        "digits": _("Zahl in Ziffern"),
        "gender": _("Form mit Genderzeichen"),
        "points": _("Schreibung ohne Punkte"),
        "spelling": _("Schreibung mit ss oder ß"),
        "verb": _("Beugung des Verbs"),
        "weak": _("schwache Beugung"),
    }
    return labels.get(why.basis) or _("Mehrzahl „{plural}“").format(plural=why.basis)
