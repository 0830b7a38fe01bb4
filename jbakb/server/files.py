"""The files of the built site, with the policy of each page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from anyio import to_thread
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from jbakb.server.policy import FILE, page_policy


class SiteFiles(StaticFiles):
    """Serve what lies in the site's folder; nothing outside, no hidden files, no links that lead out."""

    def lookup_path(self, path: str) -> tuple[str, object]:  # type: ignore[override]
        """Find a file; what begins with a dot does not exist."""
        if any(part.startswith(".") and part != "." for part in Path(path).parts):
            return "", None
        return super().lookup_path(path)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer with a file; browsers ask each time whether it changed."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "no-cache"
        if isinstance(response, RedirectResponse):
            # Relative, so that it holds behind a reverse proxy that gives the site a folder.
            response.headers["Location"] = f"./{quote(path.rsplit('/', 1)[-1])}/"
        if isinstance(response, FileResponse):
            place = Path(response.path)
            page = place.suffix == ".html"
            policy = page_policy(await to_thread.run_sync(place.read_bytes)) if page else FILE
            response.headers["Content-Security-Policy"] = policy
        return response
