"""Compare a build with the plugin with a build of the same pages as finished Markdown without it, in one run.

`python benchmarks/build.py [PAGES] [ENTRIES] [ROUNDS]` (1000, 500, 3). Both sites have the same theme,
the same pages and the same links. The ratio is to stay at or below 1.35.

`python benchmarks/build.py growth [PAGES…]` (1000 2000 5000) builds each size once, with 500 entries, and shows the
seconds per 1,000 pages: they are to stay the same, whatever the number of pages.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median

import yaml

from jbakb.knowledge_base import open_knowledge_base
from jbakb.site.content import SiteContent
from jbakb.site.links import LinkContext
from jbakb.site.navigation import navigation
from jbakb.site.pages import generate_pages
from jbakb_mkdocs.plugin import ASSETS

MKDOCS = """site_name: Bench
use_directory_urls: false
theme: {name: material, language: de, font: false, features: [navigation.tabs, navigation.prune]}
markdown_extensions: [attr_list, md_in_html, tables, toc]
"""
AREAS = """areas:
  - {id: sgb2, title: Grundsicherung, short: SGB II, core: true}
  - {id: sgb3, title: Arbeitsförderung, short: SGB III, core: true}
  - {id: sgb8, title: Jugendhilfe, short: SGB VIII, core: true}
"""
SYLLABLES = ("ber", "lan", "tor", "mei", "sol", "wen", "gra", "hil")


def name(number: int) -> str:
    """Return a made-up German noun, another one for each number."""
    digits = [SYLLABLES[number // 8**place % 8] for place in range(4)]
    return "".join(digits).capitalize() + "ung"


def write_knowledge_base(root: Path, pages: int, entries: int) -> None:
    """Write a knowledge base of made-up entries and pages that use their words."""
    (root / "glossary" / "thema").mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "jbakb.toml").write_text("format = 1\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(f"{MKDOCS}plugins: [search, jbakb]\n", encoding="utf-8")
    (root / "glossary" / "areas.yml").write_text(AREAS, encoding="utf-8")
    (root / "glossary" / "themes.yml").write_text("thema: Thema\n", encoding="utf-8")
    for number in range(entries):
        lines = [f"title: {name(number)}", f"notion: Was eine {name(number)} ausmacht.", "concepts:"]
        for place, area in enumerate(("sgb2", "sgb3", "sgb8")):
            word = name(number) if place == 0 else f"{name(number)[:-3]}{area}plan"
            lines += [f"  - area: {area}", "    equivalence: close", "    terms:"]
            lines += [f"      - {{term: {word}, gender: feminine}}", f"    sources: [§ {number + 1} SGB II]"]
            lines += [f"    definition: Plan zur {name((number + 7) % entries)} mit allen Beteiligten."]
        (root / "glossary" / "thema" / f"eintrag-{number}.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for number in range(pages):
        text = [f"# Seite {number}", ""]
        for section in range(4):
            text += [f"## Abschnitt {section}", ""]
            for line in range(4):
                words = [name((number * 13 + section * 5 + line * 3 + place) % entries) for place in range(3)]
                text += [
                    f"Zuerst klärt die Fachkraft die {words[0]} und bespricht danach die {words[1]} mit den Eltern.",
                    f"Im **Gespräch** geht es um *Ziele*, Fristen und die {words[2]}en der anderen Häuser.",
                    "",
                ]
        chapter = root / "docs" / "handbuch" / f"kapitel-{number // 25}"
        chapter.mkdir(parents=True, exist_ok=True)
        (chapter / f"seite-{number}.md").write_text("\n".join(text), encoding="utf-8")
    (root / "docs" / "index.md").write_text("# Start\n", encoding="utf-8")


def write_finished(source: Path, target: Path) -> None:
    """Write the same pages with their links as Markdown that needs no plugin."""
    content = SiteContent.of(open_knowledge_base(source), "internal", date(2026, 11, 22))
    docs = target / "docs"
    for page in generate_pages(content):
        file = docs / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.markdown, encoding="utf-8")
    for path in content.pages_by_path:
        body, matches = content.matches[path]
        marked = content.linker.mark(body, matches)
        headed = re.sub(r"^## (.*)$", r"<h2>\1</h2>", marked, flags=re.M)
        html = content.linker.resolve(headed, matches, LinkContext(path))
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(re.sub(r"<h2>(.*?)</h2>", r"## \1", html), encoding="utf-8")
    shutil.copytree(ASSETS, docs / "assets" / "jbakb")
    assets = 'extra_css: [assets/jbakb/jbakb.css]\nextra_javascript: [assets/jbakb/jbakb.js]\nnot_in_nav: "glossar/*"\n'
    nav = yaml.safe_dump({"nav": navigation(content)}, allow_unicode=True)
    (target / "mkdocs.yml").write_text(f"{MKDOCS}plugins: [search]\n{assets}{nav}", encoding="utf-8")


def seconds(root: Path) -> float:
    """Return the processor time of a build: unlike the clock's, it stays the same while others use the machine."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=root, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(pages: int, entries: int, rounds: int) -> tuple[float, float]:
    """Return the medians of the builds' seconds: with the plugin, and of the same pages as finished Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        with_plugin, finished = Path(folder, "plugin"), Path(folder, "finished")
        write_knowledge_base(with_plugin, pages, entries)
        write_finished(with_plugin, finished)
        times: dict[Path, list[float]] = {finished: [], with_plugin: []}
        for _round in range(rounds):
            for root, taken in times.items():
                taken.append(seconds(root))
        return median(times[with_plugin]), median(times[finished])


def show_growth(sizes: list[int]) -> None:
    """Print a line per size: all seconds, and those per 1,000 pages (entries' pages included)."""
    print("pages  entries  jbakb s  per 1,000  finished Markdown s  per 1,000  ratio")
    for pages in sizes:
        here, there = compare(pages, 500, 1)
        thousands = (pages + 500) / 1000
        row = f"{pages:5}  {500:7}  {here:7.1f}  {here / thousands:9.2f}  {there:19.1f}  {there / thousands:9.2f}"
        print(f"{row}  {here / there:5.2f}", flush=True)


def main() -> None:
    """Print both times and the ratio of their medians, or how they grow."""
    if sys.argv[1:2] == ["growth"]:
        show_growth([int(argument) for argument in sys.argv[2:]] or [1000, 2000, 5000])
        return
    given = [int(argument) for argument in sys.argv[1:]]
    pages, entries, rounds = [*given, *(1000, 500, 3)[len(given) :]]
    here, there = compare(pages, entries, rounds)
    print(f"{pages} pages, {entries} entries: with jbakb {here:.1f} s, finished Markdown {there:.1f} s,", end=" ")
    print(f"ratio {here / there:.2f} (at most 1.35)")


if __name__ == "__main__":
    main()
