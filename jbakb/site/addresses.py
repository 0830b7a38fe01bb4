"""Where pages are: paths of their Markdown below docs/, and the links between them."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

FOLDER: Final = "glossar"
WORDS: Final = f"{FOLDER}/index.md"
THEMES: Final = f"{FOLDER}/themen.md"
AREAS: Final = f"{FOLDER}/rechtskreise/index.md"
FALSE_FRIENDS: Final = f"{FOLDER}/falsche-freunde.md"
CONTACTS: Final = f"{FOLDER}/wen-fragen.md"
COVERAGE: Final = f"{FOLDER}/abdeckung.md"
TABLE: Final = f"{FOLDER}/uebersetzungstabelle.md"
ABBREVIATIONS: Final = f"{FOLDER}/abkuerzungen.md"
STATUTES: Final = f"{FOLDER}/paragrafen.md"
LAWS: Final = f"{FOLDER}/gesetze.md"
AGES: Final = f"{FOLDER}/altersgrenzen.md"
SERVICES: Final = f"{FOLDER}/wer-leistet-was.md"
CHANGES: Final = f"{FOLDER}/aenderungen.md"
PROCESSES: Final = "prozesse/index.md"
PROCESS_MAP: Final = "prozesse/ueberblick/landkarte.md"
HANDOVERS: Final = "prozesse/ueberblick/uebergaben.md"
DEADLINES: Final = "prozesse/ueberblick/fristen.md"
GATES: Final = "prozesse/ueberblick/datenschutz.md"
DOCUMENTS: Final = "prozesse/ueberblick/unterlagen.md"
AGREEMENT: Final = "vereinbarung/index.md"
GOALS: Final = "ziele/index.md"
TOURS: Final = "einstieg/index.md"
SELF_TEST: Final = "einstieg/selbsttest.md"
#: Pages of the handbook that stand in the footer and not in the navigation.
LEGAL: Final = ("impressum.md", "datenschutz.md", "barrierefreiheit.md")
OVERVIEWS: Final = (
    WORDS,
    THEMES,
    AREAS,
    FALSE_FRIENDS,
    COVERAGE,
    CONTACTS,
    TABLE,
    ABBREVIATIONS,
    STATUTES,
    LAWS,
    AGES,
    SERVICES,
    CHANGES,
)


def entry_page(entry_id: str) -> str:
    """Return the path of an entry's page; an entry that is called as an overview gets out of its way."""
    path = f"{FOLDER}/{entry_id}.md"
    return f"{FOLDER}/{entry_id}-eintrag.md" if path in OVERVIEWS else path


def area_page(area_id: str) -> str:
    """Return the path of an area's page."""
    return f"{FOLDER}/rechtskreise/{area_id}.md"


def tour_page(area_id: str) -> str:
    """Return the path of the first week of those who work in an area."""
    return f"einstieg/{area_id}.md"


def process_page(process_id: str) -> str:
    """Return the path of a process' page."""
    return f"prozesse/{process_id}.md"


def slug(text: str) -> str:
    """Return a text as part of an address: lower case, ASCII letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-") or "x"


def folded(text: str) -> str:
    """Return a text as German lists sort it (DIN 5007-1): ä as a, ß as ss, letter case ignored."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def initial(text: str) -> str:
    """Return the letter under which a word stands in a list, `#` for what starts with none."""
    first = folded(text).lstrip("„“\"'‚§ ")[:1].upper()
    return first if "A" <= first <= "Z" else "#"


@dataclass(frozen=True)
class Addresses:
    """The form of a site's addresses: files (`a/b.html`), or folders (`a/b/`) if `directory_urls`."""

    directory_urls: bool = False

    def url(self, page: str) -> str:
        """Return the address of a page, seen from the root of the site."""
        stem = page.removesuffix(".md")
        if not self.directory_urls:
            return f"{stem}.html"
        return f"{stem.removesuffix('index')}" if stem.endswith("index") else f"{stem}/"

    def link(self, source: str, target: str, fragment: str = "") -> str:
        """Return the address of a page or a place on it, seen from another page."""
        anchor = f"#{fragment}" if fragment else ""
        if source == target and fragment:
            return anchor
        here, there = self.url(source), self.url(target)
        folder = here.rstrip("/") if here.endswith("/") else posixpath.dirname(here)
        relative = posixpath.relpath(there or ".", folder or ".")
        return relative + ("/" if there.endswith("/") or not there else "") + anchor
