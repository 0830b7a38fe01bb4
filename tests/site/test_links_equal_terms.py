"""What the site links is exactly what `jbakb terms` finds: same words, same order.

Exceptions, all of them words that `terms` reports and the site does not link:
- headings, and texts of existing links (`Prose.linkable` says which);
- titles of collapsible blocks and of tabs: they are buttons, and a button must not contain a link;
- text that comes from elsewhere while the page is built (snippets, macros): it is not in the page's file;
- front matter: `terms` does not read it, and what the site makes of a process' front matter is generated (class `jbakb`).
"""

from __future__ import annotations

import html
import re
from pathlib import Path

from jbakb.handbook import Page
from jbakb.knowledge_base import open_knowledge_base
from jbakb.recognition.lexicon import Lexicon, build_lexicon
from jbakb.recognition.matcher import find_terms
from tests.conftest import DAY, PROJECT
from tests.site.conftest import Build, TermLinks, copy_of, use_all_extensions

PAGE = """---
areas: [sgb8]
---
# Der Hilfeplan

Der **Hilfeplan** und die *Hilfepläne*; ein [Hilfeplan](jobcenter.md), ein `Hilfeplan`, eine EGV.
Zwei Zeilen: der Kooperations­plan nicht, der Kooperationsplan schon; „Hilfepläne“ & Arbeitslosengeld II.

Teile von Wörtern: **Hilfe**plan, *Hilfe*plan, ein Hilfe**plan** und der <b>Hilfe</b>plan.

- Personensorgeberechtigte
    - Erziehungsberechtigte

| Wort | Haus |
|---|---|
| Grundsicherungsgeld | Jobcenter |
| `Hilfeplan` | **PSB** |

!!! note "Der Hilfeplan"
    Das Bürgergeld gibt es nicht mehr.

??? note "Zum Hilfeplan"
    Ein Hilfeplan.

=== "Hilfeplan"

    Noch ein Hilfeplan.

<div class="kasten"><p title="Hilfeplan">Roher Hilfeplan &amp; <b>Hilfepläne</b></p><!-- Hilfeplan --></div>

<div markdown>
Gemischter *Hilfeplan*.
</div>

```text
Hilfeplan
```

Fußnote[^1] und ![Hilfeplan](bild.png "Hilfeplan").

Hilfeplan
: Erklärung mit Hilfeplänen.

Ein Hilfeplan { .klasse title="Hilfeplan" }

> ## Hilfeplan im Zitat
> Zitierter Hilfeplan.

[^1]: Siehe Hilfeplan.

[verweis]: jobcenter.md "Hilfeplan"
"""


def expected(page: Page, lexicon: Lexicon) -> list[str]:
    """The words that `jbakb terms` reports for a page, without the exceptions that stand in the file."""
    prose = page.prose
    blocks = [
        found.span() for found in re.finditer(r"^[ \t]*(?:\?\?\?\+?|===[!+]?)[^\n]*$|^> #[^\n]*$", page.text, re.M)
    ]
    words = []
    for match in find_terms(lexicon, prose, page.areas):
        inside_block = any(start <= match.start < end for start, end in blocks)
        if prose.linkable(match.start, match.end) and not inside_block:
            words.append(plain(page.text[match.start : match.end]))
    return words


def plain(text: str) -> str:
    """A word as a reader sees it."""
    return " ".join(re.sub(r"[*_~]|<[^>]*>", "", html.unescape(text)).split())


def linked(site: Path, path: str) -> list[str]:
    """The words that are links on the built page."""
    name = path.removeprefix("docs/").removesuffix(".md")
    return [text for text, _href in TermLinks((site / f"{name}.html").read_text(encoding="utf-8")).links]


def link_everything(root: Path) -> None:
    with (root / "jbakb.toml").open("a", encoding="utf-8") as file:
        file.write('\n[links]\noccurrences = "all"\n')


def test_a_page_with_every_kind_of_markup(small: Path, build: Build) -> None:
    (small / "docs" / "alles.md").write_text(PAGE, encoding="utf-8")
    (small / "docs" / "bild.png").write_bytes(b"")
    use_all_extensions(small)
    link_everything(small)
    site = build(small)
    found = linked(site, "docs/alles.md")
    kb = open_knowledge_base(small)
    page = next(page for page in kb.pages if page.path == "docs/alles.md")
    assert found == expected(page, build_lexicon(kb.glossary, DAY))
    assert len(found) > 15
    assert not re.search("[\U000f5b00-\U000f5b02]", (site / "alles.html").read_text(encoding="utf-8"))


def test_every_page_of_the_handbook(tmp_path: Path, build: Build) -> None:
    root = copy_of(PROJECT, tmp_path / "kb")
    link_everything(root)
    site = build(root)
    kb = open_knowledge_base(root)
    lexicon = build_lexicon(kb.glossary, DAY)
    for page in kb.pages:
        assert linked(site, page.path) == expected(page, lexicon), page.path
