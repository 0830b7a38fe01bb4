"""The server as an ASGI application."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route

from jbakb.i18n import _
from jbakb.search.engine import Engine
from jbakb.server.answering import SiteSearch
from jbakb.server.api import Api, problems
from jbakb.server.files import SiteFiles
from jbakb.server.policy import Headers


def make_app(site: Path, engine: Engine, cache: Path | None = None) -> Starlette:
    """Make the application for a built site; raises RuntimeError if there is no such folder.

    Args: `cache` is where the engine keeps its index, by default the user's cache folder.
    """
    api = Api(SiteSearch(site, engine, cache))
    routes = [
        Route("/api/search", api.search, methods=["GET"]),
        Route("/api/openapi.json", api.openapi, methods=["GET"]),
        Route("/healthz", api.health, methods=["GET"]),
        Route("/api/{rest:path}", _nothing),
        Mount("/", SiteFiles(directory=site, html=True)),
    ]
    # The outermost first: tags are made weak after packing.
    middleware = [Middleware(Headers), Middleware(GZipMiddleware, minimum_size=500, compresslevel=6)]
    return Starlette(routes=routes, middleware=middleware, exception_handlers={HTTPException: _refuse})


async def _nothing(_request: Request) -> Response:
    raise HTTPException(404)


async def _refuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = {
        404: _("Diese Adresse gibt es nicht."),
        405: _("Erlaubt sind nur GET und HEAD."),
    }.get(error.status_code, error.detail)
    if request.url.path.startswith("/api/") or request.url.path == "/healthz":
        return problems(error.status_code, {"request": said}, error.headers)
    return PlainTextResponse(said, error.status_code, headers=error.headers)
