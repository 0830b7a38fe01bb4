"""Queries for a folder of statute sections, by class: what people type instead of a title, made by rule.

A section is a Markdown file with a heading `# § 16d SGB II – Arbeitsgelegenheiten`. The expected page is the section,
or for single parts of compounds every section whose title has a compound with that part.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

_WORD = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{4,}")


def _bare(word: str) -> str:
    plain = word.lower().translate(str.maketrans("äöü", "aou"))
    return re.sub(r"(?:e[nrsm]?|s|n|ern)$", "", plain)


_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
BOOKS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")
_SHAPES = (
    "§ {n} SGB {b}", "§{n} SGB{a}", "{n} sgb {b}", "Paragraph {n} SGB {b}", "SGB {b} § {n}", "§ {n} Abs. 1 SGB {b}",
    "§ {n} Abs. 2 Satz 1 SGB {a}",
)  # fmt: skip


@dataclass(frozen=True)
class Section:
    path: str
    law: str
    number: str
    title: str
    text: str


@dataclass(frozen=True)
class Case:
    kind: str
    query: str
    expected: tuple[str, ...]


def sections_of(statute: str, law: str) -> list[Section]:
    """Split a statute (one Markdown file, `# § 16d – Arbeitsgelegenheiten`) into its sections."""
    found = []
    for part in re.split(r"^(?=#+ )", statute, flags=re.M):
        heading, _, text = part.partition("\n")
        match = re.match(r"#+ § (\d+[a-z]?) – (.+)", heading)
        if match and "weggefallen" not in heading.lower():
            number, title = match[1], match[2].strip()
            found.append(Section(f"{law.lower().replace(' ', '')}-{number}", law, number, title, text.strip()))
    return found


class Maker:
    """Makes queries; what is a compound is told by the sections' own words, not by our analysis."""

    def __init__(self, sections: list[Section], seed: int = 7) -> None:
        self.sections, self.random = sections, random.Random(seed)
        text = "\n".join(f"{section.title} {section.text}" for section in sections)
        self.nouns = {word.lower() for word in _WORD.findall(text)}
        self.forms: dict[str, set[str]] = {}
        for section in sections:
            for word in _WORD.findall(section.text + " " + section.title):
                self.forms.setdefault(word[:5], set()).add(word)
        titles: dict[str, int] = {}
        for section in sections:
            titles[section.title] = titles.get(section.title, 0) + 1
        self.single = [s for s in sections if titles[s.title] == 1 and len(_WORD.findall(s.title)) >= 1]

    def cases(self, each: int) -> list[Case]:
        makers = ("exact", "inflected", "umlaut", "head", "first", "context", "split", "typo", "prefix", "paragraph")
        made: list[Case] = []
        for kind in makers:
            pool = list(self.sections if kind == "paragraph" else self.single)
            self.random.shuffle(pool)
            rows = [case for section in pool if (case := getattr(self, kind)(section))]
            unique = {case.query: case for case in rows}
            made += list(unique.values())[:each]
        return made

    def _named(self, section: Section) -> str:
        return " ".join(section.title.split()[:6])

    def exact(self, s: Section) -> Case:
        return Case("exact", self._named(s), (s.path,))

    def inflected(self, s: Section) -> Case | None:
        title = self._named(s)
        changed = title
        for word in _WORD.findall(title):
            stem = re.sub(r"(?:e[nrsm]?|s|n|ern)$", "", word)
            others = [
                o
                for o in self.forms.get(word[:5], ())
                if o != word and re.fullmatch(f"{stem}(e|en|er|es|s|n|ern|em)?", o)
            ]
            if others:
                changed = changed.replace(word, self.random.choice(sorted(others)))
        return Case("inflected", changed, (s.path,)) if changed != title else None

    def umlaut(self, s: Section) -> Case | None:
        title = self._named(s)
        changed = title.translate(
            str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
        )
        return Case("umlaut", changed, (s.path,)) if changed != title else None

    def _compound(self, s: Section) -> tuple[str, str, str] | None:
        """Return a compound of the title with its first part and head, as it is hand-checked: both are words."""
        for word in _WORD.findall(s.title):
            lower = word.lower()
            for end in range(4, len(lower) - 4):
                first, head = lower[:end], lower[end:]
                if head not in self.nouns or len(head) < 5:
                    continue
                for link in ("", "s", "es", "n", "en"):
                    base = first.removesuffix(link) if link else first
                    if first.endswith(link) and base in self.nouns:
                        return word, base, head
        return None

    def _titled(self, fits: Callable[[str], bool]) -> tuple[str, ...]:
        return tuple(o.path for o in self.sections if any(fits(_bare(word)) for word in _WORD.findall(o.title)))

    def head(self, s: Section) -> Case | None:
        found = self._compound(s)
        if not found:
            return None
        head = found[2]
        expected = tuple(
            o.path for o in self.sections if any(_bare(w).endswith(_bare(head)) for w in _WORD.findall(o.title))
        )
        return Case("head", head.capitalize(), expected) if len(expected) <= 10 else None

    def first(self, s: Section) -> Case | None:
        found = self._compound(s)
        if not found:
            return None
        first = found[1]
        expected = tuple(
            o.path for o in self.sections if any(_bare(w).startswith(_bare(first)) for w in _WORD.findall(o.title))
        )
        return Case("first", first.capitalize(), expected) if len(expected) <= 10 else None

    def context(self, s: Section) -> Case | None:
        found = self._compound(s)
        if not found or len(_WORD.findall(s.title)) < 2:
            return None
        word, first, head = found
        part = self.random.choice((first, head)).capitalize()
        return Case("context", self._named(s).replace(word, part), (s.path,))

    def split(self, s: Section) -> Case | None:
        found = self._compound(s)
        if not found:
            return None
        word, first, head = found
        return Case("split", self._named(s).replace(word, f"{first.capitalize()} {head.capitalize()}"), (s.path,))

    def typo(self, s: Section) -> Case | None:
        words = [w for w in _WORD.findall(self._named(s)) if len(w) > 6]
        if not words:
            return None
        word = max(words, key=len)
        at = self.random.randrange(1, len(word) - 1)
        kind = self.random.randrange(4)
        letter = self.random.choice("abdefghiklmnorstu")
        changed = (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )[kind]
        return Case("typo", self._named(s).replace(word, changed), (s.path,)) if changed != word else None

    def prefix(self, s: Section) -> Case | None:
        title = self._named(s)
        word = title.split()[-1]
        if len(word) < 8:
            return None
        return Case("prefix", title[: -self.random.randrange(2, len(word) - 4)], (s.path,))

    def paragraph(self, s: Section) -> Case | None:
        if not s.law.startswith("SGB "):
            return None
        book = s.law.rsplit(" ", 1)[-1]
        arabic = BOOKS.index(book) + 1
        shape = self.random.choice(_SHAPES).format(n=s.number, b=book, a=arabic)
        return Case("paragraph", shape, (s.path,))
