"""Data that cannot be read while the preview runs: every page shows what to mend."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from jbakb.i18n import _
from jbakb.store.problem import Problem


class Trouble:
    """The problems of one attempt to build."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)

    @property
    def markdown(self) -> str:
        """Write the page that stands in place of all others."""
        items = "".join(f"<li><pre>{escape(str(problem))}</pre></li>" for problem in self.problems)
        after = _("Nach dem Berichtigen wird die Website von selbst neu gebaut.")
        title = _("Die Daten lassen sich nicht lesen")
        return f"# {title}\n\n<ul>{items}</ul>\n\n{after}\n"

    def tell(self) -> None:
        """Print the problems where the preview was started."""
        after = _("Nach dem Berichtigen wird die Website von selbst neu gebaut.")
        sys.stderr.write("\n".join([*map(str, self.problems), after, ""]))

    def instead_of(self, files: Files, made: Iterable[str], config: MkDocsConfig) -> Files:
        """Keep the addresses of the last good build, so that whoever reads a page sees the problems there."""
        for path in made:
            level = InclusionLevel.NOT_IN_NAV
            if files.get_file_from_path(path) is None:
                files.append(File.generated(config, path, content=self.markdown, inclusion=level))
        return files
