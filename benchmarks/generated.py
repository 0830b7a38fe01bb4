"""A knowledge base of any size to measure on: made-up entries of real shape.

`python benchmarks/generated.py DIR [COUNT]` writes one.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

SMALL = Path(__file__).parent.parent / "tests" / "data" / "small"

_FIRST = (
    *("Förder", "Hilfe", "Beratungs", "Ausbildungs", "Eingliederungs"),
    *("Wohn", "Schul", "Teilhabe", "Leistungs", "Jugend"),
)
_MIDDLE = ("ziel", "bedarfs", "gesprächs", "zeit", "orts", "angebots", "fall", "plan", "antrags", "kosten")
_LAST = ("plan", "vereinbarung", "bescheid", "konferenz", "gruppe", "stelle", "karte", "mappe", "runde", "anspruch")
_GENDER = ("masculine", "feminine", "masculine", *["feminine"] * 6, "masculine")

_ENTRY = """\
title: {word} {number}
notion: Was mit {word} in allen Häusern ungefähr gemeint ist.
concepts:
  - area: sgb2
    equivalence: exact
    terms:
      - {{term: {word} {number}, gender: {gender}, valid_from: 2023-07-01}}
      - {{term: {short}, type: abbreviation}}
      - {{term: Alt{lower} {number}, status: superseded, gender: {gender}, valid_to: 2023-06-30}}
    definition: >-
      Was das Jobcenter unter {word} versteht. Ein zweiter Satz sagt, was daraus in der
      Praxis folgt und wer beteiligt ist.
    sources:
      - § {paragraph} Abs. 2 SGB II
      - § {paragraph} Abs. 3 SGB II
    verified: 2026-08-19
  - area: sgb3
    equivalence: close
    terms:
      - {{term: Agentur{lower} {number}, gender: {gender}}}
    definition: Was die Agentur für Arbeit und die suchende Person darüber vereinbaren.
    sources:
      - § {paragraph} SGB III
    verified: 2026-08-19
  - area: sgb8
    equivalence: narrower
    terms:
      - {{term: Jugendamts{lower} {number}, gender: {gender}}}
    definition: Was das Jugendamt mit den Beteiligten aufstellt und regelmäßig prüft.
    sources:
      - § {paragraph} SGB VIII
    verified: 2026-08-19
    open: [Abgrenzung fachlich zu bestätigen]
  - area: schule
    absent: Kein Gegenstück.
    nearest: eintrag-{number:04}.sgb2
differences:
  - between: [sgb2, sgb8]
    difference: Das eine plant eine Hilfe, das andere den Weg in Arbeit.
    consequence: Beide brauchen eine Absprache.
visibility: public
"""


def write_knowledge_base(folder: Path, count: int) -> None:
    """Write a knowledge base of `count` entries into a folder that does not exist yet."""
    shutil.copytree(SMALL, folder, ignore=shutil.ignore_patterns("docs"))
    for theme in (folder / "glossary").iterdir():
        if theme.is_dir():
            shutil.rmtree(theme)
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Start\n", encoding="utf-8")
    themes = ("zielgruppe", "zugang", "planung", "beratung", "uebergang", "lebensunterhalt")
    for theme in themes:
        (folder / "glossary" / theme).mkdir()
    for number in range(count):
        first, middle, last = number % 10, number // 10 % 10, number // 100 % 10
        word = _FIRST[first] + _MIDDLE[middle] + _LAST[last]
        text = _ENTRY.format(
            word=word,
            lower=word.lower(),
            number=number,
            gender=_GENDER[last],
            short=f"{_FIRST[first][0]}{_MIDDLE[middle][0].upper()}{_LAST[last][0].upper()}{number}",
            paragraph=number % 90 + 1,
        )
        path = folder / "glossary" / themes[number % len(themes)] / f"eintrag-{number:04}.yml"
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_knowledge_base(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2000)
