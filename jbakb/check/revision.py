"""What Git knows: which files were touched since a revision, and how the knowledge base looked then."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from jbakb.check.finding import CheckInput
from jbakb.i18n import _
from jbakb.model import Glossary
from jbakb.recognition.matcher import find_terms
from jbakb.store.loading import entry_path
from jbakb.store.problem import RefusedError


def changed_files(root: Path, revision: str) -> frozenset[str]:
    """Return the files touched since a revision forked off, untracked ones included, as paths relative to the root.

    Raises RefusedError if there is no Git, no repository or no such revision.
    """
    commit = _commit(root, revision)
    # What the branch itself changed: a base branch that has moved on is not this branch's doing.
    base = _git(root, "merge-base", commit, "HEAD", check=False).decode().strip() or commit
    touched = _git(root, "diff", "--name-only", "--relative", "-z", base, "--")
    untracked = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(path for path in (touched + untracked).decode("utf-8", "replace").split("\0") if path)


def affected_files(given: CheckInput, touched: Collection[str]) -> frozenset[str]:
    """Add to touched files the pages that contain a form of a term of a touched entry."""
    entries = [entry for entry in given.glossary.entries.values() if entry_path(entry) in touched]
    if not entries:
        return frozenset(touched)
    from jbakb.recognition.lexicon import build_lexicon

    lexicon = build_lexicon(Glossary(entries={entry.id: entry for entry in entries}), given.on)
    pages = {page.path for page in given.pages if page.path not in touched and find_terms(lexicon, page.prose)}
    return frozenset({*touched, *pages})


@contextmanager
def as_it_was(root: Path, revision: str) -> Iterator[Path]:
    """Lay out the knowledge base of a revision in a temporary folder; local plugins are not among it.

    Raises RefusedError as `changed_files` does.
    """
    commit = _commit(root, revision)
    prefix = _git(root, "rev-parse", "--show-prefix").decode().strip()
    listed = _git(root, "ls-tree", "--name-only", f"{commit}:{prefix}").decode().split("\n")
    wanted = [name for name in ("jbakb.toml", "glossary", "docs") if name in listed]
    with tempfile.TemporaryDirectory(prefix="jbakb-") as folder:
        if wanted:
            data = _git(root, "archive", "--format=tar", f"{commit}:{prefix}", *wanted)
            with tarfile.open(fileobj=io.BytesIO(data)) as archive:
                archive.extractall(folder, filter="data")
        yield Path(folder)


def _commit(root: Path, revision: str) -> str:
    """Return the commit's hash, so that no revision is ever taken for an option."""
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", check=False)
    if not found.strip():
        raise RefusedError(_("Git kennt den Stand „{revision}“ hier nicht.").format(revision=revision))
    return found.decode().strip().split("\n")[-1]


def _git(root: Path, *arguments: str, check: bool = True) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        raise RefusedError(_("Das Programm Git fehlt; ohne Git gibt es keinen Vergleich.")) from None
    if done.returncode and check:
        raise RefusedError(_("Git: {error}").format(error=done.stderr.decode("utf-8", "replace").strip()))
    return done.stdout if not done.returncode else b""
