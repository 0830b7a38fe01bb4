"""Recognition beside its peers in one run: `python -m benchmarks.recognition [TEXT.txt …] [--plot FILE.svg]`.

Peers that are not installed are left out; `pip install -e .[bench]` brings them. Without files the text is made up,
with two terms in a sentence. The peers read plain text, jbakb also Markdown of the same text. Read the ratios:
the machine's load changes all sides.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import product
from pathlib import Path

from benchmarks.recognition_peers import PEERS, Peer
from jbakb.language.prose import Prose, markdown_prose, plain_prose
from jbakb.model import Concept, Entry, Glossary, Term
from jbakb.recognition.lexicon import Lexicon, build_lexicon
from jbakb.recognition.matcher import find_terms

DAY = date(2026, 11, 22)
FIRST = (
    "Arbeits", "Jugend", "Bildungs", "Berufs", "Sozial", "Hilfe", "Schul", "Familien", "Kinder", "Wohn", "Gesundheits",
    "Förder", "Leistungs", "Verwaltungs", "Ausbildungs", "Eltern", "Pflege", "Teilhabe", "Beratungs", "Integrations",
    "Orientierungs", "Praktikums", "Übergangs", "Vermittlungs",
)  # fmt: skip
MIDDLE = (
    "", "beratungs", "vermittlungs", "planungs", "betreuungs", "antrags", "vertrags", "verfahrens", "haupt", "sonder",
)  # fmt: skip
LAST = (
    "plan", "amt", "hilfe", "träger", "dienst", "gespräch", "antrag", "verfahren", "maßnahme", "stelle", "recht",
    "vertrag", "förderung", "gruppe", "kraft", "bericht", "ziel", "nachweis", "leistung", "bescheid", "konferenz",
)  # fmt: skip
FURTHER = (
    "anfangs", "binnen", "einzel", "fach", "gesamt", "grund", "neben", "rahmen", "regel", "teil", "zusatz",
)  # fmt: skip
FILL = "Die {a} prüft mit dem {b}, ob im Rahmen weitere Unterlagen nötig sind, und lädt zum nächsten Termin ein."
COUNTS = (500, 5000, 50000)
OURS, OURS_MARKDOWN, REFERENCE = "jbakb", "jbakb, Markdown", "simplemma"
#: Slow peers get less of the text.
SHARE = 200_000
_BAR = 50

Speeds = dict[str, float]


def terms(count: int) -> list[str]:
    """Return so many German compounds."""
    made = [first + middle + last for first, middle, last in product(FIRST, MIDDLE, LAST)]
    made += [f"{first}{further}{word.lower()}" for further in FURTHER for first in FIRST for word in made[:210]]
    return list(dict.fromkeys(made))[:count]


def text_of(words: list[str], size: int) -> str:
    """Return at least so many characters of text."""
    sentence = [FILL.format(a=words[at % len(words)], b=words[at * 7 % len(words)] + "s") for at in range(4000)]
    text = "\n\n".join(" ".join(sentence[at : at + 5]) for at in range(0, len(sentence), 5))
    return (text + "\n\n") * -(-size // len(text))


def as_markdown(text: str) -> str:
    """Return a text with a heading, emphasis and a link in each paragraph."""
    return "\n\n".join(
        f"## Teil\n\n{part.replace(' mit ', ' **mit** ', 1)} [mehr](x.md)" for part in text.split("\n\n")
    )


def entry(word: str) -> Entry:
    """Return an entry with one concept and one term, of which nothing but the word is known."""
    return Entry(id=word, theme="t", title=word, concepts=(Concept(area="sgb2", terms=(Term(term=word),)),))


def speed_of(find: Callable[[str], object], text: str, rounds: int = 3) -> float:
    """Return MB per second, the best of some rounds after one to warm up."""
    return len(text.encode()) / 1e6 / timed(partial(find, text), rounds)


def timed(work: Callable[[], object], rounds: int) -> float:
    """Return the best processor time of some rounds, in seconds."""
    best = float("inf")
    for _round in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def measure(words: list[str], text: str) -> tuple[float, Speeds]:
    """Return how long the lexicon takes to build, in seconds, and the speed of each finder in MB per second."""
    glossary = Glossary(entries={word: entry(word) for word in words})
    lexicon = build_lexicon(glossary, DAY)
    build = timed(partial(build_lexicon, glossary, DAY), 2)
    speeds = {
        OURS: speed_of(partial(_find, lexicon, plain_prose), text),
        OURS_MARKDOWN: speed_of(partial(_find, lexicon, markdown_prose), as_markdown(text)),
    }
    for peer in PEERS:
        if len(words) <= peer.most and (speed := _speed_of_peer(peer, words, text)):
            speeds[peer.name] = speed
    return build, speeds


def _find(lexicon: Lexicon, prose: Callable[[str], Prose], text: str) -> int:
    return len(find_terms(lexicon, prose(text)))


def _speed_of_peer(peer: Peer, words: list[str], text: str) -> float | None:
    try:
        find = peer.make(words)
    except ImportError:
        return None
    if peer.most < max(COUNTS):
        return speed_of(find, text[: SHARE // 10], 1)
    find(text)
    return speed_of(find, text)


def show(count: int, build: float, speeds: Speeds) -> None:
    """Print a bar for each finder."""
    print(f"\n{count} terms; jbakb's lexicon is built in {build * 1000:.0f} ms")
    fastest = max(speeds.values())
    for name, speed in sorted(speeds.items(), key=lambda item: -item[1]):
        ratio = f"{speed / speeds[REFERENCE]:6.2f} × {REFERENCE}" if REFERENCE in speeds else ""
        print(f"  {name:16} {speed:7.2f} MB/s {ratio}  {'█' * max(1, round(_BAR * speed / fastest))}")


def plot(results: dict[int, Speeds], path: Path) -> None:
    """Draw the speeds by the number of terms; needs matplotlib."""
    import matplotlib.pyplot as plt

    plt.rcParams["svg.fonttype"] = "none"
    figure, axes = plt.subplots(figsize=(7, 4.2), layout="constrained")
    for name in dict.fromkeys(name for speeds in results.values() for name in speeds):
        points = [(count, speeds[name]) for count, speeds in results.items() if name in speeds]
        axes.plot(*zip(*points, strict=True), marker="o", label=name, linewidth=2.5 if name.startswith(OURS) else 1.2)
    axes.set(xscale="log", yscale="log", xlabel="terms", ylabel="MB/s", title="Finding German terms in text")
    axes.set_xticks(list(results), [f"{count:,}" for count in results])
    axes.minorticks_off()
    axes.grid(alpha=0.3)
    axes.legend(fontsize="small")
    figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None)
    print(f"\n{path}")


def main() -> None:
    """Measure, print, and draw where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    given = "\n\n".join(path.read_text("utf-8") for path in options.texts)
    results = {}
    for count in COUNTS:
        words = terms(count)
        build, results[count] = measure(words, given or text_of(words, 1_000_000))
        show(len(words), build, results[count])
    if options.plot:
        plot(results, options.plot)


if __name__ == "__main__":
    main()
