"""Finding, loading and listing plugins: separate steps on plain values, in sorted order."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final, Literal, TypeVar

import pluggy

from jbakb import hooks
from jbakb.check.finding import Rule
from jbakb.check.rules import BUILT_IN
from jbakb.exchange.format import Exporter, Importer
from jbakb.exchange.formats import EXPORTERS, IMPORTERS
from jbakb.i18n import _

if TYPE_CHECKING:
    import click

    from jbakb.search.engine import Engine

FOLDER: Final = "plugins"
ENTRY_POINT_GROUP: Final = "jbakb"


T = TypeVar("T")


class PluginError(Exception):
    """A plugin cannot be loaded, or two plugins claim the same id."""


@dataclass(frozen=True)
class Plugin:
    """A loaded plugin: its id, where it comes from, and the hooks that it implements."""

    id: str
    origin: Literal["local", "package"]
    source: str
    module: ModuleType
    hooks: tuple[str, ...] = ()


class PluginHost:
    """The plugins of a run. Answers come in the order of plugin ids, whatever order they were found in."""

    def __init__(self, plugins: list[Plugin]) -> None:
        self._manager = pluggy.PluginManager(hooks.PROJECT)
        self._manager.add_hookspecs(hooks)
        # pluggy calls the last registered first.
        for plugin in sorted(plugins, key=lambda plugin: plugin.id, reverse=True):
            self._manager.register(plugin.module, name=plugin.id)
        try:
            self._manager.check_pending()
        except pluggy.PluginValidationError as error:
            raise PluginError(str(error)) from error
        self.plugins = tuple(
            Plugin(plugin.id, plugin.origin, plugin.source, plugin.module, self._hooks_of(plugin))
            for plugin in sorted(plugins, key=lambda plugin: plugin.id)
        )

    def rules(self) -> list[Rule]:
        """Return the built-in rules and those of plugins; raises PluginError if an id is used twice."""
        twice = _("Die Regel „{id}“ gibt es zweimal: in {first} und in {second}.")
        return self._collect("jbakb_rules", {rule.id: rule for rule in BUILT_IN}, twice)

    def exporters(self) -> list[Exporter]:
        """Return the formats to write, built-in ones first; raises PluginError if an id is used twice."""
        twice = _("Das Ausgabeformat „{id}“ gibt es zweimal: in {first} und in {second}.")
        return self._collect("jbakb_exporters", {exporter.id: exporter for exporter in EXPORTERS}, twice)

    def importers(self) -> list[Importer]:
        """Return the formats to read, built-in ones first; raises PluginError if an id is used twice."""
        twice = _("Das Eingabeformat „{id}“ gibt es zweimal: in {first} und in {second}.")
        return self._collect("jbakb_importers", {importer.id: importer for importer in IMPORTERS}, twice)

    def engines(self) -> list[Engine]:
        """Return the search engines, the built-in one first; raises PluginError if a name is used twice."""
        # Only asked for where another engine than the usual is wanted; Whoosh takes its time to import.
        from jbakb.search.whoosh_engine import WhooshEngine

        twice = _("Die Suchmaschine „{id}“ gibt es zweimal: in {first} und in {second}.")
        return self._collect("jbakb_engines", {WhooshEngine.name: WhooshEngine()}, twice)

    def commands(self, built_in: Collection[str]) -> list[click.Command]:
        """Return the commands of plugins; raises PluginError if a name is used twice or is one of the built-in ones."""
        twice = _("Den Befehl „{id}“ gibt es zweimal: in {first} und in {second}.")
        found: list[click.Command | None] = self._collect("jbakb_commands", dict.fromkeys(built_in), twice)
        return [command for command in found if command is not None]

    def _collect(self, hook: str, built_in: Mapping[str, T], twice: str) -> list[T]:
        """Ask all plugins; `built_in` by id, `twice` the message for an id that is claimed twice."""
        found = dict(built_in)
        owner = dict.fromkeys(found, "jbakb")
        for plugin in self.plugins:
            if hook not in plugin.hooks:
                continue
            for item in getattr(plugin.module, hook)():
                # A click command has its name for an id.
                id_ = getattr(item, "id", "") or item.name
                if id_ in owner:
                    raise PluginError(twice.format(id=id_, first=owner[id_], second=plugin.source))
                owner[id_] = plugin.source
                found[id_] = item
        return list(found.values())

    def _hooks_of(self, plugin: Plugin) -> tuple[str, ...]:
        return tuple(sorted(caller.name for caller in self._manager.get_hookcallers(plugin.module) or ()))


def load_plugins(root: Path, *, local: bool = True) -> PluginHost:
    """Load installed plugins and, unless told otherwise, those of a knowledge base's `plugins/` folder.

    Raises PluginError that names the plugin and what went wrong.
    """
    plugins = [*_installed(), *(_local(root) if local else ())]
    seen: dict[str, Plugin] = {}
    for plugin in plugins:
        if plugin.id in seen:
            message = _("Das Plugin „{id}“ gibt es zweimal: {first} und {second}.")
            raise PluginError(message.format(id=plugin.id, first=seen[plugin.id].source, second=plugin.source))
        seen[plugin.id] = plugin
    return PluginHost(plugins)


def _installed() -> Iterator[Plugin]:
    for entry_point in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda point: point.name):
        try:
            module = entry_point.load()
        except Exception as error:
            raise PluginError(_("{source}: {error}").format(source=entry_point.value, error=error)) from error
        yield Plugin(entry_point.name, "package", entry_point.value, module)


def _local(root: Path) -> Iterator[Plugin]:
    for path in sorted((root / FOLDER).glob("*.py")):
        if path.name.startswith("_"):
            continue
        name = f"jbakb_local_{path.stem}"
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        source = path.relative_to(root).as_posix()
        try:
            spec.loader.exec_module(module)
        except Exception as error:
            raise PluginError(_("{source}: {error}").format(source=source, error=error)) from error
        yield Plugin(path.stem, "local", source, module)
