"""The questions of `jbakb add`, asked on a real terminal (a pseudo-terminal)."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from jbakb.knowledge_base import open_knowledge_base

pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")


class Terminal:
    """A command on a pseudo-terminal: wait for a text, type an answer."""

    def __init__(self, arguments: list[str], root: Path, **environment: str) -> None:
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "jbakb", *arguments],
            cwd=root,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            env=os.environ | {"NO_COLOR": "1", "TERM": "xterm", "PYTHONIOENCODING": "utf-8"} | environment,
            preexec_fn=_take_terminal,
        )
        os.close(slave)
        self.seen = ""

    def expect(self, text: str, seconds: float = 20) -> None:
        """Wait until a text has appeared since the last one."""
        end = time.monotonic() + seconds
        while text not in self.seen:
            if not self._read(end - time.monotonic()):
                raise AssertionError(f"waited for {text!r}, got {self.seen!r}")
        self.seen = self.seen.split(text, 1)[1]

    def answer(self, question: str, typed: str = "") -> None:
        """Wait for a question and type an answer."""
        self.expect(question)
        os.write(self.master, f"{typed}\r".encode())

    def interrupt(self, answer: str) -> None:
        """Press Ctrl-C and wait for a text; again if it came in the instant before the program began to read."""
        for _attempt in range(10):
            os.write(self.master, b"\x03")
            try:
                self.expect(answer, seconds=3)
            except AssertionError:
                continue
            return
        raise AssertionError(f"Ctrl-C was not answered: {self.seen!r}")

    def end(self) -> int:
        """Wait for the end and return the exit status."""
        while self._read(20):
            pass
        return self.process.wait(timeout=20)

    def _read(self, seconds: float) -> bool:
        if not select.select([self.master], [], [], max(seconds, 0))[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.seen += data.decode("utf-8", "replace")
        return bool(data)


def _take_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    # Whoever runs the tests in the background lets them ignore Ctrl-C, which a child would inherit.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def terminal(root: Path, *arguments: str, **environment: str) -> Iterator[Terminal]:
    opened = Terminal(list(arguments), root, **environment)
    try:
        yield opened
    finally:
        if opened.process.poll() is None:
            opened.process.kill()
            opened.process.wait()
        os.close(opened.master)


def answer_up_to_sources(shell: Terminal) -> None:
    shell.answer("Zu welchem Eintrag?")
    shell.answer("Nummer oder Name", "planug")
    shell.expect("Meinten Sie „planung“?")
    shell.answer("Nummer oder Name", "planung")
    shell.answer("Titel des Eintrags [Lotsenkarte]")
    shell.answer("Nummer oder Name", "jugendhilfe")
    shell.answer("Nummer oder Name [1]")
    shell.answer("[Lotsenkarten]")
    shell.answer("in einem Satz?", "Karte mit dem nächsten Termin.")
    shell.answer("In welchem §", "§ 36 SGB VIII")
    shell.answer("Noch ein §?")


def answer_the_rest(shell: Terminal) -> None:
    shell.answer("Was meinen alle gemeinsam")
    shell.expect("Rechtskreis SGB II?")
    shell.answer("Nummer oder Name", "3")
    shell.answer("Welcher Begriff?", "Kooperationspln")
    shell.expect("Meinten Sie")
    shell.answer("Welcher Begriff?", "kooperationsplan")
    shell.answer("Nummer oder Name", "5")
    shell.answer("Was ist dort anders?", "Der Plan bleibt in der Akte.")
    shell.answer("Was folgt daraus", "Kopie mitgeben.")
    shell.expect("Rechtskreis SGB III?")
    shell.answer("Nummer oder Name", "nein")
    shell.answer("Warum nicht?")
    shell.expect("Rechtskreis Schule?")
    shell.answer("Nummer oder Name")


WANTED = """\
title: Lotsenkarte
notion: Karte mit dem nächsten Termin.
concepts:
  - area: sgb8
    equivalence: exact
    terms:
      - {term: Lotsenkarte, gender: feminine, plural: Lotsenkarten}
    definition: Karte mit dem nächsten Termin.
    sources:
      - § 36 SGB VIII
  - {area: sgb2, equivalence: related, use: kooperationsplan.sgb2}
  - area: sgb3
    absent: Kein Gegenstück.
differences:
  - between: [sgb8, sgb2]
    difference: Der Plan bleibt in der Akte.
    consequence: Kopie mitgeben.
