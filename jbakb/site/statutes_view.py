"""From the law to what cites it: law, section, then entries, concepts and processes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from jbakb.handbook import Page
from jbakb.i18n import N_, _
from jbakb.language.prose import plain_prose
from jbakb.law.citation import Citation, find_citations
from jbakb.law.citing import cited_by_concept, cited_by_entry, cited_by_process
from jbakb.model import Glossary
from jbakb.model.law import Law, LawsFile, section_repealed, split_section
from jbakb.model.status import preferred_term
from jbakb.model.tables import Tables
from jbakb.site import addresses
from jbakb.site.addresses import folded, slug
from jbakb.store.tables import AGES_FILE, CHANGES_FILE, SERVICES_FILE, sources_of_tables

_BOOK: Final = re.compile(r"SGB ([IVX]+)")
_VALUES: Final = {"I": 1, "V": 5, "X": 10}
_TABLE_PAGES: Final = {
    AGES_FILE: (addresses.AGES, N_("Altersgrenzen")),
    SERVICES_FILE: (addresses.SERVICES, N_("Wer leistet was")),
    CHANGES_FILE: (addresses.CHANGES, N_("Änderungen im Recht")),
}


@dataclass(frozen=True)
class Citing:
    """Something that cites a section: an address in the glossary or a page, what it is called, and where it says so."""

    title: str
    ref: str = ""
    page: str = ""
    area: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class SectionView:
    """A section of a law with what cites it."""

    unit: str
    section: str
    anchor: str
    repealed: bool
    citing: tuple[Citing, ...]


@dataclass(frozen=True)
class StatuteView:
    """A law with its cited sections; `law` is its line in the register, if it has one."""

    id: str
    anchor: str
    title: str
    law: Law | None
    sections: tuple[SectionView, ...]


@dataclass
class _Found:
    """What was found of one law: sections by what cites them, and ranges, which are spread afterwards."""

    units: dict[str, str] = field(default_factory=dict)
    by_section: dict[str, dict[Citing, list[str]]] = field(default_factory=lambda: defaultdict(dict))
    ranges: list[tuple[Citation, Citing]] = field(default_factory=list)


def list_statutes(
    glossary: Glossary, pages: Mapping[str, Page], laws: LawsFile, tables: Tables, on: date
) -> tuple[StatuteView, ...]:
    """List the laws that are cited, the books of the SGB first, each with its sections in their order.

    Args: `pages` the handbook's pages by their path below docs/.
    """
    found: dict[str, _Found] = defaultdict(_Found)
    for citing, texts in _citing(glossary, pages, tables, on):
        for text in texts:
            if not text or ("§" not in text and "Art" not in text):
                continue
            for citation in find_citations(plain_prose(text).text, laws):
                if citation.law and not citation.old:
                    _note(found[citation.law], citation, citing)
    return tuple(_statute(name, found[name], laws) for name in sorted(found, key=law_order))


def section_anchor(law: str, section: str) -> str:
    """Return the place of a section on the page of statutes."""
    return f"{slug(law)}-{section}"


def law_order(name: str) -> tuple[int, int, str]:
    """Return the key by which laws are sorted: the books of the SGB by number, then the others by name."""
    book = _BOOK.fullmatch(name)
    return (0, _roman(book[1]), "") if book else (1, 0, folded(name))


def _citing(
    glossary: Glossary, pages: Mapping[str, Page], tables: Tables, on: date
) -> Iterator[tuple[Citing, Iterable[str]]]:
    for entry, concept in glossary.concepts():
        if not concept.use:
            term = None if concept.absent else preferred_term(concept, on)
            citing = Citing(term.term if term else entry.title, ref=entry.ref(concept), area=concept.area)
            yield citing, cited_by_concept(concept)
    for entry in glossary.entries.values():
        yield Citing(entry.title, ref=entry.id), cited_by_entry(entry)
    for path, page in pages.items():
        if page.process:
            yield Citing(page.title, page=path), cited_by_process(page.process)
    by_page: dict[tuple[str, str], list[str]] = defaultdict(list)
    for pointer in sources_of_tables(tables):
        by_page[_TABLE_PAGES[pointer.file]].append(pointer.target)
    for (page_path, title), sources in by_page.items():
        yield Citing(_(title), page=page_path), sources


def _note(found: _Found, citation: Citation, citing: Citing) -> None:
    details = found.by_section[citation.section].setdefault(citing, [])
    found.units[citation.section] = citation.unit
    detail = _detail(citation)
    if detail and detail not in details:
        details.append(detail)
    if citation.until:
        found.ranges.append((citation, citing))


def _detail(citation: Citation) -> str:
    if citation.until:
        return f"bis {citation.unit} {citation.until}"
    parts = (("Abs.", citation.paragraph), ("Satz", citation.sentence), ("Nr.", citation.number))
    return " ".join(f"{name} {value}" for name, value in parts if value)


def _statute(name: str, found: _Found, laws: LawsFile) -> StatuteView:
    for citation, citing in found.ranges:  # a range concerns each section within it that has a heading already
        first, last = split_section(citation.section), split_section(citation.until)
        whole = str(replace(citation, law=""))
        for section, rows in found.by_section.items():
            if first < split_section(section) <= last:
                details = rows.setdefault(citing, [])
                details += [whole] if whole not in details else []
    law = laws.find(name)
    sections = tuple(
        SectionView(
            unit=found.units[section],
            section=section,
            anchor=section_anchor(name, section),
            repealed=law is not None and section_repealed(law, section),
            citing=tuple(
                replace(citing, details=tuple(details))
                for citing, details in sorted(found.by_section[section].items(), key=lambda row: _citing_order(row[0]))
            ),
        )
        for section in sorted(found.by_section, key=split_section)
    )
    return StatuteView(name, f"gesetz-{slug(name)}", law.title if law else "", law, sections)


def _citing_order(citing: Citing) -> tuple[bool, str, str]:
    return bool(citing.page), folded(citing.title), citing.area


def _roman(book: str) -> int:
    values = [_VALUES[letter] for letter in book]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
