"""Questions on a terminal: yes or no, one of several, free text. Only call these where somebody can answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NoReturn

import click

from jbakb.i18n import _
from jbakb.store.suggest import suggestion

#: Takes what was typed and returns the answer; raises click.UsageError with the reason if it is none.
Check = Callable[[str], str]


def ask_text(label: str, default: str = "", check: Check | None = None) -> str:
    """Ask for a text; an empty answer takes the default. Asks again until the check is content."""
    while True:
        suffix = " " if label.endswith(("?", ")")) and not default else ": "
        typed = click.prompt(label, default=default, show_default=bool(default), prompt_suffix=suffix).strip()
        try:
            return check(typed) if check else typed
        except click.UsageError as error:
            click.secho(f"  {error.message}", fg="yellow")


def ask_yes(label: str, *, default: bool = True) -> bool:
    """Ask a question that is answered by ja or nein."""
    answers = {"j": True, "ja": True, "y": True, "yes": True, "n": False, "nein": False, "no": False, "": default}
    hint = _("[J/n]") if default else _("[j/N]")
    while True:
        typed = click.prompt(f"{label} {hint}", default="", show_default=False, prompt_suffix=" ").strip().lower()
        if typed in answers:
            return answers[typed]
        click.secho("  " + _("Bitte mit j (ja) oder n (nein) antworten."), fg="yellow")


def decline() -> NoReturn:
    """End a command whose change was answered by no: nothing was interrupted, and nothing is done."""
    click.echo(_("Nichts wurde geändert."))
    raise click.exceptions.Exit(1)


def ask_choice(label: str, options: Mapping[str, str], default: str = "", *, optional: bool = False) -> str:
    """Ask for one of several things by number, id, name or a part of the name that only one has.

    Args: `options` names by id; `default` an id; `optional` allows an empty answer if there is no default.
    """
    numbers = _listed(label, options)
    hint = _("Nummer oder Name")

    def check(typed: str) -> str:
        return "" if not typed and optional else _chosen(typed, options)

    return ask_text(f"  {hint}", str(numbers.index(default) + 1) if default in numbers else "", check)


def ask_several(label: str, options: Mapping[str, str], default: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Ask for any number of things by numbers, ids or names with commas between them; an empty answer is none.

    Args: `options` names by id; `default` ids.
    """
    numbers = _listed(label, options)
    shown = ", ".join(str(numbers.index(each) + 1) for each in default if each in numbers)

    def check(typed: str) -> str:
        return " ".join(_chosen(part.strip(), options) for part in typed.split(",") if part.strip())

    return tuple(dict.fromkeys(ask_text("  " + _("Nummern oder Namen, mit Komma (leer: keine)"), shown, check).split()))


def _listed(label: str, options: Mapping[str, str]) -> list[str]:
    """Print numbered options and return their ids in that order."""
    click.echo(label)
    for number, name in enumerate(options.values(), 1):
        click.echo(f"  {number:>2}  {name}")
    return list(options)


def _chosen(typed: str, options: Mapping[str, str]) -> str:
    """Return the id of the option that was typed; raises click.UsageError if it is none."""
    numbers = list(options)
    if typed.isdigit() and 1 <= int(typed) <= len(numbers):
        return numbers[int(typed) - 1]
    by_name = {text.casefold(): key for key, name in options.items() for text in (key, name)}
    if typed.casefold() in by_name and typed:
        return by_name[typed.casefold()]
    holding = [key for key, name in options.items() if typed and typed.casefold() in name.casefold()]
    if len(holding) == 1:
        return holding[0]
    near = suggestion(typed, [*options, *options.values()]) if typed else ""
    message = _("„{typed}“ steht nicht zur Wahl.").format(typed=typed) if typed else _("Bitte etwas auswählen.")
    raise click.UsageError(message + (" " + _("Meinten Sie „{near}“?").format(near=near) if near else ""))
