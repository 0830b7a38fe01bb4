"""The look of diagrams: one style sheet, whose colours follow the page, or stand by themselves in a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from jbakb.diagram.metrics import FONT_FAMILY

_GROUND, _SOFT, _LINE = "var(--jbakb-ground, #fff)", "var(--jbakb-soft, #f3f4f7)", "var(--jbakb-line, #cfd2e0)"
_INK, _QUIET = "var(--jbakb-ink, #131525)", "var(--jbakb-quiet, #51577a)"
_WARN, _WARN_SOFT = "var(--jbakb-warn, #734000)", "var(--jbakb-warn-soft, #fff3dc)"
_GO, _GO_SOFT = "var(--jbakb-go, #2044aa)", "var(--jbakb-go-soft, #eff3fa)"
_AREA = "var(--c, #454b6b)"

_SHEET: Final = f"""
.jd text {{ font-family: {FONT_FAMILY}; fill: {_INK}; }}
.jd .jd-b {{ font-weight: bold; }}
.jd .jd-q {{ fill: {_QUIET}; }}
.jd .jd-ground {{ fill: {_GROUND}; stroke: {_LINE}; stroke-width: 1; }}
.jd .jd-odd .jd-ground {{ fill: {_SOFT}; }}
.jd .jd-rail {{ stroke: {_AREA}; stroke-width: 2; opacity: .45; }}
.jd .jd-plate {{ fill: {_GROUND}; }}
.jd .jd-bar {{ fill: {_AREA}; }}
.jd .jd-hand {{ fill: none; stroke: {_GO}; stroke-width: 2.2; stroke-dasharray: 6 3; }}
.jd .jd-way {{ fill: none; stroke: {_QUIET}; stroke-width: 1.5; stroke-linejoin: round; }}
.jd .jd-tip {{ fill: {_QUIET}; }}
.jd .jd-hand-tip {{ fill: {_GO}; }}
.jd .jd-step {{ fill: {_GROUND}; stroke: {_AREA}; stroke-width: 2; }}
.jd .jd-gate {{ fill: {_WARN_SOFT}; stroke: {_WARN}; stroke-width: 1.5; }}
.jd .jd-gate-icon {{ fill: {_WARN}; }}
.jd .jd-handover {{ fill: {_GO_SOFT}; stroke: {_GO}; stroke-width: 1.5; }}
.jd .jd-handover-icon, .jd .jd-receipt-icon {{ fill: {_GO}; }}
.jd .jd-process, .jd .jd-gateway, .jd .jd-start {{ fill: {_GROUND}; stroke: {_QUIET}; stroke-width: 1.5; }}
.jd .jd-process {{ stroke-dasharray: 3 2; }}
.jd .jd-start {{ stroke-width: 2; }}
.jd .jd-end {{ fill: {_GROUND}; stroke: {_INK}; stroke-width: 4; }}
.jd .jd-sender {{ fill: {_GO}; }}
"""
#: What only a page knows: the reader's own side, pointing and focus, forced colours.
_ON_PAGE: Final = f"""
.jd .jbakb-own .jd-ground {{ fill: {_GO_SOFT}; }}
.jd a {{ text-decoration: none; }}
.jd a:hover .jd-shape {{ fill: {_GO_SOFT}; }}
.jd a:hover .jd-link {{ text-decoration: underline; }}
.jd a:focus {{ outline: none; }}
.jd a:focus-visible .jd-shape {{ stroke: {_INK}; stroke-width: 4; }}
.jd a:focus-visible .jd-link {{ text-decoration: underline; text-decoration-thickness: 3px; }}
@media (forced-colors: active) {{
  .jd text {{ fill: CanvasText; }}
  .jd a text {{ fill: LinkText; }}
  .jd :is(.jd-ground, .jd-step, .jd-gate, .jd-handover) {{ fill: Canvas; stroke: CanvasText; }}
  .jd :is(.jd-process, .jd-gateway, .jd-start, .jd-end) {{ fill: Canvas; stroke: CanvasText; }}
  .jd :is(.jd-way, .jd-hand, .jd-rail) {{ stroke: CanvasText; }}
  .jd :is(.jd-bar, .jd-tip, .jd-hand-tip, .jd-sender) {{ fill: CanvasText; }}
  .jd :is(.jd-gate-icon, .jd-handover-icon, .jd-receipt-icon) {{ fill: CanvasText; }}
}}
"""


def page_style() -> str:
    """Return the style sheet for a page, whose variables decide the colours."""
    return _lines(_SHEET + _ON_PAGE)


def file_style(colours: Mapping[int, str]) -> str:
    """Return the style sheet for a file by itself: light, without variables, which not every program knows.

    `colours` are those of the areas by the numbers of their looks.
    """
    areas = "".join(
        f".jd .jbakb-a{number} .jd-bar {{ fill: {colour}; }} .jd .jbakb-a{number} .jd-step {{ stroke: {colour}; }}\n"
        for number, colour in sorted(colours.items())
    )
    return _lines(re.sub(r"var\(--[\w-]+, ([^()]+)\)", r"\1", _SHEET) + areas)


def _lines(sheet: str) -> str:
    return " ".join(line.strip() for line in sheet.splitlines() if line.strip())
