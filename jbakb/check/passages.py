"""What is checked as prose: pages, and the texts of entries and processes, each with the areas that it speaks for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from jbakb.handbook import Page
from jbakb.language.prose import BLANK, Prose, plain_prose
from jbakb.model import Entry, Glossary
from jbakb.store.prose_fields import ProseField, entry_prose, process_prose

# A quotation ends at the latest with its paragraph.
_QUOTED: Final = re.compile(
    r"„(?:[^“”\"\n]|\n(?!\s*\n))*[“”\"]|»(?:[^«\n]|\n(?!\s*\n))*«|‚[^‘’\n]*[‘’]"
    r"|(?<![\w\"=])\"(?=\S)(?:[^\"\n]|\n(?!\s*\n)){1,200}(?<=\S)\"(?!\w)"
)
_PARAGRAPH_END: Final = re.compile(r"\n[ \t]*\r?\n")
_QUOTED_BLOCK: Final = re.compile(r"\s*>\s?(?!\s*(?:\*\*|__|\[!|Hinweis|Achtung|Wichtig|Tipp|Beispiel))")
_SENTENCE_END: Final = re.compile(
    # The sign comes first: only there is looked back. What goes on in small letters is no end ("ggf. auch").
    r"[.!?;](?=[“”\"«»’)]*(?:\s|$))(?!\s+[a-zäöüß])(?<!\bca.)(?<!\b\d.)(?<!\b\d\d.)(?<!\b[A-Za-zÄÖÜ].)(?<!Abs.)(?<!Nr.)(?<!Art.)"
    r"(?<!bzw.)(?<!ggf.)(?<!evtl.)(?<!inkl.)(?<!sog.)(?<!vgl.)(?<!Vgl.)(?<!einschl.)"
    r"|\n\s*\n|\n(?=\s*(?:[-*+|#>]|\d+\.)\s)"
)


@dataclass(frozen=True)
class Passage:
    """A stretch of prose. `text` is what its offsets count in: the whole page, or the value of one field."""

    text: str
    areas: tuple[str, ...] = ()
    page: Page | None = None
    entry: Entry | None = None
    field: ProseField | None = None

    @cached_property
    def prose(self) -> Prose:
        """Return the prose with its positions kept."""
        return self.page.prose if self.page and not self.field else plain_prose(self.text)

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Return the spans between quotation marks: words there are mentioned, not used."""
        return tuple(found.span() for found in _QUOTED.finditer(self.text))

    def mentions(self, start: int, end: int) -> bool:
        """Tell whether a span lies between quotation marks."""
        return any(first < start and end < last for first, last in self.quoted)

    def quotes(self, start: int) -> bool:
        """Tell whether a place lies in a quoted block (>) that is no note: one starts with bold words or [!NOTE]."""
        return bool(_QUOTED_BLOCK.match(self.text, self.paragraph(start)))

    def paragraph(self, place: int) -> int:
        """Return where the paragraph around a place starts."""
        before = bisect_right(self._paragraphs, place)
        return self._paragraphs[before - 1] if before else 0

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [found.end() for found in _PARAGRAPH_END.finditer(self.text)]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the sentence, item or table row around a span."""
        before = bisect_right(self._ends, (start, start))
        after = bisect_left(self._ends, (end, end))
        first = self._ends[before - 1][1] if before else 0
        return first, self._ends[after][0] if after < len(self._ends) else len(self.text)

    @cached_property
    def _ends(self) -> list[tuple[int, int]]:
        """The spans of full stops and whatever else ends a sentence."""
        return [found.span() for found in _SENTENCE_END.finditer(self.prose.text)]

    @property
    def running_text(self) -> str:
        """Return the prose with blanks in place of everything else."""
        return self.prose.text.replace(BLANK, " ")


def passages_of(glossary: Glossary, pages: Iterable[Page], *, entries: bool = True) -> Iterator[Passage]:
    """Iterate over prose: that of entries, unless told otherwise, of pages and of the front matter of processes."""
    for entry in glossary.entries.values() if entries else ():
        for field in entry_prose(entry):
            yield Passage(field.text, field.areas, entry=entry, field=field)
    for page in pages:
        yield Passage(page.text, page.areas, page=page)
        if page.process:
            for field in process_prose(page.process, glossary):
                yield Passage(field.text, field.areas, page=page, field=field)
