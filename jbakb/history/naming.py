"""How fields, list items and values are called in front of people; what is unknown keeps the name that files use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from textwrap import shorten
from typing import Any, Final

from jbakb.i18n import N_, _
from jbakb.labels import (
    basis_label,
    day_label,
    deadline_label,
    equivalence_label,
    gender_label,
    part_of_speech_label,
    period_label,
    register_label,
    status_label,
    term_type_label,
    visibility_label,
)
from jbakb.model import (
    Approval,
    Area,
    Concept,
    Contact,
    Difference,
    Entry,
    FalseFriend,
    Glossary,
    Meaning,
    Process,
    Role,
    Term,
)
from jbakb.model import Change as LawChange
from jbakb.model.law import Law
from jbakb.model.process import Basis, Branch, Deadline, Gate, Handover, Misunderstanding, ProcessRole, Step
from jbakb.model.tables import AgeLimit, Part, Service
from jbakb.model.tables import LawChange as ListedChange

#: Fields of every record of the model, by the name in its file.
FIELDS: Final[Mapping[str, str]] = {
    "absent": N_("Kein Gegenstück"),
    "action": N_("Was geschieht"),
    "actor": N_("Wer"),
    "advice": N_("Rat"),
    "after": N_("Nach Schritt"),
    "aliases": N_("Andere Namen"),
    "announced": N_("Nur angekündigt"),
    "answer": N_("Antwort"),
    "applies_to": N_("Gilt auch für"),
    "approved": N_("Freigabe"),
    "area": N_("Rechtskreis"),
    "areas": N_("Rechtskreise"),
    "audience": N_("Für wen"),
    "basis": N_("Grundlage"),
    "before": N_("Vor Schritt"),
    "below": N_("Unter"),
    "between": N_("Zwischen"),
    "changes": N_("Rechtsänderung"),
    "clauses": N_("Klauseln"),
    "color": N_("Farbe"),
    "concepts": N_("Begriff"),
    "consequence": N_("Für die Praxis"),
    "consequential": N_("Besonders folgenreich"),
    "core": N_("Kern-Rechtskreis"),
    "data": N_("Angaben"),
    "date": N_("Tag"),
    "deadline": N_("Frist"),
    "definition": N_("Definition"),
    "difference": N_("Unterschied"),
    "differences": N_("Unterschied"),
    "entries": N_("Einträge"),
    "equivalence": N_("Übereinstimmung"),
    "example": N_("Beispiel"),
    "false_friends": N_("Falscher Freund"),
    "figures": N_("Kennzahlen"),
    "formerly": N_("Frühere Kennung"),
    "forms": N_("Weitere Formen"),
    "from": N_("Von"),
    "gates": N_("Datenschutz-Tor"),
    "gender": N_("Geschlecht"),
    "goals": N_("Ziele"),
    "handovers": N_("Übergabe"),
    "hours": N_("Erreichbar"),
    "id": N_("Kennung"),
    "kind": N_("Art"),
    "last": N_("Letzter Paragraf"),
    "laws": N_("Gesetze"),
    "letters": N_("Paragrafen mit Buchstaben"),
    "limits": N_("Altersgrenze"),
    "mail": N_("Postfach"),
    "means": N_("Lesart"),
    "missing": N_("Fehlende Paragrafen"),
    "misunderstandings": N_("Missverständnis"),
    "nearest": N_("Am nächsten kommt"),
    "next": N_("Weiter mit"),
    "note": N_("Anmerkung"),
    "notes": N_("Anmerkung"),
    "notion": N_("Gemeinsamer Begriff"),
    "open": N_("Offen"),
    "otherwise": N_("Sonst"),
    "part_of_speech": N_("Wortart"),
    "parts": N_("Wer leistet es"),
    "person": N_("Männliche Form"),
    "phone": N_("Telefon"),
    "place": N_("Ort"),
    "plain": N_("Einfach gesagt"),
    "played_by": N_("Übernimmt"),
    "plural": N_("Mehrzahl"),
    "processes": N_("Prozesse"),
    "purpose": N_("Wozu"),
    "receipt": N_("Nachweis"),
    "ref": N_("Erklärt in"),
    "refs": N_("Erklärt in"),
    "register": N_("Sprachebene"),
    "related": N_("Siehe auch"),
    "repealed": N_("Aufgehoben"),
    "replaced_by": N_("Abgelöst durch"),
    "result": N_("Ergebnis"),
    "review_every": N_("Durchsicht alle"),
    "roles": N_("Rolle"),
    "season": N_("Jahreszeit"),
    "services": N_("Leistung"),
    "short": N_("Kurzname"),
    "since": N_("Seit"),
    "source": N_("Quelle"),
    "sources": N_("Quelle"),
    "state_law": N_("Landesrecht"),
    "status": N_("Stand"),
    "steps": N_("Schritt"),
    "symbol": N_("Zeichen"),
    "task": N_("Beitrag"),
    "term": N_("Wort"),
    "terms": N_("Wort"),
    "text": N_("Text"),
    "theme": N_("Thema"),
    "themes": N_("Themen"),
    "title": N_("Titel"),
    "to": N_("An"),
    "tolerated": N_("Übergangsfrist"),
    "tools": N_("Werkzeuge"),
    "translations": N_("Übersetzung"),
    "trigger": N_("Auslöser"),
    "type": N_("Art"),
    "until": N_("Bis"),
    "use": N_("Erklärt in"),
    "valid_from": N_("Gilt ab"),
    "valid_to": N_("Gilt bis"),
    "verified": N_("Rechtsstand"),
    "visibility": N_("Sichtbar"),
    "what": N_("Was"),
    "when": N_("Wenn"),
    "words": N_("Wörter"),
    "workplace": N_("Arbeitsort"),
    "year": N_("Jahr"),
}

_OF_AGES: Final[Mapping[str, str]] = {"from": N_("Ab"), "to": N_("Bis")}

#: Running text, worth comparing word by word.
PROSE: Final = frozenset(
    (
        "absent",
        "action",
        "advice",
        "audience",
        "consequence",
        "data",
        "definition",
        "difference",
        "example",
        "note",
        "notes",
        "notion",
        "open",
        "otherwise",
        "plain",
        "purpose",
        "result",
        "task",
        "text",
        "trigger",
        "what",
    )
)

#: A text that serves as a label is cut after so many characters.
_LABEL: Final = 60
_ANSWERS: Final[Mapping[str, str]] = {"yes": N_("ja"), "no": N_("nein"), "partly": N_("wirkt mit")}
_SEASONS: Final[Mapping[str, str]] = {
    "spring": N_("Frühjahr"), "summer": N_("Sommer"), "autumn": N_("Herbst"), "winter": N_("Winter"),
}  # fmt: skip
_VALUES: Final[Mapping[str, Callable[[Any], str]]] = {
    "equivalence": equivalence_label,
    "status": status_label,
    "season": lambda season: _(_SEASONS[season]),
    "answer": lambda answer: _(_ANSWERS[answer]),
    "type": term_type_label,
    "register": register_label,
    "gender": gender_label,
    "part_of_speech": part_of_speech_label,
    "visibility": visibility_label,
}
_KINDS: Final[Mapping[str, Callable[[Any], str]]] = {
    "statutory": deadline_label, "agreed": deadline_label,
    "consent": basis_label, "statute": basis_label, "anonymous": basis_label,
}  # fmt: skip


def field_label(name: str, kind: type | None = None) -> str:
    """Return how a field of a kind of record is called."""
    if kind is AgeLimit and name in _OF_AGES:
        return _(_OF_AGES[name])
    return _(FIELDS[name]) if name in FIELDS else name


@dataclass(frozen=True)
class Names:
    """What ids stand for, in a state of the knowledge base; `roles` and `steps` also those of one process."""

    glossary: Glossary
    roles: Mapping[str, str] = field(default_factory=dict)
    steps: Mapping[str, str] = field(default_factory=dict)

    def within(self, process: Process) -> Names:
        """Return the names that hold inside a process."""
        own = {name: role.title for name, role in process.roles.items() if isinstance(role, ProcessRole)}
        return Names(self.glossary, own, {step.id: step.title for step in process.steps})

    def area(self, area: str) -> str:
        """Return an area's short name."""
        known = self.glossary.areas.get(area)
        return known.short if known else area

    def role(self, role: str) -> str:
        """Return a role's title."""
        known = self.glossary.roles.get(role)
        return self.roles.get(role) or (known.title if known else role)

    def value(self, name: str, value: Any) -> str:
        """Return a single value of a field in words, empty for nothing."""
        if value is None or value == "" or value == ():
            return ""
        if isinstance(value, bool):
            return _("ja") if value else _("nein")
        if isinstance(value, date):
            return day_label(value)
        if name in _VALUES and isinstance(value, str):
            return _VALUES[name](value)
        if name == "kind" and value in _KINDS:
            return _KINDS[value](value)
        if name in ("area", "areas", "applies_to"):
            return self.area(str(value))
        if name == "themes":
            return self.glossary.themes.get(str(value), str(value))
        if name in ("actor", "from", "to", "played_by"):
            return self.steps.get(str(value)) or self.role(str(value))
        if name in ("after", "before", "next"):
            return self.steps.get(str(value), str(value))
        return self.brief(value) if hasattr(value, "__struct_fields__") else str(value)

    def item(self, value: Any) -> str:
        """Return how one of several records is called: „Wort „Hilfeplan““, „SGB VIII“, „Schritt „Termin““."""
        match value:
            case Concept():
                own = f" ({value.id})" if value.id else ""
                return self.area(value.area) + own
            case Term():
                return _("Wort „{word}“").format(word=value.term)
            case Difference():
                sides = " / ".join(self.area(key) for key in value.between)
                return " ".join(filter(None, (_("Unterschied"), sides)))
            case FalseFriend():
                return _("Falscher Freund „{words}“").format(words=" · ".join(value.words))
            case Meaning():
                return " ".join(filter(None, (_("Lesart"), self.area(value.area))))
            case LawChange():
                return _("Rechtsänderung vom {day}").format(day=day_label(value.date))
            case ListedChange():
                return _("Rechtsänderung „{text}“").format(text=shorten(value.text, _LABEL, placeholder=" …"))
            case AgeLimit():
                return value.text or value.ref
            case Service():
                return value.title
            case Part():
                return self.area(value.area)
            case Step():
                return _("Schritt „{title}“").format(title=value.title)
            case Handover():
                return _("Übergabe {source} → {target}").format(
                    source=self.role(value.from_), target=self.role(value.to)
                )
            case Gate():
                return _("Datenschutz-Tor vor „{step}“").format(step=self.steps.get(value.before, value.before))
            case Branch():
                return _("Weiter mit") + f" „{value.when}“"
            case Misunderstanding():
                return _("Missverständnis")
            case Basis():
                return _("Grundlage")
            case ProcessRole() | Role() | Area() | Law() | Entry() | Process() | Contact():
                return str(value.title)
        return type(value).__name__

    def brief(self, value: Any) -> str:
        """Return a small record in a few words."""
        match value:
            case Term():
                facts = [
                    term_type_label(value.type) if value.type != "fullForm" else "",
                    status_label(value.status) if value.status else "",
                    period_label(value.valid_from, value.valid_to),
                    value.note,
                ]
                remark = "; ".join(filter(None, facts))
                return f"„{value.term}“" + (f" ({remark})" if remark else "")
            case Approval():
                return f"{day_label(value.date)} ({value.seal[:8]})"
            case Branch():
                return f"{value.when} → {self.steps.get(value.to, value.to)}"
            case Deadline():
                source = "; ".join(filter(None, (deadline_label(value.kind), value.source)))
                return f"{value.text} ({source})"
            case Basis():
                return ", ".join(filter(None, (basis_label(value.kind), value.source)))
        said = [self.value(name, getattr(value, name)) for name in value.__struct_fields__ if getattr(value, name)]
        return "; ".join(said)
