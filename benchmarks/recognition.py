"""Recognition beside its peers in one run: `python -m benchmarks.recognition [TEXT.txt …]`.

Peers: one `re` alternation of all forms, and simplemma (if installed) with a lookup of lemmas. Without files
the text is made up, with two terms in a sentence. Read the ratios; the machine's load
changes both sides.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import product
from pathlib import Path

from jbakb.language.inflection import forms_of
from jbakb.language.prose import Prose, markdown_prose, plain_prose
from jbakb.model import Concept, Entry, Glossary, Term
from jbakb.recognition.lexicon import Lexicon, build_lexicon
from jbakb.recognition.matcher import find_terms

DAY = date(2026, 11, 22)
FIRST = [
    "Arbeits",
    "Jugend",
    "Bildungs",
    "Berufs",
    "Sozial",
    "Hilfe",
    "Schul",
    "Familien",
    "Kinder",
    "Wohn",
    "Gesundheits",
    "Förder",
    "Leistungs",
    "Verwaltungs",
]
MIDDLE = ["", "beratungs", "vermittlungs", "planungs", "betreuungs", "antrags", "vertrags", "verfahrens"]
LAST = [
    "plan",
    "amt",
    "hilfe",
    "träger",
    "dienst",
    "gespräch",
    "antrag",
    "verfahren",
    "maßnahme",
    "stelle",
    "recht",
    "vertrag",
    "förderung",
    "gruppe",
    "kraft",
    "bericht",
]
FILL = "Die {a} prüft mit dem {b}, ob im Rahmen weitere Unterlagen nötig sind, und lädt zum nächsten Termin ein."
MOST_RE = 500


def terms(count: int) -> list[str]:
    """Return so many German compounds."""
    made = [first + middle + last for first, middle, last in product(FIRST, MIDDLE, LAST)]
    made += [f"{first}haupt{word.lower()}" for first in FIRST for word in made]
    return made[:count]


def text_of(words: list[str], size: int) -> str:
    sentence = [FILL.format(a=words[at % len(words)], b=words[at * 7 % len(words)] + "s") for at in range(4000)]
    text = "\n\n".join(" ".join(sentence[at : at + 5]) for at in range(0, len(sentence), 5))
    return (text + "\n\n") * max(1, size // len(text))


def entry(word: str) -> Entry:
    """Return an entry with one concept and one term, of which nothing but the word is known."""
    return Entry(id=word, theme="t", title=word, concepts=(Concept(area="sgb2", terms=(Term(term=word),)),))


def _find(lexicon: Lexicon, text: str, prose: Callable[[str], Prose]) -> int:
    return len(find_terms(lexicon, prose(text)))


def timed(work: Callable[[], object], rounds: int = 3) -> float:
    """Return the best time of some rounds, in seconds."""
    best = float("inf")
    for _round in range(rounds):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def main(files: list[str]) -> None:
    given = "\n\n".join(Path(file).read_text("utf-8") for file in files)
    for count in (500, 5000, 50000):
        words = terms(count)
        glossary = Glossary(entries={word: entry(word) for word in words})
        build = timed(partial(build_lexicon, glossary, DAY), 1)
        lexicon = build_lexicon(glossary, DAY)
        text = given or text_of(words, 1_000_000)
        markdown = "\n\n".join(
            f"## Teil\n\n{part.replace(' mit ', ' **mit** ', 1)} [mehr](x.md)" for part in text.split("\n\n")
        )
        size, marked = len(text.encode()) / 1e6, len(markdown.encode()) / 1e6
        plain = size / timed(partial(_find, lexicon, text, plain_prose))
        ours = marked / timed(partial(_find, lexicon, markdown, markdown_prose))
        print(f"{len(words):6} terms: lexicon {build * 1000:.0f} ms, plain {plain:.1f} MB/s, Markdown {ours:.1f} MB/s")
        if count <= MOST_RE * 10:
            _alternation(words, text[:20_000], plain)
        _simplemma(words, text[:300_000], plain)


def _alternation(words: list[str], text: str, ours: float) -> None:
    forms = sorted((form for word in words for form in forms_of(Term(term=word))), key=len, reverse=True)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b")
    speed = len(text.encode()) / 1e6 / timed(lambda: pattern.findall(text), 1)
    print(f"        re alternation {speed:.2f} MB/s: ours is {ours / speed:.0f} times as fast")


def _simplemma(words: list[str], text: str, ours: float) -> None:
    try:
        from simplemma import lemmatize
    except ImportError:
        print("        simplemma is not installed")
        return
    lemmas = {lemmatize(word, lang="de") for word in words}
    token = re.compile(r"[^\W_]+")

    def look_up() -> list[int]:
        return [found.start() for found in token.finditer(text) if lemmatize(found[0], lang="de") in lemmas]

    look_up()
    speed = len(text.encode()) / 1e6 / timed(look_up, 2)
    print(f"        simplemma {speed:.2f} MB/s: ours is {ours / speed:.1f} times as fast")


if __name__ == "__main__":
    main(sys.argv[1:])
