"""German first, English second, whatever the system speaks."""

from __future__ import annotations

import ast
import re
from string import Formatter

import pytest

from tests import catalogues
from tests.conftest import PROJECT, Run

LOCALES = ("de", "en")
HINT = "run `python -m tests.catalogues`, translate in jbakb/locale/, run it again"


@pytest.mark.parametrize("locale", LOCALES)
def test_catalogues_have_every_text_and_no_other(locale: str) -> None:
    known = {message.id for message in catalogues.read(locale)}
    assert known == {message.id for message in catalogues.extract(locale)}, HINT


@pytest.mark.parametrize("locale", LOCALES)
def test_every_text_is_translated(locale: str) -> None:
    assert catalogues.untranslated(catalogues.read(locale)) == [], HINT


@pytest.mark.parametrize("locale", LOCALES)
def test_compiled_catalogues_are_fresh(locale: str) -> None:
    def texts(catalog: catalogues.Catalog) -> set[str]:
        return {f"{list(message.id)} {list(message.string)}" for message in catalog if message.id}

    assert texts(catalogues.read_compiled(locale)) == texts(catalogues.read(locale)), HINT


@pytest.mark.parametrize("locale", LOCALES)
def test_translations_fill_in_the_same_values(locale: str) -> None:
    def names(text: str) -> set[str]:
        try:
            return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}
        except ValueError:
            return set()

    for message in catalogues.read(locale):
        sources = message.id if message.pluralizable else (message.id,)
        for translated in message.string if message.pluralizable else (message.string,):
            if message.id:
                assert names(translated) <= set().union(*map(names, sources)), message.id
                assert re.findall(r"%\(\w+\)s", translated) == re.findall(r"%\(\w+\)s", sources[0]), message.id


def test_texts_are_put_together_after_they_are_translated() -> None:
    """An f-string in `_()` never finds its translation."""
    for file in [*PROJECT.glob("jbakb/**/*.py"), *PROJECT.glob("plugins/**/*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("_", "N_", "ngettext")
            ):
                assert not any(isinstance(part, ast.JoinedStr) for part in node.args), f"{file}:{node.lineno}"


SYSTEMS = [
    pytest.param({"LANG": "C", "LC_ALL": "C", "LANGUAGE": ""}, id="C"),
    pytest.param({"LANG": "en_US.UTF-8", "LC_ALL": "", "LANGUAGE": "en"}, id="English"),
]


@pytest.mark.parametrize("system", SYSTEMS)
def test_help_is_german_on_every_system(jbakb: Run, system: dict[str, str]) -> None:
    shown = jbakb("show", "--help", **system).stdout
    assert shown.startswith("Aufruf: jbakb show [OPTIONEN] WORT")
    assert "Optionen:" in shown and "Diese Hilfe zeigen." in shown
    assert not re.search(r"\b(Usage|Options|Show this)\b", shown)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show",), "Fehler: Es fehlt das Argument 'WORT'."),
        (("shwo",), "Fehler: Den Befehl „shwo“ gibt es nicht. Meinten Sie „show“?"),
        (("list", "--opn"), "Fehler: Die Option „--opn“ gibt es nicht. Meinten Sie '--open'?"),
        (("list", "--format", "xml"), "„xml“ ist nicht möglich. Möglich sind: 'table', 'json', 'jsonl'."),
        (("list", "x"), "Fehler: Ein Argument zu viel (x)"),
        (("list", "--as-of", "gestern"), "„gestern“ ist kein Datum"),
    ],
)
def test_usage_errors_are_german(jbakb: Run, arguments: tuple[str, ...], said: str) -> None:
    result = jbakb(*arguments, LANG="C")
    assert result.returncode == 2 and said in result.stderr
    assert "Aufruf: jbakb" in result.stderr and "Hilfe: jbakb" in result.stderr


def test_prompts_are_german_and_end_with_the_input() -> None:
    import click
    from click.testing import CliRunner

    from jbakb.i18n import use_language

    use_language("de")

    @click.command()
    def ask() -> None:
        click.prompt("Nr.", type=click.IntRange(1, 3))

    shown = CliRunner().invoke(ask, input="9\nx\n2\n").output
    assert "9 liegt nicht im Bereich 1<=x<=3." in shown and "„x“ ist keine passende Zahl" in shown


@pytest.mark.parametrize("way", ["option", "environment", "settings"])
def test_english_can_be_chosen(jbakb: Run, small: object, way: str) -> None:
    from pathlib import Path

    settings = Path(str(small)) / "jbakb.toml"
    if way == "settings":
        settings.write_text('language = "en"\n' + settings.read_text(encoding="utf-8"), encoding="utf-8")
    before = ("--lang", "en") if way == "option" else ()
    environment = {"JBAKB_LANG": "en"} if way == "environment" else {}
    shown = jbakb(*before, "translate", "Hilfeplan", "--to", "sgb2", **environment).stdout
    assert "(nearly the same)" in shown
    assert jbakb(*before, "show", "--help", **environment).stdout.startswith("Usage: jbakb show [OPTIONS] WORD")


def test_the_option_is_stronger_than_environment_and_settings(jbakb: Run) -> None:
    assert jbakb("--lang", "de", "--help", JBAKB_LANG="en").stdout.startswith("Aufruf:")


def test_no_text_hides_in_an_f_string() -> None:
    """Before Python 3.12 an f-string is one word to whoever collects the texts."""
    for file in [*PROJECT.glob("jbakb/**/*.py"), *PROJECT.glob("plugins/**/*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                calls = [inner for inner in ast.walk(node) if isinstance(inner, ast.Call)]
                hidden = [
                    ast.unparse(call)
                    for call in calls
                    if isinstance(call.func, ast.Name)
                    and call.func.id in ("_", "ngettext")
                    and isinstance(call.args[0], ast.Constant)
                ]
                assert not hidden, f"{file}:{node.lineno}: {hidden}"
