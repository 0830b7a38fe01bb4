"""Files beside the pages of processes: the checklist as a sheet and as a table, the diagram as SVG and as BPMN."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jbakb.diagram.bpmn import bpmn_file
from jbakb.diagram.svg import svg_file
from jbakb.diagram.swimlane import draw_swimlanes
from jbakb.site import addresses
from jbakb.site.area_style import light_colours
from jbakb.site.checklist import checklist, checklist_csv, kind_label
from jbakb.site.content import SiteContent
from jbakb.site.process_page import CHECKLIST, MODEL, PICTURE, TABLE, file_beside, process_flow
from jbakb.site.render import PageRenderer


class SiteFile(NamedTuple):
    """A file of the site that is no page: its path and its content."""

    path: str
    content: bytes


def process_files(content: SiteContent) -> Iterator[SiteFile]:
    """Make the files of all processes of an edition."""
    for path, page in content.process_rows:
        if page.process is None:
            continue
        flow = process_flow(content, page.process)
        rows = checklist(flow)
        sheet = PageRenderer(content, path).render(
            "checklist.html",
            process=page.process,
            rows=[(row, kind_label(row)) for row in rows],
            back=content.addresses.url(addresses.process_page(page.process.id)).removeprefix("prozesse/"),
        )
        drawing = draw_swimlanes(flow)
        picture = svg_file(drawing, content.styles, light_colours(content.glossary))
        for ending, made in {
            CHECKLIST: sheet.encode(),
            TABLE: checklist_csv(rows),
            PICTURE: picture.encode(),
            MODEL: bpmn_file(drawing),
        }.items():
            yield SiteFile(file_beside(page.process.id, ending), made)
