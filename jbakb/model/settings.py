"""What a knowledge base may configure (jbakb.toml)."""

from __future__ import annotations

from typing import Literal

from jbakb.model.entry import Record

#: The version of the data format that this program reads.
FORMAT = 1

Severity = Literal["error", "warning", "info", "off"]


class LinkSettings(Record, frozen=True, kw_only=True):
    """How terms are linked in pages: every occurrence, the first of each section or page, or none."""

    occurrences: Literal["all", "section", "page", "none"] = "section"


class CheckSettings(Record, frozen=True, kw_only=True):
    """Severities that differ from the rules' own, by rule id, and the least severity that makes a check fail."""

    fail_on: Literal["error", "warning", "info"] = "error"
    severity: dict[str, Severity] = {}


class SearchSettings(Record, frozen=True, kw_only=True):
    """The engine that keeps the index of `jbakb search` and `jbakb host`: `whoosh`, or one that a plugin adds."""

    engine: str = "whoosh"


class Settings(Record, frozen=True, kw_only=True):
    """The content of jbakb.toml."""

    format: int = FORMAT
    title: str = "Wissensbasis"
    language: Literal["de", "en"] = "de"
    links: LinkSettings = LinkSettings()
    check: CheckSettings = CheckSettings()
    search: SearchSettings = SearchSettings()
