"""What Git knows: which files were touched since a revision, and how the knowledge base looked then."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jbakb.i18n import _
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


@contextmanager
def as_it_was(root: Path, revision: str) -> Iterator[Path]:
    """Lay out the knowledge base of a revision in a temporary folder; local plugins are not among it.

    Raises RefusedError as `changed_files` does.
    """
    commit = _commit(root, revision)
    prefix = _git(root, "rev-parse", "--show-prefix").decode().strip()
    # In a folder below the top both commands would look for that folder once more.
    top = Path(_git(root, "rev-parse", "--show-toplevel").decode().strip("\n"))
    listed = _git(top, "ls-tree", "--name-only", f"{commit}:{prefix}", check=False).decode().split("\n")
    wanted = [name for name in ("jbakb.toml", "glossary", "docs") if name in listed]
    with tempfile.TemporaryDirectory(prefix="jbakb-") as folder:
        if wanted:
            data = _git(top, "archive", "--format=tar", f"{commit}:{prefix}", *wanted)
            with tarfile.open(fileobj=io.BytesIO(data)) as archive:
                archive.extractall(folder, filter="data")
        yield Path(folder)


def fork_point(root: Path, revision: str, other: str = "HEAD") -> str:
    """Return the commit at which two revisions parted, the first one's own if they have nothing in common.

    Raises RefusedError as `changed_files` does.
    """
    commit = _commit(root, revision)
    base = _git(root, "merge-base", commit, _commit(root, other), check=False).decode().strip()
    return base.split("\n")[0] or commit


def _commit(root: Path, revision: str) -> str:
    """Return the commit's hash, so that no revision is ever taken for an option."""
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", check=False)
    if not found.strip():
        raise RefusedError(_no_commit(root, revision))
    return found.decode().strip().split("\n")[-1]


def _no_commit(root: Path, revision: str) -> str:
    """Say why there is no such revision: no repository, nothing in it yet, or only its newest part."""
    if not _git(root, "rev-parse", "--git-dir", check=False):
        reason = _git_says(root, "rev-parse", "--git-dir")
        if "not a git repository" not in reason:
            return _("Git: {error}").format(error=reason)
        message = _("{folder} steht nicht unter Versionsverwaltung; „git init“ und ein erster Commit schaffen sie.")
        return message.format(folder=root)
    if not _git(root, "rev-parse", "--verify", "--quiet", "HEAD", check=False):
        return _("Hier gibt es noch keinen Commit, mit dem sich vergleichen ließe.")
    message = _("Git kennt den Stand „{revision}“ hier nicht.").format(revision=revision)
    if _git(root, "rev-parse", "--is-shallow-repository", check=False).strip() == b"true":
        message += " " + _(
            "Es fehlt die ältere Geschichte. „git fetch --unshallow“ holt sie, in der CI fetch-depth: 0."
        )
    return message


def _git_says(root: Path, *arguments: str) -> str:
    """Return what Git complains about, in English."""
    environment = os.environ | {"LC_ALL": "C"}
    done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, env=environment)
    return done.stderr.decode("utf-8", "replace").strip()


def _git(root: Path, *arguments: str, check: bool = True) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        raise RefusedError(_("Das Programm Git fehlt; ohne Git gibt es keinen Vergleich.")) from None
    if done.returncode and check:
        raise RefusedError(_("Git: {error}").format(error=done.stderr.decode("utf-8", "replace").strip()))
    return done.stdout if not done.returncode else b""
