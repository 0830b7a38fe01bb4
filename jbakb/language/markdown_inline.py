"""What stands within the lines of a Markdown text and is no prose: code, addresses, tags, attributes, macros, math."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Final

from jbakb.language.marks import EMPHASIS, FILLER, MARKUP, blank, blanked

Span = tuple[int, int]

_NO_PARAGRAPH: Final = r"(?:(?!\n[ \t>]*\n)[\s\S])"
#: One set of signs first, then what each must be followed by: only so is the search fast.
_INLINE: Final = re.compile(
    rf"[\\`{{$!\[\]<&*_~=^:](?:"
    rf"(?<=\\)(?:(?P<escape>[\\`*_{{}}\[\]<>#+\-.!|~$]|\((?!(?:(?!\n\n)[\s\S])*?\\\))|\))|(?P<display>(?:\((?:(?!\n\n)[\s\S])+?\\\))))"
    rf"|(?<=`)(?<!``)(?P<code>(?P<ticks>`*)(?!`){_NO_PARAGRAPH}+?(?<!`)`(?P=ticks)(?!`))"
    rf"|(?<=\{{)(?:(?P<macro>\{{[\s\S]*?\}}\}}|%[\s\S]*?%\}}|#[\s\S]*?#\}})"
    rf"|(?P<attributes>:[^{{}}\n]*\}}|[ \t]*(?:[.#][\w-][^{{}}\n]*|[\w-]+=[^{{}}\n]*)\}}))"
    rf"|(?<=\$)(?P<math>\$[\s\S]+?\$\$|(?![\s\d$])[^$\n]{{1,200}}(?<=[^\s\\])\$(?![\w$]))"
    rf"|(?<=!)(?P<image>\[[^\[\]]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\]))"
    rf"|(?<=\[)(?:(?P<footnote>\^[^\]\s]+\]|[ xX]\](?=[ \t]))|(?P<bracket>))"
    rf"|(?<=\])(?P<target>\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])"
    rf"|(?<=<)(?:(?P<auto>(?:[a-z][a-z0-9+.-]*:[^>\s]*|[^\s@<>]+@[^\s<>]+)>)"
    rf"|(?P<tag>/?(?P<name>[a-zA-Z][\w-]*)(?:\s+(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?/?>))"
    rf"|(?<=&)(?P<entity>(?:#\d{{1,7}}|#[xX][\da-fA-F]{{1,6}}|[a-zA-Z][a-zA-Z0-9]{{1,30}});)"
    rf"|(?<=[*_])(?P<marks>(?:(?<=\*)\**|(?<=_)_*))"
    rf"|(?<=[~=^])(?P<double>(?<=~)~|(?<==)=|(?<=\^)\^)"
    rf"|(?<=:)(?P<icon>[a-z0-9_+-]{{2,50}}:(?![^\W_]))"
    r")"
)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>\[\]\"„“`\x00\x01]+(?<![.,;:!?)*_])")
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_INLINE_TAGS: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "var",
        "wbr",
        "font",
    ]
)
_GAP_AFTER: Final = re.compile(r"\*(?:in(?:nen)?|[rnms])(?![^\W_])")


def mask_inline(text: str) -> tuple[str, list[Span]]:
    """Blank what is no prose within lines; returns the text, as long as before, and the spans that are links."""
    links: list[Span] = []
    masked = _INLINE.sub(_Inline(links), text)
    if "://" in masked or "www." in masked:
        masked = _ADDRESS.sub(lambda found: blank(found[0]), masked)
    if "@" in masked:
        masked = _MAIL.sub(lambda found: blank(found[0]), masked)
    return masked, links


class _Inline:
    """The replacement of each inline element by as many characters."""

    def __init__(self, links: list[Span]) -> None:
        self.links = links
        self.brackets: list[int] = []
        self.anchors: list[int] = []
        self.by_kind: dict[str, Callable[[re.Match[str]], str]] = {
            "escape": lambda found: FILLER + found[0][1],
            "target": self._target,
            "bracket": self._bracket,
            "tag": self._tag,
            "entity": _entity,
            "marks": _marks,
            "double": _marks,
            "icon": lambda found: found[0] if _inside_word(found) else blank(found[0]),
        }

    def __call__(self, found: re.Match[str]) -> str:
        return self.by_kind.get(found.lastgroup, blanked)(found)  # type: ignore[arg-type]

    def _bracket(self, found: re.Match[str]) -> str:
        self.brackets.append(found.end())
        return found[0]

    def _target(self, found: re.Match[str]) -> str:
        """Blank where a link leads; the text before it is the link's."""
        text, close = found.string, found.start()
        start = None
        for at in reversed(self.brackets):
            if _balanced(text, at, close):
                start = at
                break
        if start is None:
            return found[0]
        self.links.append((start, close))
        self.brackets = [at for at in self.brackets if at < start]
        return "]" + blank(found[0][1:])

    def _tag(self, found: re.Match[str]) -> str:
        name = found["name"].lower()
        if name == "a":
            if found[0].startswith("</"):
                if self.anchors:
                    self.links.append((self.anchors.pop(), found.start()))
            else:
                self.anchors.append(found.end())
        if name == "br" and "\n" not in found[0]:
            return MARKUP + " " * (len(found[0]) - 1)  # the words on both sides may belong together
        return MARKUP * len(found[0]) if name in _INLINE_TAGS and "\n" not in found[0] else blank(found[0])


def _balanced(text: str, start: int, end: int) -> bool:
    """Tell whether brackets between two places open and close in pairs, within one paragraph."""
    if end - start > _LONGEST_LINK_TEXT:
        return False
    inside = text[start:end]
    return inside.count("[") == inside.count("]") and "\n\n" not in inside


_LONGEST_LINK_TEXT: Final = 1000


def _entity(found: re.Match[str]) -> str:
    character = html.unescape(found[0])
    if len(character) != 1 or character in "<>\n\r\x00":
        return blank(found[0])
    filler = FILLER * (len(found[0]) - 1)
    # What joins a word stands at its far end, so that the word holds all of it: Men&uuml;, Sch&uuml;ler, &Auml;rzte.
    return filler + character if found.start() and _inside_word(found) else character + filler


def _marks(found: re.Match[str]) -> str:
    """Drop marks of emphasis; a bullet, a gender star and an underscore inside a word stay."""
    mark, text = found[0], found.string
    start, end = found.span()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isspace():
        return mark if after.isspace() else " " * len(mark)
    if after.isspace():
        return " " * len(mark)
    if before.isalnum() and after.isalnum():
        if mark[0] in "_=" or (mark == "*" and _GAP_AFTER.match(text, start)):
            return mark
        if _of_word(text, start, end, mark):
            return EMPHASIS * len(mark)
    elif before not in _JOINING and after not in _JOINING and not (before.isalnum() and after == "("):
        return " " * len(mark)
    return MARKUP * len(mark)


def _of_word(text: str, start: int, end: int, mark: str) -> bool:
    """Tell whether emphasis that ends (or starts) between two places starts (or ends) where their word does."""
    first, last = start, end
    while first and text[first - 1].isalnum():
        first -= 1
    while last < len(text) and text[last].isalnum():
        last += 1
    return text.endswith(mark, 0, first) != text.startswith(mark, last)


#: Between these and a word, or each other, emphasis is no gap: **Kinder**- und, **Schüler**:innen.
_JOINING: Final = frozenset("-*_~=^:/·•‧’\u00ad\u2010\u2011<&\\")


def _inside_word(found: re.Match[str]) -> bool:
    before = found.string[found.start() - 1 : found.start()]
    return before.isalnum()
