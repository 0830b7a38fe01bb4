"""How soon the command line answers, as ratios against named peers in one run.

`python benchmarks/startup.py` prints the best of a few runs each, since everything else only makes them slower:

- `jbakb --help` beside `python -c "import click"` (at most 2.5 times as long)
- loading 2,000 generated entries, and `jbakb show` on them by id and by word, beside PyYAML's C loader reading the
  same files; all with the start of Python
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.generated import write_knowledge_base

ENTRIES = 2000
RUNS = 7
LIMIT = 2.5

_OUR_LOAD = """
import sys
from pathlib import Path
from jbakb.store.loading import load_glossary
_glossary, problems = load_glossary(Path(sys.argv[1]))
assert not problems, problems
"""

_LOAD = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).glob("glossary/*/*.yml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


def seconds(*arguments: str) -> float:
    """Return the shortest time in which Python runs with these arguments."""
    times = []
    for _run in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    click, start = seconds("-c", "import click"), seconds("-m", "jbakb", "--help")
    print(f"import click              {click:6.3f} s")
    print(f"jbakb --help              {start:6.3f} s  {start / click:.2f} × import click (limit {LIMIT})")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "kb"
        write_knowledge_base(root, ENTRIES)
        peer = seconds("-c", _LOAD, str(root))
        print(f"PyYAML, {ENTRIES} entries      {peer:6.3f} s")
        ours = seconds("-c", _OUR_LOAD, str(root))
        print(f"jbakb, the whole glossary {ours:6.3f} s  {ours / peer:.2f} × PyYAML")
        questions = (
            ("show, an id", ("show", "eintrag-1234")),
            ("show, a word", ("show", "Hilfebedarfsvereinbarung 111")),
            ("translate, a word", ("translate", "Hilfebedarfsvereinbarung 111", "--to", "sgb8")),
            ("list", ("list",)),
        )
        for name, arguments in questions:
            taken = seconds("-m", "jbakb", "-C", str(root), *arguments)
            print(f"{name:<25} {taken:6.3f} s  {taken / peer:.2f} × PyYAML")


if __name__ == "__main__":
    main()
