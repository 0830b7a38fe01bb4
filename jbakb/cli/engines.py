"""Which search engine a command uses: the one named on the command line, else the one of jbakb.toml."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from jbakb.cli.app import App
from jbakb.i18n import _
from jbakb.store.settings import find_root, load_settings
from jbakb.store.suggest import nearest_hint

if TYPE_CHECKING:
    from jbakb.search.engine import Engine

F = TypeVar("F", bound=Callable[..., Any])


def engine_option(command: F) -> F:
    """Add `--engine`."""
    return click.option(
        "--engine", metavar=_("NAME"), default=None, help=_("Suchmaschine (sonst gilt jbakb.toml, dann whoosh).")
    )(command)


def engine_of(app: App, name: str | None) -> Engine:
    """Return the engine; raises a usage error for an unknown one. Plugins are only loaded if one of them is meant."""
    from jbakb.search.whoosh_engine import WhooshEngine

    root = find_root(app.directory)
    wanted = name or (load_settings(root).search.engine if root else WhooshEngine.name)
    if wanted == WhooshEngine.name:
        return WhooshEngine()
    known = {engine.name: engine for engine in app.plugins.engines()}
    if wanted not in known:
        message = _("Die Suchmaschine „{name}“ gibt es nicht.").format(name=wanted)
        raise click.UsageError(f"{message} ({nearest_hint(wanted, tuple(known))})")
    return known[wanted]
