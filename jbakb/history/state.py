"""A state of a knowledge base: what can be compared, read from a folder as far as it can be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jbakb.handbook import Page, load_handbook
from jbakb.knowledge_base import KnowledgeBase
from jbakb.model import Glossary
from jbakb.model.law import Law
from jbakb.model.tables import Tables
from jbakb.store.loading import GLOSSARY, load_glossary, load_laws
from jbakb.store.problem import Problem
from jbakb.store.tables import load_tables


@dataclass(frozen=True)
class State:
    """The glossary, the register of laws, the tables and the pages at some time; `problems` are of what is left out."""

    glossary: Glossary = field(default_factory=Glossary)
    pages: tuple[Page, ...] = ()
    laws: Mapping[str, Law] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    tables: Tables = field(default_factory=Tables)


def state_of(kb: KnowledgeBase) -> State:
    """Return the state of a knowledge base; raises DataError if its files cannot be used."""
    return State(kb.glossary, kb.pages, {law.id: law for law in kb.laws.laws} if kb.laws else {}, tables=kb.tables)


def read_state(root: Path) -> State:
    """Read the state that lies in a folder, with what cannot be read left out; an empty folder is an empty state."""
    glossary, problems = load_glossary(root) if (root / GLOSSARY).is_dir() else (Glossary(), [])
    pages, page_problems = load_handbook(root)
    laws, law_problems = load_laws(root)
    tables, table_problems = load_tables(root)
    found = (*problems, *page_problems, *law_problems, *table_problems)
    return State(glossary, pages, {law.id: law for law in laws.laws} if laws else {}, found, tables)
