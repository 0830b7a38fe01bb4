"""A drawing as PDF on one sheet: A4, or A3 where the text would become too small."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jbakb.diagram.drawing import Drawing
from jbakb.diagram.svg import describe, svg_file
from jbakb.i18n import _

#: Width and height of what can be printed on, in points: the sheet without margins, heading and foot.
_SHEETS: Final = {"a4": (595 - 80, 842 - 130), "a3": (842 - 80, 1191 - 130)}
#: Points per pixel below which the small print (12 px) cannot be read.
_LEAST: Final = 0.55

_SHEET: Final = """
#set document(title: sys.inputs.title)
#set page(paper: sys.inputs.paper, margin: 40pt, footer: text(8pt, sys.inputs.foot))
#set text(font: ("Arial", "Liberation Sans", "DejaVu Sans", "Libertinus Serif"), lang: sys.inputs.lang, size: 11pt)
#heading(level: 1, sys.inputs.title)
#v(4pt)
#block(height: 1fr, width: 100%, align(center,
  image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.alt, width: 100%, height: 100%, fit: "contain")))
"""


class PdfUnavailable(Exception):
    """The package that makes PDF files is not installed; the message says how to install it."""


def pdf_file(drawing: Drawing, styles: Mapping[str, int], colours: Mapping[int, str], foot: str) -> bytes:
    """Return a drawing as a PDF file with a heading, a foot and an alternative text; raises PdfUnavailable."""
    try:
        import typst
    except ImportError:
        raise PdfUnavailable(
            _('Für PDF fehlt das Paket „typst“. Abhilfe: pip install "jbakb[pdf]", oder --format svg.')
        ) from None
    # Typst logs nothing and reads nothing but what it is given here.
    inputs = {
        "title": drawing.flow.process.title,
        "paper": _paper(drawing),
        "foot": foot,
        "lang": "de",
        "alt": describe(drawing),
        "svg": svg_file(drawing, styles, colours),
    }
    return bytes(typst.compile(_SHEET.encode(), sys_inputs=inputs))


def _paper(drawing: Drawing) -> str:
    width, height = _SHEETS["a4"]
    return "a4" if min(width / drawing.width, height / drawing.height) >= _LEAST else "a3"
