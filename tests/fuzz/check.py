"""Feed the check with bytes: see README.md here. Not part of the test suite, since atheris runs on Linux only."""

from __future__ import annotations

import contextlib
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["jbakb", "yaml"]):
    from jbakb.check.finding import CheckInput
    from jbakb.check.rules import BUILT_IN
    from jbakb.check.run import run_rules
    from jbakb.knowledge_base import open_knowledge_base
    from jbakb.store.problem import DataError

SMALL = Path(__file__).parents[1] / "data" / "small"
FILES = {"page": "docs/jobcenter.md", "entry": "glossary/planung/hilfeplan.yml"}
DAY = date(2026, 11, 22)


def contents(root: Path) -> dict[Path, bytes]:
    """Read every file below a folder."""
    return {path: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def main() -> None:
    """Fuzz until atheris has enough."""
    kind = sys.argv.pop(1) if len(sys.argv) > 1 else ""
    if kind not in FILES:
        sys.exit(f"usage: python -m tests.fuzz.check {'|'.join(FILES)} [options of libFuzzer]")
    root = Path(tempfile.mkdtemp()) / "kb"
    shutil.copytree(SMALL, root)
    file = root / FILES[kind]

    def once(data: bytes) -> None:
        file.write_bytes(data)
        before = contents(root)
        with contextlib.suppress(DataError):
            run_rules(BUILT_IN, CheckInput(open_knowledge_base(root), DAY))
        assert contents(root) == before, "the check changed a file"

    corpus = root.parent / "corpus"
    corpus.mkdir()
    folder = (SMALL / FILES[kind]).parent.parent
    for number, path in enumerate(folder.rglob(f"*{file.suffix}")):
        shutil.copy(path, corpus / f"{number}{file.suffix}")
    atheris.Setup([sys.argv[0], str(corpus), "-timeout=10", *sys.argv[1:]], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
