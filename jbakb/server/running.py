"""Listening: a socket of our own, so that a taken port is told before anything starts."""

from __future__ import annotations

import logging
import socket
from pathlib import Path
from typing import Final

import uvicorn

from jbakb.search.engine import Engine
from jbakb.server.app import make_app

#: More requests at the same time are answered with 503.
_MOST_AT_ONCE: Final = 200


def listen(address: str, port: int) -> socket.socket:
    """Open a socket on an address of this machine; port 0 takes a free one. Raises OSError."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return socket.create_server((address, port), family=family, backlog=128)


def serve_forever(site: Path, engine: Engine, place: socket.socket, cache: Path | None = None) -> None:
    """Serve a built site until the process is told to stop. Nothing is logged: queries can tell about people."""
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    config = uvicorn.Config(
        make_app(site, engine, cache),
        access_log=False,
        log_level="warning",
        server_header=False,
        limit_concurrency=_MOST_AT_ONCE,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=5,
        lifespan="off",
        ws="none",
    )
    try:
        uvicorn.Server(config).run(sockets=[place])
    except KeyboardInterrupt:
        pass
    finally:
        place.close()
