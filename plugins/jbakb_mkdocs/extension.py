"""The Markdown extension that links terms; it knows nothing of MkDocs, so that any generator can use it."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Sequence

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from jbakb.recognition.matcher import Match
from jbakb.site.links import LinkContext, TermLinker, without_marks

#: Before everything that changes the source, after everything that changes the HTML.
_FIRST, _LAST = 1000, -1000
#: After inline markup (20) and before the table of contents (5).
_BEFORE_TOC = 6


class TermExtension(Extension):
    """Link terms in the page that was announced last; without an announcement nothing is linked."""

    def __init__(self, linker: TermLinker) -> None:
        super().__init__()
        self.linker = linker
        self.context = LinkContext("")
        self.body = ""
        self.matches: Sequence[Match] = ()

    def announce(self, context: LinkContext, body: str, matches: Sequence[Match]) -> None:
        """Say which page comes next, the end of its text that gets links, and the matches in that end."""
        self.context, self.body, self.matches = context, body, matches

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the steps."""
        md.preprocessors.register(_Mark(md, self), "jbakb_mark", _FIRST)
        md.treeprocessors.register(_CleanHeadings(md), "jbakb_headings", _BEFORE_TOC)
        md.postprocessors.register(_Resolve(md, self), "jbakb_resolve", _LAST)


class _Mark(Preprocessor):
    def __init__(self, md: Markdown, extension: TermExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        source, extension = "\n".join(lines), self.extension
        if not extension.matches or not source.endswith(extension.body):
            return lines
        start = len(source) - len(extension.body)
        return (source[:start] + extension.linker.mark(extension.body, extension.matches)).split("\n")


class _CleanHeadings(Treeprocessor):
    """Take marks out of headings before ids and the table of contents are made of them."""

    def run(self, root: etree.Element) -> None:
        for level in range(1, 7):
            for heading in root.iter(f"h{level}"):
                for element in heading.iter():
                    element.text = without_marks(element.text) if element.text else element.text
                    if element is not heading and element.tail:
                        element.tail = without_marks(element.tail)


class _Resolve(Postprocessor):
    def __init__(self, md: Markdown, extension: TermExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, text: str) -> str:
        return self.extension.linker.resolve(text, self.extension.matches, self.extension.context)
