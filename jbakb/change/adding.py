"""Adding an entry, a concept or a term: from what somebody said to the new text of a file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from dataclasses import replace as with_fields
from shlex import quote

from msgspec.structs import replace

from jbakb.change.resolving import refuse_former, unknown
from jbakb.i18n import _
from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import Concept, Difference, Entry, Term
from jbakb.model.values import Equivalence, Visibility
from jbakb.store.loading import ID
from jbakb.store.problem import RefusedError
from jbakb.store.rewriting import entry_files
from jbakb.store.transaction import Changeset


@dataclass(frozen=True)
class Addition:
    """What to add: a term in a concept of an entry. What is left out follows from the term and what exists.

    `counterparts` and `differences` are further concepts and differences that the entry gets along with it.
    """

    term: Term
    entry: str = ""
    theme: str = ""
    area: str = ""
    concept: str = ""
    equivalence: Equivalence | None = None
    definition: str = ""
    sources: tuple[str, ...] = ()
    title: str = ""
    notion: str = ""
    visibility: Visibility | None = None
    counterparts: tuple[Concept, ...] = ()
    differences: tuple[Difference, ...] = ()


def slug(text: str) -> str:
    """Make an id of a title: lower case, umlauts spelled out, everything else a hyphen; it starts with a letter."""
    for letter, spelled in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("§", " paragraf ")):
        text = text.lower().replace(letter, spelled)
    plain = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-").lstrip("-0123456789")


def entry_id_of(addition: Addition) -> str:
    """Return the id of the entry that an addition goes to: the named one, or one made of its title."""
    return addition.entry or slug(addition.title or addition.term.term)


def tidied(addition: Addition) -> Addition:
    """Return an addition whose words and title stand in one line, without control characters."""
    term = replace(addition.term, term=_one_line(addition.term.term), plural=_one_line(addition.term.plural))
    return with_fields(addition, term=term, title=_one_line(addition.title))


def _one_line(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text).split())


def plan_addition(kb: KnowledgeBase, addition: Addition) -> Changeset:
    """Plan the change that takes a term up: a new entry, a new concept in an entry, or a further term of a concept.

    Raises RefusedError if a named area, theme, entry or concept does not exist, or if the word is already there.
    """
    addition = tidied(addition)
    glossary = kb.glossary
    entry = glossary.entries.get(entry_id_of(addition))
    if addition.area and addition.area not in glossary.areas:
        message = _("Den Rechtskreis „{area}“ gibt es nicht.").format(area=addition.area)
        raise unknown(message, addition.area, glossary.areas, say=True)
    if entry is None:
        return _new_entry(kb, addition)
    if not addition.entry:
        message = _("Den Eintrag „{id}“ gibt es schon. Dort ein Wort aufnehmen: jbakb add {word} --entry {id}")
        raise RefusedError(message.format(id=entry.id, word=quote(addition.term.term)))
    if addition.theme and addition.theme != entry.theme:
        message = _("Der Eintrag „{id}“ gehört zum Thema „{theme}“; --theme weglassen.")
        raise RefusedError(message.format(id=entry.id, theme=entry.theme))
    new, summary = _grown(kb, entry, addition)
    new = replace(
        new,
        concepts=(*new.concepts, *addition.counterparts),
        differences=(*new.differences, *addition.differences),
        visibility=addition.visibility or new.visibility,
    )
    return Changeset(summary, entry_files(kb.root, entry, new))


def _new_entry(kb: KnowledgeBase, addition: Addition) -> Changeset:
    glossary = kb.glossary
    entry_id = entry_id_of(addition)
    refuse_former(glossary, entry_id)
    if addition.entry and not addition.theme:
        message = _("Den Eintrag „{id}“ gibt es nicht.").format(id=addition.entry)
        raise unknown(message + " " + _("Ein neuer Eintrag braucht --theme."), addition.entry, glossary.entries)
    if not ID.fullmatch(entry_id):
        message = _("„{id}“ taugt nicht als Kennung: Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche.")
        raise RefusedError(message.format(id=entry_id))
    if addition.theme not in glossary.themes:
        message = _("Das Thema „{theme}“ gibt es nicht.").format(theme=addition.theme)
        raise unknown(message, addition.theme, glossary.themes, say=True)
    if not addition.area:
        raise RefusedError(_("Ein neuer Eintrag braucht --area: {areas}.").format(areas=", ".join(glossary.areas)))
    entry = Entry(
        id=entry_id,
        theme=addition.theme,
        title=addition.title or addition.term.term,
        notion=addition.notion or addition.definition,
        concepts=(_new_concept(addition, addition.area), *addition.counterparts),
        differences=addition.differences,
        visibility=addition.visibility,
    )
    return Changeset(_("Eintrag „{title}“ aufgenommen").format(title=entry.title), entry_files(kb.root, None, entry))


def _new_concept(addition: Addition, area: str) -> Concept:
    key = addition.concept.removeprefix(f"{addition.entry}.")
    if key and not ID.fullmatch(key):
        message = _("„{id}“ taugt nicht als Kennung: Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche.")
        raise RefusedError(message.format(id=key))
    return Concept(
        area=area,
        id="" if key == area else key,
        equivalence=addition.equivalence or "exact",
        terms=(addition.term,),
        definition=addition.definition,
        sources=addition.sources,
    )


def _grown(kb: KnowledgeBase, entry: Entry, addition: Addition) -> tuple[Entry, str]:
    """Return an entry with a further concept or a further term, and what was done in words."""
    concept = find_concept(entry, addition)
    word = addition.term.term
    if concept is None:
        if not addition.area:
            message = _("Zu „{id}“ gehört noch --area: {areas}.")
            raise RefusedError(message.format(id=entry.id, areas=", ".join(kb.glossary.areas)))
        new = _new_concept(addition, addition.area)
        area = kb.glossary.areas[addition.area].short
        summary = _("Begriff „{term}“ ({area}) in „{entry}“ aufgenommen").format(
            term=word, area=area, entry=entry.title
        )
        return replace(entry, concepts=(*entry.concepts, new)), summary
    if concept.use:
        message = _("„{ref}“ verweist auf „{use}“. Das Wort dort aufnehmen: jbakb add {word} --entry {home}")
        home = concept.use.partition(".")[0]
        raise RefusedError(message.format(ref=entry.ref(concept), use=concept.use, word=quote(word), home=home))
    if any(term.term == word for term in concept.terms or ()):
        raise RefusedError(_("„{word}“ steht schon in „{ref}“.").format(word=word, ref=entry.ref(concept)))
    if addition.definition and concept.definition not in ("", addition.definition):
        message = _("„{ref}“ hat schon eine Definition. Ändern: jbakb edit {id}")
        raise RefusedError(message.format(ref=entry.ref(concept), id=entry.id))
    grown = replace(
        concept,
        terms=(*(concept.terms or ()), addition.term),
        absent="",
        nearest="" if concept.absent else concept.nearest,
        equivalence=addition.equivalence or concept.equivalence or "exact",
        definition=concept.definition or addition.definition,
        sources=tuple(dict.fromkeys((*concept.sources, *addition.sources))),
    )
    concepts = tuple(grown if there is concept else there for there in entry.concepts)
    summary = _("Wort „{term}“ in „{entry}“ aufgenommen").format(term=word, entry=entry.title)
    return replace(entry, concepts=concepts), summary


def find_concept(entry: Entry, addition: Addition) -> Concept | None:
    """Return the concept of an entry that an addition goes to, None if it makes a new one.

    Raises RefusedError if the area has several and none is named, or if the named one belongs to another area.
    """
    key = addition.concept.removeprefix(f"{entry.id}.")
    if key:
        concept = entry.concept(key)
        if concept is None and not addition.area:
            message = _("Den Begriff „{key}“ gibt es in „{id}“ nicht. Ein neuer Begriff braucht --area.")
            known = [there.key for there in entry.concepts]
            raise unknown(message.format(key=key, id=entry.id), key, known, say=True)
        if concept is not None and addition.area and concept.area != addition.area:
            message = _("Der Begriff „{key}“ gehört zum Rechtskreis „{area}“.")
            raise RefusedError(message.format(key=key, area=concept.area))
        return concept
    there = [concept for concept in entry.concepts if concept.area == addition.area]
    if len(there) > 1:
        message = _(
            "In „{id}“ hat der Rechtskreis „{area}“ mehrere Begriffe; --concept nennt einen ({keys}) oder einen neuen."
        )
        keys = ", ".join(concept.key for concept in there)
        raise RefusedError(message.format(id=entry.id, area=addition.area, keys=keys))
    return there[0] if there else None
