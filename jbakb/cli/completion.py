"""`jbakb completion`: the script that lets a shell complete commands, ids and words."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import Final

import click
from click.shell_completion import get_completion_class

from jbakb.i18n import _

#: Where each shell looks for what it runs at the start, and the line that belongs there.
INSTALL: Final = {
    "bash": ("~/.bashrc", 'eval "$(jbakb completion bash)"'),
    "zsh": ("~/.zshrc", 'eval "$(jbakb completion zsh)"'),
    "fish": ("~/.config/fish/completions/jbakb.fish", "jbakb completion fish | source"),
}


@click.command(
    help=_(
        "Das Skript ausgeben, mit dem die Shell Befehle, Kennungen und Wörter vervollständigt. "
        "Am Ende steht, wohin es gehört."
    )
)
@click.argument("shell", type=click.Choice(tuple(INSTALL)), required=False)
@click.pass_context
def completion(ctx: click.Context, shell: str | None) -> None:
    """Print Click's script, with the way to install it as a comment."""
    shell = shell or PurePath(os.environ.get("SHELL", "")).name
    if shell not in INSTALL:
        shells = ", ".join(INSTALL)
        raise click.UsageError(_("Für welche Shell? Möglich sind: {shells}.").format(shells=shells), ctx)
    script = get_completion_class(shell)
    assert script is not None
    file, line = INSTALL[shell]
    click.echo(script(ctx.find_root().command, {}, "jbakb", "_JBAKB_COMPLETE").source().rstrip())
    # Comments come last: zsh wants its `#compdef` on the first line.
    how = _("Einrichten: diese Zeile in {file} aufnehmen und ein neues Fenster öffnen.").format(file=file)
    click.echo(f"\n# {how}\n#   {line}")
