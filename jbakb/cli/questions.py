"""A run through questions whose answers are kept at once, so that nobody has to give one twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import click

from jbakb.cli.asking import Check, ask_choice, ask_several, ask_text
from jbakb.cli.drafts import Draft
from jbakb.i18n import _
from jbakb.model import Glossary


@dataclass
class Questions:
    """A run through questions. `given` are answers from the command line, `replay` takes those of the draft."""

    glossary: Glossary
    draft: Draft
    given: Mapping[str, Any]
    replay: bool = False

    def text(self, key: str, label: str, default: str = "", check: Check | None = None) -> str:
        """Ask for a text, unless it is given or replayed."""
        if self.given.get(key):
            return self.kept(key, str(self.given[key]))
        if self.replay and key in self.draft.answers:
            click.secho(f"{label.removesuffix('?')}: {self.draft.answers[key]}", dim=True)
            return self.draft.answers[key]
        return self.kept(key, ask_text(label, self.draft.answers.get(key, default), check))

    def choice(
        self, key: str, label: str, options: Mapping[str, str], default: str = "", *, optional: bool = False
    ) -> str:
        """Ask for one of several, unless it is given or replayed."""
        if self.given.get(key) in options and self.given[key]:
            return self.kept(key, str(self.given[key]))
        if self.replay and key in self.draft.answers:
            answer = self.draft.answers[key]
            click.secho(f"{label.removesuffix('?')}: {options.get(answer, answer)}", dim=True)
            return answer
        return self.kept(key, ask_choice(label, options, self.draft.answers.get(key, default), optional=optional))

    def several(self, key: str, label: str, options: Mapping[str, str]) -> tuple[str, ...]:
        """Ask for any number of several, unless they are given or replayed."""
        if self.given.get(key):
            return tuple(self.given[key])
        kept = self.draft.answers.get(key)
        if self.replay and kept is not None:
            click.secho(f"{label.removesuffix('?')}: {kept or '–'}", dim=True)
            return tuple(kept.split())
        chosen = ask_several(label, options, tuple((kept or "").split()))
        self.kept(key, " ".join(chosen))
        return chosen

    def kept(self, key: str, answer: str) -> str:
        """Keep an answer and return it."""
        self.draft.note(key, answer)
        return answer


def needed(typed: str) -> str:
    """Take any answer but an empty one."""
    if not typed:
        raise click.UsageError(_("Hier wird eine Antwort gebraucht (Strg+C bricht ab, die Antworten bleiben)."))
    return typed
