"""The German reference of all commands: one page, written from the commands themselves.

`python -m jbakb.cli.reference` writes docs/handbuch/befehle.md anew; a test fails if it is not up to date.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from jbakb.cli.root import COMMANDS, cli
from jbakb.i18n import use_language

PAGE: Final = Path(__file__).parents[2] / "docs" / "handbuch" / "befehle.md"

_INTRODUCTION: Final = """\
# Befehle

`jbakb` ist das Werkzeug der Koordination und der CI. `jbakb BEFEHL --help` zeigt dieselben Angaben im Terminal.
Jeder Befehl endet mit 0, wenn alles in Ordnung ist, mit 1 bei Befunden und mit 2 bei falscher Eingabe oder
unlesbaren Daten.
"""


def reference_page() -> str:
    """Return the page that documents all commands, as Markdown."""
    use_language("de")
    root = click.Context(cli, info_name="jbakb")
    parts = [_INTRODUCTION, "## Vor jedem Befehl\n", _options(cli, root)]
    section = ""
    for name, row in COMMANDS.items():
        if row.section != section:
            section = row.section
            parts.append(f"## {section}\n")
        command = cli.get_command(root, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=root)
        usage = " ".join(command.collect_usage_pieces(context))
        parts += [
            f"### jbakb {name} {{ #{name} }}\n",
            f"```\njbakb {name} {usage}\n```\n",
            _help(command),
            _options(command, context),
            *_commands_of(command, context),
        ]
    return "\n".join(part for part in parts if part)


def _commands_of(group: click.Command, parent: click.Context) -> Iterator[str]:
    """Iterate over the parts about the commands of a group."""
    for name, command in group.commands.items() if isinstance(group, click.Group) else ():
        context = click.Context(command, info_name=name, parent=parent)
        usage = " ".join(command.collect_usage_pieces(context))
        yield f"#### jbakb {parent.info_name} {name} {{ #{parent.info_name}-{name} }}\n"
        yield f"```\njbakb {parent.info_name} {name} {usage}\n```\n"
        yield _help(command)
        yield _options(command, context)


def _help(command: click.Command) -> str:
    """Return the help text; paragraphs that Click must not wrap are code."""
    paragraphs = (command.help or "").strip().split("\n\n")
    return "\n".join(
        "```\n" + paragraph.replace("\b\n", "") + "\n```\n" if paragraph.startswith("\b") else paragraph + "\n"
        for paragraph in paragraphs
    )


def _options(command: click.Command, context: click.Context) -> str:
    rows = []
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
        if record and "--help" not in record[0]:
            names, meaning = (text.replace("|", "\\|") for text in record)
            rows.append(f"| `{names}` | {meaning} |")
    return "| Option | Bedeutung |\n|---|---|\n" + "\n".join(rows) + "\n" if rows else ""


if __name__ == "__main__":
    PAGE.write_text(reference_page(), encoding="utf-8")
