"""What a browser may do with a page: nothing that the page did not bring itself."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE: Final = re.compile(rb"<script(?![^>]*\bsrc=)(?P<attributes>[^>]*)>(?P<code>.*?)</script\s*>", re.S | re.I)
#: The type of a script that is data, not code.
_DATA: Final = re.compile(rb"""type=["']?application/(?:ld\+)?json""", re.I)
_PAGE: Final = (
    "default-src 'self'; script-src 'self'{hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self' mailto:; frame-ancestors 'self'"
)
#: For what is no page: a picture must not run what somebody put into it.
FILE: Final = "script-src 'none'; frame-ancestors 'self'"
DATA: Final = "default-src 'none'; frame-ancestors 'none'"

_EVERYWHERE: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def page_policy(html: bytes) -> str:
    """Return the content security policy of a page: of scripts inside it, only those that it was built with."""
    hashes = dict.fromkeys(
        f" 'sha256-{base64.b64encode(hashlib.sha256(found['code']).digest()).decode()}'"
        for found in _INLINE.finditer(html)
        if not _DATA.search(found["attributes"])
    )
    return _PAGE.format(hashes="".join(hashes))


class Headers:
    """Add to every answer what browsers need, and make tags of packed answers weak: their bytes differ."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        # A part of a packed answer is no part of the file.
        if any(name == b"accept-encoding" and b"gzip" in value for name, value in scope["headers"]):
            scope = {**scope, "headers": [row for row in scope["headers"] if row[0] != b"range"]}

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _EVERYWHERE.items():
                    headers.setdefault(name, value)
                # Browsers put the headers of a 304 in the place of those of the page that they keep.
                if message["status"] != 304:
                    headers.setdefault("Content-Security-Policy", DATA)
                tag = headers.get("etag", "")
                if headers.get("content-encoding") and tag and not tag.startswith("W/"):
                    headers["etag"] = f"W/{tag}"
            await send(message)

        await self._app(scope, receive, add)
