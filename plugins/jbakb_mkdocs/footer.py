"""What stands at the foot of every page: the pages that an office must have, and what the content is."""

from __future__ import annotations

from typing import Any

from jbakb.i18n import _
from jbakb.labels import day_label
from jbakb.site.addresses import CONTACTS, LEGAL
from jbakb.site.content import SiteContent


def footer(content: SiteContent) -> dict[str, Any]:
    """Return the footer's links, those that exist in this edition, and its sentence."""
    rows = [(path, content.pages_by_path[path].title) for path in LEGAL if path in content.pages_by_path]
    if content.glossary.contacts:
        rows.insert(0, (CONTACTS, _("Wen fragen")))
    return {
        "footer": [{"title": title, "url": content.addresses.url(path)} for path, title in rows],
        "footer_name": _("Über diese Website"),
        "footer_advice": _("Keine Rechtsberatung."),
        "footer_day": _("Stand: {day}").format(day=day_label(content.on)),
    }
