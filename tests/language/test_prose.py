"""What of Markdown is prose: a mask of the same length, near to what Python-Markdown renders."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jbakb.language.marks import BLANK
from jbakb.language.prose import markdown_prose, plain_prose
from jbakb.recognition.reading import read

TRICKY = sorted((Path(__file__).parent / "tricky").glob("*.md"))
EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "abbr", "toc", "meta",
              "pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.mark",
              "pymdownx.tilde", "pymdownx.caret"]  # fmt: skip
CONFIGURATION = {"pymdownx.tabbed": {"alternate_style": True}}
MARKDOWN = st.lists(
    st.one_of(
        st.sampled_from(["# Titel {: area=sgb2 }\n", "```\n", "~~~\n", "    ", "- ", "1. ", "!!! note \"T\"\n", "=== \"R\"\n", "\n", "\n\n",
                         "[a](b)", "[a][b]", "[b]: x\n", "[^1]", "[^1]: ", "`", "``", "**", "*", "_", "<b>", "</b>", "<!--", "-->", "&uuml;", "&NotEqualTilde;", "<br\n/>", "\\", "$", "{{", "}}",
                         "---\n", "| a | b |\n", "Wort", " und ", "ä", "\r\n", "\t", "> "]),
        st.text(max_size=4),
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(MARKDOWN)
@settings(max_examples=200)
def test_masking_keeps_the_length_and_the_line_ends(text: str) -> None:
    prose = markdown_prose(text)
    assert len(prose.text) == len(text)
    assert [place for place, letter in enumerate(prose.text) if letter == "\n"] == [
        place for place, letter in enumerate(text) if letter == "\n"
    ]
    assert all(0 <= start < end <= len(text) for start, end in prose.unlinked)
    assert list(prose.unlinked) == sorted(prose.unlinked)


@given(
    st.lists(st.one_of(st.sampled_from(["https://amt.example/a?b", "a@amt.example", "www.", " "]), st.text())).map(
        "".join
    )
)
def test_plain_text_keeps_its_length(text: str) -> None:
    assert len(plain_prose(text).text) == len(text)


class _Words(HTMLParser):
    """The text of rendered HTML that is prose: no code, no scripts, no back-links of footnotes."""

    _BLOCKS = frozenset(
        [
            "p",
            "div",
            "li",
            "td",
            "th",
            "tr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "dt",
            "dd",
            "summary",
            "br",
            "blockquote",
            "ul",
            "ol",
            "table",
            "label",
            "hr",
            "section",
        ]
    )
    _NO_PROSE = frozenset(["code", "pre", "script", "style", "svg", "math", "kbd", "samp", "textarea"])

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += (
            tag in self._NO_PROSE or ("class", "footnote-ref") in attrs or ("class", "footnote-backref") in attrs
        )
        self.parts.append("\n" if tag in self._BLOCKS else "")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in self._NO_PROSE
        self.parts.append("\n" if tag in self._BLOCKS else "")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def rendered_words(source: str) -> list[str]:
    words = _Words()
    html = markdown.Markdown(extensions=EXTENSIONS, extension_configs=CONFIGURATION).convert(source)
    html = re.sub(r'<a class="footnote-(?:ref|backref)".*?</a>', "", html, flags=re.S)
    words.feed(re.sub(r'<p class="admonition-title">(?:Note|Warning|Tip)</p>', "", html))
    return re.findall(r"[^\W\d_]+", read("".join(words.parts)).text)


def masked_words(source: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", read(markdown_prose(source).text).text)


@pytest.mark.parametrize("path", TRICKY, ids=lambda path: path.stem)
def test_the_words_of_the_mask_are_those_that_python_markdown_renders(path: Path) -> None:
    source = path.read_text("utf-8")
    assert sorted(masked_words(source)) == sorted(rendered_words(source))


@pytest.mark.parametrize(
    ("source", "word"),
    [("# Hilfeplan", "Hilfeplan"), ("Hilfeplan\n===", "Hilfeplan"), ("[Hilfeplan](x.md)", "Hilfeplan"), ("[der **Hilfeplan** hier](x.md)", "Hilfeplan"),
     ("[Hilfeplan][x]\n\n[x]: y", "Hilfeplan"), ('<a href="x">Hilfeplan</a>', "Hilfeplan"), ('=== "Hilfeplan"\n', "Hilfeplan"), ("<b>Hilfe</b>plan", "Hilfe</b>plan"), ("**Der Hilfe**plan", "Hilfe**plan")],
)  # fmt: skip
def test_headings_titles_and_texts_of_links_carry_no_links(source: str, word: str) -> None:
    start = source.index(word)
    prose = markdown_prose(source)
    assert not prose.linkable(start, start + len(word))


@pytest.mark.parametrize(
    "source",
    [
        "Ein **Hilfeplan** hier",
        "| Hilfeplan |\n|---|",
        "- Hilfeplan",
        "!!! note\n    Hilfeplan",
        "<div>Hilfeplan</div>",
    ],
)
def test_text_elsewhere_may_carry_links(source: str) -> None:
    start = source.index("Hilfeplan")
    assert markdown_prose(source).linkable(start, start + 9)


@pytest.mark.parametrize(
    ("source", "word", "areas"),
    [
        ("## A {: area=sgb2 }\n\nHier\n\n## B\n\nDort", "Hier", ("sgb2",)),
        ("## A {: area=sgb2 }\n\nHier\n\n## B\n\nDort", "Dort", ()),
        ("## A {: area=sgb2 }\n\n### C\n\nHier", "Hier", ("sgb2",)),
        ('Hier\n{: area="sgb2 sgb3" }\n\nDort', "Hier", ("sgb2", "sgb3")),
        ("Hier\n{: area=sgb2 }\n\nDort", "Dort", ()),
        ("# A {: area=sgb2 }\n\n## B {: area=sgb8 }\n\nHier", "Hier", ("sgb8",)),
        ("A {: area=sgb2 }\n===\n\nHier", "Hier", ("sgb2",)),
    ],
)
def test_sections_and_blocks_may_speak_for_an_area(source: str, word: str, areas: tuple[str, ...]) -> None:
    assert markdown_prose(source).areas_at(source.index(word)) == areas


def test_what_is_no_prose_is_blank() -> None:
    assert markdown_prose("a `b` c").text == f"a {BLANK * 3} c"


@pytest.mark.parametrize(
    ("source", "word"),
    [("**Hilfe**plan", "Hilfe**plan"), ("Hilfe*plan* gilt", "Hilfe*plan"), ("Ein ~~Hilfe~~plan", "Hilfe~~plan")],
)
def test_a_word_may_carry_a_link_with_the_emphasis_of_a_part_of_it(source: str, word: str) -> None:
    start = source.index(word)
    assert markdown_prose(source).linkable(start, start + len(word))
