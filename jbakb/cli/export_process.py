"""`jbakb export process`: the diagram of a process as BPMN, SVG or PDF."""

from __future__ import annotations

from datetime import date

import click

from jbakb.cli.app import App
from jbakb.diagram.bpmn import bpmn_file
from jbakb.diagram.flow import flow_of
from jbakb.diagram.pdf import PdfUnavailable, pdf_file
from jbakb.diagram.svg import svg_file
from jbakb.diagram.swimlane import draw_swimlanes
from jbakb.i18n import _
from jbakb.labels import day_label
from jbakb.model.values import Visibility
from jbakb.site.area_style import area_looks, light_colours
from jbakb.site.edition import make_edition
from jbakb.store.suggest import nearest_sentences


def export_process(app: App, process: str | None, picture: str | None, edition: Visibility, on: date) -> bytes:
    """Return the diagram of a process of an edition as a file; raises usage errors."""
    glossary, pages = make_edition(app.kb.glossary, app.kb.pages, edition)
    known = {page.process.id: page.process for page in pages if page.process}
    titles = {page.process.id: page.title for page in pages if page.process}
    if process is None:
        raise click.UsageError(_("Welcher Prozess? Möglich sind: {ids}.").format(ids=", ".join(sorted(known))))
    if process not in known:
        message = _("Den Prozess „{id}“ gibt es nicht.").format(id=process)
        raise click.UsageError(f"{message} {nearest_sentences(process, known)}")
    drawing = draw_swimlanes(flow_of(glossary, known[process], titles))
    if picture in (None, "bpmn"):
        return bpmn_file(drawing)
    numbers = {area: look.number for area, look in area_looks(glossary).items()}
    colours = light_colours(glossary)
    if picture == "svg":
        return svg_file(drawing, numbers, colours).encode()
    try:
        return pdf_file(drawing, numbers, colours, _("Stand: {day}").format(day=day_label(on)))
    except PdfUnavailable as missing:
        raise click.UsageError(str(missing)) from None
