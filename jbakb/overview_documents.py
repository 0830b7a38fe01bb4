"""What a site has beside entries and handbook, for the search: overviews, and rows of tables with places of their own.

An overview only lists what stands elsewhere, so it counts less than what it lists: its title finds it, or its rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from textwrap import shorten
from typing import Final

from jbakb.i18n import N_, _
from jbakb.knowledge_base import KnowledgeBase
from jbakb.search.documents import SUMMARY, Kind, SearchDocument
from jbakb.search.service import Further
from jbakb.site import addresses
from jbakb.site.content import SiteContent
from jbakb.site.overview_view import list_false_friends
from jbakb.site.pages import overview_titles
from jbakb.site.statutes_view import list_statutes
from jbakb.site.tables_view import list_ages, list_services

#: What stands on a page, in the words that the page itself begins with or the home page leads to it with.
_ABOUT: Final = {
    addresses.WORDS: N_("Alle Wörter aller Rechtskreise, auch Abkürzungen und frühere Wörter."),
    addresses.AREAS: N_("Jeder Rechtskreis hat seine eigene Sprache. Keiner ist der erste."),
    addresses.FALSE_FRIENDS: N_("Gleiches Wort, andere Bedeutung: Hier reden die Häuser leicht aneinander vorbei."),
    addresses.CONTACTS: N_("Anlaufstellen der Häuser: Postfächer und Telefone von Stellen, nicht von Personen."),
    addresses.COVERAGE: N_(
        "Was jeder Rechtskreis zu jedem Eintrag sagt. „Noch zu klären“ heißt: Hier fehlt noch eine Angabe."
    ),
    addresses.TABLE: N_("Alle Begriffe, die Häuser nebeneinander."),
    addresses.ABBREVIATIONS: N_(
        "Eine Abkürzung, mehrere Bedeutungen. Im Zweifel ausschreiben, besonders wenn ein anderes Haus mitliest."
    ),
    addresses.SERVICES: N_("Agentur, Jobcenter oder Jugendamt: Wer ist zuständig?"),
    addresses.AGES: N_("Was gilt mit 15, 18, 21, 25 oder 27?"),
    addresses.STATUTES: N_("Wo kommt § 16h SGB II vor?"),
    addresses.CHANGES: N_("Welches Wort gilt seit wann?"),
    addresses.PROCESSES: N_("Wer macht was, mit wem, bis wann: die gemeinsamen Wege der Häuser."),
    addresses.SELF_TEST: N_("Gleiches Wort, andere Bedeutung."),
    addresses.DOCUMENTS: N_("Womit in den Prozessen gearbeitet wird, und an welcher Stelle."),
}
#: What an overview and its rows count beside what they list.
_LISTING, _ROW = 0.6, 0.2


def overview_documents(content: SiteContent) -> Iterator[SearchDocument]:
    """Make the documents of a site's overviews; what the handbook has itself is not among them."""
    for path, title in overview_titles(content):
        if path not in content.page_paths:
            about = _(_ABOUT[path]) if path in _ABOUT else ""
            yield _document(path, title, text=about, summary=about, weight=_LISTING)
    rows = chain(_contacts(content), _friends(content), _ages(content), _services(content), _changes(content))
    yield from chain(rows, _statutes(content))


def overviews_of(kb: KnowledgeBase, on: date) -> Further:
    """Return the same of a whole knowledge base on a day, nothing left out; made when an index needs it."""
    return Further(on.isoformat(), lambda: overview_documents(SiteContent.of(kb, "internal", on)))


def _document(
    path: str,
    title: str,
    anchor: str = "",
    *,
    own: bool = False,
    kind: Kind = "page",
    area: str = "",
    text: str = "",
    summary: str = "",
    weight: float = 1.0,
) -> SearchDocument:
    """Make a document of a page or a place on it; `own` makes the place a result beside others of its page."""
    below, fragment = path.removesuffix(".md"), f"#{anchor}" if anchor else ""
    return SearchDocument(
        id=f"{below}{fragment}",
        kind=kind,
        title=title,
        area=area,
        url=f"{below}.html{fragment}",
        path=f"docs/{path}{fragment if own else ''}",
        text=text,
        summary=shorten(summary, SUMMARY, placeholder=" …"),
        weight=weight,
    )


