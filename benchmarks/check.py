"""How long `jbakb check` takes: cold, warm, and warm with one changed page, on generated pages.

    python benchmarks/check.py [--pages 1000] [--entries 300]

All figures are ratios against the cold run of the same process, so that machines do not matter. Vale and textlint run
on the same pages with the same words as rules, if they are on the path (textlint with `textlint-rule-prh` beside it).
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from jbakb.check.cache import open_cache
from jbakb.check.finding import CheckInput
from jbakb.check.rules import BUILT_IN
from jbakb.check.run import run_rules
from jbakb.knowledge_base import open_knowledge_base

DAY = date(2026, 11, 22)
SMALL = Path(__file__).parents[1] / "tests" / "data" / "small"
STEMS = [
    "Hilfe",
    "Beratung",
    "Leistung",
    "Förderung",
    "Betreuung",
    "Planung",
    "Maßnahme",
    "Prüfung",
    "Meldung",
    "Übergabe",
]
FIRST = ["Eingliederungs", "Ausbildungs", "Jugend", "Arbeits", "Berufs", "Familien", "Wohn", "Schul", "Sozial", "Reha"]
SENTENCES = (
    "Die Fachkraft im Jobcenter erklärt der Person {word} und den nächsten Schritt.",
    "Wer {word} braucht, wendet sich an die Agentur für Arbeit oder an das Jugendamt.",
    "Früher stand in der Eingliederungsvereinbarung, wer was tut.",
    "Danach findet ein Gespräch mit allen Beteiligten statt, das gut vorbereitet ist.",
)


def generate(root: Path, pages: int, entries: int) -> list[str]:
    """Write pages of 2 KB and entries; returns the old words."""
    shutil.copytree(SMALL, root)
    chance = random.Random(1)
    old = []
    for number in range(entries):
        word = f"{FIRST[number % 10]}{STEMS[number // 10 % 10].lower()}{'abcdefghij'[number // 100 % 10]}ung"
        old.append(f"{word}salt")
        (root / f"glossary/beratung/wort-{number}.yml").write_text(
            f"title: {word}\nnotion: Etwas.\nconcepts:\n  - area: sgb2\n    equivalence: exact\n    terms:\n"
            f"      - {{term: {word}, gender: feminine, plural: {word}en}}\n"
            f"      - {{term: {word}salt, status: superseded, gender: masculine, valid_to: 2023-06-30}}\n"
            "    definition: Etwas.\n    sources: [§ 15 SGB II]\nvisibility: public\n",
            encoding="utf-8",
        )
    for number in range(pages):
        text = f"---\nareas: [sgb2]\n---\n\n# Seite {number}\n"
        while len(text) < 2048:
            word = chance.choice(old) if chance.random() < 0.05 else chance.choice(old)[:-4]
            text += "\n" + chance.choice(SENTENCES).format(word=word) + chance.choice(("", "\n"))
        (root / f"docs/seite-{number}.md").write_text(text + "\n", encoding="utf-8")
    return old


def check(root: Path, folder: Path) -> int:
    """Check as the command line does, from reading the files to writing the cache."""
    given = CheckInput(open_knowledge_base(root), DAY)
    cache = open_cache(given, BUILT_IN, folder)
    found = run_rules(BUILT_IN, given, cache=cache)
    cache.save()
    return len(found)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def vale(root: Path, words: list[str]) -> Callable[[], object]:
    style = root / ".styles" / "Alt"
    style.mkdir(parents=True)
    swap = "".join(f"  {word}: {word[:-4]}\n" for word in words)
    (style / "Alt.yml").write_text(
        f"extends: substitution\nmessage: '%s statt %s'\nlevel: error\nswap:\n{swap}", encoding="utf-8"
    )
    (root / ".vale.ini").write_text("StylesPath = .styles\n[*.md]\nBasedOnStyles = Alt\n", encoding="utf-8")
    return lambda: subprocess.run(["vale", "--output=JSON", "docs"], cwd=root, capture_output=True)


def textlint(root: Path, words: list[str]) -> Callable[[], object]:
    rules = "".join(f"  - expected: {word[:-4]}\n    pattern: {word}\n" for word in words)
    (root / "prh.yml").write_text(f"version: 1\nrules:\n{rules}", encoding="utf-8")
    (root / ".textlintrc").write_text(json.dumps({"rules": {"prh": {"rulePaths": ["./prh.yml"]}}}), encoding="utf-8")
    command = ["textlint", "--format", "json", "docs"]
    return lambda: subprocess.run(command, cwd=root, capture_output=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--entries", type=int, default=300)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root, kept = Path(folder, "kb"), Path(folder, "cache")
        words = generate(root, asked.pages, asked.entries)
        cold = seconds(lambda: check(root, kept))
        print(f"{asked.pages} pages, {asked.entries} entries; cold: {cold:.2f} s = 1")
        print(f"warm, nothing changed: {seconds(lambda: check(root, kept)) / cold:.2f}")
        with (root / "docs/seite-0.md").open("a", encoding="utf-8") as page:
            page.write("\nEin Satz mehr.\n")
        print(f"warm, one page changed: {seconds(lambda: check(root, kept)) / cold:.2f}")
        for name, there, peer in (
            ("vale", shutil.which("vale"), vale),
            ("textlint", shutil.which("textlint"), textlint),
        ):
            print(f"{name}: {seconds(peer(root, words)) / cold:.2f}" if there else f"{name}: not installed")


if __name__ == "__main__":
    main()
