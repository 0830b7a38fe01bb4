"""What a plugin may add: the whole interface on one page.

A plugin is a module with functions of these names, marked `@hookimpl`: a file in a knowledge base's `plugins/` folder,
or an installed package with an entry point in the group `jbakb`. See docs/handbuch/plugins.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    import click

    from jbakb.check.finding import Rule
    from jbakb.exchange.format import Exporter, Importer
    from jbakb.search.engine import Engine

PROJECT = "jbakb"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def jbakb_rules() -> Iterable[Rule]:  # type: ignore[empty-body]
    """Return rules that `jbakb check` applies."""


@hookspec
def jbakb_commands() -> Iterable[click.Command]:  # type: ignore[empty-body]
    """Return commands for the command line."""


@hookspec
def jbakb_exporters() -> Iterable[Exporter]:  # type: ignore[empty-body]
    """Return formats that `jbakb export` writes."""


@hookspec
def jbakb_importers() -> Iterable[Importer]:  # type: ignore[empty-body]
    """Return formats that `jbakb import` reads."""


@hookspec
def jbakb_engines() -> Iterable[Engine]:  # type: ignore[empty-body]
    """Return search engines that `jbakb search` and `jbakb host` can use."""
