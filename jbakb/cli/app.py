"""What every command shares: which knowledge base, which day, and how errors are told."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from jbakb.clock import today
from jbakb.i18n import _

if TYPE_CHECKING:
    from jbakb.knowledge_base import KnowledgeBase
    from jbakb.plugin_host import PluginHost

F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class App:
    """The options before the command, and what follows from them."""

    directory: Path
    local_plugins: bool = True

    @cached_property
    def root(self) -> Path:
        """Return the root of the knowledge base; raises a usage error if there is none."""
        from jbakb.store.settings import find_root

        root = find_root(self.directory)
        if root is None:
            raise click.UsageError(
                _("Hier ist keine Wissensbasis ({folder} und darüber hat keine jbakb.toml).").format(
                    folder=self.directory.resolve()
                )
                + " "
                + _("„jbakb init“ legt eine an, „jbakb -C ORDNER …“ nimmt eine andere.")
            )
        return root

    @cached_property
    def kb(self) -> KnowledgeBase:
        """Return the knowledge base."""
        from jbakb.knowledge_base import open_knowledge_base

        return open_knowledge_base(self.root)

    @cached_property
    def plugins(self) -> PluginHost:
        """Return the plugins of this run."""
        from jbakb.plugin_host import load_plugins

        return load_plugins(self.root, local=self.local_plugins)


class Day(click.ParamType[date]):
    """A day as JJJJ-MM-TT."""

    name = "JJJJ-MM-TT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day; fails with a usage error."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(
                _("„{value}“ ist kein Datum (JJJJ-MM-TT, zum Beispiel 2026-07-01).").format(value=value), param, ctx
            )


def as_of_option(command: F) -> F:
    """Add `--as-of`, the day for which statuses hold."""
    return click.option(
        "--as-of", "on", type=Day(), default=today, help=_("Stand an diesem Tag (ohne Angabe: heute).")
    )(command)


def format_option(*formats: str) -> Callable[[F], F]:
    """Add `--format`; the first is the default."""
    return click.option(
        "--format", "format_", type=click.Choice(formats), default=formats[0], help=_("Art der Ausgabe.")
    )


pass_app = click.make_pass_decorator(App)


def interactive() -> bool:
    """Tell whether somebody can answer questions."""
    return sys.stdin.isatty() and sys.stdout.isatty()
