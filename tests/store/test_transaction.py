"""Writing is all or nothing, one at a time, and can be taken back, whatever happens in between."""

import os
import random
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from jbakb.knowledge_base import open_knowledge_base
from jbakb.store.problem import DataError, RefusedError
from jbakb.store.transaction import WORK, Changeset, last_change, locked, recover, undo, write

ENTRY = "glossary/planung/hilfeplan.yml"
OTHER = "glossary/planung/kooperationsplan.yml"
NEW = "glossary/planung/neu.yml"
VALID = "title: {title}\nconcepts:\n  - area: sgb8\n    equivalence: exact\n    terms:\n      - {{term: {title}}}\n"


def text(title: str) -> str:
    return VALID.format(title=title)


def change(root: Path, files: dict[str, str | None], summary: str = "Test") -> Changeset:
    return write(root, lambda: Changeset(summary, files))


def files_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and WORK not in path.parts
    }


def test_several_files_are_written_made_and_deleted_at_once(small: Path) -> None:
    change(small, {ENTRY: text("A"), NEW: text("B"), OTHER: None})
    assert (small / ENTRY).read_text(encoding="utf-8") == text("A")
    assert (small / NEW).read_text(encoding="utf-8") == text("B")
    assert not (small / OTHER).exists()


@pytest.mark.parametrize(
    "bad",
    [
        "title: [",
        "titel: A\n",
        "title: A\nconcepts:\n  - area: nirgends\n    absent: Nein.\n",
        "title: A\nconcepts:\n  - area: sgb8\n",
    ],
)
def test_what_could_not_be_read_is_not_written(small: Path, bad: str) -> None:
    before = files_of(small)
    with pytest.raises(DataError) as caught:
        change(small, {OTHER: text("A"), ENTRY: bad})
    assert caught.value.problems[0].file == ENTRY
    assert files_of(small) == before
    assert last_change(small) is None


def test_an_id_that_another_folder_has_is_refused(small: Path) -> None:
    with pytest.raises(DataError, match="gibt es schon"):
        change(small, {"glossary/beratung/hilfeplan.yml": text("A")})
    change(small, {"glossary/beratung/hilfeplan.yml": text("A"), ENTRY: None})


def test_a_bad_process_is_refused(small: Path) -> None:
    with pytest.raises(DataError):
        change(small, {"docs/prozesse/erstkontakt.md": "---\ntitle: A\n---\n"})


@pytest.mark.parametrize(
    ("start", "end"), [(b"\xef\xbb\xbf", "\r\n"), (b"", "\r\n"), (b"\xef\xbb\xbf", "\n"), (b"", "\n")]
)
def test_line_ends_and_byte_order_mark_stay(small: Path, start: bytes, end: str) -> None:
    (small / ENTRY).write_bytes(start + text("A").replace("\n", end).encode())
    change(small, {ENTRY: text("B")})
    assert (small / ENTRY).read_bytes() == start + text("B").replace("\n", end).encode()


