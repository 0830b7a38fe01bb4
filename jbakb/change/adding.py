"""Adding an entry, a concept or a term: from what somebody said to the new text of a file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from jbakb.i18n import _
from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import Concept, Entry, Term
from jbakb.model.values import Equivalence
from jbakb.store import document
from jbakb.store.loading import entry_path
from jbakb.store.transaction import Changeset


@dataclass(frozen=True)
class Addition:
    """What to add: a term in a concept of an entry. What is left out follows from the term and what exists."""

    term: Term
    entry: str = ""
    theme: str = ""
    area: str = ""
    concept: str = ""
    equivalence: Equivalence = "exact"
    definition: str = ""
    sources: tuple[str, ...] = ()
    title: str = ""
    notion: str = ""


def slug(text: str) -> str:
    """Make an id of a title: lower case, umlauts spelled out, everything else a hyphen."""
    for letter, spelled in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        text = text.lower().replace(letter, spelled)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def plan_addition(kb: KnowledgeBase, addition: Addition) -> Changeset:
    """Plan the change that takes a term up: a new entry, a new concept in an entry, or a further term of a concept."""
    entry_id = addition.entry or slug(addition.title or addition.term.term)
    entry = kb.glossary.entries.get(entry_id)
    concept = Concept(
        area=addition.area,
        id=addition.concept,
        equivalence=addition.equivalence,
        terms=(addition.term,),
        definition=addition.definition,
        sources=addition.sources,
    )
    if entry is None:
        title = addition.title or addition.term.term
        entry = Entry(
            id=entry_id,
            theme=addition.theme,
            title=title,
            notion=addition.notion or addition.definition,
            concepts=(concept,),
        )
        data = {key: value for key, value in document.as_data(entry).items() if key not in ("id", "theme")}
        summary = _("Eintrag „{title}“ aufgenommen").format(title=title)
        return Changeset(summary, {entry_path(entry): document.dump(data)})
    path = entry_path(entry)
    text = document.load((kb.root / path).read_text(encoding="utf-8-sig"))
    there = entry.concept(addition.concept or addition.area)
    if there is None:
        text.setdefault("concepts", []).append(document.as_data(concept))
        summary = _("Begriff „{term}“ ({area}) in „{entry}“ aufgenommen").format(
            term=addition.term.term, area=addition.area, entry=entry.title
        )
    else:
        place = entry.concepts.index(there)
        text["concepts"][place].setdefault("terms", []).append(document.as_data(addition.term))
        summary = _("Wort „{term}“ in „{entry}“ aufgenommen").format(term=addition.term.term, entry=entry.title)
    return Changeset(summary, {path: document.dump(text)})
