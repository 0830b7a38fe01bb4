"""Plugins add rules, formats and commands; an id belongs to one."""

from pathlib import Path

import pytest

from jbakb.plugin_host import PluginError, PluginHost, load_plugins

PLUGIN = """\
from jbakb.check.finding import Rule
from jbakb.exchange.format import Exporter, Importer, Table
from jbakb.hooks import hookimpl
import click

@click.command()
def hallo():
    click.echo("Hallo")

@hookimpl
def jbakb_rules():
    return [Rule("eigene-regel", "info", "Eigene Regel", lambda given: ())]

@hookimpl
def jbakb_exporters():
    return [Exporter("liste", "Liste", ".txt", lambda glossary, on: f"{len(glossary.entries)} {on}".encode())]

@hookimpl
def jbakb_importers():
    return [Importer("liste", "Liste", (".liste",), lambda data, file: Table(()))]

@hookimpl
def jbakb_commands():
    return [hallo]
"""


def host(root: Path, **files: str) -> PluginHost:
    (root / "plugins").mkdir(exist_ok=True)
    for name, text in files.items():
        (root / "plugins" / f"{name}.py").write_text(text, encoding="utf-8")
    return load_plugins(root)


def test_a_plugin_can_add_to_everything(small: Path) -> None:
    found = host(small, eigenes=PLUGIN)
    assert [plugin.hooks for plugin in found.plugins] == [
        ("jbakb_commands", "jbakb_exporters", "jbakb_importers", "jbakb_rules")
    ]
    assert found.rules()[-1].id == "eigene-regel"
    assert found.exporters()[-1].id == "liste"
    assert found.importers()[-1].id == "liste"
    assert [command.name for command in found.commands(["check"])] == ["hallo"]


@pytest.mark.parametrize(
    ("method", "arguments"), [("rules", ()), ("exporters", ()), ("importers", ()), ("commands", ([],))]
)
def test_an_id_that_is_claimed_twice_names_both(small: Path, method: str, arguments: tuple[object, ...]) -> None:
    found = host(small, zweites=PLUGIN, eines=PLUGIN)
    with pytest.raises(PluginError, match=r"plugins/eines\.py.*plugins/zweites\.py"):
        getattr(found, method)(*arguments)


def test_a_built_in_command_is_not_replaced(small: Path) -> None:
    with pytest.raises(PluginError, match=r"jbakb.*plugins/eigenes\.py"):
        host(small, eigenes=PLUGIN).commands(["hallo"])


def test_a_built_in_format_is_not_replaced(small: Path) -> None:
    with pytest.raises(PluginError, match=r"jbakb.*plugins/eigenes\.py"):
        host(small, eigenes=PLUGIN.replace('"liste"', '"csv"')).exporters()


def test_plugins_come_in_the_order_of_their_ids(small: Path) -> None:
    assert [plugin.id for plugin in host(small, b="", a="", _c="").plugins] == ["a", "b"]


def test_a_broken_plugin_is_named(small: Path) -> None:
    with pytest.raises(PluginError, match=r"plugins/kaputt\.py.*division"):
        host(small, kaputt="1 / 0")


def test_a_misspelled_hook_is_an_error(small: Path) -> None:
    with pytest.raises(PluginError, match="jbakb_ruels"):
        host(small, falsch="from jbakb.hooks import hookimpl\n@hookimpl\ndef jbakb_ruels(): return []\n")


def test_local_plugins_can_be_left_out(small: Path) -> None:
    (small / "plugins").mkdir()
    (small / "plugins" / "kaputt.py").write_text("1 / 0", encoding="utf-8")
    assert load_plugins(small, local=False).plugins == ()
