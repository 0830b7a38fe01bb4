"""Which two states a revision of Git asks for."""

from __future__ import annotations

from dataclasses import dataclass

from jbakb.history.change import Change
from jbakb.history.compare import compare
from jbakb.history.state import State, read_state, state_of
from jbakb.knowledge_base import KnowledgeBase
from jbakb.store.problem import Problem
from jbakb.store.revision import as_it_was, fork_point


@dataclass(frozen=True)
class History:
    """What changed from one state to another. `until` is empty for the files as they lie on the disk.

    `left_out` are the problems of the states in Git: their files were compared as far as they could be read.
    """

    since: str
    until: str
    changes: tuple[Change, ...]
    left_out: tuple[Problem, ...] = ()


def changes_since(kb: KnowledgeBase, revision: str) -> History:
    """Compare two states of a knowledge base.

    Args: `revision` `A` (the disk with the commit at which this branch left A), `A..B` (exactly these two) or `A...B`
    (B with the commit at which both parted); an empty side is HEAD.
    Raises RefusedError if Git is missing or knows no such revision, DataError if the files on the disk cannot be used.
    """
    since, dots, until = revision.partition("..")
    forked = until.startswith(".")
    since, until = since or "HEAD", until.removeprefix(".") or "HEAD"
    if not dots:
        old = _read(kb, fork_point(kb.root, since))
        return History(since, "", compare(old, state_of(kb)), old.problems)
    old = _read(kb, fork_point(kb.root, since, until) if forked else since)
    new = _read(kb, until)
    return History(since, until, compare(old, new), (*old.problems, *new.problems))


def _read(kb: KnowledgeBase, revision: str) -> State:
    with as_it_was(kb.root, revision) as folder:
        return read_state(folder)
