"""Links from one page of the handbook to another: relative addresses of Markdown and HTML."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Final

#: The address without what follows `#` or `?`: in `[x](address)`, `[x]: address`, `href="address"`.
_ADDRESS: Final = re.compile(
    r"""(?P<head>\]\(\s*<?|^[ ]{0,3}\[(?!\^)[^\]\n]+\]:[ \t]+<?|\bhref=["'])(?P<address>[^\s#?<>()"']+)""", re.M
)
_ENDINGS: Final = (".md", ".html", "/", "")


def links_to(path: str, text: str, target: str) -> Iterator[tuple[int, str]]:
    """Iterate over a page's links to another page: the line, from 1, and the address as it is written."""
    for found in _ADDRESS.finditer(text):
        if _ending(path, found["address"], target) is not None:
            yield text.count("\n", 0, found.start()) + 1, found["address"]


def with_links_moved(path: str, text: str, old: str, new: str) -> str:
    """Return a page's text with its links to a page leading to where that page is now.

    Args: `path` where the page stands, `old` and `new` where the other one was and is; all relative to the root. Only
    the last part of the address changes, since the page stays in its folder.
    """
    stem = posixpath.basename(new).removesuffix(".md")

    def moved(found: re.Match[str]) -> str:
        address = found["address"]
        ending = _ending(path, address, old)
        if ending is None:
            return found[0]
        folder, slash, _name = address.removesuffix(ending).rpartition("/")
        return f"{found['head']}{folder}{slash}{stem}{ending}"

    return _ADDRESS.sub(moved, text)


def _ending(path: str, address: str, target: str) -> str | None:
    """Return how an address ends that leads to the target, None if it leads elsewhere."""
    if ":" in address or address.startswith("/"):
        return None
    place = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
    for ending in _ENDINGS:
        if address.endswith(ending) and f"{place.removesuffix(ending)}.md" == target:
            return ending
    return None
