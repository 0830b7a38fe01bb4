"""What Material would ask other servers for: taken out of its pages and its script, so that nobody can be asked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

#: For Mermaid, for old browsers, and for a repository's number of stars.
_HOSTS: Final = re.compile(r"https://(?:unpkg\.com|api\.github\.com)/")
#: Nothing is loaded from here, neither from a server nor from a disk.
_NOWHERE: Final = "about:blank#"


def silence_script(site: Path) -> None:
    """Take the addresses of other servers out of Material's script in a built site."""
    for file in site.glob("assets/javascripts/bundle.*.js"):
        text = file.read_text(encoding="utf-8")
        file.write_text(_HOSTS.sub(_NOWHERE, text), encoding="utf-8")


def silence_page(html: str) -> str:
    """Leave the link to the repository a plain link: as a component it would fetch facts about the repository."""
    return html.replace(' data-md-component="source"', "")