def test_a_renamed_file_takes_its_line_ends_along(small: Path) -> None:
    (small / ENTRY).write_bytes(text("A").replace("\n", "\r\n").encode())
    write(small, lambda: Changeset("Test", {ENTRY: None, NEW: text("A")}, {NEW: ENTRY}))
    assert b"\r\n" in (small / NEW).read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_permissions_stay_and_new_files_are_readable(small: Path) -> None:
    (small / ENTRY).chmod(0o664)
    change(small, {ENTRY: text("A"), NEW: text("B")})
    assert stat.S_IMODE((small / ENTRY).stat().st_mode) == 0o664
    assert stat.S_IMODE((small / NEW).stat().st_mode) & 0o444 == 0o444 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_working_files_are_hidden_from_git(small: Path) -> None:
    change(small, {ENTRY: text("A")})
    assert (small / WORK / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_change_that_changes_nothing_leaves_no_trace(small: Path) -> None:
    change(small, {ENTRY: (small / ENTRY).read_text(encoding="utf-8")})
    assert last_change(small) is None


def test_several_changes_are_taken_back_one_after_the_other(small: Path) -> None:
    states = [files_of(small)]
    for files in ({ENTRY: text("A"), NEW: text("B")}, {NEW: None, OTHER: text("C")}, {ENTRY: text("D")}):
        change(small, dict(files))
        states.append(files_of(small))
    for state in reversed(states[:-1]):
        last = last_change(small)
        assert last is not None
        undo(small, last[0])
        assert files_of(small) == state
    assert last_change(small) is None


def test_after_undo_a_new_change_can_be_taken_back_and_then_the_one_before_the_undone(small: Path) -> None:
    change(small, {ENTRY: text("A")}, "eins")
    change(small, {ENTRY: text("B")}, "zwei")
    undo(small, last_change(small)[0])  # type: ignore[index]
    change(small, {ENTRY: text("C")}, "drei")
    summaries = []
    while (last := last_change(small)) is not None:
        summaries.append(last[0].summary)
        undo(small, last[0])
    assert summaries == ["drei", "eins"]


def test_undo_refuses_where_somebody_else_changed_a_file_and_says_where_the_copy_is(small: Path) -> None:
    before = (small / ENTRY).read_bytes()
    change(small, {ENTRY: text("A")})
    (small / ENTRY).write_text(text("von Hand"), encoding="utf-8")
    last = last_change(small)
    assert last is not None
    with pytest.raises(RefusedError, match=ENTRY) as caught:
        undo(small, last[0])
    folder = str(caught.value).rsplit(" ", 1)[-1].rstrip(".")
    assert (small / folder / ENTRY).read_bytes() == before
    assert (small / ENTRY).read_text(encoding="utf-8") == text("von Hand")


def test_a_second_writer_waits_and_is_told_after_a_while(small: Path) -> None:
    with locked(small), pytest.raises(RefusedError, match="ändert diese Wissensbasis gerade"):
        write(small, lambda: Changeset("Test", {ENTRY: text("A")}), patience=0.2)


def test_a_file_that_cannot_be_written_leaves_all_as_they_were(small: Path) -> None:
    before = files_of(small)
    (small / "glossary" / "datei").write_text("", encoding="utf-8")
    with pytest.raises(OSError):
        change(small, {ENTRY: text("A"), "glossary/datei/neu.yml": text("B")})
    (small / "glossary" / "datei").unlink()
    assert files_of(small) == before
    assert last_change(small) is None


def test_two_writers_at_once_lose_nothing(small: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from jbakb.knowledge_base import open_knowledge_base as o\n"
        "from jbakb.change.adding import Addition, plan_addition; from jbakb.store.transaction import write\n"
        "from jbakb.model import Term; root, name = Path(sys.argv[1]), sys.argv[2]\n"
        "for i in range(10):\n"
        "    a = Addition(Term(term=f'{name} {i}'), entry='hilfeplan', area='sgb8')\n"
        "    write(root, lambda: plan_addition(o(root), a))\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, str(small), name]) for name in ("Wort", "Begriff")]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    concept = open_knowledge_base(small).glossary.entries["hilfeplan"].concept("sgb8")
    assert concept is not None
    words = {term.term for term in concept.terms or ()}
    assert {f"{name} {i}" for name in ("Wort", "Begriff") for i in range(10)} <= words


FILES = (ENTRY, OTHER, "glossary/zielgruppe/sorgeberechtigte.yml", "docs/jobcenter.md")
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill -9")


def version(number: int) -> dict[str, str | None]:
    return {path: text(f"Stand {number}") if path.endswith(".yml") else f"# Stand {number}\n" for path in FILES}


def assert_old_or_new_and_whole(root: Path, wanted: set[int]) -> None:
    """Each file is whole at once; after the next command has started, all are of one change, and nothing is left over."""
    possible = {path: {version(number)[path] for number in wanted} for path in FILES}
    for path in FILES:
        assert (root / path).read_bytes().decode() in possible[path]
    open_knowledge_base(root)
    found = {path: (root / path).read_bytes().decode() for path in FILES}
    assert found in [version(number) for number in wanted]
    assert [path for path in files_of(root) if "jbakb-tmp" in path] == []
    assert not (root / WORK / "pending").exists()


@needs_fork
def test_a_write_killed_at_any_of_its_steps_leaves_the_old_files_or_the_new(small: Path) -> None:
    """The process kills itself (kill -9) at its n-th call that touches the disk, for 60 random n."""
    change(small, version(0))
    current = 0
    killed = 0
    for point in random.Random(1).sample(range(1, 90), 60):
        child = child_that(_kill_at(point), lambda: change(small, version(current + 1)))  # noqa: B023
        _pid, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
        assert_old_or_new_and_whole(small, {current, current + 1})
        if (small / FILES[0]).read_bytes().decode() == version(current + 1)[FILES[0]]:
            current += 1
    assert killed > 30


Hook = Callable[[str, tuple[object, ...]], None]


def child_that(hook: Hook | None, work: Callable[[], object]) -> int:
    """Start a child process that works under an audit hook; return its number."""
    child = os.fork()
    if child == 0:
        try:
            if hook:
                sys.addaudithook(hook)
            work()
        finally:
            os._exit(0)
    return child


def _kill_at(point: int) -> Hook:
    left = point

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in ("open", "os.rename", "os.remove", "os.mkdir", "os.chmod", "os.listdir", "os.scandir"):
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return hook


@needs_fork
def test_a_writer_killed_from_outside_at_random_times_leaves_whole_files(small: Path) -> None:
    change(small, version(0))
    chance = random.Random(2)
    for _round in range(25):
        child = child_that(None, lambda: [change(small, version(number % 3)) for number in count(1)])
        time.sleep(chance.uniform(0.005, 0.08))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert_old_or_new_and_whole(small, {0, 1, 2})


@needs_fork
def test_a_killed_change_can_be_taken_back_after_it_was_finished(small: Path) -> None:
    before = files_of(small)
    child = child_that(_kill_after_rename("pending"), lambda: change(small, {ENTRY: text("A"), OTHER: text("B")}))
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    recover(small)
    assert (small / ENTRY).read_text(encoding="utf-8") == text("A")
    last = last_change(small)
    assert last is not None
    undo(small, last[0])
    assert files_of(small) == before


def _kill_after_rename(name: str) -> Hook:
    seen = False

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if seen and event != "os.kill":
            os.kill(os.getpid(), signal.SIGKILL)
        seen = seen or (event == "os.rename" and str(arguments[1]).endswith(name))

    return hook


def test_recovery_leaves_alone_what_somebody_changed_after_the_crash(small: Path) -> None:
    change(small, {ENTRY: text("A"), OTHER: text("B")})
    last = last_change(small)
    assert last is not None
    (small / WORK / "pending").write_text(str(last[0].number), encoding="utf-8")
    (small / ENTRY).write_text(text("von Hand"), encoding="utf-8")
    recover(small)
    assert (small / ENTRY).read_text(encoding="utf-8") == text("von Hand")
    assert not (small / WORK / "pending").exists()
