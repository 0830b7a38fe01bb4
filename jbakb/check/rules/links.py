"""Links of pages: files, headings, images and the glossary's own addresses."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from jbakb.check.finding import CheckInput, Finding, Rule
from jbakb.check.place import in_text
from jbakb.handbook import DOCS, Page, process_now
from jbakb.i18n import _
from jbakb.store.loading import PROCESSES
from jbakb.store.suggest import suggestion

#: Where the site puts the pages that it makes of the glossary; of these only entries are checked.
GENERATED: Final = "glossar/"
#: And those that it makes of all processes and for newcomers.
_OVERVIEWS: Final = ("prozesse/index.md", "prozesse/ueberblick/", "einstieg/")
_LINK: Final = re.compile(
    r"!?\[(?:[^\[\]\n]|\[[^\]\n]*\])*\]\(\s*<?(?P<target>[^()\s<>]+(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+[\"'][^\n]*?[\"'])?\s*\)"
)
_DEFINITION: Final = re.compile(r"^[ ]{0,3}\[(?!\^)[^\]\n]+\]:[ \t]+<?(?P<target>[^\s<>]+)", re.M)
_CODE: Final = re.compile(
    r"^[ \t]*(`{3,}|~{3,}).*?(?:^[ \t]*\1|\Z)|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)|<!--.*?-->", re.S | re.M
)
_ABSOLUTE: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|/|\{|\{\{")
_HEADING: Final = re.compile(
    r"^[ ]{0,3}#{1,6}[ \t]+(?P<text>.+?)[ \t]*#*[ \t]*$|^(?P<under>[^\n]+)\n(?:=+|-{2,})[ \t]*$", re.M
)
_OWN_ID: Final = re.compile(r"\{[^}\n]*#(?P<id>[\w.:-]+)[^}\n]*\}|\b(?:id|name)=[\"'](?P<html>[^\"']+)[\"']")


def broken_links(given: CheckInput) -> Iterator[Finding]:
    """Find links, images and anchors that lead nowhere; addresses of other sites are not asked."""
    pages = {page.path.removeprefix(f"{DOCS}/"): page for page in given.pages}
    for page in given.pages:
        if "](" not in page.text and "]:" not in page.text:
            continue
        text = _CODE.sub(lambda found: " " * len(found[0]), page.text)
        for pattern in (_LINK, _DEFINITION):
            for found in pattern.finditer(text, page.body_start):
                target = found["target"]
                if _ABSOLUTE.match(target):
                    continue
                problem = _problem(given, page, pages, target)
                if problem:
                    message, near = problem
                    yield Finding(
                        "link-broken",
                        message.format(target=target),
                        in_text(page, *found.span("target")),
                        suggestion=near,
                        excerpt=target,
                    )


def _problem(given: CheckInput, page: Page, pages: dict[str, Page], target: str) -> tuple[str, str] | None:
    """Return what is wrong with a target and the nearest that exists, None if it leads somewhere."""
    address, _hash, anchor = unquote(target).partition("#")
    own = page.path.removeprefix(f"{DOCS}/")
    address = address.partition("?")[0]
    path = posixpath.normpath(posixpath.join(posixpath.dirname(own), address)) if address else own
    source = re.sub(r"\.html$", ".md", path)
    if source in pages:
        anchors = anchors_of(pages[source])
        if anchor and pages[source].process is None and anchor not in anchors:
            return _("Die Überschrift zu „{target}“ gibt es nicht."), suggestion(anchor, anchors)
        return None
    if now := _renamed(given, source, anchor):
        folder = posixpath.dirname(own) or "."
        path, _hash, place = now.partition("#")
        return _("„{target}“ heißt jetzt anders."), posixpath.relpath(path, folder) + _hash + place
    if source.startswith(GENERATED):
        name = source.removeprefix(GENERATED).removesuffix(".md")
        if source.endswith(".md") and "/" not in name and "." not in name and anchor.startswith(f"{name}."):
            return None if given.glossary.at(anchor) else (_("Den Begriff zu „{target}“ gibt es nicht."), "")
        return None
    if source.startswith(_OVERVIEWS):
        return None
    if path.startswith("..") or (given.knowledge_base.root / DOCS / path).exists():
        return None if not path.startswith("..") else (_("„{target}“ liegt außerhalb von docs/."), "")
    near = suggestion(path, pages)
    folder = posixpath.dirname(own) or "."
    return _("„{target}“ gibt es nicht."), posixpath.relpath(near, folder) if near else ""


def _renamed(given: CheckInput, source: str, anchor: str) -> str:
    """Return the present address of an entry's or process's page with a former id, empty if it is none."""
    name = source.rpartition("/")[2].removesuffix(".md")
    if source == f"{GENERATED}{name}.md":
        now = given.glossary.now(anchor if "." in anchor else name)
        return f"{GENERATED}{now.partition('.')[0]}.md" + (f"#{now}" if "." in now else "") if now else ""
    if f"{DOCS}/{source}" == f"{PROCESSES}/{name}.md" and (now := process_now(given.knowledge_base.pages, name)):
        return source.replace(name, now)
    return ""


def anchors_of(page: Page) -> list[str]:
    """Return the ids of a page's headings as the site makes them, and those written by hand."""
    anchors: list[str] = []
    text = _CODE.sub(lambda found: found[0] if "\n" not in found[0] else "\n", page.text[page.body_start :])
    for found in _HEADING.finditer(text):
        heading = found["text"] or found["under"]
        own = _OWN_ID.search(heading)
        if own and own["id"]:
            continue
        slug = slugify(re.sub(r"\[([^\]]*)\]\([^)]*\)|[`*]|\{[^}]*\}", lambda part: part[1] or "", heading))
        count, name = 1, slug
        while name in anchors:
            name, count = f"{slug}_{count}", count + 1
        anchors.append(name)
    return anchors + [found["id"] or found["html"] for found in _OWN_ID.finditer(page.text)]


def slugify(heading: str) -> str:
    """Return the id that Python-Markdown's table of contents gives a heading."""
    ascii_ = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_).strip().lower())


RULES = (
    Rule(
        "link-broken",
        "error",
        "Link ins Leere",
        broken_links,
        doc="""
        Was wird geprüft: Ob Links, Bilder und Sprungmarken auf Seiten zu etwas führen, das es gibt.
        Warum: Ein Link ins Leere kostet alle, die ihm folgen, Zeit und Vertrauen.
        Beispiel: `[Erstkontakt](prozesse/erst-kontakt.md)`
        Stattdessen: `[Erstkontakt](prozesse/erstkontakt.md)`
        Ausnahmen: Adressen anderer Websites; Übersichten, die die Website aus dem Glossar erzeugt; Code.
        """,
    ),
)