"""
FILE = "glossary/planung/lotsenkarte.yml"


def test_the_wizard_makes_an_entry_with_its_counterparts(small: Path) -> None:
    with terminal(small, "add") as shell:
        shell.answer("Welches Wort soll aufgenommen werden?", "Lotsenkarte")
        answer_up_to_sources(shell)
        answer_the_rest(shell)
        shell.answer("So übernehmen?", "j")
        assert shell.end() == 0
    assert (small / FILE).read_text(encoding="utf-8") == WANTED
    assert not list((small / ".jbakb" / "drafts").iterdir())


def test_ctrl_c_writes_nothing_and_the_answers_are_taken_up_again(small: Path) -> None:
    with terminal(small, "add", "Lotsenkarte") as shell:
        answer_up_to_sources(shell)
        shell.expect("Was meinen alle gemeinsam")
        shell.interrupt("Die Antworten sind aufgehoben")
        shell.expect("Nichts wurde geändert")
        assert shell.end() == 130
    assert not (small / FILE).exists()
    with terminal(small, "add") as shell:
        shell.expect("Zu „Lotsenkarte“ gibt es angefangene Antworten")
        shell.answer("Nummer oder Name [1]")
        shell.expect("Karte mit dem nächsten Termin.")
        answer_the_rest(shell)
        shell.answer("So übernehmen?")
        assert shell.end() == 0
    assert (small / FILE).read_text(encoding="utf-8") == WANTED


def test_a_no_at_the_end_writes_nothing_and_keeps_the_answers(small: Path) -> None:
    with terminal(small, "add", "HPl", "--entry", "hilfeplan") as shell:
        shell.answer("Nummer oder Name", "SGB VIII")
        shell.answer("Nummer oder Name [1]")
        shell.expect("+      - {term: HPl, type: abbreviation}")
        shell.answer("So übernehmen?", "vielleicht")
        shell.answer("mit j (ja) oder n (nein)", "n")
        shell.expect("Nichts wurde geändert.")
        assert shell.end() == 1
    assert open_knowledge_base(small).glossary.entries["hilfeplan"].concepts[0].terms
    assert list((small / ".jbakb" / "drafts").iterdir())


def test_with_all_that_is_needed_there_is_one_question(small: Path) -> None:
    with terminal(small, "add", "Hilfsplan", "--theme", "planung", "--area", "sgb2") as shell:
        shell.expect("Ähnlich ist „Hilfeplan“")
        shell.answer("So übernehmen?", "ja")
        assert shell.end() == 0
    assert (small / "glossary/planung/hilfsplan.yml").is_file()


def test_yes_asks_nothing(small: Path) -> None:
    with terminal(small, "remove", "hilfeplan:HP", "--yes") as shell:
        assert shell.end() == 0


def test_edit_asks_what_to_do_with_an_invalid_text(small: Path, tmp_path: Path) -> None:
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib\nfile = pathlib.Path(sys.argv[-1]); text = file.read_text(encoding='utf-8')\n"
        "new = text.replace('titel:', 'title:') if 'titel:' in text else text.replace('title:', 'titel:') + '# x\\n'\n"
        "file.write_text(new, encoding='utf-8')\n",
        encoding="utf-8",
    )
    with terminal(small, "edit", "hilfeplan", VISUAL=f"{sys.executable} {script}") as shell:
        shell.expect("hilfeplan.yml:1:1")
        shell.answer("Nummer oder Name [1]")
        assert shell.end() == 0
    assert (small / "glossary/planung/hilfeplan.yml").read_text(encoding="utf-8").endswith("# x\n")


def test_the_first_answer_survives_ctrl_c(small: Path) -> None:
    with terminal(small, "add") as shell:
        shell.answer("Welches Wort soll aufgenommen werden?", "Lotsenkarte")
        shell.expect("Zu welchem Eintrag?")
        shell.interrupt("Die Antworten sind aufgehoben")
        assert shell.end() == 130
    with terminal(small, "add") as shell:
        shell.expect("Zu „Lotsenkarte“ gibt es angefangene Antworten")


def test_a_word_from_the_command_line_alone_is_no_draft(small: Path) -> None:
    with terminal(small, "add", "Lotsenkarte") as shell:
        shell.expect("Zu welchem Eintrag?")
        shell.interrupt("Abgebrochen")
        assert shell.end() == 130
    assert not list((small / ".jbakb" / "drafts").iterdir())


def test_core_areas_are_offered_first(small: Path) -> None:
    areas = open_knowledge_base(small).glossary.areas.values()
    wanted = [area.short for area in sorted(areas, key=lambda area: not area.core)]
    with terminal(small, "add", "Lotsenkarte", "--theme", "planung") as shell:
        shell.answer("Titel des Eintrags")
        shell.expect("Rechtskreis sagt")
        for number, short in enumerate(wanted, 1):
            shell.expect(f"{number:>2}  {short}")


def test_a_no_to_a_removal_ends_with_1(small: Path) -> None:
    with terminal(small, "remove", "hilfeplan:HP") as shell:
        shell.answer("Wirklich löschen?", "n")
        shell.expect("Nichts wurde geändert.")
        assert shell.end() == 1


@pytest.mark.parametrize(("no_color", "coloured"), [("1", False), ("", True)])
def test_the_wizard_honours_no_color(small: Path, no_color: str, coloured: bool) -> None:
    with terminal(small, "add", NO_COLOR=no_color) as shell:
        shell.expect("Strg+C bricht ab")
        shell.expect("bleiben aufgehoben.")
        shell._read(5)
        assert ("\x1b[" in shell.seen) is coloured
