"""A knowledge base: a folder with jbakb.toml, its glossary and its handbook, opened as one value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jbakb.handbook import Page, load_handbook
from jbakb.model import Glossary
from jbakb.model.law import LawsFile
from jbakb.model.settings import Settings
from jbakb.model.tables import Tables
from jbakb.store.loading import load_glossary, load_laws
from jbakb.store.problem import DataError, Problem
from jbakb.store.settings import load_settings
from jbakb.store.tables import load_tables
from jbakb.store.transaction import recover


@dataclass(frozen=True)
class KnowledgeBase:
    """A folder, its settings, and what is read from it when first asked for."""

    root: Path
    settings: Settings

    @cached_property
    def _glossary(self) -> tuple[Glossary, list[Problem]]:
        return load_glossary(self.root)

    @cached_property
    def _handbook(self) -> tuple[tuple[Page, ...], list[Problem]]:
        return load_handbook(self.root)

    @cached_property
    def _laws(self) -> tuple[LawsFile | None, list[Problem]]:
        return load_laws(self.root)

    @property
    def laws(self) -> LawsFile | None:
        """Return the register of laws, None if there is none; raises DataError with all problems."""
        laws, problems = self._laws
        if problems:
            raise DataError(problems)
        return laws

    @cached_property
    def _tables(self) -> tuple[Tables, list[Problem]]:
        return load_tables(self.root)

    @property
    def tables(self) -> Tables:
        """Return the tables of age limits, services and changes; raises DataError with all problems."""
        tables, problems = self._tables
        if problems:
            raise DataError(problems)
        return tables

    @property
    def glossary(self) -> Glossary:
        """Return the glossary; raises DataError with all problems if any of its files cannot be used."""
        glossary, problems = self._glossary
        if problems:
            raise DataError(problems)
        return glossary

    @property
    def pages(self) -> tuple[Page, ...]:
        """Return the handbook's pages; raises DataError with all problems."""
        pages, problems = self._handbook
        if problems:
            raise DataError(problems)
        return pages

    @property
    def problems(self) -> list[Problem]:
        """Return the problems of all files, glossary and handbook, without raising."""
        return sorted(self._glossary[1] + self._handbook[1] + self._laws[1] + self._tables[1])


def open_knowledge_base(root: Path) -> KnowledgeBase:
    """Open the knowledge base at a root (see `jbakb.store.settings.find_root`); raises DataError for bad settings.

    A change that was killed half way is finished first.
    """
    recover(root)
    return KnowledgeBase(root, load_settings(root))
