"""What a process' page needs beside its view: the diagram twice, everybody's part, and files to take along."""

from __future__ import annotations

import posixpath

from markupsafe import Markup

from jbakb.diagram.drawing import Drawing, Node
from jbakb.diagram.flow import Flow, flow_of
from jbakb.diagram.sheets import sheets_svg
from jbakb.diagram.stacked import draw_stacked
from jbakb.diagram.svg import Look, inline_svg
from jbakb.diagram.swimlane import draw_swimlanes
from jbakb.model import Process
from jbakb.site import addresses
from jbakb.site.content import SiteContent
from jbakb.site.process_parts import list_parts
from jbakb.site.process_view import view_process

#: The files beside a process' page, by what follows its id.
CHECKLIST, TABLE, PICTURE, MODEL = "-checkliste.html", "-checkliste.csv", ".svg", ".bpmn"
#: The id of the wide diagram's contents.
_BODY = "ablauf-bild"


def process_flow(content: SiteContent, process: Process) -> Flow:
    """Return the flow of a process, with the titles of the others in this edition."""
    return flow_of(content.glossary, process, process_titles(content))


def process_titles(content: SiteContent) -> dict[str, str]:
    """Return the titles of all processes by id."""
    return {page.process.id: page.title for _path, page in content.process_rows if page.process}


def file_beside(process_id: str, ending: str) -> str:
    """Return the path of a file beside a process' page."""
    return addresses.process_page(process_id).removesuffix(".md") + ending


def process_values(content: SiteContent, path: str, process: Process) -> dict[str, object]:
    """Return the values of the template of a process' page."""
    flow = process_flow(content, process)

    def link(node: Node) -> str:
        if node.kind == "process" or node.process:
            other = addresses.process_page(node.process)
            return content.addresses.link(path, other) if node.process else ""
        return f"#schritt-{node.step}" if node.kind in ("step", "mark") else ""

    def picture(drawing: Drawing, name: str, body: str = "") -> Markup:
        return Markup(inline_svg(drawing, Look(content.styles, link, "ablauf-zeichen", f"jd-{name}", body)))

    wide = draw_swimlanes(flow)
    return {
        "view": view_process(content.glossary, process, process_titles(content)),
        "wide": picture(wide, "wide", _BODY),
        "narrow": picture(draw_stacked(flow), "narrow"),
        "sheets": Markup(sheets_svg(wide, _BODY)),
        "stages": flow.stages,
        "parts": list_parts(content.glossary, flow),
        "files": {
            name: _relative(content, path, file_beside(process.id, ending))
            for name, ending in {"sheet": CHECKLIST, "table": TABLE, "picture": PICTURE, "model": MODEL}.items()
        },
    }


def _relative(content: SiteContent, page: str, file: str) -> str:
    """Return the address of a file seen from a page."""
    here = content.addresses.url(page)
    return posixpath.relpath(file, here if here.endswith("/") else posixpath.dirname(here))
