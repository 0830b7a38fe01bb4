"""The questions of `jbakb add` on a terminal: what a new entry needs, proposed where it can be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import click

from jbakb.change.adding import Addition, find_concept, slug
from jbakb.change.proposing import propose_grammar, propose_type
from jbakb.change.resolving import resolve
from jbakb.change.similar import find_similar
from jbakb.cli.questions import Questions, needed
from jbakb.i18n import N_, _
from jbakb.model import Area, Concept, Difference, Entry, Term
from jbakb.model.values import Equivalence, Gender
from jbakb.store.loading import ID
from jbakb.store.problem import RefusedError
from jbakb.store.suggest import suggestion

_GENDERS = {
    "feminine": N_("die"),
    "masculine": N_("der"),
    "neuter": N_("das"),
    "common": N_("die/der (wie Jugendliche)"),
}
_EQUIVALENCES = {
    "exact": N_("deckt sich mit der gemeinsamen Vorstellung"),
    "close": N_("fast dasselbe"),
    "wider": N_("umfasst mehr"),
    "narrower": N_("umfasst weniger"),
    "related": N_("verwandt, aber kein Gegenstück"),
}
_COUNTERPARTS = {
    "open": N_("weiß ich noch nicht"),
    "absent": N_("nein, gibt es dort nicht"),
    "use": N_("ja, steht schon im Glossar"),
    "own": N_("ja, mit eigenem Wort"),
}


class Interview(Questions):
    """A run through the questions about a new word."""

    def addition(self) -> Addition:
        """Ask what is not given and return what to add; every answer is kept in the draft at once."""
        click.secho(_("Strg+C bricht ab, ohne etwas zu ändern; die Antworten bleiben aufgehoben."), dim=True)
        word = self.text("term", _("Welches Wort soll aufgenommen werden?"), check=needed)
        self.tell_similar(word)
        entry = self.entry(word)
        theme = "" if entry else self.choice("theme", _("Zu welchem Thema gehört es?"), self.glossary.themes)
        title = "" if entry else self.text("title", _("Titel des Eintrags"), word, needed)
        areas = {
            area.id: f"{area.short}, {area.title}" if area.short != area.title else area.title
            for area in sorted(self.glossary.areas.values(), key=lambda area: not area.core)
        }
        area = self.choice("area", _("Welcher Rechtskreis sagt „{word}“?").format(word=word), areas)
        concept = self.concept(entry, area) if entry else str(self.given.get("concept") or "")
        there = find_concept(entry, Addition(Term(term=word), area=area, concept=concept)) if entry else None
        term = self.term("", word)
        if there is not None and there.terms:
            return Addition(term, entry=entry.id if entry else "", area=area, concept=concept)
        definition = self.text("definition", _("Was heißt das dort, in einem Satz?"))
        sources = self.sources("")
        notion = ""
        equivalence: Equivalence | None = "exact"
        if entry is None:
            ask = _("Was meinen alle gemeinsam damit? (leer: wie eben)")
            notion = self.text("notion", ask)
        if entry is not None or (notion and notion != definition):
            equivalence = self.equivalence("", area)
        counterparts, differences = self.counterparts(area, concept or area) if entry is None else ((), ())
        return Addition(
            term,
            entry=entry.id if entry else str(self.given.get("entry") or ""),
            theme=theme,
            area=area,
            concept=concept,
            equivalence=equivalence,
            definition=definition,
            sources=sources,
            title=title,
            notion=notion,
            counterparts=counterparts,
            differences=differences,
        )

    def tell_similar(self, word: str) -> None:
        """Say early where a word is already."""
        for similar in find_similar(self.glossary, word, ""):
            sense = similar.sense
            click.secho("  " + _("Schon da: „{term}“ in {ref}").format(term=sense.term.term, ref=sense.ref), fg="cyan")

    def entry(self, word: str) -> Entry | None:
        """Ask for the entry that the word belongs to; None for a new one."""
        entries = self.glossary.entries
        if slug(word) in entries and "entry" not in self.given:
            default = slug(word)
        else:
            known = {sense.term.term: sense.entry.id for sense in self.glossary.senses()}
            near = suggestion(word, known, cutoff=60)
            default = ""
            if near:
                click.echo("  " + _("Ähnlich ist der Eintrag „{id}“.").format(id=known[near]))

        def check(typed: str) -> str:
            titles = {entry.title.casefold(): entry.id for entry in entries.values()}
            if typed in ("", "-", "neu"):
                if slug(word) in entries:
                    message = _("Einen Eintrag mit der Kennung „{id}“ gibt es schon.").format(id=slug(word))
                    raise click.UsageError(message)
                return ""
            found = typed if typed in entries else titles.get(typed.casefold(), "")
            if not found:
                near = suggestion(typed, [*entries, *(entry.title for entry in entries.values())])
                hint = " " + _("Meinten Sie „{near}“?").format(near=near) if near else ""
                raise click.UsageError(_("Den Eintrag „{id}“ gibt es nicht.").format(id=typed) + hint)
            return found

        if self.given.get("theme"):
            return entries.get(str(self.given.get("entry") or ""))
        chosen = self.text("entry", _("Zu welchem Eintrag? (Kennung oder Titel; leer: neuer Eintrag)"), default, check)
        return entries.get(chosen)

    def concept(self, entry: Entry, area: str) -> str:
        """Ask which of an area's concepts gets the word, if that is not clear."""
        there = [concept for concept in entry.concepts if concept.area == area and concept.terms is not None]
        if not there:
            return str(self.given.get("concept") or "")
        names = {concept.key: ", ".join(term.term for term in concept.terms or ()) or concept.key for concept in there}
        question = _("Ein weiteres Wort für dasselbe, oder ein eigener Begriff?")
        chosen = self.choice("concept", question, names | {"+": _("ein eigener Begriff")}, there[0].key)
        if chosen != "+":
            return chosen
        proposal = f"{area}-{slug(self.draft.word)}"
        return self.text("concept-id", _("Kennung des neuen Begriffs"), proposal, lambda typed: _free_key(entry, typed))

    def term(self, about: str, word: str) -> Term:
        """Ask for the grammar of a word."""
        kind = self.given.get("type_") or propose_type(word) if not about else propose_type(word)
        gender: str = ""
        plural = ""
        if kind not in ("abbreviation", "acronym"):
            guess, guessed_plural = propose_grammar(self.glossary, word)
            question = _("Welches Geschlecht hat „{word}“?").format(word=word)
            gender = self.choice(f"{about}gender", question, _translated(_GENDERS), guess or "", optional=True)
            ask = _("Mehrzahl von „{word}“ (- für keine)").format(word=word)
            plural = self.text(f"{about}plural", ask, guessed_plural) if gender != "common" else ""
        return Term(
            term=word,
            type=kind,
            status=None if about else self.given.get("status"),
            gender=_one_of(gender, get_args(Gender)),
            plural="" if plural in ("-", word) else plural,
            valid_from=None if about else self.given.get("valid_from"),
        )

    def sources(self, about: str) -> tuple[str, ...]:
        """Ask for the paragraphs, until an empty answer."""
        if not about and self.given.get("sources"):
            return tuple(self.given["sources"])
        found: list[str] = []
        while True:
            ask = _("In welchem § steht das? (zum Beispiel § 36 SGB VIII; leer: keiner)")
            more = _("Noch ein §? (leer: nein)")
            source = self.text(f"{about}source{len(found)}", more if found else ask)
            if not source:
                return tuple(found)
            found.append(source)

    def equivalence(self, about: str, area: str) -> Equivalence:
        """Ask how far an area's concept agrees with the common notion."""
        question = _("Wie weit deckt sich das Wort im Rechtskreis {area} mit dem Gemeinsamen?")
        short = self.glossary.areas[area].short
        options = _translated(_EQUIVALENCES)
        chosen = self.choice(f"{about}equivalence", question.format(area=short), options, "close" if about else "exact")
        return _one_of(chosen, get_args(Equivalence)) or "exact"

    def counterparts(self, own: str, key: str) -> tuple[tuple[Concept, ...], tuple[Difference, ...]]:
        """Ask for the counterparts in the other core areas, and what differs."""
        concepts: list[Concept] = []
        differences: list[Difference] = []
        for area in self.glossary.core_areas:
            if area.id == own:
                continue
            about = f"{area.id}."
            question = _("Gibt es das auch im Rechtskreis {area}?").format(area=area.short)
            kind = self.choice(f"{about}counterpart", question, _translated(_COUNTERPARTS), "open")
            if kind == "open":
                continue
            concepts.append(self.counterpart(area, kind))
            if kind != "absent" and (said := self.text(f"{about}difference", _("Was ist dort anders? (leer: nichts)"))):
                consequence = self.text(f"{about}consequence", _("Was folgt daraus in der Praxis?"))
                differences.append(Difference(between=(key, area.id), difference=said, consequence=consequence))
        return tuple(concepts), tuple(differences)

    def counterpart(self, area: Area, kind: str) -> Concept:
        """Ask for one counterpart."""
        about = f"{area.id}."
        if kind == "absent":
            reason = self.text(f"{about}absent", _("Warum nicht?"), _("Kein Gegenstück."))
            return Concept(area=area.id, absent=reason)
        if kind == "use":

            def check(typed: str) -> str:
                return self.home(area, typed)

            ref = self.text(f"{about}use", _("Welcher Begriff? (Wort oder eintrag.begriff)"), check=check)
            return Concept(area=area.id, use=ref, equivalence=self.equivalence(about, area.id))
        word = self.text(f"{about}term", _("Wie heißt es dort?"), check=needed)
        term = self.term(about, word)
        definition = self.text(f"{about}definition", _("Was heißt das dort, in einem Satz?"))
        sources = self.sources(about)
        equivalence = self.equivalence(about, area.id)
        return Concept(area=area.id, equivalence=equivalence, terms=(term,), definition=definition, sources=sources)

    def home(self, area: Area, typed: str) -> str:
        """Return the address of the concept that is meant, at its home; raises click.UsageError if it is none."""
        try:
            target = resolve(self.glossary, typed)
        except RefusedError as error:
            raise click.UsageError(str(error)) from None
        concept = target.concept
        if concept is None:
            own = [there for there in target.entry.concepts if there.area == area.id]
            if len(own) != 1:
                refs = ", ".join(target.entry.ref(there) for there in own or target.entry.concepts)
                raise click.UsageError(_("Bitte genauer: {refs}").format(refs=refs))
            concept = own[0]
        entry, concept = self.glossary.home(target.entry, concept)
        return entry.ref(concept)


def _free_key(entry: Entry, typed: str) -> str:
    if not ID.fullmatch(typed) or entry.concept(typed):
        raise click.UsageError(_("Kleinbuchstaben a–z, Ziffern und Bindestriche; noch nicht vergeben."))
    return typed


def _translated(options: Mapping[str, str]) -> dict[str, str]:
    return {key: _(name) for key, name in options.items()}


def _one_of(answer: str, values: tuple[Any, ...]) -> Any:
    return answer if answer in values else None
