"""Answers that were given before somebody stopped, kept in .jbakb/ until they are used or thrown away."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from jbakb.change.adding import slug
from jbakb.store.journal import write_bytes
from jbakb.store.transaction import WORK, work_folder

_FOLDER = "drafts"


@dataclass
class Draft:
    """The answers about one thing, by question; on the disk after each of them.

    `command` is what asks, and `subject` the question whose answer says what they are about.
    """

    root: Path
    answers: dict[str, str] = field(default_factory=dict)
    command: str = "add"
    subject: str = "term"

    @property
    def word(self) -> str:
        """Return what the answers are about."""
        return self.answers.get(self.subject, "")

    def note(self, question: str, answer: str) -> None:
        """Keep an answer."""
        self.answers[question] = answer
        data = json.dumps(self.answers, ensure_ascii=False, indent=2).encode()
        write_bytes(work_folder(self.root) / _FOLDER / _name(self.command, self.word), data)

    def discard(self) -> None:
        """Throw the answers away."""
        (self.root / WORK / _FOLDER / _name(self.command, self.word)).unlink(missing_ok=True)


def find_draft(root: Path, word: str = "", command: str = "add", subject: str = "term") -> Draft | None:
    """Return the answers about a word or a title, or the latest ones; None if there are none that can be read."""
    folder = root / WORK / _FOLDER
    latest = sorted(folder.glob(f"{command}-*.json"), key=lambda file: -file.stat().st_mtime)
    files = [folder / _name(command, word)] if word else latest
    for file in files:
        try:
            answers = json.loads(file.read_bytes())
        except (OSError, ValueError):
            continue
        if isinstance(answers, dict) and answers:
            return Draft(root, {str(key): str(value) for key, value in answers.items()}, command, subject)
    return None


def _name(command: str, word: str) -> str:
    return f"{command}-{slug(word)}.json"
