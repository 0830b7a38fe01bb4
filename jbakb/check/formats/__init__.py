"""Formats of findings for machines, by name: each a function from a report to text that ends with a line end."""

from collections.abc import Callable, Mapping
from typing import Final

from jbakb.check.formats import github, gitlab, json_format, junit, markdown, sarif
from jbakb.check.report import Report

FORMATS: Final[Mapping[str, Callable[[Report], str]]] = {
    "json": json_format.as_json,
    "jsonl": json_format.as_jsonl,
    "sarif": sarif.as_sarif,
    "github": github.as_commands,
    "gitlab": gitlab.as_code_quality,
    "junit": junit.as_junit,
    "markdown": markdown.as_markdown,
}
