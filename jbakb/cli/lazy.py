"""A group whose commands are imported when they are used, so that the program starts at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final

import click
from click.shell_completion import CompletionItem

from jbakb.i18n import N_, _

_PLUGINS: Final = N_("Aus Plugins")


@dataclass(frozen=True)
class LazyCommand:
    """Where a command lives (`module:attribute` below jbakb.cli), its line in the help, and its section there."""

    target: str
    help: str
    section: str


def options_metavar() -> str:
    """Return what stands for options in a usage line; Click does not translate it."""
    return _("[OPTIONEN]")


class LazyGroup(click.Group):
    """List commands from a table; import one only when it is called."""

    def __init__(self, *args: object, table: Mapping[str, LazyCommand], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the table's order."""
        return [*self.table, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command that is asked for."""
        row = self.table.get(cmd_name)
        if row is None:
            return super().get_command(ctx, cmd_name) or self._from_plugins(ctx).get(cmd_name)
        module, _colon, attribute = row.target.partition(":")
        command: click.Command = getattr(import_module(f"jbakb.cli.{module}"), attribute)
        if command.options_metavar == "[OPTIONS]":
            command.options_metavar = options_metavar()
        return command

    def _from_plugins(self, ctx: click.Context) -> Mapping[str, click.Command]:
        """Return the commands that plugins add; asked only for a name that is not in the table, since it loads them."""
        found: dict[str, click.Command] | None = ctx.meta.get(__name__)
        if found is None:
            from jbakb.plugin_host import load_plugins
            from jbakb.store.settings import find_root

            root = find_root(ctx.params.get("directory") or Path())
            host = load_plugins(root, local=not ctx.params.get("no_plugins")) if root else None
            found = {command.name or "": command for command in host.commands(self.table)} if host else {}
            ctx.meta[__name__] = found
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an unknown one gets the nearest known as a suggestion."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            from jbakb.store.suggest import suggestion

            near = suggestion(args[0], self.list_commands(ctx))
            message = _("Den Befehl „{name}“ gibt es nicht.").format(name=args[0])
            hint = _("Meinten Sie „{near}“?").format(near=near) if near else _("„jbakb --help“ zeigt alle Befehle.")
            raise click.UsageError(f"{message} {hint}", ctx)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete the names from the table, without importing any command."""
        names = [name for name in self.table if name.startswith(incomplete)]
        commands = [CompletionItem(name, help=_(self.table[name].help)) for name in names]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by section, without importing any."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for name, row in self.table.items():
            sections.setdefault(row.section, []).append((name, _(row.help)))
        for name in super().list_commands(ctx):
            command = super().get_command(ctx, name)
            sections.setdefault(_PLUGINS, []).append((name, command.get_short_help_str() if command else ""))
        for section, rows in sections.items():
            with formatter.section(_(section)):
                formatter.write_dl(rows)
