"""The texts of the search dialogue; the browser gets them with each page."""

from __future__ import annotations

from jbakb.i18n import _


def search_texts(propose: str) -> dict[str, str]:
    """Return the texts; `propose` is an address in which `{text}` stands for what was looked for."""
    return {
        "title": _("Suche"),
        "placeholder": _("Wort, Abkürzung oder §"),
        "reset": _("Eingabe löschen"),
        "area": _("Rechtskreis"),
        "all_areas": _("alle"),
        "kind": _("Art"),
        "all_kinds": _("alle"),
        "start": _("Ein paar Buchstaben genügen: „EGV“, „Hilfeplan“, „§ 16h“."),
        "hits": _("Treffer"),
        "loading": _("Der Index wird geladen …"),
        "failed": _("Die Suche konnte nicht geladen werden. Bitte die Seite neu laden."),
        "none": _("Nichts gefunden für „{text}“."),
        "none_filtered": _("Nichts gefunden für „{text}“ in: {filters}."),
        "unfiltered": _("Filter aufheben: {count} Treffer"),
        "unfiltered_one": _("Filter aufheben: ein Treffer"),
        "one": _("Ein Treffer"),
        "many": _("{count} Treffer"),
        "more": _("Mehr Treffer zeigen"),
        "did_you_mean": _("Meinten Sie „{text}“?"),
        "recent": _("Zuletzt gesucht"),
        "forget": _("Verlauf löschen"),
        "propose": _("„{text}“ als Begriff vorschlagen"),
        "propose_link": propose,
        "since": _("seit {day}"),
        "nearest": _("am nächsten:"),
        "absent": _("kein Gegenstück"),
        "no_word": _("die Sache ohne eigenes Wort"),
        "in_all": _("in den Rechtskreisen"),
        "outdated": _("„{old}“ heißt heute „{new}“."),
        "outdated_since": _("„{old}“ heißt seit {day} „{new}“."),
        "shown": _("{count} von {all} Treffern"),
        "entry": _("Begriffe"),
        "process": _("Prozesse"),
        "page": _("Seiten"),
        "norm": _("Normen"),
        "your_side": _("Ihre Seite"),
        "your_word": _("bei Ihnen:"),
        "your_gap": _("bei Ihnen kein Gegenstück"),
        "your_nearest": _("bei Ihnen am nächsten:"),
        "for_you": _("Für Sie heißt das:"),
        "in_process": _("Im Prozess:"),
        "step": _("{process}, Schritt {number}: {step}"),
        "places": _("und in {count} weiteren"),
        "common": _("alle Häuser"),
    }
