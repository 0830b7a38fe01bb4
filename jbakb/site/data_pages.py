"""The pages made of tables and of the law: which there are, and what each template gets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from jbakb.i18n import _
from jbakb.site import addresses
from jbakb.site.content import SiteContent
from jbakb.site.planned_page import WIDE, PlannedPage
from jbakb.site.statutes_view import law_order, list_statutes
from jbakb.site.table_view import list_rows
from jbakb.site.tables_view import answer_badge, list_abbreviations, list_ages, list_services


def data_pages(content: SiteContent) -> Iterator[PlannedPage]:
    """List the pages for which there are data; the others have no page and no place in the navigation."""
    glossary, tables, on = content.glossary, content.tables, content.on
    values: dict[str, Any]
    rows = list_rows(glossary, on)
    if rows:
        values = {"rows": rows, "core": glossary.core_areas, "themes": content.themes}
        yield PlannedPage(addresses.TABLE, _("Übersetzungstabelle"), "translation_table.md", values, WIDE)
    abbreviations = list_abbreviations(glossary, content.words, on)
    if abbreviations:
        groups = [(letter, list(each)) for letter, each in groupby(abbreviations, key=lambda row: row.letter)]
        yield PlannedPage(addresses.ABBREVIATIONS, _("Mehrdeutige Abkürzungen"), "abbreviations.md", {"groups": groups})
    log = content.change_log
    if log.moments or log.announced:
        verified = tables.changes.verified if tables.changes else None
        yield PlannedPage(addresses.CHANGES, _("Änderungen im Recht"), "changes.md", {"log": log, "verified": verified})
    if tables.ages:
        values = {"ages": list_ages(glossary, tables.ages, on), "file": tables.ages}
        yield PlannedPage(addresses.AGES, _("Altersgrenzen"), "ages.md", values)
    if tables.services:
        title = _("Wer leistet was für {audience}?").format(audience=tables.services.audience)
        badges = [answer_badge(answer) for answer in ("yes", "no", "partly", None)]
        houses = {role.area: role.title for role in reversed(list(glossary.roles.values())) if role.area}
        values = {
            "rows": list_services(glossary, tables.services),
            "file": tables.services,
            "badges": badges,
            "houses": houses,
        }
        yield PlannedPage(addresses.SERVICES, title, "services.md", values)
    if content.laws:
        statutes = list_statutes(glossary, content.pages_by_path, content.laws, tables, on)
        yield PlannedPage(
            addresses.STATUTES,
            _("Vom Paragrafen zum Begriff"),
            "statutes.md",
            {"statutes": statutes, "laws": content.laws},
        )
        register = sorted(content.laws.laws, key=lambda law: law_order(law.id))
        cited = {statute.id: statute for statute in statutes}
        values = {"register": register, "laws": content.laws, "cited": cited}
        yield PlannedPage(addresses.LAWS, _("Gesetze"), "laws.md", values)