def _contacts(content: SiteContent) -> Iterator[SearchDocument]:
    for contact in content.glossary.contacts:
        labels = (_("Wen fragen"), _("Telefon") if contact.phone else "", _("Postfach") if contact.mail else "")
        said = (*labels, contact.task, contact.place, contact.note, *contact.laws)
        summary = " · ".join(filter(None, (contact.task, contact.phone, contact.mail)))
        anchor, text = f"stelle-{contact.id}", _lines(said)
        yield _document(
            addresses.CONTACTS, contact.title, anchor, own=True, area=contact.area, text=text, summary=summary
        )


def _friends(content: SiteContent) -> Iterator[SearchDocument]:
    """Make a document of each ambiguous word that has no entry of its own to tell of it."""
    for view in list_false_friends(content.glossary):
        if view.entry is None and view.anchor:
            readings = "; ".join(meaning.text for meaning in view.friend.means)
            title, text = " · ".join(view.friend.words), _lines((_("Mehrdeutig"), readings, view.friend.note))
            yield _document(
                addresses.FALSE_FRIENDS, title, view.anchor, own=True, text=text, summary=readings, weight=_LISTING
            )


def _ages(content: SiteContent) -> Iterator[SearchDocument]:
    if content.tables.ages:
        for age in list_ages(content.glossary, content.tables.ages, content.on):
            title = _row(_("Altersgrenzen"), age.label)
            text = "; ".join(row.text for row in age.rows)
            sources = (source for row in age.rows for source in row.sources)
            said = _lines((text, *sources))
            yield _document(addresses.AGES, title, age.anchor, text=said, summary=text, weight=_LISTING)


def _services(content: SiteContent) -> Iterator[SearchDocument]:
    if content.tables.services:
        areas = content.glossary.areas
        for row in list_services(content.glossary, content.tables.services):
            cells = [f"{areas[area].short}: {note or badge.text}" for area, badge, note in row.cells if area in areas]
            title, summary = _row(_("Wer leistet was"), row.service.title), "; ".join(cells)
            text = _lines((summary, *row.service.sources))
            anchor = f"leistung-{addresses.slug(row.service.title)}"
            yield _document(addresses.SERVICES, title, anchor, text=text, summary=summary, weight=_ROW)


def _changes(content: SiteContent) -> Iterator[SearchDocument]:
    for moment in content.change_log.moments:
        said = [*(", ".join((*word.old, *word.new)) for word in moment.words), *(rule.text for rule in moment.rules)]
        title = _row(_("Änderungen im Recht"), moment.label)
        yield _document(
            addresses.CHANGES, title, moment.anchor, text=_lines(said), summary="; ".join(said), weight=_ROW
        )


def _statutes(content: SiteContent) -> Iterator[SearchDocument]:
    if content.laws is None:
        return
    cited = {
        statute.id: statute
        for statute in list_statutes(content.glossary, content.pages_by_path, content.laws, content.tables, content.on)
    }
    for law in content.laws.laws:
        path = addresses.STATUTES if law.id in cited else addresses.LAWS
        anchor = cited[law.id].anchor if law.id in cited else f"gesetz-{addresses.slug(law.id)}"
        title = f"{law.id} – {law.title}" if law.title != law.id else law.id
        yield _document(path, title, anchor, own=True, kind="norm", text=_lines(law.aliases), summary=law.title)
    for statute in cited.values():
        for section in statute.sections:
            named = dict.fromkeys(citing.title for citing in section.citing)
            title = f"{section.unit} {section.section} {statute.id}"
            yield _document(
                addresses.STATUTES, title, section.anchor, own=True, kind="norm", summary=", ".join(named), weight=_ROW
            )


def _row(page: str, row: str) -> str:
    return f"{page}: {row}"


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)
