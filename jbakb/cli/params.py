"""Types of arguments that complete themselves in the shell: ids and words of the knowledge base at hand.

Nothing is validated here: what a reference means is decided, and mistyped ones are answered, by the core.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from jbakb.model import Glossary


class Known(click.ParamType[str]):
    """A text for which the shell offers what the glossary knows."""

    def __init__(self, name: str, known: Callable[[Glossary], Iterable[tuple[str, str]]]) -> None:
        self.name = name
        self.known = known

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take the text as it is."""
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Offer what starts with the text typed so far; upper and lower case are the same."""
        glossary = _glossary(ctx)
        if glossary is None:
            return []
        typed = incomplete.casefold()
        found = dict(row for row in self.known(glossary) if row[0].casefold().startswith(typed))
        return [CompletionItem(value, help=help_ or None) for value, help_ in found.items()]


class KnownPage(click.ParamType[str]):
    """The id of a page of the handbook, for which the shell offers the files of a folder."""

    def __init__(self, name: str, folder: str) -> None:
        self.name = name
        self.folder = folder

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take the text as it is."""
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Offer the ids that start with the text typed so far."""
        return [CompletionItem(name) for name in _page_ids(ctx, self.folder) if name.startswith(incomplete.casefold())]


class KnownRef(Known):
    """What `Known` offers, and the pages of processes, clauses and goals by folder and id."""

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Offer what starts with the text typed so far."""
        from jbakb.store.loading import CLAUSES, GOALS, PROCESSES

        pages = (
            f"{folder.rpartition('/')[2]}/{name}"
            for folder in (PROCESSES, CLAUSES, GOALS)
            for name in _page_ids(ctx, folder)
        )
        offered = [CompletionItem(page) for page in pages if page.startswith(incomplete.casefold())]
        return [*super().shell_complete(ctx, param, incomplete), *offered]


def _page_ids(ctx: click.Context, folder: str) -> list[str]:
    from jbakb.store.settings import find_root

    root = find_root(Path(ctx.find_root().params.get("directory") or "."))
    return sorted(file.stem for file in (root / folder).glob("*.md") if file.stem != "index") if root else []


def _glossary(ctx: click.Context) -> Glossary | None:
    """Load the glossary of the command line: while completing, no callback has run and `ctx.obj` is empty."""
    from jbakb.store.loading import load_glossary
    from jbakb.store.settings import find_root

    root = find_root(Path(ctx.find_root().params.get("directory") or "."))
    return load_glossary(root)[0] if root else None


def _entries(glossary: Glossary) -> Iterable[tuple[str, str]]:
    return ((entry.id, entry.title) for entry in glossary.entries.values())


def _concepts(glossary: Glossary) -> Iterable[tuple[str, str]]:
    return ((entry.ref(concept), entry.title) for entry, concept in glossary.concepts())


def _words(glossary: Glossary) -> Iterable[tuple[str, str]]:
    # Shells insert what they complete without quotes: a phrase would become several arguments.
    return ((sense.term.term, sense.ref) for sense in glossary.senses() if " " not in sense.term.term)


def _references(glossary: Glossary) -> Iterable[tuple[str, str]]:
    yield from _entries(glossary)
    yield from _concepts(glossary)
    yield from _words(glossary)


#: An entry, a concept `entry.concept`, or a word.
REF: Final = Known("REF", _references)
#: The same, or the page of a process, a clause or a goal.
ANY_REF: Final = KnownRef("REF", _references)
#: A process, a clause, a goal.
PROCESS: Final = KnownPage("ID", "docs/prozesse")
CLAUSE: Final = KnownPage("ID", "docs/vereinbarung")
GOAL: Final = KnownPage("ID", "docs/ziele")
#: A role of areas.yml.
ROLE: Final = Known("ID", lambda glossary: ((role.id, role.title) for role in glossary.roles.values()))
#: An entry.
ENTRY: Final = Known("ID", _entries)
#: A legal area.
AREA: Final = Known("ID", lambda glossary: ((area.id, area.title) for area in glossary.areas.values()))
#: A theme.
THEME: Final = Known("ID", lambda glossary: glossary.themes.items())
