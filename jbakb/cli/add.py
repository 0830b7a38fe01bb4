"""`jbakb add`: take up an entry, a concept or a term; on a terminal by questions, in scripts by options."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import click
import msgspec

from jbakb.change.adding import Addition, entry_id_of, plan_addition, tidied
from jbakb.change.proposing import propose_grammar, propose_type
from jbakb.change.similar import Similar, find_similar
from jbakb.cli.app import App, Day, interactive, pass_app
from jbakb.cli.changing import carry_out
from jbakb.cli.params import AREA, ENTRY, THEME
from jbakb.i18n import _
from jbakb.knowledge_base import KnowledgeBase
from jbakb.labels import gender_label
from jbakb.model import Term
from jbakb.model.values import Equivalence, Gender, Status, TermType, Visibility
from jbakb.store.problem import RefusedError
from jbakb.store.transaction import Changeset


@click.command(
    help=_("Eintrag, Begriff oder Wort aufnehmen.")
    + "\n\n"
    + _("Ohne --entry entsteht ein neuer Eintrag. Was fehlt, wird auf einem Terminal erfragt.")
)
@click.argument("term", required=False, default="", metavar=_("[WORT]"))
@click.option("--entry", type=ENTRY, default="", metavar=_("KENNUNG"), help=_("Eintrag, zu dem das Wort gehört."))
@click.option("--theme", type=THEME, default="", metavar=_("KENNUNG"), help=_("Thema eines neuen Eintrags."))
@click.option("--area", type=AREA, default="", metavar=_("KENNUNG"), help=_("Rechtskreis, der das Wort benutzt."))
@click.option("--concept", default="", metavar=_("KENNUNG"), help=_("Begriff, wenn der Rechtskreis mehrere hat."))
@click.option("--status", type=click.Choice(get_args(Status)), help=_("Stellung des Wortes."))
@click.option("--type", "type_", type=click.Choice(get_args(TermType)), help=_("Art des Wortes."))
@click.option("--equivalence", type=click.Choice(get_args(Equivalence)), help=_("Deckung mit dem Gemeinsamen."))
@click.option("--source", "sources", multiple=True, metavar="§", help=_("Paragraf; mehrmals möglich."))
@click.option("--definition", default="", metavar=_("TEXT"), help=_("Was das Wort dort heißt."))
@click.option("--gender", type=click.Choice(get_args(Gender)), help=_("Grammatisches Geschlecht."))
@click.option("--plural", default="", metavar=_("WORT"), help=_("Mehrzahl."))
@click.option("--title", default="", metavar=_("TEXT"), help=_("Titel eines neuen Eintrags (sonst das Wort)."))
@click.option("--notion", default="", metavar=_("TEXT"), help=_("Das Gemeinsame (sonst die Definition)."))
@click.option("--note", default="", metavar=_("TEXT"), help=_("Hinweis zum Wort."))
@click.option("--valid-from", type=Day(), help=_("Seit wann das Wort amtlich ist."))
@click.option("--visibility", type=click.Choice(get_args(Visibility)), help=_("Wer den Eintrag sehen darf."))
@click.option("--yes", is_flag=True, help=_("Nicht nachfragen, auch nicht bei Warnungen."))
@pass_app
def add(app: App, /, yes: bool, **given: Any) -> None:
    """Collect what is to be added, warn of what is like it, show the change, and write it."""
    given = {key: value for key, value in given.items() if value}
    missing = _missing(app, given)
    if missing and not interactive():
        raise click.UsageError(_missing_message(app, missing))
    if not missing:
        _write(app, _with_grammar(app, _from_options(given)), yes=yes)
        return
    from jbakb.cli.drafts import Draft, find_draft
    from jbakb.cli.wizard import Interview

    draft = find_draft(app.root, given.get("term", ""))
    replay = False
    if draft is not None:
        answer = take_up(draft)
        replay = answer == "continue"
        if answer == "discard":
            draft.discard()
            draft = None
    interview = Interview(app.kb.glossary, draft or Draft(app.root), given, replay)
    try:
        addition = interview.addition()
        _write(app, addition, yes=yes)
    except (click.Abort, click.exceptions.Exit, KeyboardInterrupt, EOFError, RefusedError):
        if not interview.draft.answers.keys() - given.keys():
            # What was said on the command line is no answer worth keeping.
            interview.draft.discard()
        else:
            click.echo()
            click.echo(_("Die Antworten sind aufgehoben; „jbakb add“ nimmt sie wieder auf."), err=True)
        raise
    interview.draft.discard()


def take_up(draft: Any) -> str:
    """Ask what to do with answers that were given before."""
    from jbakb.cli.asking import ask_choice

    question = _("Zu „{word}“ gibt es angefangene Antworten ({count}).")
    options = {
        "continue": _("weitermachen"),
        "review": _("noch einmal durchgehen"),
        "discard": _("verwerfen"),
    }
    return ask_choice(question.format(word=draft.word, count=len(draft.answers)), options, "continue")


def _missing(app: App, given: dict[str, Any]) -> list[str]:
    """Return the options that are needed and not given; which ones depends on whether the entry exists."""
    if "term" not in given:
        return ["term"]
    entry = app.kb.glossary.entries.get(entry_id_of(_from_options(given)))
    if entry is not None and "entry" not in given:
        return [] if not interactive() else ["entry"]
    if entry is None and "entry" in given and "theme" not in given:
        return []
    needed = ["area"] if entry and not given.get("concept") else [] if entry else ["theme", "area"]
    return [name for name in needed if name not in given]


def _missing_message(app: App, missing: list[str]) -> str:
    if missing == ["term"]:
        return _("Welches Wort? jbakb add WORT --theme THEMA --area RECHTSKREIS")
    glossary = app.kb.glossary
    known = {"theme": glossary.themes, "area": glossary.areas}
    lines = [f"  --{name}: {', '.join(known[name])}" for name in missing]
    return "\n".join([_("Es fehlt:"), *lines])


def _with_grammar(app: App, addition: Addition) -> Addition:
    """Add the gender and plural that the word leaves no doubt about, where nothing is said, and say so."""
    term = addition.term
    if term.gender or term.plural or term.type in ("abbreviation", "acronym"):
        return addition
    gender, plural = propose_grammar(app.kb.glossary, term.term, only_sure=True)
    if gender is None:
        return addition
    message = (
        _("Angenommen: {gender}, Mehrzahl „{plural}“ (anders mit --gender und --plural).")
        if plural
        else _("Angenommen: {gender} (anders mit --gender).")
    )
    click.echo(message.format(gender=gender_label(gender), plural=plural), err=True)
    return replace(addition, term=msgspec.structs.replace(term, gender=gender, plural=plural))


def _from_options(given: dict[str, Any]) -> Addition:
    word = str(given["term"]).strip()
    term = Term(
        term=word,
        type=given.get("type_") or propose_type(word),
        status=given.get("status"),
        gender=given.get("gender"),
        plural=given.get("plural", ""),
        valid_from=given.get("valid_from"),
        note=given.get("note", ""),
    )
    rest = (
        "entry",
        "theme",
        "area",
        "concept",
        "equivalence",
        "definition",
        "title",
        "notion",
        "visibility",
        "sources",
    )
    return Addition(term, **{name: given[name] for name in rest if name in given})


def _write(app: App, addition: Addition, *, yes: bool) -> None:
    addition = tidied(addition)
    told: list[Similar] = []

    def plan(kb: KnowledgeBase) -> Changeset:
        changeset = plan_addition(kb, addition)
        if not told:
            told.extend(_warn(kb, addition, changeset, yes=yes))
        return changeset

    carry_out(app, plan, yes=yes)


def _warn(kb: KnowledgeBase, addition: Addition, changeset: Changeset, *, yes: bool) -> list[Similar]:
    """Tell what is like the new word; raises RefusedError for the same word where nobody can confirm it."""
    area = addition.area
    entry = kb.glossary.entries.get(addition.entry)
    if not area and entry is not None and (concept := entry.concept(addition.concept)):
        area = concept.area
    found = find_similar(kb.glossary, addition.term.term, area)
    for similar in found:
        sense = similar.sense
        place = f"{sense.ref} ({kb.glossary.areas[sense.area].short})" if sense.area in kb.glossary.areas else sense.ref
        message = {
            "same": _("„{term}“ gibt es in diesem Rechtskreis schon: {place}."),
            "elsewhere": _(
                "„{term}“ gibt es auch in {place}. Meint es dort etwas anderes, hilft ein Hinweis im Eintrag "
                "(false_friends, „jbakb edit {entry}“)."
            ),
            "near": _("Ähnlich ist „{term}“ in {place}."),
        }[similar.likeness]
        text = message.format(term=sense.term.term, place=place, entry=sense.entry.id)
        click.secho(_("Achtung:") + " " + text, fg="yellow", err=True)
    if any(similar.likeness == "same" for similar in found) and not yes and not interactive():
        raise RefusedError(_("Nichts wurde geändert. Wenn das Wort trotzdem aufgenommen werden soll: --yes"))
    return found
