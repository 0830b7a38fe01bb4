"""The blocks of a Markdown text, as Python-Markdown with MkDocs' usual extensions reads them, that are no prose.

Front matter, code blocks, definitions of references, snippets and block attributes are blanked; headings and titles are
named as text without links; sections with an area of their own are named too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from jbakb.language.marks import BLANK, blank

_TAB: Final = 4
_FRONT_MATTER: Final = re.compile(r"\A\ufeff?---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_RAW: Final = re.compile(
    r"<!--.*?-->|<(?P<tag>script|style|pre|code|kbd|samp|svg|math|textarea)\b[^<>]*>.*?</(?P=tag)\s*>", re.S | re.I
)
_FENCE: Final = re.compile(r"(?P<before>[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)?)(?P<fence>`{3,}|~{3,})(?P<info>[^`\n]*)$")
_CONTAINER: Final = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<titled>(?:!!!|\?\?\?\+?|///)[ \t]+[^\"\n]*|===[!+]*[ \t]+)(?:\"(?P<title>.*)\"[ \t]*)?$"
    r"|(?P<definition>\[\^[^\]\n]+\]:)|(?P<marker>[-*+:]|\d+[.)])[ \t])"
)
_BLANK_LINE: Final = re.compile(
    r"[ \t]*(?:--8<--.*|;?-{1,2}8<-{1,2}.*|\[TOC\]|\*\[[^\]\n]+\]:.*|\[(?!\^)[^\]\n]+\]:[ \t]*\S.*)$"
)
_HEADING: Final = re.compile(r"(?P<level>#{1,6})[ \t]*\S")
_SETEXT: Final = re.compile(r"(?:=+|-+)[ \t]*$")
_ATTRIBUTES: Final = re.compile(r"\{:?(?P<list>[^{}\n]*)\}[ \t]*$")
_AREA: Final = re.compile(r"\barea=(?:\"([^\"]*)\"|'([^']*)'|([^\s}\"']+))")


@dataclass
class Blocks:
    """What the block structure says: the text with non-prose blanked, spans without links, passages with areas."""

    text: str
    unlinked: list[tuple[int, int]] = field(default_factory=list)
    passages: list[tuple[int, int, str]] = field(default_factory=list)


def mask_blocks(text: str) -> Blocks:
    """Blank the blocks that are no prose; the length stays."""
    scan = _Scan(text)
    front = _FRONT_MATTER.match(text)
    scan.run(front.end() if front else 0)
    masked = "\n".join(scan.lines)
    if "<" in masked:
        masked = _RAW.sub(lambda found: blank(found[0]), masked)
    return Blocks(masked, scan.unlinked, scan.closed_passages())


class _Scan:
    """A walk over the lines, which knows the containers (lists, admonitions …) that are open."""

    def __init__(self, text: str) -> None:
        self.length = len(text)
        self.lines = text.split("\n")
        self.unlinked: list[tuple[int, int]] = []
        self.passages: list[tuple[int, int, str]] = []
        self.sections: list[tuple[int, int, str]] = []  # level, start, areas
        self.containers: list[int] = []
        self.block_start = 0

    def run(self, skip: int) -> None:
        """Blank lines in place; `skip` is the offset before which all is blank."""
        lines = self.lines
        offset = place = 0
        after_blank = True
        in_code = False
        while place < len(lines):
            line = lines[place]
            size = len(line) + 1
            if offset < skip:
                lines[place] = blank(line)
            elif not line or line.isspace():
                after_blank = True
            else:
                if after_blank:
                    self.block_start = offset
                first = line[0]
                if first.isalpha() and not in_code:
                    if after_blank:
                        self.containers.clear()
                    self._setext(place, offset)
                elif (end := self._fence_end(place)) is not None:
                    self._leave(line, after_blank)
                    for inside in range(place, end + 1):
                        size = len(lines[inside]) + 1
                        lines[inside] = BLANK * len(lines[inside])
                        offset += size
                    place = end + 1
                    after_blank = False
                    continue
                elif self._is_code(line, after_blank, in_code):
                    lines[place] = BLANK * len(line)
                    in_code, after_blank = True, False
                    offset += size
                    place += 1
                    continue
                else:
                    lines[place] = self._special(line, place, offset, after_blank)
                in_code = after_blank = False
            offset += size
            place += 1

    def closed_passages(self) -> list[tuple[int, int, str]]:
        """Return all passages; sections that are still open end with the text."""
        self._close_sections(0, self.length)
        return sorted(self.passages)

    def _fence_end(self, place: int) -> int | None:
        """Return the line that closes a fence which opens here; None if none opens, or it is never closed."""
        line = self.lines[place]
        if "```" not in line and "~~~" not in line:
            return None
        opened = _FENCE.match(line.rstrip())
        if not opened:
            return None
        close = re.compile(rf"[ \t>]*{opened['fence'][0]}{{{len(opened['fence'])},}}[ \t]*\r?$")
        return next((at for at in range(place + 1, len(self.lines)) if close.match(self.lines[at])), None)

    def _is_code(self, line: str, after_blank: bool, in_code: bool) -> bool:
        indent = self._leave(line, after_blank)
        inner = self.containers[-1] if self.containers else 0
        return (after_blank or in_code) and indent >= inner + _TAB

    def _leave(self, line: str, after_blank: bool) -> int:
        """Close the containers that a line after a blank one is outside of; returns its indentation."""
        indent = _width(line)
        while after_blank and self.containers and indent < self.containers[-1]:
            self.containers.pop()
        return indent

    def _special(self, line: str, place: int, offset: int, after_blank: bool) -> str:
        if _BLANK_LINE.match(line):
            return BLANK * len(line)
        if line.startswith("#") and (heading := _HEADING.match(line)):
            self._open_section(len(heading["level"]), line, offset)
            self.unlinked.append((offset, offset + len(line)))
            return line
        if (container := _CONTAINER.match(line)) and not _SETEXT.match(line):
            return self._enter(container, line, offset)
        if line.lstrip()[:1] == "{" and (found := _ATTRIBUTES.match(line.lstrip())):
            area = _AREA.search(found["list"])
            if area and not after_blank:
                self.passages.append((self.block_start, offset + len(line), area[1] or area[2] or area[3]))
            return line
        self._setext(place, offset)
        return line

    def _enter(self, found: re.Match[str], line: str, offset: int) -> str:
        indent = _width(found["indent"])
        while self.containers and indent < self.containers[-1]:
            self.containers.pop()
        self.containers.append(indent // _TAB * _TAB + _TAB)  # Python-Markdown counts whole tabs
        if found["titled"] is not None:
            start, end = found.span("title")
            if start < 0:
                return BLANK * len(line)
            self.unlinked.append((offset + start, offset + end))
            return BLANK * start + line[start:end] + BLANK * (len(line) - end)
        if found["definition"]:
            return BLANK * found.end() + line[found.end() :]
        return line

    def _setext(self, place: int, offset: int) -> None:
        """Treat a line as a heading if the next one underlines it."""
        following = self.lines[place + 1] if place + 1 < len(self.lines) else ""
        if (
            following[:1] in ("=", "-")
            and following
            and _SETEXT.match(following.rstrip("\r"))
            and "|" not in self.lines[place]
        ):
            self._open_section(1 if following[0] == "=" else 2, self.lines[place], offset)
            self.unlinked.append((offset, offset + len(self.lines[place])))

    def _open_section(self, level: int, line: str, offset: int) -> None:
        self._close_sections(level, offset)
        self.containers.clear()
        found = _ATTRIBUTES.search(line)
        area = _AREA.search(found["list"]) if found else None
        if area:
            self.sections.append((level, offset, area[1] or area[2] or area[3]))

    def _close_sections(self, level: int, offset: int) -> None:
        while self.sections and self.sections[-1][0] >= level:
            _level, start, areas = self.sections.pop()
            self.passages.append((start, offset, areas))


def _width(line: str) -> int:
    """Return how far a line is indented, a tab counting up to the next stop; quotation marks are passed over."""
    width = 0
    for character in line:
        if character == "\t":
            width += _TAB - width % _TAB
        elif character == " ":
            width += 1
        else:
            break
    return width
